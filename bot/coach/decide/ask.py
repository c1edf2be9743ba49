"""The one question that tells most about an unclear case, chosen by what is known; and reading its answer."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.coach.decide.signs import find_signs
from bot.coach.decide.verdict import Facts
from bot.coach.text import plain

QUESTIONS = ("evaluation", "leader", "paper", "raised")
MOST = 3
"""How many questions a case is asked at most."""
VALUES: dict[str, tuple[str, ...]] = {
    "evaluation": ("over", "open"),
    "leader": ("us", "rival", "level"),
    "paper": ("award", "draft", "none"),
    "raised": ("decider", "user", "buyer"),
}
"""The answers that are offered as buttons; “don't know” is always there too."""
UNKNOWN = re.compile(
    r"不(?:太|大|是很)?(?:知道|清楚|确定|晓得|了解)|没(?:有)?(?:问|打听|说|讲|透露)|说不(?:好|准|清)|"
    r"没(?:有)?数|忘了|不记得|\b(?:couldn't (?:say|tell)|hard to (?:say|tell)|won't say|wouldn't say|"
    r"no one knows|who knows|no info\w*|"
    r"haven't (?:a clue|heard)|not clear|don't know|dont know|no idea|not sure|no clue|unsure|haven't asked|"
    r"didn't ask|idk|dunno|"
    r"can't (?:say|tell)|nobody (?:says|knows))\b",
    re.ASCII,
)
HOPED = re.compile(
    r"应该|可能|大概|估计|感觉|好像|似乎|八成|多半|但愿|(?:我们|领先)吧|"
    r"\b(?:i (?:think|guess|hope|believe|suppose)|probably|maybe|perhaps|should be|might|hopefully|seems?|"
    r"feels? like)\b",
    re.ASCII,
)
"""A rep's hope is no fact: who is ahead, or that there is a yes, has to be known."""
IN_THE_RUNNING = re.compile(
    r"还有.{0,6}家|(?:也|都)在(?:谈|比|报|试|跟)|\b(?:also|too|another (?:one|vendor|supplier)|others?) (?:is |are )?"
    r"(?:in (?:it|there|the (?:race|running))|bidding|quoting|talking)\b",
    re.ASCII,
)
AHEAD = re.compile(
    r"领先|在前|占先|第一|倾向|偏向|看好|更|差不多|不相上下|\b(?:ahead|lead\w*|front|first|favou?r\w*|prefer\w*|level)\b"
)
"""Somebody else who is in the running too is not therefore ahead."""
_READ: dict[str, tuple[tuple[str, str], ...]] = {
    "evaluation": (
        (
            "open",
            r"没(?:有)?(?:结束|完|定)|还(?:没|在|要)|未|进行|正在|在(?:比|评|试)|^[\s，,。.!！]*(?:没|没有|"
            r"否)[\s，,。.!！]*$|"
            r"^[\s，,。.!！]*(?:no|nope|not yet)(?:[\s，,。.!！]*$|,)|\bstill\b|"
            r"not (?:over|finished|done|closed|yet)|running|"
            r"on ?going|in (?:progress|the middle)|under way|underway|halfway|mid-?way|pending|"
            r"comparing|evaluating|testing|shortlist\w*|(?:two|three|four|five|several|other) (?:others?|left|"
            r"in the (?:race|running))|"
            r"ongoing|isn't|(?:也|都)在(?:谈|比|报|试|评)|还有.{0,6}家|"
            r"hasn't|open",
        ),
        (
            "over",
            r"结束|完了|评完|定了|出来了|过了|已经|早就|^[\s，,。.!！]*(?:是|对)(?:的)?[\s，,。.!！]*$|"
            r"^[\s，,。.!！]*(?:yes|yep|yeah)\b|"
            r"\b(?:over|closed|finished|done|ended|complete(?:d)?|decided|wrapped up|concluded|"
            r"made up their minds?|scored|results? (?:are|is) (?:in|out))\b",
        ),
    ),
    "leader": (
        (
            "level",
            r"差不多|不相上下|打平|五五|平手|各有|势均|\b(?:level|even|tied?|close|neck and neck|head to head|"
            r"toss-?up|coin flip|same|"
            r"fifty[- ]fifty|50[/-]50|equal)\b",
        ),
        (
            "rival",
            r"对手|别(?:人|家)|他们(?:那|家)|另一家|不是我们|落后|竞品|老供应商|现有|^[\s，,。.!！]*(?:b|没|"
            r"不是)[\s，,。.!！]*$|"
            r"\b(?:rival|competitor|they (?:lead|do|are)|the other|other (?:one|side|guys?)|not us|behind|"
            r"incumbent|second|third|fourth|last|someone else|somebody else|losing|trailing|underdog|"
            r"existing (?:supplier|vendor)|"
            r"(?:their|the) (?:current|old) (?:supplier|vendor|provider))\b",
        ),
        (
            "us",
            r"我(?:们|家|司|方)|咱|^[\s，,。.!！]*(?:是|对)(?:的)?[\s，,。.!！]*$|领先|第一|\b(?:us|we|we're|"
            r"ours|me|ahead|first|"
            r"leading|front[- ]runner|favou?rites?|preferred|on top|top|yes)\b",
        ),
    ),
    "paper": (
        (
            "none",
            r"没(?:有)?(?:任何|什么)?(?:草|合同|东西|文件|书面)|什么都没|^[\s，,。.!！]*(?:没|没有|"
            r"无)[\s，,。.!！]*$|"
            r"^[\s，,。.!！]*(?:nothing|none|no)\b|\bnothing\b",
        ),
        (
            "award",
            r"中标|中选|通知书|定标|排产|公示|口头(?:答应|定|说好|同意)|答应了|盖(?:了|完)章|用印|"
            r"(?<!没)签(?:了|好|完)|订单|"
            r"\b(?:award\w*|countersigned|(?<!not )(?<!nothing )(?<!isn't )(?<!un)signed|verbal|loi|"
            r"letter of intent|po\b|purchase order|notice|said yes|shook hands|go-ahead|green light|nod|minuted|"
            r"handshake)\b",
        ),
        (
            "draft",
            r"草|模板|初稿|合同|法务|条款|协议|"
            r"\b(?:draft\w*|redlin\w*|legal|contract|template|terms|order form|msa|sow|paperwork|agreement|"
            r"proposal|quote)\b",
        ),
        ("none", r"都没|还没|\bnot yet\b"),
    ),
}
_COMPILED = {
    question: tuple((value, re.compile(pattern, re.ASCII)) for value, pattern in pairs)
    for question, pairs in _READ.items()
}


