"""How a team stands: who practised, how far each is, what they do well, what next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.coach.access import Viewer
from bot.coach.buyer import Scene
from bot.coach.lesson.model import Course
from bot.store.unit import UnitOfWork

WEEKS = 8


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
    """By name."""
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
        raise NotImplementedError

    def person(self, viewer: Viewer, user_id: int, now: datetime) -> Standing:
        """Return how one person stands; raises `Refused("people.not_found")` where the viewer may not see them."""
        raise NotImplementedError
