"""The audit log: changes of rights, ways in, exports, deletions. It names who and what, and never holds talk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from bot.coach.access import Viewer, may_change_roles
from bot.store.people_tables import AuditEntry
from bot.store.tables import User
from bot.store.unit import UnitOfWork

from .refusal import Refused

COMMAND_LINE = "command line"
"""Who did it, where no person of ours did."""


@dataclass(frozen=True)
class Entry:
    """One line of the log. `by_id` is None for the command line; `about` holds ids, names, roles, counts."""

    at: datetime
    by_id: int | None
    by: str
    what: str
    """`add`, `role`, `team`, `lead`, `name`, `login`, `password`, `invite`, `join`, `export`, `forget`, `retention`."""
    about: dict[str, Any]


def record(uow: UnitOfWork, by: Viewer | None, what: str, about: dict[str, Any], now: datetime) -> None:
    """Write a line in the open transaction; `by` is who did it, None for the command line."""
    user = uow.orm.get(User, by.user_id) if by is not None else None
    name = user.name or user.key if user is not None else COMMAND_LINE
    entry = AuditEntry(by_id=user.id if user else None, by=name[:120], what=what, about=about, at=now)
    uow.orm.add(entry)
    uow.orm.flush()


@dataclass(frozen=True)
class Audit:
    """Reading the log."""

    unit: Callable[[], UnitOfWork]

    def since(self, viewer: Viewer | None, now: datetime, days: int = 30, limit: int = 1000) -> list[Entry]:
        """Return the entries of the last `days`, newest first; only an admin or the command line may read them.

        Raises `Refused("people.not_found")` for everybody else.
        """
        if viewer is not None and not may_change_roles(viewer):
            raise Refused("people.not_found")
        query = select(AuditEntry).where(AuditEntry.at >= now - timedelta(days=days))
        with self.unit() as uow:
            rows = uow.orm.scalars(query.order_by(AuditEntry.at.desc(), AuditEntry.id.desc()).limit(limit)).all()
            return [Entry(row.at, row.by_id, row.by, row.what, dict(row.about)) for row in rows]
