"""What the store knows of many people at once, counted by the database: practice by week, lessons, recent talks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, case, func, or_, select
from sqlalchemy.orm import aliased

from bot.store.tables import LessonProgress, Session, User
from bot.store.unit import UnitOfWork

from .scoring import EXERCISE

LOOKED = "shown"
"""The outcome of what was only looked at (the list of lessons, settings): that is no practice."""
TALKS = 6
"""The newest talks of a person from which strengths are read."""


@dataclass(frozen=True)
class Talk:
    """A scored talk."""

    scene: str
    total: float
    marks: Mapping[str, float]
    """0 to 1 by line of the scorecard."""


def weeks(uow: UnitOfWork, ids: Collection[int], now: datetime, count: int) -> dict[int, tuple[int, ...]]:
    """Return how many sessions each person had in each of the last `count` spans of seven days, oldest first."""
    starts = [now - timedelta(days=7 * n) for n in range(count, 0, -1)]
    week = case(*((Session.started_at < end, n) for n, end in enumerate(starts[1:])), else_=count - 1)
    query = (
        select(Session.user_id, week.label("week"), func.count())
        .where(Session.user_id.in_(ids), Session.started_at >= starts[0], Session.started_at <= now, _practice())
        .group_by(Session.user_id, week)
    )
    found = {number: [0] * count for number in ids}
    for user_id, n, sessions in uow.orm.execute(query).tuples():
        found[user_id][n] = sessions
    return {number: tuple(counts) for number, counts in found.items()}


def last_practice(uow: UnitOfWork, ids: Collection[int]) -> dict[int, datetime]:
    """Return when each person practised last; who never did is left out."""
    newest = (
        select(Session.started_at)
        .where(Session.user_id == User.id, _practice())
        .order_by(Session.started_at.desc())
        .limit(1)
        .scalar_subquery()
    )
    rows = uow.orm.execute(select(User.id, newest).where(User.id.in_(ids))).tuples()
    return {user_id: at for user_id, at in rows if at is not None}


def passed(uow: UnitOfWork, ids: Collection[int]) -> dict[int, frozenset[int]]:
    """Return which lessons each person has passed."""
    query = select(LessonProgress.user_id, LessonProgress.lesson)
    query = query.where(LessonProgress.user_id.in_(ids), LessonProgress.passed_at.is_not(None))
    found: dict[int, set[int]] = {number: set() for number in ids}
    for user_id, lesson in uow.orm.execute(query).tuples():
        found[user_id].add(lesson)
    return {number: frozenset(lessons) for number, lessons in found.items()}


def talks(uow: UnitOfWork, ids: Collection[int]) -> dict[int, list[Talk]]:
    """Return each person's newest scored talks, newest first; branches and withheld ones do not count.

    One look into the index for each talk, not a walk over all of them: a team's history is long.
    """
    inner = aliased(Session)
    newest = (
        select(inner.id)
        .where(
            inner.user_id == User.id,
            inner.exercise == EXERCISE,
            inner.total.is_not(None),
            inner.parent_id.is_(None),
            or_(inner.private.is_(False), inner.submitted_at.is_not(None)),
        )
        .order_by(inner.started_at.desc())
        .limit(1)
    )
    places = [newest.offset(n).scalar_subquery() for n in range(TALKS)]
    chosen = uow.orm.execute(select(*places).where(User.id.in_(ids))).all()
    numbers = [number for row in chosen for number in row if number is not None]
    query = select(Session.user_id, Session.scene, Session.total, Session.marks).where(Session.id.in_(numbers))
    found: dict[int, list[Talk]] = {number: [] for number in ids}
    for user_id, scene, total, marks in uow.orm.execute(query.order_by(Session.started_at.desc())).tuples():
        found[user_id].append(Talk(scene or "", total or 0.0, marks or {}))
    return found


def _practice() -> ColumnElement[bool]:
    return or_(Session.outcome.is_(None), Session.outcome != LOOKED)
