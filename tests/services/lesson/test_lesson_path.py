"""The way through the lessons in the chat, driven by whatever lessons there are."""

import pytest

from bot.services.practice import Who
from tests.services.lesson.learner import COURSE, Learner, make

FIRST = min(COURSE.lessons)
LI, ANNA, CHEN = (
    Who("term:li", "李明", "zh-Hans"),
    Who("term:anna", "Anna", "en"),
    Who("term:chen", "陳怡蓉", "zh-Hant"),
)
UNTRAINED = {
    number for number, lesson in COURSE.lessons.items() if any(drill.kind == "scene" for drill in lesson.drills)
}
"""Lessons with a scene need the trained judge; the others go with the fake one."""


@pytest.fixture
def practice(sqlite_engine, tmp_path):
    return make(sqlite_engine, tmp_path)


@pytest.mark.parametrize("who", [LI, CHEN, ANNA], ids=lambda who: who.language)
def test_who_answers_well_passes_the_first_lesson(practice, who):
    learner = Learner(practice, who)
    learner.open(lesson=str(FIRST))
    assert learner.run()
    with practice.unit() as uow:
        from bot.services.lesson.book import Book

        assert Book(uow, uow.users.get(who.key), practice.clock()).passed() == {FIRST}
