"""The verdict on a case: objection, concern or unclear, from the judge, the signs, and the rep's answers."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.coach.decide.signs import EDGE, Sign, clause, find_signs
from bot.coach.judgement import Judgement
from bot.coach.text import plain

OBJECTION_SIGNS = frozenset({"dropped", "rival", "open", "no_intention", "renewal"})
SURE = 0.9
"""The judge's confidence from which a draft alone does not make a case unclear."""
_BEHIND = re.compile(
    r"差第一|第[二三四五六]|倒数|垫底|落后|中标的是|陪(?:标|跑)|走(?:个|一下|一遍)?(?:流程|过场)|"
    r"points (?:off|behind|short)|second place|(?:second|third|fourth|last)\b|third quote|column fodder|"
    r"(?:got|has|have) the (?:deal|award|contract|verbal|nod)",
    re.ASCII,
)
"""Words for a place behind somebody else that nothing else can mean."""
_TAKEN_BACK = re.compile(
    r"改(?:签|用|买|定)了|作废|(?:收|撤)回|不(?:要|选)我们了|重新(?:招标|比选)|流标|废标|"
    r"dropped us|pulled|tore|overturned|fresh numbers|re-?tender|taken back|withdrew|changed their mind",
    re.ASCII,
)
"""Words for an award that was taken back."""
TURNED = re.compile(
    r"又|重新|后来|本来|原来|原先|当初|结果|现在改|变卦|之前|上次|上回|去年|\b(?:again|then|since|originally|"
    r"first|at first|before|had|now|used to|re-?\w+ed|overturned|board)\b",
    re.ASCII,
)
STRONG_OPEN = re.compile(
    r"还(?:在|要)(?:比|选|评)|还没(?:有)?(?:定|选|开标|评)|没(?:有)?(?:定|选)(?:下来|供应商)|"
    r"(?:招标|开标|评标|评审|评估|比选)(?:都|也)?(?:还)?(?:没|未)(?:有)?(?:开始|启动|做|结束|完)|还没(?:有)?(?:开始)?(?:招标|评标|评估|比选)|"
    r"(?:tender|evaluation|bidding|selection)(?: process)? (?:has not|hasn't|is not|isn't|did not|didn't)(?: even)?"
    r"(?: yet)? "
    r"(?:started?|opened?|begun|over|finished|closed)|"
    r"still (?:comparing|evaluating|deciding|choosing)|haven't (?:picked|chosen|decided)|hasn't (?:picked|"
    r"chosen|decided)|not (?:yet )?decided|no decision|tender(?:'s| is) (?:still )?open",
    re.ASCII,
)
STRONG_RIVAL = re.compile(
    r"(?:选|定|签)(?:了|的是|给)(?:对手|别家|另一家|别人)|中(?:标)?的是|(?:went|signed) with|got the (?:deal|award)",
    re.ASCII,
)
Facts = Mapping[str, str]
"""What the rep answered: `evaluation` open/over, `leader` us/rival/level, `paper` none/draft/award/signed, `raised`."""


@dataclass(frozen=True)
class Quote:
    """Evidence: the words, and the sign they show (`clause` where only the judge tells)."""

    text: str
    sign: str


@dataclass(frozen=True)
class Verdict:
    """`label` with the evidence for it; `contradiction` holds two statements that cannot both stand."""

    label: str
    quotes: tuple[Quote, ...] = ()
    contradiction: tuple[str, str] | None = None


def decide(text: str, judgement: Judgement, facts: Facts, answers: Mapping[str, str] | None = None) -> Verdict:
    """Decide a case of all that was told; `answers` are the rep's words by question, quoted as evidence."""
    signs = find_signs(text)
    answers = answers or {}
    if clash := contradiction(text, signs, facts, answers):
        return Verdict("contradiction", contradiction=clash)
    label = _from_facts(facts, {sign.name for sign in signs}) or _from_judge(judgement, signs)
    quotes = [Quote(words, key) for key, words in answers.items() if facts.get(key) not in (None, "", "unknown")]
    told = [Quote(clause(text, sign.start, sign.end), sign.name) for sign in signs if _supports(sign.name, label)]
    return Verdict(label, _distinct(quotes + told)[:4])


