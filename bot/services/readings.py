"""Who read whose words, and when: written for every reading of a transcript, open to the rep whose words they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from bot.coach.access import Viewer, may_read
from bot.store.people_tables import Reading
from bot.store.tables import Session, User
from bot.store.unit import UnitOfWork

from .people import owned, shown_name
from .refusal import Refused

ONCE_WITHIN = timedelta(minutes=10)
"""The same reader, session and way within this time are one reading."""
HOWS = ("page", "compare", "search", "export")


@dataclass(frozen=True)
class ReadingLine:
    """One reading: of which session, by whom, how (`page`, `compare`, `search`, `export`), when."""

    session_id: int
    exercise: str
    scene: str | None
    started_at: datetime
    reader: str
    """The reader's name then."""
    how: str
    at: datetime


@dataclass(frozen=True)
class Readings:
    """The reading log."""

    unit: Callable[[], UnitOfWork]

    def log(self, viewer: Viewer, session_id: int, how: str, now: datetime) -> bool:
        """Write that the viewer reads a session; call it before any word is shown. Own sessions are not logged.

        Return whether a row was written (False: own, or the same within ten minutes). Raises
        `Refused("people.not_found")` where the viewer may not read it, ValueError for an unknown `how`.
        """
        with self.unit() as uow:
            return log(uow, viewer, session_id, how, now)

    def of_owner(self, user_id: int, limit: int = 20) -> list[ReadingLine]:
        """Return who read the sessions of a person, newest first."""
        query = select(Reading, Session).join(Session, Reading.session_id == Session.id)
        query = query.where(Session.user_id == user_id).order_by(Reading.at.desc(), Reading.id.desc()).limit(limit)
        with self.unit() as uow:
            return [_line(reading, session) for reading, session in uow.orm.execute(query).all()]

    def of_session(self, viewer: Viewer, session_id: int) -> list[ReadingLine]:
        """Return who read a session, newest first; its owner and who may read it may know.

        Raises `Refused("people.not_found")` for everybody else.
        """
        with self.unit() as uow:
            session = readable(uow, viewer, session_id)
            rows = uow.orm.scalars(
                select(Reading).where(Reading.session_id == session_id).order_by(Reading.at.desc(), Reading.id.desc())
            ).all()
            return [_line(reading, session) for reading in rows]


def log(uow: UnitOfWork, viewer: Viewer, session_id: int, how: str, now: datetime) -> bool:
    """Write a reading in the open transaction (see `Readings.log`)."""
    if how not in HOWS:
        raise ValueError(f"{how!r} is no way of reading; there are {', '.join(HOWS)}")
    session = readable(uow, viewer, session_id)
    if session.user_id == viewer.user_id:
        return False
    same = select(Reading.id).where(
        Reading.session_id == session_id,
        Reading.reader_id == viewer.user_id,
        Reading.how == how,
        Reading.at > now - ONCE_WITHIN,
    )
    if uow.orm.scalars(same.limit(1)).first() is not None:
        return False
    reader = uow.orm.get(User, viewer.user_id)
    name = shown_name(reader)[:120] if reader is not None else ""
    uow.orm.add(Reading(session_id=session_id, reader_id=viewer.user_id, reader=name, how=how, at=now))
    uow.orm.flush()
    return True


def lately(uow: UnitOfWork, viewer: Viewer, session_ids: Sequence[int], how: str, now: datetime) -> set[int]:
    """Return which of these sessions are in the log for this reader and way within the last ten minutes."""
    if not session_ids:
        return set()
    same = select(Reading.session_id).where(
        Reading.session_id.in_(session_ids),
        Reading.reader_id == viewer.user_id,
        Reading.how == how,
        Reading.at > now - ONCE_WITHIN,
    )
    return set(uow.orm.scalars(same))


def readable(uow: UnitOfWork, viewer: Viewer, session_id: int) -> Session:
    """Return a session whose words the viewer may read; raise `Refused("people.not_found")` otherwise."""
    session = uow.sessions.get(session_id)
    if session is None or not may_read(viewer, owned(session)):
        raise Refused("people.not_found")
    return session


def _line(reading: Reading, session: Session) -> ReadingLine:
    return ReadingLine(
        session.id, session.exercise, session.scene, session.started_at, reading.reader, reading.how, reading.at
    )
