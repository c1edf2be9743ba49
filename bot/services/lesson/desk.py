"""What the lesson exercise works with: the course, the scenes of the role-play, where pictures go."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.coach.buyer.scene import Scene
from bot.coach.lesson.model import Course


@dataclass(frozen=True)
class Desk:
    """The things on the desk; `scenes` reads the scenes when the first is needed."""

    course: Course
    scenes: Callable[[], Mapping[str, Scene]]
    folder: Path
    """Where pictures and certificates are written."""
