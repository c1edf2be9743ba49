"""The whole card: its lines, the total, what to fix first, what was strong."""

from __future__ import annotations

from dataclasses import dataclass

from . import asking, holding
from .model import Line, Proof
from .played import Played

SCORER = "2"
"""Raised when the same turns would give another card."""
DIMENSIONS = (
    asking.understanding,
    asking.spin,
    asking.needs,
    asking.requirements,
    holding.listening,
    holding.resistance,
    holding.value,
    holding.conduct,
    holding.advance,
)
WEAK, STRONG = 45.0, 70.0
"""Totals under which one thing is named, and from which three are."""


@dataclass(frozen=True)
class Card:
    """A scorecard; dimensions that the scene did not offer are not among its lines."""

    lines: tuple[Line, ...]

    @property
    def total(self) -> float:
        """0 to 100: the weighted mean of the lines."""
        weight = sum(line.weight for line in self.lines)
        return round(100 * sum(line.score * line.weight for line in self.lines) / weight, 1) if weight else 0.0

    def fixes(self) -> list[tuple[Line, Proof]]:
        """Return what to fix, dearest first: one thing after a weak talk, up to three after a strong one."""
        dearest = sorted(
            ((line, proof) for line in self.lines for proof in line.bad if not proof.uncertain and proof.better),
            key=lambda pair: (-pair[0].weight * pair[1].cost, pair[1].turn),
        )
        most = 1 if self.total < WEAK else 2 if self.total < STRONG else 3
        chosen: list[tuple[Line, Proof]] = []
        for line, proof in dearest:
            # One sentence is corrected once, and three things are three different ones.
            if all(proof.turn != p.turn and line.dimension != o.dimension for o, p in chosen):
                chosen.append((line, proof))
        return chosen[:most]

    def strengths(self) -> list[tuple[Line, Proof]]:
        """Return the best-proved lines, strongest dimension first; empty where nothing reached half."""
        strong = sorted(
            (line for line in self.lines if line.good and line.score >= 0.5), key=lambda x: -x.score * x.weight
        )
        return [(line, line.good[0]) for line in strong[:2]]

    def uncertain(self) -> list[Proof]:
        """Return what the judge was unsure of: shown, and free of cost."""
        return [proof for line in self.lines for proof in line.bad if proof.uncertain]


def score(played: Played) -> Card:
    """Score a talk; the same talk and scene give the same card."""
    return Card(tuple(line for dimension in DIMENSIONS if (line := dimension(played)) is not None))
