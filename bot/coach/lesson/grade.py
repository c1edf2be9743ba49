"""Grading of quiz items and the pass marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .answers import Given
from .figures import Figure, matches
from .items import Item, Match, Multiple, Number, Order, Single

QUIZ_PASS = 0.8
EXAM_PASS = 0.8
SORT_PASS = 0.75
"""Share of lines of a sort or decide drill: one slip in four is forgiven."""


@dataclass(frozen=True)
class Graded:
    """Whether an answer is right, and which positions (as shown) the right answer has."""

    right: bool
    solution: tuple[int, ...] = ()


def solution(item: Item, layout: tuple[int, ...]) -> tuple[int, ...]:
    """Return the right answer in positions as shown: the right choices, the order, or each left side's right side."""
    if isinstance(item, Single | Multiple):
        return tuple(place for place, original in enumerate(layout) if item.choices[original].right)
    if isinstance(item, Order | Match):
        return tuple(layout.index(original) for original in range(len(layout)))
    return ()


def grade(item: Item, layout: tuple[int, ...], given: Given, language: str) -> Graded:
    """Grade an answer; a multiple choice is right only where all and only the right choices were given."""
    if isinstance(item, Number):
        right = isinstance(given, Figure) and matches(
            given, item.expected(language), item.tolerance, item.unit, language
        )
        return Graded(right)
    wanted = solution(item, layout)
    return Graded(given == wanted, wanted)


def share(rights: Sequence[bool]) -> float:
    """Return the share of right answers, 0 to 1; nothing answered is 0."""
    return sum(rights) / len(rights) if rights else 0.0


def quiz_passed(rights: Sequence[bool]) -> bool:
    """Say whether a quiz is passed: at least 80 % right."""
    return bool(rights) and share(rights) >= QUIZ_PASS - 1e-9
