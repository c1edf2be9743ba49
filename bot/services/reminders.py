"""Reminders of what is due: planned in the database, so that a restart forgets none; the time is an argument."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from bot.coach.lesson import unlock
from bot.coach.lesson.model import Course
from bot.language import Catalog, base, localise
from bot.store.tables import LessonAnswer, Reminder, User
from bot.store.unit import UnitOfWork

from .lesson.book import Book
from .lesson.review import harvest
from .messages import Button, Reply
from .practice import Who

AGAIN_AFTER = timedelta(minutes=10)
"""A reminder that was taken and not said to be sent is given out again after this."""
MOST_TRIES = 3
AWAY = timedelta(days=7)
"""Who did not learn for so long is welcomed back, and reminded once a week only."""


@dataclass(frozen=True)
class Reminders:
    """Who is to be reminded of what."""

    unit: Callable[[], UnitOfWork]
    course: Course
    catalog: Catalog

    def due_reminders(self, now: datetime, channel: str = "") -> list[tuple[Who, Reply]]:
        """Return whom to remind at `now`, and with what; `channel` limits them to keys that begin so (`tg:`).

        Nobody is reminded in their quiet hours or of nothing. Call `sent` for each that was delivered: what was not
        is given out again, three times at most.
        """
        found = []
        with self.unit() as uow:
            query = select(Reminder, User).join(User, Reminder.user_id == User.id).where(Reminder.due_at <= now)
            query = query.where(User.key.startswith(channel, autoescape=True)).order_by(Reminder.due_at)
            for row, user in uow.orm.execute(query.with_for_update()).all():
                reply = self._reminder(uow, row, user, now)
                if reply is not None:
                    found.append((Who(user.key, user.name, user.language), reply))
        return found

    def sent(self, who: Who, now: datetime) -> None:
        """Write down that a reminder was delivered; the next comes on the next day, after a long absence in a week."""
        with self.unit() as uow:
            user = uow.users.get(who.key)
            row = uow.orm.get(Reminder, user.id) if user is not None else None
            if user is not None and row is not None:
                self._plan_next(uow, row, user, now)

    def _reminder(self, uow: UnitOfWork, row: Reminder, user: User, now: datetime) -> Reply | None:
        book = Book(uow, user, now)
        if book.habits.is_quiet(now):
            row.due_at = book.habits.after_quiet(now)
            return None
        if row.taken_at is not None and now - row.taken_at < AGAIN_AFTER:
            return None
        reply = self._words(book, user, now) if row.taken < MOST_TRIES else None
        if reply is None:
            self._plan_next(uow, row, user, now)
            return None
        row.taken_at, row.taken = now, row.taken + 1
        return reply

    def _words(self, book: Book, user: User, now: datetime) -> Reply | None:
        harvest(book)
        plan, last = book.plan(), self._last(book)
        today = book.habits.day(now)
        if plan.today:
            key = "reminder_welcome" if last is not None and now - last >= AWAY and plan.moved else "reminder_due"
            button = Button(self._say(user, "button_review", n=len(plan.today)), "/lesson review")
            return Reply().say(self._say(user, key, n=len(plan.today)), button)
        number = unlock.next_lesson(self.course, book.passed())
        if number is None or (last is not None and book.habits.day(last) == today):
            return None
        title = localise(self.course.lessons[number].title.of(base(user.language)), user.language)
        button = Button(self._say(user, "button_lesson", number=number), f"/lesson {number}")
        return Reply().say(self._say(user, "reminder_lesson", number=number, title=title), button)

    def _plan_next(self, uow: UnitOfWork, row: Reminder, user: User, now: datetime) -> None:
        book = Book(uow, user, now)
        last = self._last(book) or row.due_at
        after = now + timedelta(days=6) if now - last >= AWAY else now
        due = book.habits.next_reminder(after)
        if due is None or book.habits.day(due) == book.habits.day(now):
            # One a day: the time of the reminder may have been moved to later on the same day.
            due = book.habits.next_reminder(book.habits.start_of(book.habits.day(now) + timedelta(1)))
        if due is None:
            uow.orm.delete(row)
        else:
            row.due_at, row.taken_at, row.taken = due, None, 0
        uow.orm.flush()

    def _last(self, book: Book) -> datetime | None:
        query = select(LessonAnswer.at).where(LessonAnswer.user_id == book.user.id).order_by(LessonAnswer.at.desc())
        return book.uow.orm.scalars(query.limit(1)).first()

    def _say(self, user: User, key: str, **values: object) -> str:
        return self.catalog.say(f"lesson.{key}", user.language, None, **values)
