"""Exams after a part, and the placement test: which items are asked, and when it is decided."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from random import Random

from .grade import EXAM_PASS, share
from .model import Course

EXAM_ITEMS = 10
PLACEMENT_FIRST = 3
"""Items of a part that prove it where all are right."""
PLACEMENT_MOST = 5
"""Items of a part at most: one slip is forgiven, two are not."""
GIVE_UP_AFTER = 2
"""Parts in a row that were not proved; later ones are not asked."""

Ref = tuple[int, str]
"""A lesson's number and an item's id."""


def draw_exam(course: Course, part: int, seen: Collection[Ref], rng: Random) -> tuple[Ref, ...]:
    """Draw up to ten items for a part's exam: unseen exam items, then unseen reserve items, then seen ones."""
    lessons = list(course.of_part(part))
    rng.shuffle(lessons)
    exam = [(lesson.number, item.id) for lesson in lessons for item in lesson.exam]
    reserve = [(lesson.number, item.id) for lesson in lessons for item in lesson.reserve]
    rng.shuffle(exam)
    rng.shuffle(reserve)
    seen = set(seen)
    ranked = [r for r in exam if r not in seen] + [r for r in reserve if r not in seen]
    ranked += [r for r in exam if r in seen] + [r for r in reserve if r in seen]
    return tuple(_spread(ranked[:EXAM_ITEMS]))


def exam_passed(rights: Sequence[bool]) -> bool:
    """Say whether an exam is passed: at least 80 % right."""
    return bool(rights) and share(rights) >= EXAM_PASS - 1e-9


@dataclass(frozen=True)
class Placed:
    """How far a placement test is."""

    ask: Ref | None
    """The next item, or None where the test is over."""
    part: int | None
    proved: tuple[int, ...]
    failed: tuple[int, ...]


def place(
    course: Course, todo: Sequence[int], answered: Sequence[tuple[Ref, bool]], seen: Collection[Ref], seed: int
) -> Placed:
    """Say what a placement test over the parts `todo` asks next, after the answers so far.

    A part is proved by three right items, or by four of five; two slips fail it. After two failed parts in a row the
    test ends: what follows builds on them. The same `seed` asks the same items.
    """
    rights: dict[int, list[bool]] = {}
    for (lesson, _), right in answered:
        rights.setdefault(course.lessons[lesson].part, []).append(right)
    proved: list[int] = []
    failed: list[int] = []
    in_a_row = 0
    for part in todo:
        done = rights.get(part, [])
        items = _placement_items(course, part, seen, seed)
        verdict = _verdict(done, len(items))
        if verdict is None:
            return Placed(items[len(done)], part, tuple(proved), tuple(failed))
        in_a_row = 0 if verdict else in_a_row + 1
        (proved if verdict else failed).append(part)
        if in_a_row == GIVE_UP_AFTER:
            break
    return Placed(None, None, tuple(proved), tuple(failed))


def _verdict(done: Sequence[bool], available: int) -> bool | None:
    slips = len(done) - sum(done)
    if slips >= 2 or not available:
        return False
    if (slips == 0 and len(done) >= PLACEMENT_FIRST) or len(done) >= min(PLACEMENT_MOST, available):
        return slips == 0 or (len(done) >= PLACEMENT_MOST and slips == 1)
    return None


def _placement_items(course: Course, part: int, seen: Collection[Ref], seed: int) -> tuple[Ref, ...]:
    """Return up to five items of a part, from as many lessons as it has; quiz items, so that exams stay unseen."""
    rng = Random(f"{seed}:{part}")
    refs = [(lesson.number, item.id) for lesson in course.of_part(part) for item in lesson.quiz]
    rng.shuffle(refs)
    refs.sort(key=lambda ref: ref in seen)
    firsts: list[Ref] = []
    rest: list[Ref] = []
    for ref in refs:
        (rest if any(ref[0] == first[0] for first in firsts) else firsts).append(ref)
    return tuple((firsts + rest)[:PLACEMENT_MOST])


def _spread(refs: Sequence[Ref]) -> list[Ref]:
    """Return the items so that those of one lesson do not stand side by side where that can be."""
    by_lesson: dict[int, list[Ref]] = {}
    for ref in refs:
        by_lesson.setdefault(ref[0], []).append(ref)
    out: list[Ref] = []
    while by_lesson:
        for lesson in sorted(by_lesson, key=lambda n: -len(by_lesson[n])):
            out.append(by_lesson[lesson].pop())
            if not by_lesson[lesson]:
                del by_lesson[lesson]
    return out
