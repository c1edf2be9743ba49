"""What belongs to a person, table by table: the one list that export, deletion and retention go by.

A test walks all tables that refer to people or sessions and fails where one is missing here.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from bot.store.people_tables import (
    Assignment,
    Comment,
    ConsoleSession,
    Correction,
    Invitation,
    Leadership,
    Reading,
    SavedFilter,
    SignInLink,
)
from bot.store.tables import (
    Base,
    Deal,
    Handled,
    LessonAnswer,
    LessonExam,
    LessonProgress,
    LessonReturn,
    Reminder,
    Score,
    Session,
    Turn,
    User,
)

Part = tuple[type[Base], ColumnElement[bool]]


def sessions_of(user_id: int) -> Select[tuple[int]]:
    """Return the query of the ids of a person's sessions."""
    return select(Session.id).where(Session.user_id == user_id)


def of_sessions(sessions: Select[tuple[int]]) -> list[Part]:
    """Return what hangs on sessions, in the order in which it can be deleted."""
    return [
        (Reading, Reading.session_id.in_(sessions)),
        (Correction, Correction.session_id.in_(sessions)),
        (Comment, Comment.session_id.in_(sessions)),
        (Score, Score.session_id.in_(sessions)),
        (Turn, Turn.session_id.in_(sessions)),
    ]


def of_person(user_id: int) -> list[Part]:
    """Return the rows that are a person's own, in the order in which they can be deleted; the person comes last."""
    mine = sessions_of(user_id)
    return [
        *of_sessions(mine),
        (LessonAnswer, or_(LessonAnswer.user_id == user_id, LessonAnswer.session_id.in_(mine))),
        (Assignment, or_(Assignment.user_id == user_id, Assignment.session_id.in_(mine))),
        (LessonProgress, LessonProgress.user_id == user_id),
        (LessonExam, LessonExam.user_id == user_id),
        (LessonReturn, LessonReturn.user_id == user_id),
        (Reminder, Reminder.user_id == user_id),
        (Handled, Handled.user_id == user_id),
        (SavedFilter, SavedFilter.user_id == user_id),
        (Leadership, Leadership.user_id == user_id),
        (ConsoleSession, ConsoleSession.user_id == user_id),
        (SignInLink, SignInLink.user_id == user_id),
        # An invitation that waits would go on giving rights in the name of somebody who is gone.
        (Invitation, (Invitation.by_id == user_id) & Invitation.used_at.is_(None)),
        (Session, Session.user_id == user_id),
        (Deal, Deal.user_id == user_id),
        (User, User.id == user_id),
    ]


def traces() -> list[tuple[type[Base], InstrumentedAttribute[int | None]]]:
    """Return the columns that name a person in what belongs to others: the row stays, without its author."""
    return [
        (Comment, Comment.author_id),
        (Correction, Correction.by_id),
        (Assignment, Assignment.by_id),
        (Reading, Reading.reader_id),
        (Invitation, Invitation.by_id),
        (Invitation, Invitation.used_by_id),
    ]
