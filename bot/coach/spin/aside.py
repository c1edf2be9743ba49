"""Lines that are no attempt at a question: nothing in them, too long, asked of the coach, a refusal, a wish to "
"go on."""

from __future__ import annotations

import re
from typing import Literal

from bot.language import is_unsupported

from .text import plain

Aside = Literal[
    "empty", "long", "foreign", "ask_example", "ask_meaning", "refuse", "skip", "stop", "greeting", "command"
]

LONG = 500
"""Characters: nobody says a question of that length to a customer."""
_SHORT_ZH, _SHORT_EN = 18, 70

_EXAMPLE = re.compile(
    r"(?:给|举|来|要|看|有)(?:我|一下|点|几)?(?:个|下|一个|点)?(?:例子|示范|范例|例句|示例|模板|提示)|怎么问|该怎么(?:问|说)|不会问|教教?我|帮我(?:想|写)|示范一下"
    r"|^提示$|^例子$"
    r"|\b(?:an? )?(?:examples?|hint|sample|template)\b(?: please)?|\bhow (?:should|do|would) i (?:ask|put|phrase"
    r"|say)\b|\bhelp me\b|\bshow me (?:how|one)\b",
    re.IGNORECASE,
)
_MEANING = re.compile(
    r"什么意思|啥意思|没(?:看|听)?懂|不(?:太)?(?:明白|懂|理解)|为什么要问|有什么用|什么(?:是|叫)(?:背景|难点|暗示|效益|需求效益|SPIN)|看不懂"
    r"|解释一下|要我(?:干|做)什么"
    r"|\bwhat do you mean\b|\bi don'?t (?:understand|get it|follow)\b|\bwhat(?:'s| is| are) (?:an? )?(?:situation"
    r"|problem|implication|need[- ]payoff|spin)\b(?: questions?)?\W*$"
    r"|\bwhy (?:should|do|would) i ask\b|^(?:please |can you |could you )?explain\b"
    r"|\bwhat should i do\b|\bconfused\b|^(?:huh|what)\W*$",
    re.IGNORECASE,
)
_REFUSE = re.compile(
    r"^(?:我)?(?:也)?(?:真的?)?(?:不知道|不清楚|想不出来?|想不到|没想法|没想好|不会|说不上来|没有|不晓得|随便|都行|无所谓|算了|不想(?:说|写|问|答)|没思路"
    r"|这个不好说)[了吧啊呢。.!！\s]*$"
    r"|^(?:i )?(?:really )?(?:do ?n'?o?t know|dunno|have no idea|no idea|no clue|not sure|idk"
    r"|can'?t think of (?:any|anything|one)|nothing|none|whatever|no|nope|n/?a|don'?t want to)\W*$",
    re.IGNORECASE,
)
_SKIP = re.compile(
    r"^(?:跳过|先跳过|跳过(?:这一?(?:步|题|个|问))?|下一(?:步|个|题)|过"
    r"|pass|skip(?: (?:this|it|that))?(?: (?:one|step))?"
    r"|next(?: (?:one|step))?|move on|go on)[吧了。.!！\s]*$",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"^(?:(?:我们)?先?(?:到这里?|到此为止|结束|不练|停)(?:吧|了|一下)?|不练了|退出"
    r"|stop|quit|exit|end(?: it)?|that'?s (?:it|enough)"
    r"|i'?m done|enough)[吧了。.!！\s]*$",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^(?:你好|您好|哈喽|在吗|在不在|嗨|早|早上好|下午好|谢谢|好的?|嗯+|哦+"
    r"|ok|okay|hi|hello|hey|thanks|thank you|yes|sure"
    r"|fine)[啊呀吧了,.。!！~\s]*$",
    re.IGNORECASE,
)
_SAYS_SOMETHING = re.compile(r"[^\W_]", re.UNICODE)


def aside_of(text: str, *, limit: int = LONG) -> Aside | None:
    """Return what kind of aside `text` is, None where it can be taken as an attempt."""
    line = plain(text).strip()
    if not _SAYS_SOMETHING.search(line):
        return "empty"
    if line.startswith("/"):
        return "command"
    if len(line) > limit:
        return "long"
    short = len(line) <= (_SHORT_ZH if re.search(r"[\u3400-\u9fff]", line) else _SHORT_EN)
    if short:
        found = _short_aside(line)
        if found:
            return found
    return "foreign" if is_unsupported(text) else None


def _short_aside(line: str) -> Aside | None:
    kinds: tuple[tuple[Aside, re.Pattern[str]], ...] = (
        ("skip", _SKIP),
        ("stop", _STOP),
        ("refuse", _REFUSE),
        ("greeting", _GREETING),
        ("ask_example", _EXAMPLE),
        ("ask_meaning", _MEANING),
    )
    return next((kind for kind, pattern in kinds if pattern.search(line)), None)
