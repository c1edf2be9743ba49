"""Who set a demand, from an answer to “who said so”: the whole name as the rep gave it, and the role behind it."""

from __future__ import annotations

import re

from bot.coach.text import plain
from bot.coach.trace.people import SAID_HEAD, SAID_TAIL, SET_BY, SETS, SURNAMES, Person, mentions

LONGEST_NAME = 48
"""Characters: a longer stretch is a sentence about somebody, not a name."""
_NO_NAME_WORDS = (
    "the their our they she he it its i we you my his her and but or so not no nope well because that this these "
    "those somebody someone nobody everyone anyone maybe probably yes yeah ok okay sorry just only same from by "
    "old new peak head chief senior is was were if when as at in on to for of with who what why there here all "
    "both most some one two engineering finance purchasing procurement legal quality production operations "
    "management sales marketing corporate security customer client rfp rfq spec tender contract monday tuesday "
    "wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december spring summer autumn winter christmas easter"
)
_NO_NAME = frozenset(_NO_NAME_WORDS.split())
_LATIN = re.compile(
    r"(?<![A-Za-z'’])[A-Z][a-zà-öø-ÿ]*(?:['’-][A-Za-z]+)*(?:\s+(?:(?:de|van|von|der|da|del)\s+)?[A-Z][\w'’-]*){0,2}"
)
_HAN = re.compile(rf"(?:[{SURNAMES}]|欧阳|司马|上官|诸葛)[\u4e00-\u9fff]{{1,2}}")
_HAN_AFTER = re.compile(rf"[{SURNAMES}](?:总监|经理|主任|工|总|姐|哥|董|老师|师傅|科|处|部|院|厂)|[老小][{SURNAMES}]")
"""A short name that follows a post without a mark: “采购张姐”."""
_VERBS = re.compile(r"[不没要想被为因就了得再还都也去来做给让说能会]")
_CLAUSE = re.compile(r"[^，,。；;！!\n]+")
_EDGE = re.compile(r"[。；;！!?？\n]|\.(?=\s|$)|[，,]\s*(?=(?:而|但|就|是|not|but|it|he|she|they)\b)")
_DENIED = re.compile(
    r"(?:(?<!是)不是|并非|不算|倒不是|而不是|\b(?:not|wasn't|isn't|neither|nor|never|rather than|instead of)"
    r"(?: (?:really|just|from|by|actually))?)\s*(?:the |our |their |in |从)?\s*$"
)
_PASSED_ON = re.compile(
    r"转(?:给|告|发|述|达|过来)|传(?:话|达|过来|的话)|只是(?:传|转|带)|发给我|\b(?:passed (?:it|that|this|"
    r"them) (?:on|along)|"
    r"forwarded|relayed|just the messenger|only the messenger|sent (?:it|that|this) (?:on|over|to)|cc'?d)\b"
)
_GAP = re.compile(
    r"(?:部|科|处|组|中心|里|车间)?(?:那边|这边)?(?:的|里的)?\s*|\s*[，,、（(]\s*(?:叫|就是|也就是)?\s*|"
    r"[\s,(–-]*(?:(?:who is|who's|he is|he's|she is|she's|from|in|of|at|for|over in|our|the|their|a|an|called|named|"
    r"head|vp|chief|new|senior)\b[\s,]*)*"
)
_JOINS = re.compile(r"\s*(?:部|科|处|组|中心|里|车间)?(?:那边|这边)?(?:的|里的)?\s*|\s*\b(?:from|in|of|at|over in)\b.*")
_SENTENCE = re.compile(r"[,，.。;；]|说|是|\b(?:said|says|asked|because|so|since)\b")
_DETERMINER = re.compile(r"\b(?:the|their|our|his|her)\s+(?:head of\s+)?$|\bhead of\s+(?:the\s+)?$")


def set_by(text: str) -> Person | None:
    """Return who set the demand, of all that an answer names: not the denied, not who only passed it on."""
    named = _apposed(text, _wide(text, mentions(text)))
    line = plain(text)
    standing = [each for each in named if not _DENIED.search(line[: each[0]])] or (
        [] if _DENIED.search(line) else named
    )
    own = [each for each in standing if not _PASSED_ON.search(_clause(line, *each[:2]))] or standing
    others = [each for each in own if each[2] != "procurement"] or own
    setting = [each for each in others if SETS.match(line, each[1]) or SET_BY.search(line[: each[0]])]
    if not others:
        return None
    start, end, role = (setting or others[:1])[-1]
    return Person(_called(text, line, start, end), role)


def everyone(text: str) -> tuple[Person, ...]:
    """Return all whom an answer names, each as a whole, also by a bare name."""
    return tuple(Person(text[a:b], role) for a, b, role in _apposed(text, _wide(text, mentions(text))))


def passed_on(text: str) -> bool:
    """Say whether an answer tells only who handed the demand over."""
    return bool(_PASSED_ON.search(plain(text)))


def denied(text: str) -> bool:
    """Say whether an answer takes somebody back (“not the owner, the CFO”)."""
    line = plain(text)
    return any(_DENIED.search(line[:start]) for start, _, _ in _wide(text, mentions(text)))


Mention = tuple[int, int, "str | None"]


def _wide(text: str, found: list[Mention]) -> list[Mention]:
    """Add names that only an answer to “who” shows: capitalised words, and a clause that is a Chinese full name."""
    more: list[Mention] = []
    for match in _LATIN.finditer(text):
        start = match.start()
        for word in re.finditer(r"\S+", match.group()):
            if plain(word.group()) not in _NO_NAME:
                start = match.start() + word.start()
                more.append((start, match.end(), None))
                break
    line = plain(text)
    for match in _CLAUSE.finditer(line):
        bare = SAID_TAIL.sub("", SAID_HEAD.sub("", match.group().strip())).strip()
        if _HAN.fullmatch(bare) and not _VERBS.search(bare):
            start = line.index(bare, match.start())
            more.append((start, start + len(bare), None))
    for _, end, _ in found:
        if after := _HAN_AFTER.match(line, end):
            more.append((*after.span(), None))
    kept = [each for each in more if not any(each[0] < end and start < each[1] for start, end, _ in found)]
    return sorted([*found, *kept], key=lambda each: each[:2])


def _apposed(text: str, found: list[Mention]) -> list[Mention]:
    """Join what names one person: “质量部的老孙”, “Karen, the warehouse manager”."""
    joined: list[Mention] = []
    for start, end, role in found:
        if joined:
            first, last, known = joined[-1]
            gap = text[last:start]
            one = known is None or role is None or known == role or _JOINS.fullmatch(plain(gap))
            if one and _GAP.fullmatch(plain(gap)) and end - first <= LONGEST_NAME:
                joined[-1] = (first, end, known or role)
                continue
        joined.append((start, end, role))
    return joined


def _called(text: str, line: str, start: int, end: int) -> str:
    bare = SAID_TAIL.sub("", SAID_HEAD.sub("", text.strip())).strip(" ,，.。")
    if len(bare) <= end - start + 12 and not _SENTENCE.search(plain(bare)) and not _PASSED_ON.search(plain(bare)):
        return bare
    lead = _DETERMINER.search(line[:start])
    return text[lead.start() if lead else start : end].strip(" ,，")


def _clause(line: str, start: int, end: int) -> str:
    before = [match.end() for match in _EDGE.finditer(line, 0, start)]
    after = _EDGE.search(line, end)
    return line[before[-1] if before else 0 : after.start() if after else len(line)]
