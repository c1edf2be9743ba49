"""How far the machine can be trusted: how often leaders agree with the judge's labels and the scorer's lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import sqrt
from random import Random
from typing import Any

from sqlalchemy import select

from bot.coach.access import Viewer
from bot.coach.judgement import LABELS
from bot.coach.scorecard.model import WEIGHTS
from bot.store.people_tables import Correction
from bot.store.tables import Session, Turn, User
from bot.store.unit import UnitOfWork

from .sight import name_of

ENOUGH = 10
"""Cases from which a share says something."""
TRUSTED = 0.8
"""The share from which a label or line counts as reliable, where the setting says nothing else."""
NEAR = 0.10
"""A line's score (0 to 1) that differs by no more agrees."""
Z = 1.96
RECENT = timedelta(days=60)
MOST = 2000
"""Of the newest judged turns the queue is drawn."""


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
    """Lower end of the 95 % interval (Wilson), 0 to 1; without cases it goes from 0 to 1."""
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
    threshold: float = TRUSTED

    def table(self) -> TrustTable:
        """Return all agreements, over all teams: these are numbers only, anybody may see them."""
        with self.unit() as uow:
            standing = select(Correction.what, Correction.item, Correction.old, Correction.new)
            rows = uow.orm.execute(standing.where(Correction.withdrawn_at.is_(None))).all()
        cases: dict[tuple[str, str], list[Case]] = {}
        for what, item, old, new in rows:
            key = (item, old["label"]) if what == "label" else ("score", item)
            cases.setdefault(key, []).append(Case(agrees(what, old, new), bool(old.get("sampled"))))
        labels = {
            (str(kind), label): agreement(kind, label, cases.get((kind, label), []), self.threshold)
            for kind, known in LABELS.items()
            for label in known
        }
        lines = {name: agreement("score", name, cases.get(("score", name), []), self.threshold) for name in WEIGHTS}
        return TrustTable(labels, lines)

    def queue(self, viewer: Viewer, now: datetime, n: int = 5) -> list[Sample]:
        """Return `n` judged turns of the viewer's people, drawn at random, that the viewer has not judged yet.

        The draw stays the same over a day; withheld sessions and the viewer's own are never in it.
        """
        with self.unit() as uow:
            numbers = self._candidates(uow, viewer, now)
            draw = Random(f"{viewer.user_id}:{now:%Y-%m-%d}").sample(numbers, len(numbers))
            # Drawn as a whole and then cut: a turn that was judged makes room for the next one, the rest stays.
            judged = select(Correction.turn_id).where(
                Correction.by_id == viewer.user_id, Correction.withdrawn_at.is_(None), Correction.turn_id.is_not(None)
            )
            done = set(uow.orm.scalars(judged))
            return [_sample(uow, number) for number in [number for number in draw if number not in done][:n]]

    def _candidates(self, uow: UnitOfWork, viewer: Viewer, now: datetime) -> list[int]:
        if viewer.role not in ("manager", "admin"):
            return []
        query = (
            select(Turn.id)
            .join(Session, Turn.session_id == Session.id)
            .join(User, Session.user_id == User.id)
            .where(
                Turn.label.is_not(None),
                Turn.kind.in_(tuple(LABELS)),
                Session.user_id != viewer.user_id,
                Session.private.is_(False) | Session.submitted_at.is_not(None),
                Session.started_at >= now - RECENT,
            )
        )
        if viewer.role == "manager":
            query = query.where(User.team_id.in_(viewer.leads))
        return list(uow.orm.scalars(query.order_by(Turn.id.desc()).limit(MOST)))


@dataclass(frozen=True)
class Case:
    """A leader's verdict: whether it agrees, and whether the case was drawn at random."""

    agrees: bool
    sampled: bool


def agrees(what: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Say whether a verdict agrees with the machine: the same label, or a score within ten points of a hundred."""
    if what == "label":
        return bool(old["label"] == new["label"])
    return abs(float(old["score"]) - float(new["score"])) <= NEAR + 1e-9


def agreement(kind: str, item: str, cases: Sequence[Case], threshold: float) -> Agreement:
    """Count the cases of one label or line; where ten were drawn at random, only these decide what is reliable."""
    sampled = [case for case in cases if case.sampled]
    deciding = sampled if len(sampled) >= ENOUGH else cases
    share = sum(case.agrees for case in deciding) / len(deciding) if deciding else 0.0
    agreed = sum(case.agrees for case in cases)
    low, high = wilson(agreed, len(cases))
    return Agreement(
        item=item,
        kind=kind,
        cases=len(cases),
        agreed=agreed,
        low=low,
        high=high,
        reliable=share >= threshold if len(deciding) >= ENOUGH else None,
        sampled=len(sampled),
    )


def wilson(agreed: int, cases: int) -> tuple[float, float]:
    """Return the 95 % interval of a share after Wilson; (0, 1) without cases."""
    if not cases:
        return 0.0, 1.0
    share, z2 = agreed / cases, Z * Z
    middle = share + z2 / (2 * cases)
    spread = Z * sqrt(share * (1 - share) / cases + z2 / (4 * cases * cases))
    return max(0.0, (middle - spread) / (1 + z2 / cases)), min(1.0, (middle + spread) / (1 + z2 / cases))


def _sample(uow: UnitOfWork, turn_id: int) -> Sample:
    turn, session, user = uow.orm.execute(
        select(Turn, Session, User)
        .join(Session, Turn.session_id == Session.id)
        .join(User, Session.user_id == User.id)
        .where(Turn.id == turn_id)
    ).one()
    before = select(Turn.text).where(
        Turn.session_id == session.id, Turn.number < turn.number, Turn.speaker != turn.speaker
    )
    return Sample(
        session_id=session.id,
        turn_number=turn.number,
        person=name_of(user),
        text=turn.text,
        before=uow.orm.scalars(before.order_by(Turn.number.desc()).limit(1)).first() or "",
        kind=turn.kind or "",
        label=turn.label or "",
        level=turn.level,
        confidence=turn.confidence or 0.0,
    )
