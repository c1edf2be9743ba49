"""Files that were written to be sent: whose they are, and how they go."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.store.tables import Deal, Handled, User
from bot.store.unit import UnitOfWork

from .belongings import sessions_of
from .secret import hashed

KEPT = timedelta(days=2)
"""A file that was sent is needed for a repeat only; Telegram repeats for a day at most."""


HISTORIES = "histories"


@dataclass(frozen=True)
class Files:
    """The folders of files for people: `exports` and its neighbour `pictures`."""

    exports: Path

    @property
    def folders(self) -> tuple[Path, Path]:
        """Both folders."""
        return self.exports, self.exports.with_name("pictures")

    def of_person(self, uow: UnitOfWork, user_id: int) -> list[Path]:
        """Return the files that were written for a person."""
        found = {Path(path) for path in _sent(uow, user_id)}
        user = uow.orm.get(User, user_id)
        if user is not None:
            found.add(history_of(self.exports.parent, user.key))
        for prefix in _prefixes(uow, user_id):
            for folder in self.folders:
                found.update(folder.glob(f"{prefix}*"))
        return sorted(path for path in found if self._ours(path) and path.is_file())

    def outdated(self, now: datetime) -> list[Path]:
        """Return the files that were written more than two days before `now`."""
        oldest = (now - KEPT).timestamp()
        everything = (path for folder in self.folders if folder.is_dir() for path in folder.rglob("*"))
        return sorted(path for path in everything if path.is_file() and path.stat().st_mtime < oldest)

    def _ours(self, path: Path) -> bool:
        # A path from a table is only followed into our own folders.
        ours = (*self.folders, self.exports.with_name(HISTORIES))
        return any(folder.resolve() in path.resolve().parents for folder in ours)


def history_of(var: Path, key: str) -> Path:
    """Return the file of the lines that a person typed in the terminal, named so that nobody is seen from outside."""
    return var / HISTORIES / hashed(key)[:16]


def remove(paths: Iterable[Path]) -> int:
    """Delete files and return how many there were; one that is gone already is no fault."""
    count = 0
    for path in paths:
        with contextlib.suppress(FileNotFoundError):
            path.unlink()
            count += 1
    return count


def _prefixes(uow: UnitOfWork, user_id: int) -> list[str]:
    sessions = uow.orm.scalars(sessions_of(user_id)).all()
    deals = uow.orm.scalars(select(Deal.id).where(Deal.user_id == user_id)).all()
    by_session = [name for n in sessions for name in (f"letter-{n}.", f"talk-{n}-")]
    by_deal = [name for n in deals for name in (f"call-plan-{n}-", f"ledger-{n}-")]
    return [*by_session, *by_deal, f"takeout-{user_id}-"]


def _sent(uow: UnitOfWork, user_id: int) -> list[str]:
    """Return the paths in the answers that a person got."""
    rows: Iterable[list[Any]] = uow.orm.scalars(select(Handled.replies).where(Handled.user_id == user_id)).all()
    messages = [message for replies in rows for message in replies]
    return [path for message in messages for path in (message.get("image"), message.get("document")) if path]
