"""Quiz items: choose one, choose several, put in order, match, fill in a number."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, validator

from .words import Part, Words

ID = re.compile(r"[a-z][a-z0-9]{0,7}")


class Choice(Part):
    """One choice, whether it is right, and why."""

    text: Words
    right: bool = False
    why: Words


class Base(Part):
    """What all items have."""

    id: str
    ask: Words
    for_: str | None = Field(None, alias="for")
    """The quiz item whose idea a reserve item asks again."""

    @validator("id")
    def _short(cls, value: str) -> str:
        if not ID.fullmatch(value):
            raise ValueError("an id is a lower-case letter and up to seven letters or digits")
        return value


class Single(Base):
    """Exactly one choice is right."""

    kind: Literal["single"]
    choices: tuple[Choice, ...]

    @validator("choices")
    def _one_right(cls, choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
        if not 3 <= len(choices) <= 5 or sum(c.right for c in choices) != 1:
            raise ValueError("a single choice has 3 to 5 choices and exactly one is right")
        return _different(choices)


class Multiple(Base):
    """Two or more choices are right, and at least one is wrong."""

    kind: Literal["multiple"]
    choices: tuple[Choice, ...]

    @validator("choices")
    def _some_right(cls, choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
        right = sum(c.right for c in choices)
        if not 4 <= len(choices) <= 6 or not 2 <= right < len(choices):
            raise ValueError("a multiple choice has 4 to 6 choices, two or more right and at least one wrong")
        return _different(choices)


class Order(Base):
    """Steps, written in the right order and shown in another."""

    kind: Literal["order"]
    steps: tuple[Words, ...]
    why: Words

    @validator("steps")
    def _some(cls, steps: tuple[Words, ...]) -> tuple[Words, ...]:
        if not 3 <= len(steps) <= 6 or len({s.zh for s in steps}) < len(steps):
            raise ValueError("an order has 3 to 6 different steps")
        return steps


class Pair(Part):
    """Two things that belong together."""

    left: Words
    right: Words


class Match(Base):
    """Pairs, written together and shown apart."""

    kind: Literal["match"]
    pairs: tuple[Pair, ...]
    why: Words

    @validator("pairs")
    def _some(cls, pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
        lefts, rights = {p.left.zh for p in pairs}, {p.right.zh for p in pairs}
        if not 3 <= len(pairs) <= 5 or len(lefts) < len(pairs) or len(rights) < len(pairs):
            raise ValueError("a match has 3 to 5 pairs, each side different")
        return pairs


class Number(Base):
    """A number to fill in, right within `tolerance` (absolute, in the same unit)."""

    kind: Literal["number"]
    value: float
    value_en: float | None = None
    """The number in English, where its unit differs (万元, thousand yuan)."""
    tolerance: float = Field(0.0, ge=0)
    unit: Words | None = None
    why: Words

    def expected(self, language: str) -> float:
        """Return the right number in the unit of `language` (`zh` or `en`)."""
        return self.value_en if language == "en" and self.value_en is not None else self.value


Item = Annotated[Single | Multiple | Order | Match | Number, Field(discriminator="kind")]
"""Any quiz item."""


def _different(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    if len({c.text.zh for c in choices}) < len(choices) or len({c.text.en for c in choices}) < len(choices):
        raise ValueError("two choices have the same text")
    return choices
