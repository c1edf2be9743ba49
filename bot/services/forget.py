"""Forgetting a person: every row and file of theirs goes; counts stay, and what they wrote to others without a name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, update

from bot.coach.access import Viewer, may_change_roles
from bot.store.people_tables import AuditEntry, Comment, Correction, Reading, SignInAttempt
from bot.store.scrub import scrub
from bot.store.tables import Deal, Inbox, LessonProgress, Session, Turn, User
from bot.store.unit import UnitOfWork

from . import attempts, audit, tallies
from .belongings import of_person, sessions_of, traces
from .files import Files, remove
from .people import keep_an_admin, visible_user
from .refusal import Refused

NOBODY: dict[str, Any] = {}
"""What is left of an update of a person who is gone."""


@dataclass(frozen=True)
class Told:
    """What a deletion would take, as counts, and what of it stays without a name."""

    sessions: int
    turns: int
    deals: int
    lessons: int
    comments: int
    """On the person's sessions, by anybody."""
    files: int
    kept_comments: int
    """The person's words on the sessions of others."""
    kept_corrections: int


@dataclass(frozen=True)
class Forget:
    """The use cases. `by` is who acts; None is the command line."""

    unit: Callable[[], UnitOfWork]
    files: Files

    def told(self, user_id: int) -> Told:
        """Return what forgetting the person would delete; raises `Refused("people.not_found")`."""
        with self.unit() as uow:
            visible_user(uow, None, user_id)
            return self._told(uow, user_id)

    def forget(self, by: Viewer | None, user_id: int, now: datetime, *, update_id: int | None = None) -> Told:
        """Delete a person and return what went; `update_id` names the Telegram update that asked for it.

        Everybody may have themselves forgotten, an admin and the command line anybody. Raises
        `Refused("people.not_found")`, and `people.last_admin` where nobody would be left to change roles.
        """
        if by is not None and by.user_id != user_id and not may_change_roles(by):
            raise Refused("people.not_found")
        with self.unit() as uow:
            user = visible_user(uow, None, user_id)
            keep_an_admin(uow, user)
            told, paths = self._told(uow, user_id), self.files.of_person(uow, user_id)
            _write_down(uow, by, user, told, now)
            _let_go(uow, user, update_id, now)
            for table, mine in of_person(user_id):
                uow.orm.execute(delete(table).where(mine).execution_options(synchronize_session=False))
            uow.orm.expunge_all()
            scrub(uow.orm)
        # After the rows: a file without its row is nobody's and is swept in time, a row without its file is a fault.
        remove(paths)
        return told

    def _told(self, uow: UnitOfWork, user_id: int) -> Told:
        mine = sessions_of(user_id)
        others = Comment.session_id.not_in(mine)

        def number(table: Any, *wanted: Any) -> int:
            return uow.orm.scalar(select(func.count()).select_from(table).where(*wanted)) or 0

        return Told(
            sessions=number(Session, Session.user_id == user_id),
            turns=number(Turn, Turn.session_id.in_(mine)),
            deals=number(Deal, Deal.user_id == user_id),
            lessons=number(LessonProgress, LessonProgress.user_id == user_id),
            comments=number(Comment, Comment.session_id.in_(mine)),
            files=len(self.files.of_person(uow, user_id)),
            kept_comments=number(Comment, Comment.author_id == user_id, others),
            kept_corrections=number(Correction, Correction.by_id == user_id, Correction.session_id.not_in(mine)),
        )


def _write_down(uow: UnitOfWork, by: Viewer | None, user: User, told: Told, now: datetime) -> None:
    sessions = uow.orm.scalars(select(Session).where(Session.user_id == user.id)).all()
    tallies.keep(uow, tallies.count(uow, sessions), "forget", now)
    about = {"user": user.id, "sessions": told.sessions, "turns": told.turns, "deals": told.deals}
    audit.record(uow, by, "forget", about, now)


def _let_go(uow: UnitOfWork, user: User, update_id: int | None, now: datetime) -> None:
    """Take the person out of what stays: rows of others, the audit log, the inbox, the limit on sign-ins."""
    uow.orm.execute(update(Reading).where(Reading.reader_id == user.id).values(reader=""))
    for table, column in traces():
        uow.orm.execute(update(table).where(column == user.id).values({column: None}))
    if user.login:
        uow.orm.execute(delete(SignInAttempt).where(SignInAttempt.source == attempts.source("login", user.login)))
    _unname(uow, user)
    _empty_inbox(uow, user, update_id, now)
    user.current_session_id = None
    uow.orm.flush()


def _unname(uow: UnitOfWork, user: User) -> None:
    """Leave the number of the person in the audit log, not the name."""
    number = f"#{user.id}"
    uow.orm.execute(update(AuditEntry).where(AuditEntry.by_id == user.id).values(by=number))
    for entry in uow.orm.scalars(select(AuditEntry)).all():
        if entry.about.get("user") == user.id:
            entry.about = {key: value for key, value in entry.about.items() if key not in ("name", "login")}


def _empty_inbox(uow: UnitOfWork, user: User, update_id: int | None, now: datetime) -> None:
    """Empty the person's updates; the one that asks to be forgotten is emptied when it is answered."""
    channel, _, number = user.key.partition(":")
    if channel != "tg":
        return
    for row in uow.orm.scalars(select(Inbox)).all():
        if row.update_id != update_id and str(_sender(row.payload)) == number:
            row.payload, row.answered_at = NOBODY, row.answered_at or now


def _sender(payload: dict[str, Any]) -> object:
    for part in payload.values():
        sender = part.get("from") if isinstance(part, dict) else None
        if isinstance(sender, dict):
            return sender.get("id")
    return None
