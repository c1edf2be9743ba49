"""Grading of what a learner writes: the judge's label first, then the words of the case."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.coach.judgement import Judgement

from .drills import Rewrite, Trace, Write
from .words import Lists

Fault = Literal["", "empty", "same", "sample", "label", "topic", "avoid", "facet"]
SHORTEST = 4
"""Characters under which a line is no line."""
NOT_TRACING = frozenset({"pitch", "acknowledge", "commitment", "other"})


@dataclass(frozen=True)
class Phrased:
    """Whether a written line passes, the first fault, and what the judge read in it."""

    right: bool
    fault: Fault
    label: str
    unsure: bool
    word: str = ""
    """The word that should not be there."""


def grade_line(drill: Write | Rewrite, judgement: Judgement, language: str) -> Phrased:
    """Grade a line for a write or rewrite drill.

    Where the judge is unsure and the wanted label is a likely one, the words of the case alone decide.
    """
    text = judgement.text
    fault: Fault = ""
    word = _found(text, drill.avoid.of(language)) if drill.avoid else ""
    if _bare(text) == "" or len(_bare(text)) < SHORTEST:
        fault = "empty"
    elif isinstance(drill, Rewrite) and _bare(text) == _bare(drill.pitch.of(language)):
        fault = "same"
    elif word:
        fault = "avoid"
    elif not judgement.may_be((drill.wanted, *drill.also)):
        fault = "label"
    elif not touches(text, drill.keywords, language):
        fault = "topic"
    return Phrased(not fault, fault, judgement.label, judgement.unsure, word)


def grade_trace(drill: Trace, facet: str, cues: Lists, judgement: Judgement, language: str) -> Phrased:
    """Grade a tracing question: it goes for the facet that was asked, and is a question to the customer."""
    fault: Fault = ""
    if len(_bare(judgement.text)) < SHORTEST:
        fault = "empty"
    elif not judgement.unsure and judgement.label in NOT_TRACING:
        fault = "label"
    elif not touches(judgement.text, cues, language):
        fault = "facet"
    return Phrased(not fault, fault, judgement.label, judgement.unsure)


def grade_own(wanted: tuple[str, ...], old: str, judgement: Judgement) -> Phrased:
    """Grade a new wording of a learner's own sentence that had missed `wanted`; the old sentence again is none."""
    fault: Fault = ""
    if len(_bare(judgement.text)) < SHORTEST:
        fault = "empty"
    elif _bare(judgement.text) == _bare(old):
        fault = "same"
    elif not judgement.may_be(wanted):
        fault = "label"
    return Phrased(not fault, fault, judgement.label, judgement.unsure)


def touches(text: str, words: Lists, language: str) -> bool:
    """Say whether `text` holds one of the words; in English a word may also begin one of the text's."""
    return bool(_found(text, words.of(language)) or _found(text, words.zh + words.en))


def _found(text: str, words: tuple[str, ...]) -> str:
    lower = text.lower()
    for word in words:
        low = word.lower()
        if re.match(r"[a-z0-9]", low):
            if re.search(rf"(?<![a-z]){re.escape(low)}", lower):
                return word
        elif low in lower:
            return word
    return ""


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()
