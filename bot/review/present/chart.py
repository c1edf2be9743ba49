"""Trust and pain over a talk as the points of a drawing, and as rows for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.store.tables import Turn

WIDTH, HEIGHT = 320, 120
LEFT, RIGHT, TOP, BOTTOM = 26, 8, 8, 18


@dataclass(frozen=True)
class Mark:
    """One line of the rep in the drawing."""

    line: int
    """Counts the rep's lines from 1; 0 is the beginning."""
    number: int
    """Of the turn in the transcript; 0 is the beginning."""
    trust: float
    pain: float
    x: float
    trust_y: float
    pain_y: float


@dataclass(frozen=True)
class Chart:
    """The drawing in a box of `width` × `height`."""

    marks: tuple[Mark, ...]
    grid: tuple[tuple[int, float], ...]
    """Values of the axis with their height."""
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def trust(self) -> str:
        """The points of the line of trust."""
        return " ".join(f"{mark.x:.1f},{mark.trust_y:.1f}" for mark in self.marks)

    @property
    def pain(self) -> str:
        """The points of the line of pain."""
        return " ".join(f"{mark.x:.1f},{mark.pain_y:.1f}" for mark in self.marks)


def chart(turns: Sequence[Turn], start: tuple[float, float]) -> Chart | None:
    """Return the drawing of a talk that began with `start` (trust, pain); None where the rep said nothing."""
    states = [(turn.number, state) for turn in turns if (state := _state(turn)) is not None]
    if not states:
        return None
    values = [(0, *start), *((number, *state) for number, state in states)]
    step = (WIDTH - LEFT - RIGHT) / (len(values) - 1)
    marks = [
        Mark(place, number, trust, pain, LEFT + place * step, _height(trust), _height(pain))
        for place, (number, trust, pain) in enumerate(values)
    ]
    return Chart(tuple(marks), tuple((value, _height(value)) for value in (0, 50, 100)))


def _state(turn: Turn) -> tuple[float, float] | None:
    evidence = turn.evidence or {}
    state = evidence.get("state")
    if turn.speaker != "rep" or not state or evidence.get("undone"):
        return None
    trust = list(state["trust"].values())
    return sum(trust) / len(trust), float(state["pain"])


def _height(value: float) -> float:
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - max(0.0, min(100.0, value)) / 100)
