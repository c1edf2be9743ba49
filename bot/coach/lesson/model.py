"""A lesson, a part of the course, and the course."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import Field, root_validator, validator

from .drills import Drill
from .items import Item
from .words import Lists, Part, Words, too_long

LAST_METHOD = 49
"""Rows of the method map."""


class Card(Part):
    """One idea on one card, with a concrete case."""

    title: Words
    text: Words

    @validator("text")
    def _fits(cls, text: Words) -> Words:
        if fault := too_long(text):
            raise ValueError(fault)
        return text


class Think(Part):
    """A question to think on, and how a seasoned rep sees it."""

    ask: Words
    view: Words


class Lesson(Part):
    """One lesson, as its file has it."""

    number: int = Field(..., ge=1, le=99)
    part: int = Field(..., ge=1)
    requires: tuple[int, ...]
    industry: Words
    methods: tuple[int, ...]
    title: Words
    goal: Words
    cards: tuple[Card, ...]
    think: tuple[Think, ...]
    quiz: tuple[Item, ...]
    reserve: tuple[Item, ...]
    exam: tuple[Item, ...]
    drills: tuple[Drill, ...]
    summary: Words
    tomorrow: Words

    @validator("methods")
    def _rows(cls, methods: tuple[int, ...]) -> tuple[int, ...]:
        if not methods or not all(1 <= row <= LAST_METHOD for row in methods):
            raise ValueError(f"names one or more rows of the method map, 1 to {LAST_METHOD}")
        return methods

    @validator("summary")
    def _fits(cls, summary: Words) -> Words:
        if fault := too_long(summary):
            raise ValueError(fault)
        return summary

    @root_validator(skip_on_failure=True)
    def _counts(cls, values: dict[str, Any]) -> dict[str, Any]:
        for name, low, high in (("cards", 3, 6), ("think", 2, 3), ("quiz", 5, 5), ("reserve", 5, 5), ("exam", 2, 3)):
            if not low <= len(values[name]) <= high:
                raise ValueError(f"{name}: has {len(values[name])}, needs {low if low == high else f'{low} to {high}'}")
        if not 1 <= len(values["drills"]) <= 5:
            raise ValueError("drills: needs 1 to 5")
        if all(drill.kind == "scene" for drill in values["drills"]):
            raise ValueError("drills: at least one that is not a scene")
        return values

    @root_validator(skip_on_failure=True)
    def _ids(cls, values: dict[str, Any]) -> dict[str, Any]:
        pieces = [*values["quiz"], *values["reserve"], *values["exam"], *values["drills"]]
        if len({piece.id for piece in pieces}) < len(pieces):
            raise ValueError("two items or drills have the same id")
        if sorted(item.for_ or "" for item in values["reserve"]) != sorted(item.id for item in values["quiz"]):
            raise ValueError("reserve: each quiz item has exactly one reserve item `for` it")
        if any(item.for_ for item in (*values["quiz"], *values["exam"])):
            raise ValueError("only reserve items are `for` another")
        if len({item.kind for item in values["quiz"]}) < 3:
            raise ValueError("quiz: has fewer than three kinds of items")
        return values

    def item(self, item_id: str) -> Any:
        """Return the quiz, reserve or exam item of this id; raises KeyError."""
        return _by_id((*self.quiz, *self.reserve, *self.exam), item_id)

    def drill(self, drill_id: str) -> Any:
        """Return the drill of this id; raises KeyError."""
        return _by_id(self.drills, drill_id)

    def reserve_of(self, quiz_id: str) -> Any:
        """Return the item that asks the idea of `quiz_id` again; raises KeyError."""
        return _by_id(self.reserve, quiz_id, key="for_")


class CoursePart(Part):
    """A part of the course."""

    number: int
    title: Words
    first: int
    last: int
    """Its first and last lesson."""


@dataclass(frozen=True)
class Course:
    """All parts and lessons."""

    parts: tuple[CoursePart, ...]
    lessons: Mapping[int, Lesson]
    cues: Mapping[str, Lists]
    """Words that show which facet (why, who, when) a tracing question goes for."""

    @property
    def last(self) -> int:
        """Return the number of the last lesson that the parts foresee."""
        return max(part.last for part in self.parts)

    def of_part(self, number: int) -> tuple[Lesson, ...]:
        """Return the lessons of a part in order."""
        return tuple(lesson for _, lesson in sorted(self.lessons.items()) if lesson.part == number)

    def part(self, number: int) -> CoursePart:
        """Return a part by its number; raises KeyError."""
        return _by_id(self.parts, number, key="number")  # type: ignore[no-any-return]


def _by_id(pieces: Iterable[Any], wanted: object, key: str = "id") -> Any:
    for piece in pieces:
        if getattr(piece, key) == wanted:
            return piece
    raise KeyError(wanted)
