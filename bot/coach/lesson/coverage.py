"""Which rows of the method map the lessons cover."""

from __future__ import annotations

from .model import LAST_METHOD, Course


def covered(course: Course) -> dict[int, tuple[int, ...]]:
    """Return for each row of the method map, 1 to 49, the numbers of the lessons that name it."""
    return {
        row: tuple(number for number, lesson in sorted(course.lessons.items()) if row in lesson.methods)
        for row in range(1, LAST_METHOD + 1)
    }


def uncovered(course: Course) -> list[int]:
    """Return the rows that no lesson names."""
    return [row for row, lessons in covered(course).items() if not lessons]
