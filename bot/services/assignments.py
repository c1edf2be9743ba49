"""Things to do by a day: a lesson, a scene, a worksheet. The work itself marks them as done."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import aliased

from bot.coach import access
from bot.coach.access import Viewer
from bot.coach.buyer import Scene
from bot.coach.buyer.closing import OUTCOMES
from bot.coach.buyer.scene import LEVELS
from bot.coach.lesson.model import Course
from bot.content import Content
from bot.language import base, localise
from bot.store.people_tables import Assignment
from bot.store.tables import LessonProgress, Session, User
from bot.store.unit import UnitOfWork

from .comments import checked
from .refusal import Refused
from .sight import name_of, person_for, team_for

WORKSHEETS = ("spin", "trace", "decide")
LONGEST_NOTE = 2000
FILLED = ("done", "completed", "partial")
"""Outcomes of an exercise that filled its sheet to the end."""
LONGEST_REST = timedelta(days=90)


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
        if not self._known(kind, ref):
            raise Refused("coaching.unknown_task")
        if due_at <= now:
            raise Refused("coaching.due_past")
        note = checked(note, LONGEST_NOTE) if note.strip() else ""
        with self.unit() as uow:
            person_for(uow, viewer, user_id, access.may_assign)
            settle(uow, [user_id])
            if any((row.kind, row.ref) == (kind, ref) for row in open_tasks(uow, [user_id])):
                raise Refused("coaching.same_task")
            row = Assignment(
                user_id=user_id, by_id=viewer.user_id, kind=kind, ref=ref, note=note, at=now, due_at=due_at
            )
            uow.orm.add(row)
            uow.orm.flush()
            return _tasks(uow, Assignment.id == row.id, now)[0]

    def withdraw(self, viewer: Viewer, assignment_id: int, now: datetime) -> Task:
        """Take an open assignment back; one that is done or withdrawn is returned as it is.

        Raises `Refused("people.not_found")`.
        """
        with self.unit() as uow:
            row = uow.orm.get(Assignment, assignment_id)
            if row is None:
                raise Refused("people.not_found")
            person_for(uow, viewer, row.user_id, access.may_assign)
            settle(uow, [row.user_id])
            if row.done_at is None and row.withdrawn_at is None:
                row.withdrawn_at = now
                uow.orm.flush()
            return _tasks(uow, Assignment.id == row.id, now)[0]

    def of_person(self, viewer: Viewer, user_id: int, now: datetime) -> list[Task]:
        """Return a person's assignments: open ones by their day, then the rest, newest first.

        Raises `Refused("people.not_found")` where the viewer may not see the person.
        """
        with self.unit() as uow:
            person_for(uow, viewer, user_id)
            settle(uow, [user_id])
            return _tasks(uow, Assignment.user_id == user_id, now)

    def of_team(self, viewer: Viewer, team_id: int, now: datetime) -> list[Task]:
        """Return a team's assignments, in the order of `of_person`; raises `Refused("people.not_found")`."""
        with self.unit() as uow:
            team_for(uow, viewer, team_id)
            settle(uow, uow.orm.scalars(select(User.id).where(User.team_id == team_id)).all())
            return _tasks(uow, User.team_id == team_id, now)

    def title(self, kind: str, ref: str, language: str) -> str:
        """Return the name of what is to be done in `language`: `Lesson 3: …`, a scene's title, a worksheet's name."""
        say = self.content.catalog.say
        if kind == "lesson" and (lesson := self.course.lessons.get(int(ref))):
            title = localise(lesson.title.of(base(language)), language)
            return say("coaching.lesson", language, None, number=ref, title=title)
        if kind == "scene":
            name, _, level = ref.partition(":")
            scene = self.scenes().get(name)
            title = localise(scene.title[base(language)], language) if scene else name
            shown = say(f"roleplay.{level}", language) if level in LEVELS else ""
            return say("coaching.scene_level", language, None, title=title, level=shown) if shown else title
        return say(f"coaching.worksheet_{ref}", language) if ref in WORKSHEETS else ref

    def choices(self, language: str) -> list[Choice]:
        """Return all that can be assigned, lessons first; scenes are there without a difficulty (add `:hard`)."""
        refs = [("lesson", str(number)) for number in sorted(self.course.lessons)]
        refs += [("scene", name) for name in self.scenes()] + [("worksheet", name) for name in WORKSHEETS]
        return [Choice(kind, ref, self.title(kind, ref, language)) for kind, ref in refs]

    def _known(self, kind: str, ref: str) -> bool:
        if kind == "lesson":
            return ref.isascii() and ref.isdigit() and str(int(ref)) == ref and int(ref) in self.course.lessons
        if kind == "scene":
            name, colon, level = ref.partition(":")
            return name in self.scenes() and (not colon or level in LEVELS)
        return kind == "worksheet" and ref in WORKSHEETS


def command(kind: str, ref: str) -> str:
    """Return the command that starts an assignment: `/lesson 3`, `/roleplay cfo:hard`, `/spin`."""
    return {"lesson": f"/lesson {ref}", "scene": f"/roleplay {ref}"}.get(kind, f"/{ref}")