def contradiction(text: str, signs: Sequence[Sign], facts: Facts, answers: Mapping[str, str]) -> tuple[str, str] | None:
    """Return two statements of the rep that cannot both stand, or None."""
    line = plain(text)
    us = [sign for sign in signs if sign.name == "us"]
    if any(sign.name in ("dropped", "renewal") for sign in signs):
        us = []
    if us and not TURNED.search(line):
        other = STRONG_OPEN.search(line) or STRONG_RIVAL.search(line)
        if other and not any(other.start() < sign.end and sign.start < other.end() for sign in us):
            return us[0].text, text[slice(*other.span())].strip()
    pairs = (
        ("evaluation", "open", "paper", ("award", "signed")),
        ("leader", "rival", "paper", ("award", "signed")),
    )
    for one, value, two, values in pairs:
        if facts.get(one) == value and facts.get(two) in values:
            return answers.get(one, ""), answers.get(two, "")
    if us and facts.get("evaluation") == "open":
        return us[0].text, answers.get("evaluation", "")
    if us and facts.get("leader") == "rival":
        return us[0].text, answers.get("leader", "")
    return None


def decisive_clauses(text: str, confidence: Callable[[str], float], count: int = 2) -> tuple[str, ...]:
    """Return the clauses without which the judge would be least sure, in their order.

    `confidence` gives the judge's for the verdict on a text.
    """
    edges = [0, *(match.end() for match in EDGE.finditer(text)), len(text)]
    clauses = [(a, b) for a, b in itertools.pairwise(edges) if len(re.findall(r"\w", text[a:b])) >= 3]
    if len(clauses) <= count:
        return tuple(text[a:b].strip(" ，。,;；.!！?？\n") for a, b in clauses) or (text.strip(),)
    without = sorted((confidence(text[:a] + text[b:]), a, b) for a, b in clauses)[:count]
    return tuple(text[a:b].strip(" ，。,;；.!！?？\n") for _, a, b in sorted(without, key=lambda each: each[1]))


def _distinct(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Leave out what is quoted as a part of another quote already."""
    kept: list[Quote] = []
    for quote in quotes:
        if not any(plain(quote.text) in plain(other.text) for other in kept):
            kept.append(quote)
    return tuple(kept)


def _from_facts(facts: Facts, signs: set[str]) -> str | None:
    paper, leader, evaluation = facts.get("paper"), facts.get("leader"), facts.get("evaluation")
    if leader == "rival" or evaluation == "open":
        return "objection"
    if paper in ("award", "signed"):
        return "concern"
    if leader == "us" and (evaluation == "over" or "over" in signs or "us" in signs):
        return "concern"
    if leader == "level":
        return "objection"
    return "unclear" if facts.get("settled") == "unclear" else None


def _from_judge(judgement: Judgement, signs: Sequence[Sign]) -> str:
    names = {sign.name for sign in signs}
    against = bool(names & OBJECTION_SIGNS)
    if "blind" in names and "us" not in names and not against:
        return "unclear"  # the rep says that the stage is not known
    if judgement.label != "objection" and not names & {"us", "blind"} and any(map(_lost, signs)):
        return "objection"  # a place in the ranking, or an award that was taken back, needs no judge
    if "draft" in names and "us" not in names and judgement.label == "concern" and judgement.confidence < SURE:
        return "unclear"  # a draft going round is no choice
    if "no_intention" in names and not names & {"us", "blind", "draft", "over"} and judgement.label == "unclear":
        return "objection"  # no budget, no plan: there is nothing to have chosen
    if not judgement.unsure:
        # Words that show no choice outweigh a judge who is sure of one so far that we ask.
        return "unclear" if judgement.label == "concern" and against and "us" not in names else judgement.label
    if "us" in names and not against:
        return "concern"
    return "objection" if against and "us" not in names else "unclear"


def _lost(sign: Sign) -> bool:
    words = plain(sign.text)
    return bool(_TAKEN_BACK.search(words) if sign.name == "dropped" else sign.name == "rival" and _BEHIND.search(words))


def _supports(sign: str, label: str) -> bool:
    if label == "concern":
        return sign in ("us", "over")
    if label == "objection":
        return sign in OBJECTION_SIGNS
    return sign in ("silence", "draft", "over", "blind")
