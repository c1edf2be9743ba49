"""Which lessons are open to a learner, and what comes next."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum

from .model import Course, CoursePart


class Standing(Enum):
    """How a lesson stands for a learner."""

    PASSED = "passed"
    OPEN = "open"
    LOCKED = "locked"


def missing(course: Course, number: int, passed: Collection[int]) -> tuple[int, ...]:
    """Return the lessons that must be passed before lesson `number`; those that do not exist are not asked for."""
    return tuple(n for n in course.lessons[number].requires if n in course.lessons and n not in passed)


def standing(course: Course, number: int, passed: Collection[int]) -> Standing:
    """Say whether a lesson is passed, open or locked; a passed one stays open for another look."""
    if number in passed:
        return Standing.PASSED
    return Standing.LOCKED if missing(course, number, passed) else Standing.OPEN


def next_lesson(course: Course, passed: Collection[int]) -> int | None:
    """Return the first open lesson that is not passed, or None where all are."""
    for number in sorted(course.lessons):
        if standing(course, number, passed) is Standing.OPEN:
            return number
    return None


def exams_open(course: Course, passed: Collection[int], exams: Collection[int]) -> tuple[CoursePart, ...]:
    """Return the parts whose lessons are all passed and whose exam is not, in order."""
    return tuple(
        part
        for part in course.parts
        if part.number not in exams
        and (lessons := course.of_part(part.number))
        and all(lesson.number in passed for lesson in lessons)
    )


def finished(course: Course, passed: Collection[int], exams: Collection[int]) -> bool:
    """Say whether every lesson and every part's exam is passed."""
    parts = {lesson.part for lesson in course.lessons.values()}
    return bool(course.lessons) and set(course.lessons) <= set(passed) and parts <= set(exams)
