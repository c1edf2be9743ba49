"""Judging a rep's own letter: are the four parts there, was it all said, do both sides do something, does it sell?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.coach.buyer import Item
from bot.coach.buyer.indexes import answer_index, question_index
from bot.coach.judgement import Judgement
from bot.coach.lesson.figures import figures
from bot.coach.scorecard import Played
from bot.coach.text import covered

ABOUT = 0.34
"""The score from which a sentence of a letter is about an item."""
NAMED = 0.6
"""The share of an item's name that stands in a sentence about it."""
SURELY = 0.5
"""The score from which a sentence surely speaks of something that was never said."""
PITCH = 0.6
SMALL = 10
"""Numbers under it are in every letter."""
SHORTEST = {"zh": 40, "en": 30}
"""A letter has so many characters (zh) or words (en) at least."""

GOAL = re.compile(
    r"目标|希望(达到|实现|做到)|想要?(达到|实现|做到)|为了|[您他](们|这边)?(最|真正)?(希望|想|要的)|贵(司|公司|"
    r"方)(希望|想)"
    r"|goals?\b|objective|aim\b|want(s|ed)? to|achieve|\byou (really |most )?(want|wish|would like)\b",
    re.IGNORECASE,
)
OURS = re.compile(
    r"我(们|方)?(这边|司)?(会|将|来|负责|下?周|周[一二三四五六日天]|明天|带|准备|提交|发|安排|把|给您|寄|整理|去)|"
    r"由我(们)?|我司|我方"
    r"|\b(we|i)('ll| will| shall| am going to| are going to)\b"
    r"|\bour (side|part|engineer|team)\b|\bwe (send|bring|prepare)\b",
    re.IGNORECASE,
)
THEIRS = re.compile(
    r"(请|烦请|麻烦|有劳)(您|贵|你们|[一-龥]{1,4}(总|经理|厂长|主任|董)"
    r"|[一-龥]{1,6}?(下?周[一二三四五六日天]|明天)?(带|把|给|提供|安排|来|准备|发|寄|参加|确认))"
    r"|(您|贵)(这边|方|司|公司|那边|们)?(会|将|来|负责|安排|提供|确认|给|把|请|准备)"
    r"|\b(please|could you|would you|your (side|team|part|people|colleagues)"
    r"|you('ll| will| provide| send| let| give| arrange))\b",
    re.IGNORECASE,
)
OFFER = re.compile(
    r"(我们|我司|我方|本公司)的?(系统|平台|产品|方案|设备|软件|服务|技术)|\bour (\w+ )?(platform|system|product|"
    r"solution|software|service)",
    re.IGNORECASE,
)
WHEN = re.compile(
    r"周[一二三四五六日天]|星期[一二三四五六日天]|\d+\s*[月号日]|[一二三四五六七八九十]+[月号日]|明天|后天|下周|本周|"
    r"月底|两周|之前|以前"
    r"|\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(january|february|march|april|may|june|july|august|september|"
    r"october"
    r"|november|december)\b|\btomorrow\b|\bnext week\b|\bby (the )?\d|\bin two weeks\b",
    re.IGNORECASE,
)
DATE = re.compile(
    r"\d{1,4}\s*年|[\d一二三四五六七八九十]{1,3}\s*(月|日|号|点|时|分)|\d{1,2}[:：]\d{2}|\d{1,2}\s*(am|pm|o'clock)\b|"
    r"\d{4}-\d{1,2}-\d{1,2}"
    r"|\d{1,2}(st|nd|rd|th)?\s+(of\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*"
    r"|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\s+\d{1,2}(st|nd|rd|th)?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r".+?(?:[。！？!?；;\n]+|\.(?=\s|$)|$)", re.DOTALL)


@dataclass(frozen=True)
class Verdict:
    """What a letter holds and what it should not; texts are quotes from it."""

    goal: bool
    situation: bool
    needed: bool
    ours: bool
    theirs: bool
    dated: bool
    short: bool
    figures: tuple[str, ...] = ()
    """Numbers that nobody said in the talk, each in its sentence."""
    unsaid: tuple[str, ...] = ()
    """Sentences about what never came out."""
    personal: tuple[str, ...] = ()
    """Sentences that put a person's own wish on paper."""
    pitches: tuple[str, ...] = ()

    @property
    def good(self) -> bool:
        """Say whether nothing is left to mend."""
        parts = (self.goal, self.situation, self.needed, self.ours, self.theirs, self.dated)
        return all(parts) and not (self.short or self.figures or self.unsaid or self.personal or self.pitches)


def sentences(text: str) -> list[str]:
    """Return the sentences of a letter, headings and bullets without their marks."""
    found = (match.group().strip(" \t#*-·•>") for match in _SENTENCE.finditer(text))
    return [sentence for sentence in found if re.search(r"\w", sentence)]


def judge_letter(text: str, played: Played, moves: Sequence[Judgement]) -> Verdict:
    """Judge a letter (Simplified characters) against its talk; `moves` are its sentences as the judge labels them."""
    known = [played.scene.by_id[i] for i in played.end.revealed if i in played.scene.by_id]
    lines = sentences(text)
    scored = [(line, _scores(played, line)) for line in lines]

    def about(*kinds: str, among: Sequence[tuple[str, dict[str, float]]] = scored) -> bool:
        items = [i for i in known if i.kind in kinds]
        return any(
            scores.get(i.id, 0.0) >= ABOUT or covered(i.called(played.language), line) >= NAMED
            for line, scores in among
            for i in items
        )

    # A wish that is put as the end of a trouble they told is a goal in their words too.
    wished = [(line, scores) for line, scores in scored if GOAL.search(line)]

    size = len(text.split()) if played.language == "en" else len(text)
    return Verdict(
        goal=bool(wished) and (about("need", "payoff", "goal") or about("problem", "implication", among=wished)),
        situation=about("problem", "implication", "fear"),
        needed=about("requirement", "payoff", "need", "goal", "facet"),
        ours=bool(OURS.search(text)),
        theirs=bool(THEIRS.search(text)),
        dated=bool(WHEN.search(text)),
        short=size < SHORTEST[played.language],
        figures=tuple(_unknown_figures(lines, played, known)),
        unsaid=tuple(_unsaid(played, scored)),
        personal=tuple(_personal(played, scored)),
        pitches=tuple(m.text.strip() for m in moves if _pitches(played, known, m)),
    )


def _pitches(played: Played, known: Sequence[Item], move: Judgement) -> bool:
    """Say whether a sentence sells; what retells their troubles and demands does not, however firm it sounds."""
    if move.label != "pitch" or move.confidence < PITCH or move.unsure:
        return False
    told = [i.id for i in known if i.kind in ("problem", "implication", "fear", "fact", "requirement", "facet")]
    scores = _scores(played, move.text)
    return bool(OFFER.search(move.text)) or max((scores.get(i, 0.0) for i in told), default=0.0) < ABOUT


def _scores(played: Played, line: str) -> dict[str, float]:
    said = answer_index(played.scene, played.language).scores(line)
    asked = question_index(played.scene, played.language).scores(line)
    return {item: max(score, asked.get(item, 0.0)) for item, score in said.items()}


def _unknown_figures(lines: Iterable[str], played: Played, known: Sequence[Item]) -> Iterable[str]:
    told = [t for item in known for texts in item.says.values() for t in texts]
    told += [said.text for said in played.said] + [said.heard for said in played.said]
    told += [t for s in played.scene.steps if s.id == played.end.agreed for texts in s.says.values() for t in texts]
    told += [t for texts in played.scene.brief.values() for t in texts.values()]
    values = {round(value, 4) for text in told for value in _values(text)}
    for line in lines:
        if any(value >= SMALL and round(value, 4) not in values for value in _values(DATE.sub(" ", line))):
            yield line


def _values(text: str) -> list[float]:
    return [f.value * f.scale for f in figures(text)]


def _unsaid(played: Played, scored: Sequence[tuple[str, dict[str, float]]]) -> Iterable[str]:
    have = set(played.end.revealed)
    kinds = ("problem", "implication", "need", "fact", "fear", "facet")
    hidden = [i for i in played.scene.of_kind(*kinds) if i.id not in have]
    heard = " ".join(text for said in played.said for text in (said.text, said.heard)).lower()
    for line, scores in scored:
        best = max((scores[i.id] for i in hidden if not _heard(i, line.lower(), heard, played.language)), default=0.0)
        if best >= SURELY and best > max((scores.get(i, 0.0) for i in have), default=0.0) + 0.1:
            yield line


def _heard(item: Item, line: str, heard: str, language: str) -> bool:
    """Say whether all words of an item that stand in a line were said in the talk: it may be about what came out."""
    words = [word.lower() for word in item.words.get(language, ()) if word.lower() in line]
    return bool(words) and all(word in heard for word in words)


def _personal(played: Played, scored: Sequence[tuple[str, dict[str, float]]]) -> Iterable[str]:
    own = [n.id for n in played.scene.of_kind("need") if n.level == "personal"]
    others = [i.id for i in played.scene.items if i.id not in own]
    for line, scores in scored:
        best = max((scores[i] for i in own), default=0.0)
        if best >= SURELY and best > max(scores[i] for i in others):
            yield line
