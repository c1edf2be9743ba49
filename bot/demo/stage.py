"""What the demo is played on: a clock that can be set, a judge with a memory, a table that follows the real talk."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.bench.table import Ears, Table
from bot.coach.buyer import Line, Lines, Scene, State
from bot.coach.judgement import Judge, Judgement, Kind
from bot.services.practice import Practice, Who
from bot.services.scoring import opened
from bot.store.tables import Session

STEP = timedelta(seconds=6)
"""How far the clock moves with each look."""


@dataclass
class SetClock:
    """A clock that is set, and then moves on with each look."""

    now: datetime

    def __call__(self) -> datetime:
        """Return the time."""
        self.now += STEP
        return self.now


@dataclass
class Remembering:
    """A judge that hears the same line only once: scripted lines come again and again."""

    judge_: Judge
    heard: dict[tuple[str, str, str | None], Any] = field(default_factory=dict)
    version: str = field(init=False)

    def __post_init__(self) -> None:
        self.version = self.judge_.version

    def judge(self, kind: Kind, text: str, before: str | None = None) -> Judgement:
        """Label one line."""
        key = (kind, text, before)
        if key not in self.heard:
            self.heard[key] = self.judge_.judge(kind, text, before)
        found: Judgement = self.heard[key]
        return found

    def moves(self, text: str, before: str | None = None) -> tuple[Judgement, ...]:
        """Split a line into moves."""
        key = ("moves", text, before)
        if key not in self.heard:
            self.heard[key] = self.judge_.moves(text, before)
        found: tuple[Judgement, ...] = self.heard[key]
        return found


@dataclass(frozen=True)
class Released:
    """An item that came out."""

    item: str


@dataclass(frozen=True)
class Seen:
    """What a turn brought, as a scripted rep looks at it."""

    released: tuple[Released, ...]


@dataclass
class Seat(Table):
    """A table whose talk goes through the practice service: the script sees what was stored."""

    practice: Practice | None = None
    who: Who | None = None
    session_id: int = 0

    @classmethod
    def take(cls, practice: Practice, who: Who, scene: Scene, lines: Lines, session: Session) -> Seat:
        """Sit down at a talk that was just opened."""
        state, text = opened(scene, session)
        return cls(
            scene, state, state, text, lines, Ears(practice.judge), practice=practice, who=who, session_id=session.id
        )

    def speak(self, text: str) -> bool:
        """Say a line in the real talk; return whether it goes on."""
        assert self.practice is not None
        assert self.who is not None
        self.practice.take(self.who, text)
        with self.practice.unit() as uow:
            session = uow.orm.get_one(Session, self.session_id)
            turn = next(t for t in reversed(uow.sessions.turns(session.id)) if t.speaker == "rep")
            self.state = State.from_json(session.state["buyer"])
            going_on = session.status == "open"
            seen = Seen(tuple(Released(item) for item in turn.revealed))
        self.steps.append((Line(text, ()), seen))  # type: ignore[arg-type]
        return going_on and not self.state.ended
