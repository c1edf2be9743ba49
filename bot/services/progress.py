"""How far a learner is: one snapshot for the chat, the picture, the certificate and the managers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bot.coach.lesson import unlock
from bot.coach.lesson.model import Course
from bot.coach.lesson.streak import streak
from bot.language import Catalog, base, localise
from bot.pictures import Canvas, save
from bot.pictures.canvas import ACCENT, GOOD, INK, PALE
from bot.store.tables import User
from bot.store.unit import UnitOfWork

from .lesson.book import Book


@dataclass(frozen=True)
class Snapshot:
    """Where a learner stands."""

    passed: frozenset[int]
    placed: frozenset[int]
    """Of these, what the placement test proved."""
    begun: frozenset[int]
    """Begun and not passed."""
    best: dict[int, float]
    """The best quiz of each lesson, 0 to 1."""
    exams: frozenset[int]
    """Parts whose exam is passed or that were proved."""
    waiting: int
    """How much is to come back, on any day."""
    due: int
    """How much of it is for today."""
    streak: int
    """Days in a row."""
    next: int | None
    """The first open lesson that is not passed."""
    finished: bool
    finished_on: date | None


def snapshot(uow: UnitOfWork, user: User, course: Course, now: datetime) -> Snapshot:
    """Return where `user` stands at `now`; what is due today is planned on the way."""
    book = Book(uow, user, now)
    rows, exams = book.rows(), book.exams()
    passed = {n for n, row in rows.items() if row.passed_at is not None}
    plan = book.plan()
    done = unlock.finished(course, passed, exams)
    days = book.days()
    return Snapshot(
        passed=frozenset(passed),
        placed=frozenset(n for n in passed if rows[n].how == "placed"),
        begun=frozenset(rows) - passed,
        best={n: row.best for n, row in rows.items() if row.best is not None},
        exams=frozenset(exams),
        waiting=len(book.returns()),
        due=len(plan.today),
        streak=streak(days, book.habits.day(now)),
        next=unlock.next_lesson(course, passed),
        finished=done,
        finished_on=max(days, default=book.habits.day(now)) if done else None,
    )


def screen(shot: Snapshot, course: Course, catalog: Catalog, language: str, folder: Path) -> tuple[str, str]:
    """Return one screen of progress in words, and the path of its picture (drawn into `folder`)."""
    values = {
        "passed": len(shot.passed),
        "placed": len(shot.placed),
        "total": len(course.lessons),
        "exams": len(shot.exams),
        "parts": len({lesson.part for lesson in course.lessons.values()}),
        "average": round(100 * sum(shot.best.values()) / len(shot.best)) if shot.best else 0,
        "streak": shot.streak,
        "due": shot.due,
        "waiting": shot.waiting,
    }
    titles = {part.number: localise(part.title.of(base(language)), language) for part in course.parts}
    head = catalog.say("lesson.progress_title", language, None, **values)
    picture = draw(shot, course, titles, head, folder / "progress")
    return catalog.say("lesson.progress", language, None, **values), str(picture)


def draw(shot: Snapshot, course: Course, titles: dict[int, str], head: str, folder: Path) -> Path:
    """Draw a square for each lesson, a row for each part (`titles` by part), and return the picture's path."""
    canvas = Canvas(6, 0.9 + 0.72 * len(course.parts))
    canvas.text(0.05, 1 - 0.4 / canvas.figure.get_figheight(), head, size=13)
    top, height = 1 - 0.8 / canvas.figure.get_figheight(), 0.72 / canvas.figure.get_figheight()
    for index, part in enumerate(course.parts):
        y = top - index * height
        mark = " ✓" if part.number in shot.exams else ""
        canvas.text(0.05, y, f"{part.number}  {titles[part.number]}{mark}", size=8)
        for place, number in enumerate(range(part.first, part.last + 1)):
            _square(canvas, shot, number, 0.05 + place * 0.085, y - height * 0.42, 0.38 * height)
    return save(canvas, folder, "progress")


def _square(canvas: Canvas, shot: Snapshot, number: int, x: float, y: float, half: float) -> None:
    if number in shot.passed:
        face, edge, ink = (ACCENT if number in shot.placed else GOOD), "none", "white"
    elif number in shot.begun or number == shot.next:
        face, edge, ink = "white", ACCENT, INK
    else:
        face, edge, ink = PALE, "none", INK
    canvas.box(x, y - half / 2, 0.072, half, face=face, edge=edge)
    canvas.text(x + 0.036, y, str(number), size=9, color=ink, align="center")