def open_tasks(uow: UnitOfWork, user_ids: Collection[int]) -> list[Assignment]:
    """Return what is neither done nor withdrawn of these people, by its day."""
    query = select(Assignment).where(
        Assignment.user_id.in_(user_ids), Assignment.done_at.is_(None), Assignment.withdrawn_at.is_(None)
    )
    return list(uow.orm.scalars(query.order_by(Assignment.due_at, Assignment.id)))


def settle(uow: UnitOfWork, user_ids: Collection[int]) -> None:
    """Mark as done what the work of these people has done since it was given. Call it before reading.

    So nothing has to be told of assignments while somebody practises, and nothing is lost.
    """
    tasks = open_tasks(uow, user_ids)
    if not tasks:
        return
    since = min(task.at for task in tasks)
    people = {task.user_id for task in tasks}
    work = _finished(uow, tasks, since)
    passed = uow.orm.execute(
        select(LessonProgress.user_id, LessonProgress.lesson, LessonProgress.passed_at).where(
            LessonProgress.user_id.in_(people), LessonProgress.passed_at >= since
        )
    ).all()
    for task in tasks:
        done = next((w for w in work.get(task.user_id, ()) if w.ended_at >= task.at and _does(task, w)), None)
        proved = (p.passed_at for p in passed if (p.user_id, str(p.lesson)) == (task.user_id, task.ref))
        placed = next((at for at in proved if at >= task.at), None) if task.kind == "lesson" else None
        if done is not None:
            task.done_at, task.session_id = done.ended_at, done.id
        elif placed is not None:
            task.done_at = placed
    uow.orm.flush()


def _finished(uow: UnitOfWork, tasks: Collection[Assignment], since: datetime) -> dict[int, list[Any]]:
    """Return the sessions finished from `since` on that are what some task asks for, by person, oldest first."""
    lessons = {f"lesson-{int(task.ref):02d}" for task in tasks if task.kind == "lesson"}
    scenes = {task.ref.partition(":")[0] for task in tasks if task.kind == "scene"}
    sheets = {task.ref for task in tasks if task.kind == "worksheet"}
    wanted = or_(
        and_(Session.exercise == "lesson", Session.scene.in_(lessons), Session.outcome == "passed"),
        and_(Session.exercise == "roleplay", Session.scene.in_(scenes), Session.total.is_not(None)),
        and_(Session.exercise.in_(sheets), Session.outcome.in_(FILLED)),
    )
    query = (
        select(
            Session.user_id,
            Session.exercise,
            Session.scene,
            Session.difficulty,
            Session.outcome,
            Session.total,
            Session.ended_at,
            Session.id,
        )
        # The start narrows it down by an index.
        .where(Session.user_id.in_({task.user_id for task in tasks}), Session.started_at >= since - LONGEST_REST)
        .where(Session.ended_at >= since, Session.parent_id.is_(None), wanted)
        .order_by(Session.ended_at, Session.id)
    )
    found: dict[int, list[Any]] = {}
    for row in uow.orm.execute(query):
        found.setdefault(row.user_id, []).append(row)
    return found


def _does(task: Assignment, work: Any) -> bool:
    """Say whether a session is what the assignment asks for, and was finished."""
    if task.kind == "lesson":
        return (work.exercise, work.scene, work.outcome) == ("lesson", f"lesson-{int(task.ref):02d}", "passed")
    if task.kind == "scene":
        name, _, level = task.ref.partition(":")
        fits = (work.exercise, work.scene) == ("roleplay", name) and level in ("", work.difficulty)
        return fits and work.total is not None and work.outcome in OUTCOMES
    return bool(work.exercise == task.ref and work.outcome in FILLED)


def _tasks(uow: UnitOfWork, where: ColumnElement[bool], now: datetime) -> list[Task]:
    giver = aliased(User)
    query = (
        select(Assignment, User, giver)
        .join(User, Assignment.user_id == User.id)
        .outerjoin(giver, Assignment.by_id == giver.id)
        .where(where)
    )
    tasks = [_task(row, user, by, now) for row, user, by in uow.orm.execute(query).tuples()]
    still = sorted((t for t in tasks if t.state in ("open", "overdue")), key=lambda t: (t.due_at, t.id))
    rest = sorted((t for t in tasks if t.state not in ("open", "overdue")), key=lambda t: (t.at, t.id), reverse=True)
    return still + rest


def _task(row: Assignment, user: User, by: User | None, now: datetime) -> Task:
    state = "withdrawn" if row.withdrawn_at else "done" if row.done_at else "overdue" if row.due_at <= now else "open"
    return Task(
        id=row.id,
        user_id=row.user_id,
        person=name_of(user),
        by_id=row.by_id,
        by=name_of(by),
        kind=row.kind,
        ref=row.ref,
        note=row.note,
        at=row.at,
        due_at=row.due_at,
        told_at=row.told_at,
        done_at=row.done_at,
        session_id=row.session_id,
        state=state,
    )
