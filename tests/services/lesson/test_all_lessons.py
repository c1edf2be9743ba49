"""Every lesson that is written can be finished by who answers well, in each language, and the course with it."""

import re

import pytest

from bot.services.lesson.book import Book
from bot.services.practice import Who
from tests.services.lesson.learner import COURSE, Learner, make


def finish(practice, language):
    """Take all lessons and exams in order; return what is passed."""
    learner = Learner(practice, Who(f"term:{language}", "林小雨", language))
    for part in COURSE.parts:
        lessons = COURSE.of_part(part.number)
        for lesson in lessons:
            learner.open(lesson=str(lesson.number))
            assert learner.run(), (lesson.number, learner.said[-3:])
        if lessons:
            learner.open(lesson=f"exam {part.number}")
            assert learner.run()
    with practice.unit() as uow:
        book = Book(uow, uow.users.get(learner.who.key), practice.clock())
        return book.passed(), book.exams(), learner


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_who_answers_well_finishes_everything(sqlite_engine, tmp_path, language):
    practice = make(sqlite_engine, tmp_path)
    passed, exams, learner = finish(practice, language)
    assert passed == set(COURSE.lessons)
    assert exams == {lesson.part for lesson in COURSE.lessons.values()}
    assert not any(re.search(r"\blesson\.[a-z_]+", text) for text in learner.said)
    learner.open(lesson="certificate")
    assert learner.session() is not None
