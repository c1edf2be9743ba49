"""How long a whole turn takes: judge, state, reply, store."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from bot.coach.judgement import Judge
from bot.content import Content
from bot.services.practice import Practice, Who
from bot.services.roleplay import RolePlay
from bot.store.database import open_engine, upgrade
from bot.store.unit import units


@dataclass(frozen=True)
class Timing:
    """Milliseconds of the turns that were taken."""

    turns: int
    median: float
    worst_of_20: float
    """19 of 20 turns were faster."""


def time_turns(judge: Judge, content: Content, scenes: Path, scene: str, lines: Sequence[str], language: str) -> Timing:
    """Take `lines` as turns of a talk on a database file of its own, after one line to warm up."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'bench.sqlite3'}")
        upgrade(engine)
        practice = Practice(
            unit=units(engine),
            judge=judge,
            content=content,
            exercises={"roleplay": RolePlay(scenes)},
            clock=lambda: datetime.now(timezone.utc),
            seeds=lambda: 1,
        )
        who = Who("term:bench", "", language)
        practice.start(who, "roleplay", {"scene": scene, "difficulty": "easy"})
        taken = []
        for number, line in enumerate(lines):
            started = time.perf_counter()
            practice.take(who, line, key=f"bench:{number}")
            taken.append(1000 * (time.perf_counter() - started))
            if practice.place(who).exercise is None:
                practice.start(who, "roleplay", {"scene": scene, "difficulty": "easy"})
        engine.dispose()
    warm = sorted(taken[1:])
    return Timing(len(warm), statistics.median(warm), warm[int(0.95 * (len(warm) - 1))])
