"""Playing eight weeks of one rep: talks of growing skill, lessons by real answers, a sheet or two."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from bot.bench.reps import SKILLS
from bot.coach.buyer import Lines, Scene
from bot.coach.lesson.model import Course
from bot.language import base, localise
from bot.services.practice import Practice
from bot.store.tables import Session

from .cast import Cast, Member
from .learner import Learner
from .stage import Seat, SetClock

DAYS = 55
"""How far back the first session lies."""
SLIPS = 0.15
"""Share of quiz questions that a learner misses at the first try."""
MOST = 30
"""Lines of a talk."""


@dataclass(frozen=True)
class Player:
    """What all reps share."""

    practice: Practice
    clock: SetClock
    cast: Cast
    scenes: Mapping[str, Scene]
    course: Course
    lines: Lines

    def play(self, member: Member, number: int, now: datetime, seed: int) -> int:
        """Play all sessions of a rep in the order of their days; return how many they were."""
        rng = Random(f"{seed}:{member.key}")
        events: list[tuple[datetime, Callable[[], None]]] = []
        hidden = len(member.skills) - 1 if member.private else -1
        for n, (skill, at) in enumerate(zip(member.skills, _days(len(member.skills), member.until, now, rng))):
            scene = self.scenes[self.cast.scenes[(number + n) % len(self.cast.scenes)]]
            events.append((at, lambda skill=skill, scene=scene, n=n: self._talk(member, scene, skill, n == hidden)))  # type: ignore[misc]
        learner = Learner(self.practice, member.who, self.course, rng, SLIPS)
        for at in _days(member.lessons, member.until, now, rng):
            events.append((at, lambda: self._lesson(learner, member)))
        for name, at in zip(member.sheets, _days(len(member.sheets), member.until + 3, now, rng)):
            events.append((at, lambda name=name: self._sheet(member, name)))  # type: ignore[misc]
        for at, act in sorted(events, key=lambda event: event[0]):
            self.clock.now = at
            act()
        return len(events)

    def _talk(self, member: Member, scene: Scene, skill: str, private: bool) -> None:
        options = {"scene": scene.id, "difficulty": "normal", **({"private": "yes"} if private else {})}
        self.practice.start(member.who, "roleplay", options)
        place = self.practice.place(member.who)
        with self.practice.unit() as uow:
            session = uow.orm.get_one(Session, place.session_id)
        seat = Seat.take(self.practice, member.who, scene, self.lines, session)
        for count, line in enumerate(SKILLS[skill](seat, self.practice.content.catalog)):
            if not seat.speak(localise(line, member.language)) or count >= MOST:
                break
        if self.practice.place(member.who).exercise is not None:
            self.practice.command(member.who, "end")

    def _lesson(self, learner: Learner, member: Member) -> None:
        passed = _passed(self.practice, member)
        number = next((n for n in sorted(self.course.lessons) if n not in passed), None)
        if number is not None:
            learner.learn(number)

    def _sheet(self, member: Member, name: str) -> None:
        lines = self.cast.words["sheets"][name][base(member.language)]
        first, *rest = [localise(line, member.language) for line in lines]
        if name == "spin":
            self.practice.start(member.who, name)
            self.practice.take(member.who, first)
        else:
            self.practice.start(member.who, name, {"line": first})
        for line in rest:
            if self.practice.place(member.who).exercise is None:
                return
            self.practice.take(member.who, line)
        if self.practice.place(member.who).exercise is not None:
            self.practice.command(member.who, "end")


def _passed(practice: Practice, member: Member) -> frozenset[int]:
    from bot.services.team_moves import passed

    with practice.unit() as uow:
        user = uow.users.get(member.who.key)
        return passed(uow, [user.id])[user.id] if user else frozenset()


def _days(count: int, until: int, now: datetime, rng: Random) -> list[datetime]:
    """Return so many moments in working hours, spread from eight weeks ago to `until` days ago, oldest first."""
    if not count:
        return []
    span = (DAYS - until) / max(1, count - 1) if count > 1 else 0.0
    found = []
    for n in range(count):
        age = until + span * (count - 1 - n) if count > 1 else until + 10.0
        at = now - timedelta(days=age + rng.random() * 0.5)
        found.append(min(at.replace(hour=rng.randrange(1, 10), minute=rng.randrange(60)), now - timedelta(hours=1 + n)))
    return sorted(found)
