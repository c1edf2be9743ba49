"""Repositories: how the services find and add rows. None of them commits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session as OrmSession

from .tables import Deal, Handled, Inbox, Score, Session, Turn, User


class Repository:
    """A group of queries over one open transaction."""

    def __init__(self, orm: OrmSession) -> None:
        self.orm = orm


class Users(Repository):
    """People by the channel's key."""

    def get(self, key: str) -> User | None:
        """Return the user of `key`, locked for this transaction where the database can."""
        return self.orm.scalars(select(User).where(User.key == key).with_for_update()).one_or_none()

    def get_or_add(self, key: str, *, name: str, language: str, now: datetime) -> User:
        """Return the user of `key`, created with `name` and `language` at the first contact."""
        user = self.get(key)
        if user is None:
            insert = postgresql.insert if self.orm.get_bind().dialect.name == "postgresql" else sqlite.insert
            values = {"key": key, "name": name, "language": language, "created_at": now}
            defaults = {"role": "rep", "language_fixed": False, "preferences": {}}
            # Two first messages at the same instant: the second waits and finds the row of the first.
            self.orm.execute(insert(User).values(**values, **defaults).on_conflict_do_nothing())
            user = self.get(key)
            assert user is not None
        return user


class Sessions(Repository):
    """Exercises and their transcripts. `touched` holds the ids of sessions whose words grew in this transaction."""

    def __init__(self, orm: OrmSession) -> None:
        super().__init__(orm)
        self.touched: set[int] = set()

    def add(self, session: Session) -> Session:
        """Add a session and give it its id."""
        self.orm.add(session)
        self.orm.flush()
        return session

    def get(self, session_id: int) -> Session | None:
        """Return a session by id."""
        return self.orm.get(Session, session_id)

    def of_user(self, user_id: int, *, exercise: str | None = None, limit: int = 20) -> Sequence[Session]:
        """Return a user's sessions, newest first."""
        query = select(Session).where(Session.user_id == user_id)
        if exercise:
            query = query.where(Session.exercise == exercise)
        return self.orm.scalars(query.order_by(Session.id.desc()).limit(limit)).all()

    def turns(self, session_id: int) -> Sequence[Turn]:
        """Return the turns of a session in order."""
        return self.orm.scalars(select(Turn).where(Turn.session_id == session_id).order_by(Turn.number)).all()

    def add_turn(self, session: Session, *, speaker: str, text: str, now: datetime, **fields: Any) -> Turn:
        """Append a turn; its number is the next in the session."""
        last = self.orm.scalar(select(func.max(Turn.number)).where(Turn.session_id == session.id)) or 0
        turn = Turn(
            session_id=session.id,
            number=last + 1,
            speaker=speaker,
            text=text,
            at=now,
            **fields,
        )
        self.orm.add(turn)
        self.orm.flush()
        if speaker != "coach":
            self.touched.add(session.id)
        return turn

    def add_score(self, score: Score) -> Score:
        """Add a scorecard; an older card of the same version is replaced, other versions stay."""
        old = self.orm.scalars(
            select(Score).where(Score.session_id == score.session_id, Score.version == score.version)
        ).one_or_none()
        if old is not None:
            self.orm.delete(old)
            self.orm.flush()
        self.orm.add(score)
        self.orm.flush()
        if (session := self.get(score.session_id)) is not None:
            session.total = score.total
            session.marks = {line["dimension"]: line["score"] for line in score.lines}
        return score


class Deals(Repository):
    """Real deals of a rep."""

    def add(self, deal: Deal) -> Deal:
        """Add a deal and give it its id."""
        self.orm.add(deal)
        self.orm.flush()
        return deal

    def get(self, deal_id: int) -> Deal | None:
        """Return a deal by id."""
        return self.orm.get(Deal, deal_id)

    def of_user(self, user_id: int, limit: int = 20) -> Sequence[Deal]:
        """Return a user's deals, last touched first."""
        query = select(Deal).where(Deal.user_id == user_id).order_by(Deal.updated_at.desc(), Deal.id.desc())
        return self.orm.scalars(query.limit(limit)).all()


class HandledMessages(Repository):
    """Messages that were taken, with their answers."""

    def get(self, key: str) -> Handled | None:
        """Return what was answered to the message `key`."""
        return self.orm.get(Handled, key)

    def add(self, key: str, user_id: int, replies: list[dict[str, Any]], now: datetime) -> None:
        """Keep the answer to the message `key`."""
        self.orm.add(Handled(key=key, user_id=user_id, replies=replies, at=now))
        self.orm.flush()


class InboxUpdates(Repository):
    """Telegram updates that were received."""

    def add(self, update_id: int, payload: dict[str, Any], now: datetime) -> bool:
        """Keep an update; return False where it was already there."""
        if self.orm.get(Inbox, update_id) is not None:
            return False
        self.orm.add(Inbox(update_id=update_id, payload=payload, received_at=now, attempts=0))
        self.orm.flush()
        return True

    def get(self, update_id: int) -> Inbox | None:
        """Return an update by id."""
        return self.orm.get(Inbox, update_id)

    def unanswered(self) -> Sequence[Inbox]:
        """Return the updates that were received and not answered, in order."""
        return self.orm.scalars(select(Inbox).where(Inbox.answered_at.is_(None)).order_by(Inbox.update_id)).all()

    def prune(self, before: datetime) -> None:
        """Throw away the updates that were answered before `before`."""
        self.orm.execute(delete(Inbox).where(Inbox.answered_at < before))
