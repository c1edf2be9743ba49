"""Drills: what a learner writes, sorts, decides, traces, rewrites, plays or calculates."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, root_validator, validator

from bot.coach.judgement import LABELS

from .items import ID
from .words import Lists, Part, Words


class Base(Part):
    """What all drills have: an id, the customer and the situation, and the task in one or two sentences."""

    id: str
    scene: Words
    ask: Words

    @validator("id", check_fields=False)
    def _short(cls, value: str) -> str:
        if not ID.fullmatch(value):
            raise ValueError("an id is a lower-case letter and up to seven letters or digits")
        return value


class Phrased(Base):
    """A line that the learner phrases; the judge must read the wanted label in it."""

    wanted: str
    also: tuple[str, ...] = ()
    """Labels that are accepted as well."""
    keywords: Lists
    """The line must touch one of these words of the case (a part of a word is enough)."""
    avoid: Lists | None = None
    """Words that must not be in it (a competitor run down, a leading word)."""
    sample: Words
    """A good line, shown after the answer; it must pass the drill itself."""
    why: Words
    """What makes the line good, shown with the sample."""

    @validator("wanted", "also", each_item=True)
    def _label(cls, value: str) -> str:
        if value not in LABELS["rep"]:
            raise ValueError(f"{value} is no label of a rep's line ({', '.join(LABELS['rep'])})")
        return value


class Write(Phrased):
    """Phrase a line of the wanted label for the described customer."""

    kind: Literal["write"]


class Rewrite(Phrased):
    """Turn a pitch into a line of the wanted label."""

    kind: Literal["rewrite"]
    pitch: Words


class Label(Part):
    """A drawer to sort into."""

    id: str
    name: Words


class Line(Part):
    """A line to sort, its drawer and why."""

    text: Words
    label: str
    why: Words


class Sort(Base):
    """Sort lines into drawers."""

    kind: Literal["sort"]
    labels: tuple[Label, ...]
    lines: tuple[Line, ...]

    @root_validator(skip_on_failure=True)
    def _known(cls, values: dict[str, Any]) -> dict[str, Any]:
        labels, lines = values["labels"], values["lines"]
        ids = [label.id for label in labels]
        if not 2 <= len(ids) <= 5 or len(set(ids)) < len(ids):
            raise ValueError("a sort has 2 to 5 labels with different ids")
        if not 4 <= len(lines) <= 8:
            raise ValueError("a sort has 4 to 8 lines")
        if {line.label for line in lines} != set(ids):
            raise ValueError("each line's label is one of the labels, and each label has a line")
        return values


class Case(Part):
    """A described deal and what it is."""

    text: Words
    label: Literal["objection", "concern", "unclear"]
    why: Words


class Decide(Base):
    """Decide of each case whether it is an objection, a concern before signing, or not to be told yet."""

    kind: Literal["decide"]
    cases: tuple[Case, ...]

    @validator("cases")
    def _some(cls, cases: tuple[Case, ...]) -> tuple[Case, ...]:
        if not 3 <= len(cases) <= 6 or len({c.label for c in cases}) < 2:
            raise ValueError("a decide drill has 3 to 6 cases of at least two labels")
        return cases


class Trace(Base):
    """Write the tracing questions for a requirement: why, who said so, is it the time."""

    kind: Literal["trace"]
    requirement: Words
    facets: tuple[Literal["why", "who", "when"], ...] = ("why", "who", "when")
    sample: Lists
    """A good question for each facet, in the order of `facets`."""
    why: Words

    @root_validator(skip_on_failure=True)
    def _each(cls, values: dict[str, Any]) -> dict[str, Any]:
        sample, facets = values["sample"], values["facets"]
        if not facets or len(set(facets)) < len(facets):
            raise ValueError("facets are why, who, when, each at most once")
        if len(sample.zh) != len(facets) or len(sample.en) != len(facets):
            raise ValueError("sample has one question for each facet, in that order")
        return values


class Reach(Part):
    """What a scene must reach: moves made (label and how often), and how many difficulties and needs must come out."""

    moves: dict[str, int] = Field(default_factory=dict)
    problems: int = Field(0, ge=0)
    """Difficulties that the customer tells, or before signing the fears."""
    needs: int = Field(0, ge=0)

    @root_validator(skip_on_failure=True)
    def _something(cls, values: dict[str, Any]) -> dict[str, Any]:
        moves, needs = values["moves"], values["needs"]
        if unknown := set(moves) - set(LABELS["rep"]):
            raise ValueError(f"no labels of a rep's line: {', '.join(sorted(unknown))}")
        if not moves and not needs and not values["problems"]:
            raise ValueError("a scene must reach something: moves, problems or needs")
        return values


class Scene(Base):
    """A short talk with a customer of the role-play engine, at most `turns` lines of the learner's."""

    kind: Literal["scene"]
    play: str
    """The scene's id under data/content/scenes."""
    turns: int = Field(8, ge=3, le=15)
    reach: Reach
    sample: Lists
    """Lines that reach it, in order: shown as an example afterwards, and played by the tests."""
    why: Words


class Figure(Part):
    """One number to work out."""

    ask: Words
    value: float
    value_en: float | None = None
    """The number in English, where its unit differs (万元, thousand yuan)."""
    tolerance: float = Field(0.0, ge=0)
    unit: Words | None = None
    formula: Words
    """How it is worked out, with the figures filled in."""

    def expected(self, language: str) -> float:
        """Return the right number in the unit of `language` (`zh` or `en`)."""
        return self.value_en if language == "en" and self.value_en is not None else self.value


class Calculate(Base):
    """Work out figures from the case in `scene`."""

    kind: Literal["calculate"]
    figures: tuple[Figure, ...]

    @validator("figures")
    def _some(cls, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
        if not 1 <= len(figures) <= 5:
            raise ValueError("a calculation asks for 1 to 5 figures")
        return figures


Drill = Annotated[Write | Rewrite | Sort | Decide | Trace | Scene | Calculate, Field(discriminator="kind")]
"""Any drill."""
