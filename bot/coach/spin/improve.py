"""Turning a rep's own question into an open, single one by small safe rewrites; None where no rewrite is safe."""

from __future__ import annotations

import re

from bot.language import localise

from .text import plain

_ZH = (
    (r"(?:会不会|是不是会|是否会|会否)影响(?:到)?(.+?)(?:吗|呢)?[?？]?$", r"会怎么影响\1？"),
    (r"会影响(?:到)?(.+?)吗[?？]?$", r"会怎么影响\1？"),
    (r"有没有影响(?:到)?(.+?)[?？]?$", r"怎么影响\1？"),
    (r"(?:有没有|是否有|有无)影响[?？]?$", "有哪些影响？"),
    (r"有影响(?:吗|没有)[?？]?$", "有哪些影响？"),
    (
        r"(?:有没有|是否有|有无)(?:什么|一些|啥)?(问题|困难|麻烦|痛点|难点|不满意的地方|不方便的地方|不足|抱怨|隐患|后果|损失)(?:吗|呢)?[?？]?$",
        r"有哪些\1？",
    ),
    (r"有(问题|困难|麻烦|痛点|难点|抱怨|隐患|损失)吗[?？]?$", r"有哪些\1？"),
    (r"(?:满不满意|满意吗|是否满意|满意不满意)[?？]?$", "哪些地方还不够满意？"),
    (r"(?:顺不顺|顺利吗|顺利不顺利)[?？]?$", "哪一步最不顺？"),
    (r"(?:有没有帮助|有帮助吗|有没有好处|有好处吗)[?？]?$", "最大的帮助在哪里？"),
    (r"(?:能不能|是否能|能否)(提高|降低|减少|缩短|节省|省下|增加)(.+?)(?:吗)?[?？]?$", r"能\1多少\2？"),
    (r"会(?:导致|造成|带来)(?:.{0,8})吗[?？]?$", "会带来什么后果？"),
    (r"(.{2,})(?:会不会|会)(?:出问题|有问题)(?:吗)?[?？]?$", r"\1会出什么问题？"),
)
_EN = (
    (
        r"^(?:do|did) (?:you|your \w+) (?:have|see|face|get|run into|experience) (?:any |some )?(?:problems?"
        r"|issues?|trouble|difficult(?:y|ies)) (with|in|during|on|around) (.+?)\??$",
        r"What gives you the most trouble \1 \2?",
    ),
    (r"^are there (?:any )?(problems|issues|difficulties|complaints) (.+?)\??$", r"Which \1 are there \2?"),
    (
        r"^are you (?:happy|satisfied|content|pleased) with (.+?)\??$",
        r"What would you change about \1?",
    ),
    (
        r"^(does|do|did|would|will|could|can) (.+? )(affect|impact|influence|hurt|hit|slow|delay|help)\b(.*?)\??$",
        r"How \1 \2\3\4?",
    ),
    (
        r"^(?:would|will) (.+? )(save|cut|reduce|free|gain) you (?:any |some )?(money|time|hours|costs?)(.*?)\??$",
        r"How much \3 would \1\2 you\4?",
    ),
    (r"^is there (?:any|an) (impact|effect|cost|risk|consequence) (.+?)\??$", r"What \1 is there \2?"),
)
_TAIL_ZH = re.compile(r"[，,]?\s*(?:对吧|是吧|对不对|对么|不是吗|对吗|是不是)[?？]?$")
_FILLER_EN = re.compile(r"^(?:(?:and|so|but|ok|okay|well|then|now)[,\s]+)+", re.IGNORECASE)


def opened(question: str, language: str) -> str | None:
    """Return the yes/no `question` as an open one, in the script of `language` (zh-Hans, zh-Hant, en), or None."""
    line = plain(question).strip()
    if language == "en":
        return _rewrite(_FILLER_EN.sub("", line), _EN)
    rewritten = _rewrite(_TAIL_ZH.sub("", line), _ZH, anywhere=True)
    return localise(rewritten, language) if rewritten else None


def _rewrite(line: str, rules: tuple[tuple[str, str], ...], *, anywhere: bool = False) -> str | None:
    for pattern, template in rules:
        found = (re.search if anywhere else re.match)(pattern, line, re.IGNORECASE)
        if found:
            text = line[: found.start()] + found.expand(template).strip()
            return text if anywhere else _as_sentence(text)
    return None


def _as_sentence(text: str) -> str:
    # "Does that affect …" leaves its capital behind "How".
    return re.sub(r"^(How) ([A-Z])(?=[a-z])", lambda m: f"{m[1]} {m[2].lower()}", text)
