"""How a team stands: who practised, how far each is, what they do well, what next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from bot.coach.access import Viewer
from bot.coach.buyer import Scene
from bot.coach.lesson import unlock
from bot.coach.lesson.model import Course
from bot.coach.steering import Record, propose
from bot.store.people_tables import Assignment
from bot.store.tables import Team, User
from bot.store.unit import UnitOfWork

from . import team_moves
from .assignments import open_tasks, settle
from .sight import name_of, person_for, team_for

WEEKS = 8
AVERAGED = 3
"""Scores of the average."""
ENOUGH = 2
"""Scored talks from which a line counts as strong or weak."""
IDLE = timedelta(days=14)


@dataclass(frozen=True)
class Strength:
    """A line of the scorecard and how well it goes."""

    line: str
    """`needs`, `listening`, … as in the scorecard."""
    share: float
    """The mean score of the line, 0 to 1."""
    sessions: int


@dataclass(frozen=True)
class NextStep:
    """What a person should do next, and why."""

    kind: str
    """`lesson`, `scene` or `task` (something that is assigned and overdue)."""
    ref: str
    """As in an assignment; for `task` the assignment's id."""
    why: str
    """`coaching.why_<why>` says it in words, with `values`."""
    values: Mapping[str, str]


@dataclass(frozen=True)
class Standing:
    """How one person stands. What was private counts as practice; its scores count only once submitted."""

    user_id: int
    name: str
    role: str
    passed: int
    """Lessons passed."""
    lesson: int | None
    """The lesson they are at; None when all are passed."""
    weeks: tuple[int, ...]
    """Sessions in each of the last eight weeks (spans of seven days until now), oldest first."""
    last7: int
    last28: int
    last_at: datetime | None
    """When they practised last."""
    average: float | None
    """Of the last three scores, 0 to 100."""
    strongest: Strength | None
    """None: not enough yet (fewer than two scored talks)."""
    weakest: Strength | None
    open: int
    """Open assignments, the overdue ones among them."""
    overdue: int
    idle: bool
    """True where they have not practised for 14 days."""
    next: NextStep


@dataclass(frozen=True)
class Board:
    """How a team stands."""

    team_id: int
    name: str
    people: tuple[Standing, ...]
    """By name; managers only where they practise themselves."""
    lessons: int
    """How many lessons there are."""
    lines: tuple[Strength, ...]
    """The team's means, best first; empty where nothing was scored."""

    @property
    def idle(self) -> tuple[Standing, ...]:
        """Return who has not practised for 14 days."""
        return tuple(person for person in self.people if person.idle)


@dataclass(frozen=True)
class TeamView:
    """Reading how teams stand."""

    unit: Callable[[], UnitOfWork]
    course: Course
    scenes: Callable[[], Mapping[str, Scene]]

    def board(self, viewer: Viewer, team_id: int, now: datetime) -> Board:
        """Return how a team stands; raises `Refused("people.not_found")` where the viewer does not lead it."""
        with self.unit() as uow:
            team_for(uow, viewer, team_id)
            return self.board_in(uow, team_id, now)

    def board_in(self, uow: UnitOfWork, team_id: int, now: datetime) -> Board:
        """Return how a team stands, in the open transaction; who may see it is asked before."""
        team = uow.orm.get_one(Team, team_id)
        users = uow.orm.scalars(select(User).where(User.team_id == team_id)).all()
        people, marks = self._standings(uow, users, now)
        # Who leads and does not practise is no part of how the team practises.
        people = [person for person in people if person.role == "rep" or person.last_at is not None]
        people = sorted(people, key=lambda p: (p.name.casefold(), p.user_id))
        return Board(team.id, team.name, tuple(people), len(self.course.lessons), strengths(marks, 1))

    def person(self, viewer: Viewer, user_id: int, now: datetime) -> Standing:
        """Return how one person stands; raises `Refused("people.not_found")` where the viewer may not see them."""
        with self.unit() as uow:
            return self._standings(uow, [person_for(uow, viewer, user_id)], now)[0][0]

    def _standings(
        self, uow: UnitOfWork, users: Sequence[User], now: datetime
    ) -> tuple[list[Standing], list[Mapping[str, float]]]:
        ids = [user.id for user in users]
        settle(uow, ids)
        weeks, last = team_moves.weeks(uow, ids, now, WEEKS), team_moves.last_practice(uow, ids)
        passed, talks = team_moves.passed(uow, ids), team_moves.talks(uow, ids)
        tasks: dict[int, list[Assignment]] = {}
        for task in open_tasks(uow, ids):
            tasks.setdefault(task.user_id, []).append(task)
        found = [
            self._standing(
                user, weeks[user.id], last.get(user.id), passed[user.id], talks[user.id], tasks.get(user.id, []), now
            )
            for user in users
        ]
        return found, [talk.marks for own in talks.values() for talk in own if talk.marks]

    def _standing(
        self,
        user: User,
        weeks: tuple[int, ...],
        last: datetime | None,
        passed: frozenset[int],
        talks: Sequence[team_moves.Talk],
        tasks: Sequence[Assignment],
        now: datetime,
    ) -> Standing:
        lines = strengths([talk.marks for talk in talks], ENOUGH)
        totals = [talk.total for talk in talks[:AVERAGED]]
        average = round(sum(totals) / len(totals), 1) if totals else None
        overdue = [task for task in tasks if task.due_at <= now]
        idle = last is None or now - last >= IDLE
        lesson = unlock.next_lesson(self.course, passed)
        record = Record(
            passed=passed,
            lesson=lesson,
            practised=last is not None,
            idle=idle,
            average=average,
            weakest=(lines[-1].line, lines[-1].share) if lines else None,
            played=[talk.scene for talk in talks],
            overdue=(overdue[0].id, overdue[0].kind, overdue[0].ref) if overdue else None,
        )
        step = propose(record, tuple(self.scenes()))
        return Standing(
            user_id=user.id,
            name=name_of(user),
            role=user.role,
            passed=len(passed),
            lesson=lesson,
            weeks=weeks,
            last7=weeks[-1],
            last28=sum(weeks[-4:]),
            last_at=last,
            average=average,
            strongest=lines[0] if lines else None,
            weakest=lines[-1] if lines else None,
            open=len(tasks),
            overdue=len(overdue),
            idle=idle,
            next=NextStep(step.kind, step.ref, step.why, step.values),
        )


def strengths(marks: Sequence[Mapping[str, float]], enough: int) -> tuple[Strength, ...]:
    """Return the mean of each line over the cards in `marks`, best first; lines in fewer than `enough` are left out."""
    found: dict[str, list[float]] = {}
    for card in marks:
        for line, score in card.items():
            found.setdefault(line, []).append(score)
    means = [Strength(k, round(sum(v) / len(v), 4), len(v)) for k, v in found.items() if len(v) >= enough]
    return tuple(sorted(means, key=lambda s: (-s.share, s.line)))
