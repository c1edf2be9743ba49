"""How far the machine can be trusted: how often leaders agree with the judge's labels and the scorer's lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.coach.access import Viewer
from bot.store.unit import UnitOfWork


@dataclass(frozen=True)
class Agreement:
    """How often leaders agree on one label or line."""

    item: str
    """The judge's label, or the line of the scorecard."""
    kind: str
    """`rep`, `customer`, `case`, or `score` for a line."""
    cases: int
    agreed: int
    low: float
    """Lower end of the 95 % interval (Wilson), 0 to 1; 0 without cases."""
    high: float
    reliable: bool | None
    """None under ten cases."""
    sampled: int = 0
    """How many of the cases were drawn at random (the review queue): these are free of the bias of choosing."""

    @property
    def share(self) -> float | None:
        """Agreed of all cases, 0 to 1; None without cases."""
        return self.agreed / self.cases if self.cases else None


@dataclass(frozen=True)
class TrustTable:
    """All agreements: labels by (kind, label), lines by dimension; every label and line that exists is there."""

    labels: Mapping[tuple[str, str], Agreement]
    lines: Mapping[str, Agreement]


@dataclass(frozen=True)
class Sample:
    """A turn that a leader is asked to judge."""

    session_id: int
    turn_number: int
    person: str
    text: str
    before: str
    """What the other side said before; may be empty."""
    kind: str
    label: str
    level: str | None
    confidence: float


@dataclass(frozen=True)
class Trust:
    """Reading agreement; `threshold` is the share from which a label or line counts as reliable."""

    unit: Callable[[], UnitOfWork]
    threshold: float = 0.8

    def table(self) -> TrustTable:
        """Return all agreements, over all teams: these are numbers only, anybody may see them."""
        raise NotImplementedError

    def queue(self, viewer: Viewer, now: datetime, n: int = 5) -> list[Sample]:
        """Return `n` judged turns of the viewer's people, drawn at random, that the viewer has not judged yet.

        The draw stays the same over a day; withheld sessions and the viewer's own are never in it.
        """
        raise NotImplementedError
