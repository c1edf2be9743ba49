"""The tables. Times are UTC and aware.

States, sheets and evidence are JSON, so that an exercise can grow without a migration; they are always assigned
whole, never changed in place: SQLAlchemy does not see a change inside them.
"""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, DateTime, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.types import TypeDecorator

Json = JSON().with_variant(JSONB(), "postgresql")


class UtcDateTime(TypeDecorator[datetime]):
    """A time that is stored as UTC and comes back aware on SQLite too, which keeps no zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        return value.astimezone(timezone.utc) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=timezone.utc) if value.tzinfo is None else value.astimezone(timezone.utc)


class Base(DeclarativeBase):
    """The registry of all tables."""

    type_annotation_map: ClassVar = {
        dict[str, Any]: Json,
        list[Any]: Json,
        datetime: UtcDateTime(),
    }


class Team(Base):
    """A sales team; a manager sees own teams only."""

    __tablename__ = "teams"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120), unique=True)
    demo: Mapped[bool] = mapped_column(default=False)
    """True for the demo team, which one command loads and another removes."""


class User(Base):
    """A person, known by the channel's key (`tg:123`, `term:anna`)."""

    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(120), unique=True)
    name: Mapped[str] = mapped_column(String(120), default="")
    role: Mapped[str] = mapped_column(String(16), default="rep")
    """`rep`, `manager` or `admin`."""
    team_id: Mapped[int | None] = mapped_column(ForeignKey("teams.id"))
    language: Mapped[str] = mapped_column(String(8), default="zh-Hans")
    language_fixed: Mapped[bool] = mapped_column(default=False)
    """True once the person chose the language; until then it follows what they write."""
    consent_at: Mapped[datetime | None]
    """When the person agreed to what is stored; before that nothing but this row is."""
    login: Mapped[str | None] = mapped_column(String(80), index=True, unique=True)
    """The name for the console's sign-in by password."""
    password_hash: Mapped[str | None] = mapped_column(String(200))
    """By argon2; None where only links from the bot sign in."""
    preferences: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    current_session_id: Mapped[int | None]
    """The session that free text goes to; None in the lobby. No foreign key: sessions already point here."""
    created_at: Mapped[datetime]


