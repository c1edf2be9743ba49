"""The card line by line."""

import pytest

from bot.coach.scorecard.model import WEIGHTS
from bot.services.practice import Who
from tests.factories import ANNA, texts

from .talking import LATE, PITCH, PROBLEM


def test_the_table_has_a_line_for_each_dimension(desk):
    desk.talk(PROBLEM, LATE, PITCH)
    text = texts(desk.talks.score(ANNA))[0]
    assert "Needs uncovered" in text
    assert "not counted: " in text


def test_one_dimension_shows_rule_quote_and_better_sentence(desk):
    number, _ = desk.talk(PITCH, PROBLEM)
    text = texts(desk.talks.score(ANNA, f"{number} understanding"))[0]
    assert PITCH in text
    assert "The rule" in text
    assert "Better there" in text


@pytest.mark.parametrize("name", WEIGHTS)
def test_every_dimension_can_be_asked_for_in_both_languages(desk, name):
    number, _ = desk.talk(PITCH, PROBLEM, LATE)
    assert texts(desk.talks.score(ANNA, f"{number} {name}"))[0]


def test_another_ones_score_is_not_shown(desk):
    number, _ = desk.talk(PROBLEM)
    assert "no scored talk" in texts(desk.talks.score(Who("term:bob", "", "en"), str(number)))[0]
