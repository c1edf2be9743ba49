"""What is written down about a learner: lessons, answers, exams, what comes back, habits, the reminder."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from bot.coach.lesson import spaced
from bot.coach.lesson.clock import Habits
from bot.coach.lesson.spaced import Due, Plan
from bot.store.tables import LessonAnswer, LessonExam, LessonProgress, LessonReturn, Reminder, User
from bot.store.unit import UnitOfWork


class Book:
    """One learner's book inside one transaction."""

    def __init__(self, uow: UnitOfWork, user: User, now: datetime) -> None:
        self.uow, self.user, self.now = uow, user, now

    @property
    def habits(self) -> Habits:
        """Return what the learner set, or the defaults of their language."""
        return Habits.of(self.user.preferences.get("lessons"), self.user.language)

    @property
    def knows_zone(self) -> bool:
        """Say whether the learner named their zone; nobody is reminded by a guessed one."""
        return "zone" in (self.user.preferences.get("lessons") or {})

    def set_habits(self, habits: Habits) -> None:
        """Store the habits; the next reminder follows them."""
        self.user.preferences = {**self.user.preferences, "lessons": habits.to_json()}
        self.remind(afresh=True)

    def rows(self) -> dict[int, LessonProgress]:
        """Return the rows of all lessons that were begun, by number."""
        found = self.uow.orm.scalars(select(LessonProgress).where(LessonProgress.user_id == self.user.id))
        return {row.lesson: row for row in found}

    def row(self, lesson: int) -> LessonProgress:
        """Return the row of a lesson, begun now where there is none."""
        row = self.rows().get(lesson)
        if row is None:
            row = LessonProgress(
                user_id=self.user.id, lesson=lesson, tries=0, drilled=[], place={}, started_at=self.now
            )
            self.uow.orm.add(row)
            self.uow.orm.flush()
            self.remind()
        return row

    def passed(self) -> set[int]:
        """Return the numbers of the lessons that are passed, learned or placed."""
        return {number for number, row in self.rows().items() if row.passed_at is not None}

    def exams(self) -> set[int]:
        """Return the parts whose exam is passed, or that were proved by the placement test."""
        query = select(LessonExam.part).where(LessonExam.user_id == self.user.id, LessonExam.passed)
        return set(self.uow.orm.scalars(query))

    def add_exam(self, part: int, *, how: str, score: float, passed: bool) -> None:
        """Write down a finished exam (0 to 1)."""
        self.uow.orm.add(LessonExam(user_id=self.user.id, part=part, how=how, score=score, passed=passed, at=self.now))
        self.uow.orm.flush()

    def place_part(self, part: int, lessons: Collection[int]) -> None:
        """Write down that a part was proved by the placement test."""
        for number in lessons:
            row = self.row(number)
            if row.passed_at is None:
                row.how, row.passed_at, row.place = "placed", self.now, {}
        self.add_exam(part, how="placement", score=1.0, passed=True)

    def answer(
        self, purpose: str, lesson: int | None, item: str, right: bool, text: str, session_id: int | None
    ) -> None:
        """Write down a graded answer."""
        self.uow.orm.add(
            LessonAnswer(
                user_id=self.user.id,
                session_id=session_id,
                purpose=purpose,
                lesson=lesson,
                item=item,
                right=right,
                text=text,
                at=self.now,
            )
        )
        self.uow.orm.flush()

    def seen(self) -> set[tuple[int, str]]:
        """Return the items that were answered at any time."""
        query = select(LessonAnswer.lesson, LessonAnswer.item).where(
            LessonAnswer.user_id == self.user.id, LessonAnswer.lesson.is_not(None)
        )
        return {(lesson, item) for lesson, item in self.uow.orm.execute(query) if lesson is not None}

    def days(self) -> set[date]:
        """Return the learner's calendar days on which something was answered."""
        query = select(LessonAnswer.at).where(LessonAnswer.user_id == self.user.id)
        return {self.habits.day(at) for at in self.uow.orm.scalars(query)}

    def fail(self, ref: str, data: Mapping[str, Any] | None = None, *, at: datetime | None = None) -> None:
        """Let something that failed (`at`, or now) come back from the next day on; it may be on its way already."""
        row, at = self._return(ref), at or self.now
        if row is None:
            card = spaced.failed(at)
            row = LessonReturn(user_id=self.user.id, ref=ref, data=dict(data or {}), card=card, reviews=0)
            self.uow.orm.add(row)
        else:
            row.card = spaced.failed(at, row.card)
        row.due_at = spaced.due_of(row.card)
        self.uow.orm.flush()
        self.remind()

    def reviewed(self, ref: str, right: bool) -> None:
        """Write down how a return went: it comes back later, or tomorrow, or no more once it is known."""
        row = self._return(ref)
        if row is None:
            return
        row.card = spaced.recalled(self.now, row.card) if right else spaced.failed(self.now, row.card)
        row.reviews += 1
        row.due_at = None if spaced.is_known(row.card) else spaced.due_of(row.card)
        self.uow.orm.flush()

    def forget(self, ref: str) -> None:
        """Let something come back no more (its lesson is gone)."""
        if (row := self._return(ref)) is not None:
            row.due_at = None
            self.uow.orm.flush()

    def returns(self) -> dict[str, LessonReturn]:
        """Return what is to come back, by reference."""
        query = select(LessonReturn).where(LessonReturn.user_id == self.user.id, LessonReturn.due_at.is_not(None))
        return {row.ref: row for row in self.uow.orm.scalars(query)}

    def known(self, ref: str) -> bool:
        """Say whether something came back at any time."""
        return self._return(ref) is not None

    def plan(self) -> Plan:
        """Say what is for today and move the rest to the days that have room."""
        rows = self.returns()
        waiting = [Due(ref, row.due_at) for ref, row in rows.items() if row.due_at is not None]
        plan = spaced.plan(waiting, self.now, self.habits, self._done_today())
        for ref, due in plan.moved.items():
            rows[ref].due_at = due
        self.uow.orm.flush()
        return plan

    def remind(self, *, afresh: bool = False) -> None:
        """See that a reminder is planned once the zone is known; `afresh` plans it anew by the habits."""
        row = self.uow.orm.get(Reminder, self.user.id)
        if (row is not None and not afresh) or not self.knows_zone:
            return
        due = self.habits.next_reminder(self.now)
        if row is not None and due is None:
            self.uow.orm.delete(row)
        elif row is not None and due is not None:
            row.due_at, row.taken_at, row.taken = due, None, 0
        elif due is not None:
            self.uow.orm.add(Reminder(user_id=self.user.id, due_at=due, taken=0))
        self.uow.orm.flush()

    def _return(self, ref: str) -> LessonReturn | None:
        query = select(LessonReturn).where(LessonReturn.user_id == self.user.id, LessonReturn.ref == ref)
        return self.uow.orm.scalars(query).one_or_none()

    def _done_today(self) -> int:
        start = self.habits.start_of(self.habits.day(self.now))
        query = select(LessonAnswer.id).where(
            LessonAnswer.user_id == self.user.id, LessonAnswer.purpose == "return", LessonAnswer.at >= start
        )
        return len(self.uow.orm.scalars(query).all())
