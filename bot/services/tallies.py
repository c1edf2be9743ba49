"""What stays of talk that was deleted: counts by month and exercise."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, select

from bot.store.people_tables import Tally
from bot.store.tables import Session, Turn
from bot.store.unit import UnitOfWork

Counts = dict[str, tuple[int, int]]
"""Exercise → sessions and turns."""


def count(uow: UnitOfWork, sessions: Iterable[Session]) -> Counts:
    """Count sessions and their turns by exercise; what was swept already counts no more."""
    found: Counts = {}
    for session in sessions:
        if session.swept_at is not None:
            continue
        turns = uow.orm.scalar(select(func.count()).select_from(Turn).where(Turn.session_id == session.id)) or 0
        had = found.get(session.exercise, (0, 0))
        found[session.exercise] = (had[0] + 1, had[1] + turns)
    return found


def keep(uow: UnitOfWork, counts: Counts, why: str, now: datetime) -> None:
    """Add counts to the tallies of this month; `why` is `forget` or `retention`."""
    month = f"{now:%Y-%m}"
    for exercise, (sessions, turns) in counts.items():
        query = select(Tally).where(Tally.month == month, Tally.exercise == exercise, Tally.why == why)
        row = uow.orm.scalars(query.with_for_update()).one_or_none()
        if row is None:
            row = Tally(month=month, exercise=exercise, why=why, sessions=0, turns=0)
            uow.orm.add(row)
        row.sessions, row.turns = row.sessions + sessions, row.turns + turns
        uow.orm.flush()
