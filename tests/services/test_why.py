"""The reason for the newest line's label."""

from dataclasses import replace

import pytest

from bot.services.practice import Who
from bot.services.why import Why
from tests.factories import ANNA, texts

from .talking import LATE, PROBLEM


@pytest.fixture
def why(desk):
    return Why(desk.practice)


def test_the_newest_line_is_quoted_with_the_reason(desk, why):
    desk.talk(PROBLEM, LATE)
    (text,) = texts(why.last(ANNA))
    assert LATE in text
    assert len(text.splitlines()) == 2


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_the_reason_is_in_the_persons_language(desk, why, language):
    desk.talk(PROBLEM)
    with desk.practice.unit() as uow:
        uow.users.get(ANNA.key).language = language
    (text,) = texts(why.last(replace(ANNA, language=language)))
    assert text.splitlines()[1].isascii() == (language == "en")


def test_who_said_nothing_yet_is_told_so(why):
    assert "not judged a line" in texts(why.last(Who("term:bob", "", "en")))[0]
