"""The managers' services, wired; they need no judge, so that a console can run without one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.coach.buyer import Scene
from bot.coach.lesson.model import Course
from bot.content import Content
from bot.store.unit import UnitOfWork

from .assignments import Assignments
from .comments import Comments
from .corrections import Corrections
from .team import TeamView
from .trust import Trust


@dataclass(frozen=True)
class Coaching:
    """What managers do."""

    comments: Comments
    corrections: Corrections
    trust: Trust
    assignments: Assignments
    team: TeamView


def coaching(
    unit: Callable[[], UnitOfWork],
    content: Content,
    scenes: Callable[[], Mapping[str, Scene]],
    course: Course,
    threshold: float = 0.8,
) -> Coaching:
    """Return the services over one store; `threshold` is the setting PEILIAN_TRUST."""
    return Coaching(
        comments=Comments(unit),
        corrections=Corrections(unit, scenes),
        trust=Trust(unit, threshold),
        assignments=Assignments(unit, content, scenes, course),
        team=TeamView(unit, course, scenes),
    )
