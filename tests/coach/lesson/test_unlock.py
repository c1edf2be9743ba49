"""Unlocking, exams and the placement test, on a course made for the test."""

from random import Random

import pytest

from bot.coach.lesson.coverage import covered, uncovered
from bot.coach.lesson.exam import EXAM_ITEMS, draw_exam, exam_passed, place
from bot.coach.lesson.model import Course, CoursePart
from bot.coach.lesson.unlock import Standing, exams_open, finished, missing, next_lesson, standing
from bot.content.lessons import read_course

SAMPLE = read_course().lessons[3]


def lesson(number, part, requires):
    return SAMPLE.copy(update={"number": number, "part": part, "requires": requires})


COURSE = Course(
    tuple(CoursePart(number=n, title={"zh": "部分", "en": "part"}, first=3 * n - 2, last=3 * n) for n in (1, 2, 3)),
    {n: lesson(n, (n + 2) // 3, (n - 1,) if n > 1 else ()) for n in range(1, 10)},
    {},
)


def test_a_lesson_opens_when_what_it_requires_is_passed():
    assert standing(COURSE, 1, set()) is Standing.OPEN
    assert standing(COURSE, 2, set()) is Standing.LOCKED
    assert standing(COURSE, 2, {1}) is Standing.OPEN
    assert standing(COURSE, 1, {1}) is Standing.PASSED
    assert missing(COURSE, 2, set()) == (1,)


def test_a_required_lesson_that_does_not_exist_locks_nothing():
    course = Course(COURSE.parts, {7: COURSE.lessons[7]}, {})
    assert next_lesson(course, set()) == 7


def test_the_next_lesson_is_the_first_open_one():
    assert next_lesson(COURSE, {1, 2}) == 3
    assert next_lesson(COURSE, set(range(1, 10))) is None


def test_an_exam_opens_after_the_last_lesson_of_its_part():
    assert exams_open(COURSE, {1, 2}, set()) == ()
    assert [part.number for part in exams_open(COURSE, {1, 2, 3}, set())] == [1]
    assert exams_open(COURSE, {1, 2, 3}, {1}) == ()


def test_finished_takes_all_lessons_and_all_exams():
    assert not finished(COURSE, set(range(1, 10)), {1, 2})
    assert finished(COURSE, set(range(1, 10)), {1, 2, 3})


def test_an_exam_draws_unseen_items_first():
    seen = {(1, "e1"), (1, "e2"), (2, "e1")}
    drawn = draw_exam(COURSE, 1, seen, Random(5))
    assert len(drawn) == len(set(drawn)) == EXAM_ITEMS
    assert not seen & set(drawn)
    assert {number for number, _ in drawn} <= {1, 2, 3}
    assert sum(item.startswith("e") for _, item in drawn) == 6


def test_an_exam_can_be_taken_when_everything_was_seen():
    seen = {(n, item.id) for n, each in COURSE.lessons.items() for item in (*each.exam, *each.reserve)}
    assert len(draw_exam(COURSE, 1, seen, Random(5))) == EXAM_ITEMS


@pytest.mark.parametrize(("right", "passed"), [(10, True), (8, True), (7, False)])
def test_the_pass_mark_of_an_exam(right, passed):
    assert exam_passed([True] * right + [False] * (10 - right)) is passed


def taken(answers, todo=(1, 2, 3)):
    """Take the placement test with these answers in turn and return how it stands."""
    given = []
    for right in answers:
        placed = place(COURSE, todo, given, set(), seed=3)
        given.append((placed.ask, right))
    return place(COURSE, todo, given, set(), seed=3)


def test_three_right_prove_a_part():
    assert taken([True] * 3).proved == (1,)
    assert taken([True] * 9) == place(COURSE, (1, 2, 3), [], set(), 3).__class__(None, None, (1, 2, 3), ())


def test_one_slip_is_forgiven_and_two_are_not():
    assert taken([True, False, True]).proved == ()
    assert taken([True, False, True, True, True]).proved == (1,)
    assert taken([True, False, False]).failed == (1,)


def test_after_two_failed_parts_the_test_ends():
    placed = taken([False, False, False, False])
    assert placed.ask is None
    assert placed.failed == (1, 2)


def test_a_part_that_was_failed_does_not_hide_a_later_one():
    assert taken([False, False, True, True, True]).proved == (2,)


def test_no_item_is_asked_twice_and_lessons_take_turns():
    given = []
    for right in (True, False, True, True):
        placed = place(COURSE, (1,), given, set(), seed=3)
        given.append((placed.ask, right))
    asked = [ref for ref, _ in given]
    assert len(set(asked)) == 4
    assert {number for number, _ in asked[:3]} == {1, 2, 3}


def test_coverage_names_the_lessons_of_each_row():
    assert covered(COURSE)[1] == tuple(range(1, 10))
    assert 49 in uncovered(COURSE)
