"""Retention: the words of old sessions are deleted; dates, totals, corrections without words, and counts stay."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, exists, func, select, update

from bot.store.locks import hold
from bot.store.people_tables import Comment, Correction
from bot.store.scrub import scrub
from bot.store.tables import Handled, Inbox, LessonAnswer, LessonReturn, Score, Session, Turn, User
from bot.store.unit import UnitOfWork

from . import audit, tallies
from .files import Files, remove

BATCH = 100
"""Sessions of one transaction: practice goes on between two."""


@dataclass(frozen=True)
class Swept:
    """What was deleted (or would be): sessions whose words went, their lines and comments, and what else was old."""

    sessions: int = 0
    turns: int = 0
    comments: int = 0
    answers: int = 0
    """Texts of lesson answers; whether they were right stays."""
    handled: int = 0
    """Stored answers to messages."""
    files: int = 0

    def __add__(self, other: Swept) -> Swept:
        return Swept(*(mine + theirs for mine, theirs in zip(self._all(), other._all(), strict=True)))

    def _all(self) -> tuple[int, ...]:
        return self.sessions, self.turns, self.comments, self.answers, self.handled, self.files


@dataclass(frozen=True)
class Retention:
    """Deletes what is older than `days`; any number of processes may run it, each thing goes once."""

    unit: Callable[[], UnitOfWork]
    days: int
    files: Files

    def run(self, now: datetime, *, dry_run: bool = False) -> Swept:
        """Delete the words of sessions in which nothing happened for `days` before `now`, and say how much went.

        With `dry_run` nothing is changed. A session under way counts as old by its last line, and is closed.
        """
        before = now - timedelta(days=self.days)
        if dry_run:
            return self._would(before, now)
        done = Swept(files=remove(self.files.outdated(now)))
        while True:
            with self.unit() as uow:
                hold(uow.orm, "retention")
                sessions = uow.orm.scalars(select(Session).where(*_old(before)).order_by(Session.id).limit(BATCH)).all()
                if not sessions:
                    break
                done += _sweep(uow, sessions, now)
        with self.unit() as uow:
            hold(uow.orm, "retention")
            done += _sweep_rest(uow, before)
            if done.sessions:
                scrub(uow.orm)
                audit.record(uow, None, "retention", {"sessions": done.sessions, "turns": done.turns}, now)
        return done

    def _would(self, before: datetime, now: datetime) -> Swept:
        with self.unit() as uow:
            old = select(Session.id).where(*_old(before))

            def number(table: type[Turn | Comment | Session | Handled | LessonAnswer], *w: ColumnElement[bool]) -> int:
                return uow.orm.scalar(select(func.count()).select_from(table).where(*w)) or 0

            return Swept(
                sessions=number(Session, *_old(before)),
                turns=number(Turn, Turn.session_id.in_(old)),
                comments=number(Comment, Comment.session_id.in_(old)),
                answers=number(LessonAnswer, LessonAnswer.at < before, LessonAnswer.text != ""),
                handled=number(Handled, Handled.at < before),
                files=len(self.files.outdated(now)),
            )


def _old(before: datetime) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions on sessions whose words are to go."""
    newer = exists().where(Turn.session_id == Session.id, Turn.at >= before)
    return Session.swept_at.is_(None), func.coalesce(Session.ended_at, Session.started_at) < before, ~newer


def _sweep(uow: UnitOfWork, sessions: Sequence[Session], now: datetime) -> Swept:
    """Delete the words of some sessions; corrections stay as numbers, for the trust in the scorer."""
    ids = [session.id for session in sessions]
    counts = tallies.count(uow, sessions)
    tallies.keep(uow, counts, "retention", now)
    turn_ids = uow.orm.scalars(select(Turn.id).where(Turn.session_id.in_(ids))).all()
    uow.orm.execute(update(Correction).where(Correction.session_id.in_(ids)).values(turn_id=None, reason=""))
    comments = uow.orm.scalar(select(func.count()).select_from(Comment).where(Comment.session_id.in_(ids))) or 0
    uow.orm.execute(delete(Comment).where(Comment.session_id.in_(ids)))
    uow.orm.execute(update(Score).where(Score.session_id.in_(ids)).values(lines=[]))
    # A sentence of one's own that comes back in the lessons is a line of the talk too.
    uow.orm.execute(delete(LessonReturn).where(LessonReturn.ref.in_([f"turn/{number}" for number in turn_ids])))
    uow.orm.execute(delete(Turn).where(Turn.session_id.in_(ids)))
    uow.orm.execute(update(User).where(User.current_session_id.in_(ids)).values(current_session_id=None))
    for session in sessions:
        session.state, session.swept_at = {}, now
        if session.status != "ended":
            session.status, session.outcome, session.ended_at = "ended", session.outcome or "stopped", now
    # The index of the search is written anew from the lines that are left: none.
    uow.sessions.touched.update(ids)
    return Swept(sessions=len(ids), turns=sum(turns for _, turns in counts.values()), comments=comments)


def _sweep_rest(uow: UnitOfWork, before: datetime) -> Swept:
    """Delete what else holds old words: texts of lesson answers, stored answers to messages, emptied updates."""
    answers = uow.orm.execute(
        update(LessonAnswer).where(LessonAnswer.at < before, LessonAnswer.text != "").values(text="")
    )
    handled = uow.orm.execute(delete(Handled).where(Handled.at < before))
    uow.orm.execute(delete(Inbox).where(Inbox.answered_at < before))
    return Swept(answers=answers.rowcount, handled=handled.rowcount)  # type: ignore[attr-defined]
