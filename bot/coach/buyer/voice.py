"""Choosing words: hand-written lines by slot and mood, none said twice in a talk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from random import Random
from zlib import crc32

from .noise import HAN
from .scene import Person
from .state import State

Lines = Callable[[str, str], tuple[str, ...]]
"""Common lines: (file.slot, language) to wordings; an empty tuple where there are none."""

SENTENCE = re.compile(r"(?<=[。！？…])(?![。！？…”）」])|(?<=[.!?])\s+")

FALLBACK = {
    "implication_unsaid": "implication_nothing",
    "offsheet_any": "remark",
    "remark": "gesture",
    "told_before": "remark",
    "pitch_early_again": "pitch_early",
    "payoff_early": "payoff_nothing",
    "payoff_nothing": "other",
    "ack_warm": "other",
    "ack_empty": "other",
    "ack_early": "other",
    "confirm_figure": "confirm_no",
    "our_firm": "other",
    "confirm_yes": "confirm_vague",
    "confirm_vague": "other",
    "other": "remark",
    "implication_out": "told_before",
    "payoff_out": "told_before",
    "problem_out": "told_before",
    "trace_out": "told_before",
}


def sentences(text: str) -> list[str]:
    """Split a reply into its sentences."""
    return [part.strip() for part in SENTENCE.split(text) if part and part.strip()]


# Every turn asks of each answer of what is out whether it was said.
@lru_cache(maxsize=16384)
def prints(text: str) -> tuple[int, ...]:
    """Return a fingerprint for each sentence of weight; "All right." counts only where it is all that is said."""
    weighty = [s for s in sentences(text) if re.search(r"\w", s)]
    full = [s for s in weighty if len(s.split()) > 2 or len(HAN.findall(s)) > 4]
    return tuple(crc32(re.sub(r"[\W_]+", "", s).lower().encode()) for s in full or weighty)


def _next(name: str) -> str | None:
    if name == "gesture":
        return None
    return FALLBACK.get(name) or ("offsheet_any" if name.startswith("offsheet_") else "remark")


class Voice:
    """The words of one person in one turn."""

    def __init__(self, lines: Lines, state: State, rng: Random) -> None:
        self.lines, self.state, self.rng = lines, state, rng

    def fresh(self, options: Iterable[str]) -> str | None:
        """Return one of `options` of which no sentence was said, and note it; None where all were."""
        said = set(self.state.said)
        left = [text for text in options if not said.intersection(prints(text))]
        if not left:
            return None
        text = left[self.rng.randrange(len(left))]
        self.state.said.extend(prints(text))
        return text

    def first(self, options: Iterable[str]) -> str | None:
        """Return the first of `options` of which no sentence was said, and note it; None where all were."""
        for text in options:
            if found := self.fresh((text,)):
                return found
        return None

    def slot(self, slot: str, person: Person, fields: Mapping[str, str] | None = None) -> str | None:
        """Return an unused wording of a slot or of those it falls back to; None where all are used up."""
        seen: set[str] = set()
        name: str | None = slot
        while name and name not in seen:
            seen.add(name)
            for options in self._tiers(name, person):
                if fields:
                    options = tuple(text.format(**fields) for text in options)
                if text := self.fresh(options):
                    return text
            name = _next(name)
        return None

    def _tiers(self, slot: str, person: Person) -> Iterable[tuple[str, ...]]:
        language, mood = self.state.language, self.state.mood()
        for name in (f"{slot}_{mood}", slot):
            own = tuple(person.voice.get(name, {}).get(language, ()))
            yield own + self.lines(f"buyer_{person.temper}.{name}", language)
        yield self.lines(f"buyer_common.{slot}_{mood}", language)
        yield self.lines(f"buyer_common.{slot}", language)
