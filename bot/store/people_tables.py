"""The tables of the managers' room: who leads whom, what was read, said and corrected, and how people get in.

Secrets (links, cookies, passwords) are kept as hashes only.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from .tables import Base, Json


class Leadership(Base):
    """A manager leads a team; one may lead several."""

    __tablename__ = "leaderships"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), primary_key=True)
    team_id: Mapped[int] = mapped_column(ForeignKey("teams.id"), primary_key=True, index=True)


class Invitation(Base):
    """A one-time link that gives a role in a team."""

    __tablename__ = "invitations"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    role: Mapped[str] = mapped_column(String(16))
    team_id: Mapped[int | None] = mapped_column(ForeignKey("teams.id"))
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    """None: made on the command line."""
    at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    used_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))


class SignInLink(Base):
    """A short-lived link into the console, asked for in the bot; it works once."""

    __tablename__ = "sign_in_links"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class SignInAttempt(Base):
    """An attempt to sign in, kept for the rate limit only."""

    __tablename__ = "sign_in_attempts"
    __table_args__ = (Index("ix_sign_in_attempts_source_at", "source", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(String(80))
    """A hash of the address or of the name that was tried."""
    at: Mapped[datetime]
    ok: Mapped[bool]


class ConsoleSession(Base):
    """A browser that is signed in; the cookie holds the token, this table its hash."""

    __tablename__ = "console_sessions"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    csrf: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
    seen_at: Mapped[datetime]
    expires_at: Mapped[datetime]


class Comment(Base):
    """What somebody wrote about a session, or about one turn of it; an answer has the comment as its parent."""

    __tablename__ = "comments"

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("sessions.id"), index=True)
    turn_id: Mapped[int | None] = mapped_column(ForeignKey("turns.id"))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("comments.id"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    """None: the author's words were kept, the author is gone."""
    text: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime]
    told_at: Mapped[datetime | None]
    """When the other side got it in the bot."""


class Correction(Base):
    """A manager's verdict beside the judge's or the scorer's; both stay."""

    __tablename__ = "corrections"

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("sessions.id"), index=True)
    turn_id: Mapped[int | None] = mapped_column(ForeignKey("turns.id"))
    what: Mapped[str] = mapped_column(String(16))
    """`label` (of a turn) or `score` (a line of the scorecard)."""
    item: Mapped[str] = mapped_column(String(40))
    """For a label the kind (`rep`, `customer`, `case`), for a score the line's id."""
    old: Mapped[dict[str, Any]] = mapped_column(Json)
    """What the machine said: `{"label", "level", "confidence", "version"}` or `{"score", "version"}`."""
    new: Mapped[dict[str, Any]] = mapped_column(Json)
    """What the manager says: `{"label", "level"}` or `{"score"}`; equal to `old` where the manager confirms it."""
    reason: Mapped[str] = mapped_column(Text)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]


class Assignment(Base):
    """Something to do by a day: a lesson, a scene, or an exercise that fills a sheet."""

    __tablename__ = "assignments"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    kind: Mapped[str] = mapped_column(String(16))
    """`lesson`, `scene` or `worksheet`."""
    ref: Mapped[str] = mapped_column(String(64))
    """The lesson's number, the scene's id, or the exercise (`spin`, `trace`, `decide`)."""
    note: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[datetime]
    due_at: Mapped[datetime]
    told_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    session_id: Mapped[int | None] = mapped_column(ForeignKey("sessions.id"))
    """The session that did it."""
    withdrawn_at: Mapped[datetime | None]


class Reading(Base):
    """Somebody read the words of a session that is not their own."""

    __tablename__ = "readings"

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("sessions.id"), index=True)
    reader_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    reader: Mapped[str] = mapped_column(String(120))
    """The reader's name then."""
    how: Mapped[str] = mapped_column(String(16))
    """`page`, `compare`, `search` or `export`."""
    at: Mapped[datetime]


class AuditEntry(Base):
    """A change of rights, an export, a deletion: who did what to whom. Never changed, never holds talk."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True)
    by_id: Mapped[int | None]
    """No foreign key: the entry outlives the person."""
    by: Mapped[str] = mapped_column(String(120))
    what: Mapped[str] = mapped_column(String(40), index=True)
    about: Mapped[dict[str, Any]] = mapped_column(Json)
    at: Mapped[datetime] = mapped_column(index=True)


class SavedFilter(Base):
    """A named filter of the list of sessions."""

    __tablename__ = "saved_filters"
    __table_args__ = (UniqueConstraint("user_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    name: Mapped[str] = mapped_column(String(80))
    query: Mapped[dict[str, Any]] = mapped_column(Json)


class Tally(Base):
    """What is left of talk that was deleted: how much there was, by month and exercise; no person, no words."""

    __tablename__ = "tallies"
    __table_args__ = (UniqueConstraint("month", "exercise", "why"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[str] = mapped_column(String(7))
    """Of the deletion: `2026-11`."""
    exercise: Mapped[str] = mapped_column(String(24))
    why: Mapped[str] = mapped_column(String(16))
    """`forget` or `retention`."""
    sessions: Mapped[int] = mapped_column(default=0)
    turns: Mapped[int] = mapped_column(default=0)
