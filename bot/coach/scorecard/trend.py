"""A rep's own course over several talks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

ENOUGH = 3
"""Talks from which proficiency is told."""
BANDS = ((80.0, "expert"), (65.0, "able"), (45.0, "growing"), (0.0, "beginning"))


@dataclass(frozen=True)
class Trend:
    """The totals of a rep's talks, oldest first."""

    totals: tuple[float, ...]

    @property
    def change(self) -> float | None:
        """The last total against the mean of up to three before it; None for a first talk."""
        if len(self.totals) < 2:
            return None
        before = self.totals[-1 - ENOUGH : -1]
        return round(self.totals[-1] - sum(before) / len(before), 1)

    @property
    def proficiency(self) -> str | None:
        """`beginning`, `growing`, `able` or `expert` by the last three talks; None under three."""
        if len(self.totals) < ENOUGH:
            return None
        mean = sum(self.totals[-ENOUGH:]) / ENOUGH
        return next(name for floor, name in BANDS if mean >= floor)


def trend(totals: Sequence[float]) -> Trend:
    """Return the trend of `totals`, oldest first."""
    return Trend(tuple(totals))
