"""What a scorecard is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from .better import Better
from .played import Said

WEIGHTS: Mapping[str, int] = {
    "understanding": 12,
    "spin": 14,
    "needs": 22,
    "requirements": 8,
    "listening": 12,
    "resistance": 10,
    "value": 8,
    "conduct": 6,
    "advance": 8,
}
"""The dimensions and their weights; they add up to 100."""
QUOTED = 3
"""Turns that prove a line, on each side."""


@dataclass(frozen=True)
class Proof:
    """A turn that proves a score line, quoted."""

    turn: int
    """Counts the rep's lines from 1."""
    number: int
    """Of the turn in the transcript."""
    quote: str
    why: str
    """`scorecard.why_<why>` says it in words."""
    values: dict[str, str] = field(default_factory=dict)
    better: Better | None = None
    cost: float = 0.0
    """Share of the dimension that it cost, 0 to 1."""
    uncertain: bool = False
    """True where the judge was unsure: it is shown and costs nothing."""


@dataclass(frozen=True)
class Line:
    """One dimension of a scorecard."""

    dimension: str
    score: float
    """0 to 1."""
    good: tuple[Proof, ...] = ()
    bad: tuple[Proof, ...] = ()
    figures: dict[str, int] = field(default_factory=dict)
    """What was counted, for the line's own sentence."""

    @property
    def weight(self) -> int:
        """The weight of the dimension."""
        return WEIGHTS[self.dimension]

    def to_json(self) -> dict[str, Any]:
        """Return the line as plain data for `scores.lines`."""
        return {**asdict(self), "weight": self.weight, "points": round(self.score * self.weight, 1)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Line:
        """Return the line that `to_json` wrote."""
        return cls(
            data["dimension"],
            data["score"],
            tuple(_proof(entry) for entry in data["good"]),
            tuple(_proof(entry) for entry in data["bad"]),
            dict(data["figures"]),
        )


def proof(
    said: Said, why: str, *, better: Better | None = None, cost: float = 0.0, uncertain: bool = False, **values: str
) -> Proof:
    """Return the proof that a line of the rep is."""
    return Proof(said.turn, said.number, said.text, why, values, better, 0.0 if uncertain else cost, uncertain)


def line(dimension: str, score: float, good: list[Proof], bad: list[Proof], **figures: int) -> Line:
    """Return a line with its score kept within 0 and 1 and its proofs limited, the costliest first."""
    dearest = sorted(bad, key=lambda p: (-p.cost, p.turn))[:QUOTED]
    return Line(dimension, round(max(0.0, min(1.0, score)), 4), tuple(good[:QUOTED]), tuple(dearest), figures)


def _proof(data: Mapping[str, Any]) -> Proof:
    better = Better(**data["better"]) if data["better"] else None
    return Proof(**{**data, "better": better})
