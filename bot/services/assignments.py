"""Things to do by a day: a lesson, a scene, a worksheet. The work itself marks them as done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.coach.access import Viewer
from bot.coach.buyer import Scene
from bot.coach.lesson.model import Course
from bot.content import Content
from bot.store.unit import UnitOfWork


@dataclass(frozen=True)
class Task:
    """An assignment as it is shown."""

    id: int
    user_id: int
    person: str
    by_id: int | None
    by: str
    kind: str
    """`lesson`, `scene` or `worksheet`."""
    ref: str
    """The lesson's number, the scene's id (`cfo` or `cfo:hard`), or the exercise (`spin`, `trace`, `decide`)."""
    note: str
    at: datetime
    due_at: datetime
    told_at: datetime | None
    done_at: datetime | None
    session_id: int | None
    """The session that did it."""
    state: str
    """`open`, `overdue`, `done` or `withdrawn`."""


@dataclass(frozen=True)
class Choice:
    """Something that can be assigned."""

    kind: str
    ref: str
    title: str


@dataclass(frozen=True)
class Assignments:
    """Giving, reading and withdrawing assignments."""

    unit: Callable[[], UnitOfWork]
    content: Content
    scenes: Callable[[], Mapping[str, Scene]]
    course: Course

    def give(
        self, viewer: Viewer, user_id: int, kind: str, ref: str, due_at: datetime, now: datetime, *, note: str = ""
    ) -> Task:
        """Give a person something to do by `due_at` (aware); they are told in the bot.

        Raises `Refused`: `people.not_found`, `coaching.unknown_task`, `coaching.due_past`, `coaching.too_long` (limit),
        `coaching.same_task` (the same is open already).
        """
        raise NotImplementedError

    def withdraw(self, viewer: Viewer, assignment_id: int, now: datetime) -> Task:
        """Take an open assignment back; one that is done or withdrawn is returned as it is.

        Raises `Refused("people.not_found")`.
        """
        raise NotImplementedError

    def of_person(self, viewer: Viewer, user_id: int, now: datetime) -> list[Task]:
        """Return a person's assignments: open ones by their day, then the rest, newest first.

        Raises `Refused("people.not_found")` where the viewer may not see the person.
        """
        raise NotImplementedError

    def of_team(self, viewer: Viewer, team_id: int, now: datetime) -> list[Task]:
        """Return a team's assignments, in the order of `of_person`; raises `Refused("people.not_found")`."""
        raise NotImplementedError

    def title(self, kind: str, ref: str, language: str) -> str:
        """Return the name of what is to be done in `language`: `Lesson 3 · …`, a scene's title, a worksheet's name."""
        raise NotImplementedError

    def choices(self, language: str) -> list[Choice]:
        """Return all that can be assigned, lessons first; scenes are there without a difficulty (add `:hard`)."""
        raise NotImplementedError
