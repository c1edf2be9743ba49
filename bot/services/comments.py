"""Comments on a session or on one turn of it, and their answers; both sides get them in the bot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from bot.coach import access
from bot.coach.access import Viewer
from bot.language import clean
from bot.store.people_tables import Comment
from bot.store.tables import Turn, User
from bot.store.unit import UnitOfWork

from .refusal import Refused
from .sight import name_of, session_for, turn_of

LONGEST = 8000
"""Characters of a comment; what is longer is refused with `coaching.too_long`."""


@dataclass(frozen=True)
class Remark:
    """A comment as it is shown."""

    id: int
    session_id: int
    turn_number: int | None
    """The number of the turn it stands on; None for the whole session."""
    author_id: int | None
    author: str
    """The author's name; empty where the person is gone."""
    text: str
    at: datetime
    told_at: datetime | None
    """When the other side got it in the bot."""
    answers: tuple[Remark, ...] = ()
    """Oldest first; an answer has none of its own."""


@dataclass(frozen=True)
class Comments:
    """Writing and reading comments."""

    unit: Callable[[], UnitOfWork]

    def of_session(self, viewer: Viewer, session_id: int) -> list[Remark]:
        """Return a session's comments with their answers, by turn (the whole session last), then by time.

        Raises `Refused("people.not_found")` where the viewer may not read the session.
        """
        with self.unit() as uow:
            session_for(uow, viewer, session_id, access.may_read)
            return remarks(uow, session_id)

    def write(
        self, viewer: Viewer, session_id: int, text: str, now: datetime, *, turn_number: int | None = None
    ) -> Remark:
        """Comment on a turn, or on the whole session without one; the rep gets it in the bot.

        Raises `Refused`: `people.not_found` (no such session or turn, or not for this viewer), `coaching.empty`,
        `coaching.too_long` (limit).
        """
        with self.unit() as uow:
            session = session_for(uow, viewer, session_id, access.may_comment)
            turn = turn_of(uow, session, turn_number) if turn_number is not None else None
            row = Comment(
                session_id=session.id,
                turn_id=turn.id if turn else None,
                author_id=viewer.user_id,
                text=checked(text),
                at=now,
            )
            return _added(uow, row)

    def answer(self, viewer: Viewer, comment_id: int, text: str, now: datetime) -> Remark:
        """Answer a comment (an answer to an answer joins the same thread); the others in it get it in the bot.

        Raises `Refused` as `write` does.
        """
        with self.unit() as uow:
            return answer_in(uow, viewer, comment_id, text, now)


def answer_in(uow: UnitOfWork, viewer: Viewer, comment_id: int, text: str, now: datetime) -> Remark:
    """Answer a comment in the open transaction; raises `Refused` as `Comments.answer` does."""
    said = uow.orm.get(Comment, comment_id)
    if said is None:
        raise Refused("people.not_found")
    session_for(uow, viewer, said.session_id, access.may_comment)
    row = Comment(
        session_id=said.session_id,
        turn_id=said.turn_id,
        parent_id=said.parent_id or said.id,
        author_id=viewer.user_id,
        text=checked(text),
        at=now,
    )
    return _added(uow, row)


def remarks(uow: UnitOfWork, session_id: int) -> list[Remark]:
    """Return the comments of a session with their answers, by turn (the whole session last), then by time."""
    query = (
        select(Comment, Turn.number, User)
        .outerjoin(Turn, Comment.turn_id == Turn.id)
        .outerjoin(User, Comment.author_id == User.id)
        .where(Comment.session_id == session_id)
        .order_by(Turn.number.is_(None), Turn.number, Comment.id)
    )
    found = [(row.parent_id, _remark(row, number, user)) for row, number, user in uow.orm.execute(query).tuples()]
    answers: dict[int, list[Remark]] = {}
    for parent, remark in found:
        if parent is not None:
            answers.setdefault(parent, []).append(remark)
    return [replace(remark, answers=tuple(answers.get(remark.id, ()))) for parent, remark in found if parent is None]


def checked(text: str, longest: int = LONGEST) -> str:
    """Return what a person wrote, cleaned; raise `Refused` where nothing is left or it is too long."""
    text = clean(text)
    if not text:
        raise Refused("coaching.empty")
    if len(text) > longest:
        raise Refused("coaching.too_long", limit=f"{longest:,}")
    return text


def _added(uow: UnitOfWork, row: Comment) -> Remark:
    uow.orm.add(row)
    uow.orm.flush()
    turn = uow.orm.get(Turn, row.turn_id) if row.turn_id else None
    return _remark(row, turn.number if turn else None, uow.orm.get(User, row.author_id) if row.author_id else None)


def _remark(row: Comment, number: int | None, author: User | None) -> Remark:
    name = name_of(author)
    return Remark(row.id, row.session_id, number, row.author_id, name, row.text, row.at, row.told_at)
