"""The one place where things are wired: settings in, services out."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.coach.buyer import Scene
from bot.content import Content, read_content
from bot.content.decide import read_cases
from bot.content.lessons import read_course
from bot.content.spin import read_examples
from bot.settings import ROOT, Settings
from bot.store.database import open_engine
from bot.store.unit import units

from .clock import utc_now as utc_now
from .coaching import Coaching, coaching
from .decide import Decide
from .lesson.desk import Desk
from .lesson.exercise import LessonExercise
from .letter import Letter
from .lobby import Lobby
from .methods import Methods
from .office import CONSOLE_URL, DAYS, Office, open_office
from .practice import Practice
from .reminders import Reminders
from .roleplay import RolePlay
from .router import Router
from .spin import Spin
from .talks import Talks
from .trace import Trace
from .trust import TRUSTED
from .turn import Exercise
from .why import Why


@dataclass(frozen=True)
class House:
    """The services of one process."""

    practice: Practice
    content: Content
    lobby: Lobby
    methods: Methods
    router: Router
    reminders: Reminders
    talks: Talks
    why: Why
    office: Office
    coaching: Coaching

    def warm(self) -> None:
        """Learn now what is else learnt at the first question, some seconds of work; meant for a thread of its own."""
        if isinstance(roleplay := self.practice.exercises.get("roleplay"), RolePlay):
            roleplay.warm()
        self.methods.warm()


def build(settings: Settings) -> House:
    """Open the database and the judge and wire the services; raises what the rooms raise, each with a clear line."""
    from bot.judge import load_judge

    content = read_content(ROOT / "data" / "content")
    judge = load_judge(settings.models / "judge")
    practice = Practice(
        unit=units(open_engine(settings.database_url)),
        judge=judge,
        content=content,
        exercises=exercises(ROOT / "data" / "content", settings.var / "exports"),
        clock=utc_now,
        seeds=lambda: secrets.randbelow(2**31),
    )
    return furnished(
        practice,
        settings.var / "exports",
        console_url=settings.console_url,
        days=settings.retention_days,
        trusted=settings.trusted,
    )


def exercises(folder: Path, exports: Path) -> dict[str, Exercise]:
    """Return all that can be practised, by name; `folder` is `data/content`, files go to `exports`."""
    roleplay = RolePlay(folder / "scenes", exports.with_name("pictures"))
    desk = Desk(read_course(folder / "lessons"), lambda: roleplay.scenes, exports)
    everything: tuple[Exercise, ...] = (
        Spin(read_examples(folder / "spin")),
        roleplay,
        Trace(exports),
        Decide(read_cases(folder / "decide")),
        LessonExercise(desk),
        Letter(lambda: roleplay.scenes, exports),
    )
    return {exercise.name: exercise for exercise in everything}


def furnished(
    practice: Practice,
    exports: Path,
    *,
    console_url: str = CONSOLE_URL,
    days: int = DAYS,
    trusted: float = TRUSTED,
) -> House:
    """Return a house around `practice`: the services that need nothing else but a folder for files and settings."""
    lobby = Lobby(practice, exports)
    roleplay = practice.exercises.get("roleplay")
    course = read_course(ROOT / "data" / "content" / "lessons")

    def scenes() -> Mapping[str, Scene]:
        return roleplay.scenes if isinstance(roleplay, RolePlay) else {}

    return House(
        practice=practice,
        content=practice.content,
        lobby=lobby,
        methods=Methods.read(ROOT / "data" / "content" / "methods", ROOT / "data" / "nlu"),
        router=Router(lobby),
        reminders=Reminders(practice.unit, course, practice.content.catalog),
        talks=Talks(practice, scenes),
        why=Why(practice),
        office=open_office(
            practice.unit, practice.content.catalog, practice.clock, exports, console_url=console_url, days=days
        ),
        coaching=coaching(practice.unit, practice.content, scenes, course, trusted, clock=practice.clock),
    )


_given: list[House] = []


@lru_cache(maxsize=1)
def house() -> House:
    """Return the services of this process: those given by `use`, else built at the first call from the environment."""
    return _given[0] if _given else build(Settings.from_env())


def use(given: House | None) -> None:
    """Make `given` the services of this process (tests, or a command that built its own); None forgets them."""
    _given[:] = [given] if given is not None else []
    house.cache_clear()