def next_question(text: str, facts: Facts, asked: Collection[str]) -> str | None:
    """Return the question that tells most now, or None where the three are spent or nothing is left to ask."""
    if len(asked) >= MOST:
        return None
    signs = {sign.name for sign in find_signs(text)}
    over = facts.get("evaluation") == "over" or "over" in signs
    papers = "draft" in signs or facts.get("paper") == "draft"
    # With the comparison behind them, or a draft going round, all hangs on who is ahead; before that, on its end.
    order = (
        ["leader", "paper", "evaluation", "raised"] if over or papers else ["evaluation", "leader", "paper", "raised"]
    )
    if over:
        order.remove("evaluation")
    if papers:
        order.remove("paper")
    return next((question for question in order if question not in asked and question not in facts), None)


def told_beside(question: str, text: str) -> dict[str, str]:
    """Return what an answer tells on the other questions: how far the comparison is, what is on paper."""
    others = [other for other in ("evaluation", "paper") if other != question]
    found = {other: read_fact(other, text) for other in others}
    return {other: value for other, value in found.items() if value not in (None, "unknown", "none")}


def read_fact(question: str, text: str) -> str | None:
    """Return what an answer says (a value, `unknown`, or the words for `raised`); None where nothing."""
    line = plain(text)
    if UNKNOWN.search(line):
        return "unknown"
    if question == "raised":
        return text.strip() or None
    if question == "leader" and IN_THE_RUNNING.search(line) and not AHEAD.search(line):
        return None
    value = next((value for value, pattern in _COMPILED[question] if pattern.search(line)), None)
    hoped = (question, value) in (("leader", "us"), ("paper", "award")) and HOPED.search(line)
    return "unknown" if hoped else value
