"""Pages of the list of sessions: filtered, sorted, cut by the database. What a viewer may see mirrors `coach.access`.

Of practice that is held back a list shows that it took place; its outcome and score are neither shown nor searched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, false, func, null, or_, select, text, true
from sqlalchemy.orm import Session as OrmSession

from bot.coach.access import Viewer

from .people_tables import Comment, Reading
from .search import cut, fold, marks, matching
from .tables import Session, Team, Turn, User

PAGE = 25
SORTS = ("newest", "oldest", "best", "weakest", "person")
OPEN = "open"
"""As an outcome: a session that is not over."""
AROUND = 40
"""Characters of a snippet on each side of what was found."""


@dataclass(frozen=True)
class Wanted:
    """What is looked for; None and empty mean anything."""

    person: int | None = None
    team: int | None = None
    exercise: str = ""
    scene: str = ""
    since: datetime | None = None
    """From this moment on."""
    until: datetime | None = None
    """Before this moment."""
    low: float | None = None
    high: float | None = None
    outcome: str = ""
    commented: bool = False
    """Only those that the viewer commented."""
    unread: bool = False
    """Only ended sessions of others with words that the viewer has not opened."""
    words: str = ""
    sort: str = "newest"


@dataclass(frozen=True)
class Row:
    """A line of the list; `withheld` ones have no outcome and no total."""

    id: int
    user_id: int
    person: str
    team: str
    exercise: str
    scene: str | None
    started_at: datetime
    status: str
    outcome: str | None
    total: float | None
    withheld: bool
    comments: int


@dataclass(frozen=True)
class Page:
    """One page of a list; `number` counts from 1."""

    rows: tuple[Row, ...]
    total: int
    number: int
    size: int

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // self.size))


@dataclass(frozen=True)
class Hit:
    """Where the words were found: the turn and the text around, with the marked stretches."""

    turn: int
    text: str
    spans: tuple[tuple[int, int], ...]


def visible(viewer: Viewer) -> ColumnElement[bool]:
    """Return the condition on sessions (joined to users) under which `access.may_see` holds."""
    own = Session.user_id == viewer.user_id
    if viewer.role == "admin":
        return true()
    if viewer.role == "manager" and viewer.leads:
        return or_(own, User.team_id.in_(sorted(viewer.leads)))
    return own


def readable(viewer: Viewer) -> ColumnElement[bool]:
    """Return the condition under which `access.may_read` holds as well."""
    return and_(visible(viewer), or_(Session.user_id == viewer.user_id, ~withheld()))


def withheld() -> ColumnElement[bool]:
    """Return the condition for private practice that was not submitted."""
    return and_(Session.private.is_(True), Session.submitted_at.is_(None))


def page(orm: OrmSession, viewer: Viewer, wanted: Wanted, number: int = 1, size: int = PAGE) -> Page:
    """Return one page of the sessions that the viewer may see; a number past the end gives the last page."""
    conditions = _conditions(orm, viewer, wanted)
    count = select(func.count()).select_from(Session).join(User, User.id == Session.user_id).where(*conditions)
    total = orm.scalar(count) or 0
    number = min(max(1, number), max(1, -(-total // size)))
    # Only the keys are sorted; the rows are fetched for the few that the page shows.
    keys = select(Session.id).join(User, User.id == Session.user_id).where(*conditions)
    keys = keys.order_by(*_order(viewer, wanted.sort)).limit(size).offset((number - 1) * size)
    ids = orm.scalars(keys).all()
    comments = _comments(orm, ids)
    found = {row[0]: _row(row, comments) for row in orm.execute(_rows(viewer).where(_among(ids)))}
    return Page(tuple(found[each] for each in ids), total, number, size)


def everything(orm: OrmSession, viewer: Viewer, wanted: Wanted, most: int = 50_000) -> tuple[Row, ...]:
    """Return all rows of a list, for a file."""
    return page(orm, viewer, wanted, 1, most).rows


def hits(orm: OrmSession, viewer: Viewer, session_ids: Sequence[int], words: str) -> dict[int, Hit]:
    """Return for each readable session the first turn in which one of the words stands."""
    if not session_ids or not cut(words):
        return {}
    query = select(Turn.session_id, Turn.number, Turn.text).join(Session).join(User, User.id == Session.user_id)
    query = query.where(Turn.session_id.in_(session_ids), Turn.speaker.in_(("rep", "customer")), readable(viewer))
    found: dict[int, Hit] = {}
    for session_id, number, said in orm.execute(query.order_by(Turn.session_id, Turn.number)):
        if session_id not in found and (spans := marks(words, said)):
            found[session_id] = _snippet(number, said, spans)
    return found


def scenes_in_use(orm: OrmSession, viewer: Viewer) -> list[str]:
    """Return the ids of the scenes that were practised by anybody the viewer may see."""
    query = select(Session.scene).join(User, User.id == Session.user_id).where(Session.scene.is_not(None))
    return sorted(scene for scene in orm.scalars(query.where(visible(viewer)).distinct()) if scene)


def outcomes_in_use(orm: OrmSession, viewer: Viewer) -> list[str]:
    """Return the outcomes that occur in sessions that the viewer may read."""
    query = select(Session.outcome).join(User, User.id == Session.user_id).where(Session.outcome.is_not(None))
    return sorted(name for name in orm.scalars(query.where(readable(viewer)).distinct()) if name)


def _conditions(orm: OrmSession, viewer: Viewer, wanted: Wanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [visible(viewer)]
    if wanted.person is not None:
        found.append(Session.user_id == wanted.person)
    if wanted.team is not None:
        found.append(User.team_id == wanted.team)
    if wanted.exercise:
        found.append(Session.exercise == wanted.exercise)
    if wanted.scene:
        found.append(Session.scene == wanted.scene)
    if wanted.since is not None:
        found.append(Session.started_at >= wanted.since)
    if wanted.until is not None:
        found.append(Session.started_at < wanted.until)
    return found + _of_words(orm, viewer, wanted)


def _of_words(orm: OrmSession, viewer: Viewer, wanted: Wanted) -> list[ColumnElement[bool]]:
    """Return the conditions on what only a reader may know."""
    found: list[ColumnElement[bool]] = []
    if wanted.low is not None:
        found.append(Session.total >= wanted.low)
    if wanted.high is not None:
        found.append(Session.total <= wanted.high)
    if wanted.outcome == OPEN:
        found.append(Session.status != "ended")
    elif wanted.outcome:
        found.append(Session.outcome == wanted.outcome)
    if wanted.commented:
        found.append(exists().where(Comment.session_id == Session.id, Comment.author_id == viewer.user_id))
    if wanted.unread:
        found.append(_unread(viewer))
    if fold(wanted.words).strip():
        hit = matching(orm, wanted.words)
        found.append(false() if hit is None else hit)
    return [*found, readable(viewer)] if found else []


def _unread(viewer: Viewer) -> ColumnElement[bool]:
    opened = exists().where(
        Reading.session_id == Session.id, Reading.reader_id == viewer.user_id, Reading.how.in_(("page", "compare"))
    )
    return and_(Session.user_id != viewer.user_id, Session.status == "ended", Session.total.is_not(None), ~opened)


def _rows(viewer: Viewer) -> Select[Any]:
    hidden = and_(withheld(), Session.user_id != viewer.user_id)
    return (
        select(
            Session.id,
            Session.user_id,
            User.name,
            User.key,
            Team.name,
            Session.exercise,
            Session.scene,
            Session.started_at,
            Session.status,
            case((hidden, null()), else_=Session.outcome),
            case((hidden, null()), else_=Session.total),
            hidden,
        )
        .join(User, User.id == Session.user_id)
        .outerjoin(Team, Team.id == User.team_id)
    )


def _order(viewer: Viewer, sort: str) -> list[ColumnElement[Any]]:
    if sort in ("best", "weakest"):
        hidden = and_(withheld(), Session.user_id != viewer.user_id)
        total = case((hidden, null()), else_=Session.total)
        return [total.is_(None), total.desc() if sort == "best" else total.asc(), Session.id.desc()]
    if sort == "person":
        return [User.name.asc(), User.id.asc(), Session.started_at.desc(), Session.id.desc()]
    if sort == "oldest":
        return [Session.started_at.asc(), Session.id.asc()]
    return [Session.started_at.desc(), Session.id.desc()]


def _among(ids: Sequence[int]) -> ColumnElement[bool]:
    # A file of a whole list would have more parameters than a database takes; numbers are written out.
    return text(f"sessions.id IN ({','.join(str(int(each)) for each in ids) or 'NULL'})")  # type: ignore[return-value]


def _comments(orm: OrmSession, session_ids: Sequence[int]) -> dict[int, int]:
    if not session_ids:
        return {}
    among = Comment.session_id.between(min(session_ids), max(session_ids))
    query = select(Comment.session_id, func.count()).where(among)
    return {number: int(count) for number, count in orm.execute(query.group_by(Comment.session_id)).all()}


def _row(row: Any, comments: dict[int, int]) -> Row:
    number, user_id, name, key, team, exercise, scene, started, status, outcome, total, hidden = row
    count = 0 if hidden else comments.get(number, 0)
    return Row(
        number, user_id, name or key, team or "", exercise, scene, started, status, outcome, total, bool(hidden), count
    )


def _snippet(turn: int, text: str, spans: Sequence[tuple[int, int]]) -> Hit:
    start = max(0, spans[0][0] - AROUND)
    end = min(len(text), max(spans[0][1], spans[0][0] + 1) + AROUND)
    shown = text[start:end]
    inside = [(a - start, min(b, end) - start) for a, b in spans if a >= start and a < end]
    head, tail = ("…" if start else ""), ("…" if end < len(text) else "")
    return Hit(turn, head + shown + tail, tuple((a + len(head), b + len(head)) for a, b in inside))
