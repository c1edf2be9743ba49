"""What is to be told to people beside their own talk: comments, answers, assignments, the weekly letter.

What was told is written down when it was delivered, so that a restart forgets nothing; nothing is told in quiet hours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from bot.coach.access import may_read
from bot.coach.lesson.clock import Habits
from bot.store.people_tables import Assignment, Comment
from bot.store.tables import Session, Turn, User
from bot.store.unit import UnitOfWork

from .assignments import settle
from .coaching_words import Words
from .digest import Digest, Wanted
from .messages import Reply
from .people import owned, viewer_of
from .practice import Who
from .sight import name_of


@dataclass(frozen=True)
class Delivery:
    """Something to be told."""

    ref: str
    """What it is (`comment/12`, `task/5`, `digest/3/2026-W47`): hand it to `Post.sent` when it was delivered."""
    who: Who
    reply: Reply


@dataclass(frozen=True)
class Post:
    """Who is to be told of what."""

    unit: Callable[[], UnitOfWork]
    words: Words
    digest: Digest

    def due(self, now: datetime, channel: str = "") -> list[Delivery]:
        """Return what is to be told at `now`, oldest first; `channel` limits it to keys that begin so (`tg:`)."""
        with self.unit() as uow:
            found = self._all(uow, now, lambda user: user.key.startswith(channel) and not habits(user).is_quiet(now))
            return [Delivery(ref, Who(user.key, user.name, user.language), reply) for ref, user, reply in found]

    def for_person(self, who: Who, now: datetime) -> list[Delivery]:
        """Return what is to be told to a person who is here now, whatever the hour."""
        with self.unit() as uow:
            return [Delivery(ref, who, reply) for ref, _, reply in self._all(uow, now, lambda to: to.key == who.key)]

    def sent(self, ref: str, now: datetime) -> None:
        """Write down that something was delivered."""
        kind, _, rest = ref.partition("/")
        with self.unit() as uow:
            if kind == "comment" and (comment := uow.orm.get(Comment, int(rest))):
                comment.told_at = comment.told_at or now
            elif kind == "task" and (task := uow.orm.get(Assignment, int(rest))):
                task.told_at = task.told_at or now
            elif kind == "digest":
                self.digest.sent(uow, rest)

    def _all(self, uow: UnitOfWork, now: datetime, wanted: Wanted) -> Iterator[tuple[str, User, Reply]]:
        yield from self._comments(uow, now, wanted)
        yield from self._tasks(uow, wanted)
        yield from self.digest.due(uow, now, wanted)

    def _comments(self, uow: UnitOfWork, now: datetime, wanted: Wanted) -> Iterator[tuple[str, User, Reply]]:
        query = (
            select(Comment, Session, Turn)
            .join(Session, Comment.session_id == Session.id)
            .outerjoin(Turn, Comment.turn_id == Turn.id)
            .where(Comment.told_at.is_(None))
            .order_by(Comment.id)
        )
        for row, session, turn in uow.orm.execute(query).tuples().all():
            user = recipient(uow, row, session)
            if user is None or not may_read(viewer_of(uow, user), owned(session)):
                # Nobody is there to be told; it stands in the console.
                row.told_at = now
                continue
            if not wanted(user):
                continue
            author = name_of(uow.orm.get(User, row.author_id) if row.author_id else None)
            root = uow.orm.get(Comment, row.parent_id) if row.parent_id else None
            yield f"comment/{row.id}", user, self.words.comment(user, row, author, session, turn, root)

    def _tasks(self, uow: UnitOfWork, wanted: Wanted) -> Iterator[tuple[str, User, Reply]]:
        query = (
            select(Assignment, User)
            .join(User, Assignment.user_id == User.id)
            .where(Assignment.told_at.is_(None), Assignment.done_at.is_(None), Assignment.withdrawn_at.is_(None))
            .order_by(Assignment.id)
        )
        rows = [(row, user) for row, user in uow.orm.execute(query).tuples() if wanted(user)]
        settle(uow, {user.id for _, user in rows})
        for row, user in rows:
            if row.done_at is None:
                by = name_of(uow.orm.get(User, row.by_id) if row.by_id else None)
                yield f"task/{row.id}", user, self.words.assigned(user, row, by)


def recipient(uow: UnitOfWork, comment: Comment, session: Session) -> User | None:
    """Return who is to be told of a comment: the rep, or of the rep's own words the one they answer, if anybody."""
    if comment.author_id != session.user_id:
        return session.user
    thread = select(Comment.author_id).where(
        (Comment.id == comment.parent_id) | (Comment.parent_id == comment.parent_id),
        Comment.id < comment.id,
        Comment.author_id != session.user_id,
    )
    other = uow.orm.scalars(thread.order_by(Comment.id.desc()).limit(1)).first() if comment.parent_id else None
    return uow.orm.get(User, other) if other else None


def habits(user: User) -> Habits:
    """Return when a person may be told something: what they set for their lessons."""
    return Habits.of(user.preferences.get("lessons"), user.language)