class Deal(Base):
    """A real deal of a rep, and the sheets that the exercises fill for it (`call_plan`, `ledger`, …)."""

    __tablename__ = "deals"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    customer: Mapped[str] = mapped_column(String(200))
    product: Mapped[str] = mapped_column(String(200), default="")
    stage: Mapped[str] = mapped_column(String(200), default="")
    meets: Mapped[str] = mapped_column(String(200), default="")
    """Whom the rep will meet."""
    sheets: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class Session(Base):
    """One exercise of one person, from its start to its end; the transcript that people read hangs on it."""

    __tablename__ = "sessions"
    __table_args__ = (
        Index("ix_sessions_user_status", "user_id", "status"),
        Index("ix_sessions_user_started", "user_id", "started_at"),
        Index("ix_sessions_started", "started_at"),
        Index("ix_sessions_total", "total"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    deal_id: Mapped[int | None] = mapped_column(ForeignKey("deals.id"))
    exercise: Mapped[str] = mapped_column(String(24))
    """`spin`, `trace`, `decide`, `roleplay`, …"""
    scene: Mapped[str | None] = mapped_column(String(64))
    difficulty: Mapped[str | None] = mapped_column(String(16))
    seed: Mapped[int] = mapped_column(default=0)
    language: Mapped[str] = mapped_column(String(8))
    content_version: Mapped[str] = mapped_column(String(64), default="")
    judge_version: Mapped[str] = mapped_column(String(64), default="")
    state: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    """What the exercise needs to go on."""
    status: Mapped[str] = mapped_column(String(16), default="open")
    """`open`, `paused` or `ended`."""
    outcome: Mapped[str | None] = mapped_column(String(32))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("sessions.id"))
    """The session that this one branches from (replay), at turn `parent_turn`."""
    parent_turn: Mapped[int | None]
    private: Mapped[bool] = mapped_column(default=False)
    """Managers see that it took place, not the words, until `submitted_at`."""
    submitted_at: Mapped[datetime | None]
    total: Mapped[float | None]
    """The newest score, 0 to 100; None where there is none. Set with the score, so that lists need not look it up."""
    marks: Mapped[dict[str, Any] | None]
    """The newest score's lines, 0 to 1 by dimension."""
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    swept_at: Mapped[datetime | None]
    """When retention deleted the words; dates, scene and total stay."""

    user: Mapped[User] = relationship()
    deal: Mapped[Deal | None] = relationship()
    turns: Mapped[list[Turn]] = relationship(
        back_populates="session", order_by="Turn.number", cascade="all, delete-orphan"
    )
    scores: Mapped[list[Score]] = relationship(
        back_populates="session", order_by="Score.id", cascade="all, delete-orphan"
    )


class Turn(Base):
    """One line of the transcript, with what the judge made of it."""

    __tablename__ = "turns"
    __table_args__ = (UniqueConstraint("session_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("sessions.id"), index=True)
    number: Mapped[int]
    """Counts from 1 within the session, over all speakers."""
    speaker: Mapped[str] = mapped_column(String(16))
    """`rep`, `customer` (simulated) or `coach`."""
    text: Mapped[str] = mapped_column(Text)
    """As it was typed or shown, in its own script."""
    kind: Mapped[str | None] = mapped_column(String(16))
    label: Mapped[str | None] = mapped_column(String(24))
    confidence: Mapped[float | None]
    level: Mapped[str | None] = mapped_column(String(16))
    evidence: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    """The judgement in full (alternatives, spans, moves) and what the coach made of it."""
    revealed: Mapped[list[Any]] = mapped_column(Json, default=list)
    """Ids of the hidden items that this turn released."""
    at: Mapped[datetime]

    session: Mapped[Session] = relationship(back_populates="turns")


class Score(Base):
    """A scorecard of a session by one version of the scorer; older versions are kept."""

    __tablename__ = "scores"
    __table_args__ = (UniqueConstraint("session_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("sessions.id"), index=True)
    version: Mapped[str] = mapped_column(String(64))
    total: Mapped[float]
    """0 to 100."""
    lines: Mapped[list[Any]] = mapped_column(Json, default=list)
    at: Mapped[datetime]

    session: Mapped[Session] = relationship(back_populates="scores")


class Handled(Base):
    """A message that was taken, with its answer: written with the turn, so that nothing is taken twice."""

    __tablename__ = "handled"

    key: Mapped[str] = mapped_column(String(160), primary_key=True)
    """The channel's own key of the message (`tg:<update_id>`)."""
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    replies: Mapped[list[Any]] = mapped_column(Json, default=list)
    at: Mapped[datetime]


class Inbox(Base):
    """A Telegram update, written before anything else is done with it; unanswered rows are taken up at start."""

    __tablename__ = "inbox"

    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    payload: Mapped[dict[str, Any]] = mapped_column(Json)
    received_at: Mapped[datetime]
    answered_at: Mapped[datetime | None] = mapped_column(index=True)
    attempts: Mapped[int] = mapped_column(default=0)


class LessonProgress(Base):
    """How a person stands with one lesson, and where they are in it."""

    __tablename__ = "lesson_progress"
    __table_args__ = (UniqueConstraint("user_id", "lesson"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    lesson: Mapped[int]
    tries: Mapped[int] = mapped_column(default=0)
    """How often the quiz was finished."""
    best: Mapped[float | None]
    """The best quiz so far, 0 to 1."""
    drilled: Mapped[list[Any]] = mapped_column(Json, default=list)
    """Ids of the drills that were passed."""
    place: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    """Where to go on; empty where the lesson is not under way."""
    how: Mapped[str | None] = mapped_column(String(16))
    """`learned` or `placed` (proved by the placement test) once passed."""
    started_at: Mapped[datetime]
    passed_at: Mapped[datetime | None]


class LessonAnswer(Base):
    """One graded answer: of a quiz, a drill, an exam, a placement test, or something that came back."""

    __tablename__ = "lesson_answers"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    session_id: Mapped[int | None] = mapped_column(ForeignKey("sessions.id"))
    purpose: Mapped[str] = mapped_column(String(16))
    """`quiz`, `drill`, `exam`, `placement` or `return`."""
    lesson: Mapped[int | None]
    item: Mapped[str] = mapped_column(String(40))
    """The item's or drill's id; `turn/<id>` for an own sentence."""
    right: Mapped[bool]
    text: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[datetime] = mapped_column(index=True)


class LessonExam(Base):
    """A part's exam that was finished, or a part that was proved by the placement test."""

    __tablename__ = "lesson_exams"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    part: Mapped[int]
    how: Mapped[str] = mapped_column(String(16))
    """`exam` or `placement`."""
    score: Mapped[float]
    """0 to 1."""
    passed: Mapped[bool]
    at: Mapped[datetime]


class LessonReturn(Base):
    """Something that failed and comes back: a quiz item, a drill, or a sentence of the person's own."""

    __tablename__ = "lesson_returns"
    __table_args__ = (UniqueConstraint("user_id", "ref"), Index("ix_lesson_returns_user_due", "user_id", "due_at"))

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    ref: Mapped[str] = mapped_column(String(40))
    """`item/3/q1`, `drill/3/d1` or `turn/<id>`."""
    data: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    """Of an own sentence: what was said, to what, and what was wanted."""
    card: Mapped[dict[str, Any]] = mapped_column(Json)
    """py-fsrs' card."""
    reviews: Mapped[int] = mapped_column(default=0)
    """How often it came back: chooses the wording."""
    due_at: Mapped[datetime | None]
    """None once it is known."""


class Reminder(Base):
    """When to remind a person of what is due. Kept until it was sent, so that a restart forgets none."""

    __tablename__ = "reminders"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), primary_key=True)
    due_at: Mapped[datetime] = mapped_column(index=True)
    taken_at: Mapped[datetime | None]
    """When a channel took it to send it; given out again where it does not say so for a while."""
    taken: Mapped[int] = mapped_column(default=0)
    """How often it was given out since it was due."""
