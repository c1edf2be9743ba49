"""Everything that is stored of a person, as one file: JSON that is complete, and Markdown to read."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from sqlalchemy import inspect, select

from bot.coach.access import Viewer
from bot.language import Catalog
from bot.store.tables import Base, Session, User
from bot.store.unit import UnitOfWork

from . import audit, takeout_words
from .belongings import of_person, traces
from .people import visible_user
from .refusal import Refused

SECRET = frozenset({"token_hash", "csrf", "password_hash"})
"""Columns that let somebody in; they tell nothing about the person."""


@dataclass(frozen=True)
class Takeout:
    """Writes the file into `folder`."""

    unit: Callable[[], UnitOfWork]
    catalog: Catalog
    folder: Path

    def write(self, by: Viewer | None, user_id: int, now: datetime) -> Path:
        """Write a zip for a person and return its path; it goes into the audit log.

        Only the person may have it, and the command line (`by` is None): it holds private practice too. Raises
        `Refused("people.not_found")` for everybody else.
        """
        if by is not None and by.user_id != user_id:
            raise Refused("people.not_found")
        with self.unit() as uow:
            user = visible_user(uow, None, user_id)
            found = everything(uow, user.id)
            pages = self._pages(uow, user)
            audit.record(uow, by, "export", {"user": user.id, "name": user.name or user.key}, now)
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"takeout-{user_id}-{now:%Y%m%d-%H%M%S}-{secrets.token_hex(3)}.zip"
        # Readable by this account only: it holds all that one person said.
        file = os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
        with file, ZipFile(file, "w", ZIP_DEFLATED) as archive:
            archive.writestr("all.json", json.dumps(found, ensure_ascii=False, indent=2, default=_plain))
            for name, text in pages.items():
                archive.writestr(name, text)
        return path

    def _pages(self, uow: UnitOfWork, user: User) -> dict[str, str]:
        words = takeout_words.Words(uow, user, self.catalog)
        sessions = uow.orm.scalars(select(Session).where(Session.user_id == user.id).order_by(Session.id)).all()
        pages = {
            f"talks/{session.id:06d}-{session.started_at:%Y-%m-%d}-{session.exercise}.md": words.talk(session)
            for session in sessions
        }
        others = {name: getattr(words, name)() for name in ("deals", "lessons", "assignments", "readers", "written")}
        return pages | {f"{name}.md": text for name, text in others.items() if text}


def everything(uow: UnitOfWork, user_id: int) -> dict[str, Any]:
    """Return a person's rows by table, and under `elsewhere` what they wrote on the work of others."""
    found: dict[str, Any] = {}
    own: set[tuple[str, Any]] = set()
    for table, mine in of_person(user_id):
        rows = uow.orm.scalars(select(table).where(mine)).all()
        own |= {(table.__tablename__, inspect(row).identity) for row in rows}
        found[table.__tablename__] = [_row(row) for row in rows]
    elsewhere: dict[str, list[dict[str, Any]]] = {}
    for table, column in traces():
        rows = [
            row
            for row in uow.orm.scalars(select(table).where(column == user_id)).all()
            if (table.__tablename__, inspect(row).identity) not in own
        ]
        if rows:
            elsewhere.setdefault(table.__tablename__, []).extend(_row(row) for row in rows)
    return {**found, "elsewhere": elsewhere}


def _row(row: Base) -> dict[str, Any]:
    return {c.key: getattr(row, c.key) for c in inspect(type(row)).column_attrs if c.key not in SECRET}


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
