"""The whole card."""

import json

import pytest

from bot.coach.scorecard import score
from bot.coach.scorecard.model import WEIGHTS, Line
from bot.coach.scorecard.trend import trend

from .talks import FACT, LATE, LISTING, PEOPLE, PITCH, PROBLEM, SORRY_FOR, WORTH, played


def test_the_weights_add_up_to_100():
    assert sum(WEIGHTS.values()) == 100


def test_the_same_turns_give_the_same_card():
    talk = (FACT, PROBLEM, PEOPLE, PITCH)
    assert score(played(*talk)) == score(played(*talk))


def test_dimensions_left_out_do_not_pull_the_total_down():
    card = score(played(PROBLEM, PEOPLE))
    assert "requirements" not in {line.dimension for line in card.lines}
    weight = sum(line.weight for line in card.lines)
    assert card.total == pytest.approx(100 * sum(x.score * x.weight for x in card.lines) / weight, abs=0.06)


def test_a_weak_talk_gets_one_thing_to_fix():
    card = score(played(PITCH, PITCH, FACT))
    assert card.total < 45
    assert [proof.why for _, proof in card.fixes()] == ["pitch_early"]


def test_a_stronger_talk_gets_more_each_at_its_own_turn():
    card = score(played(PROBLEM, PEOPLE, SORRY_FOR, LISTING, LATE, WORTH, FACT))
    fixes = card.fixes()
    assert len(fixes) == (1 if card.total < 45 else 2 if card.total < 70 else 3)
    assert len({proof.turn for _, proof in fixes}) == len(fixes)


def test_a_line_survives_the_store():
    for line in score(played(PITCH, PROBLEM, PEOPLE, PITCH)).lines:
        assert Line.from_json(json.loads(json.dumps(line.to_json()))) == line


def test_proficiency_is_withheld_below_three_talks():
    assert trend([60.0, 70.0]).proficiency is None
    assert trend([60.0, 70.0, 80.0]).proficiency == "able"


def test_the_change_is_against_the_talks_before():
    assert trend([50.0]).change is None
    assert trend([50.0, 70.0, 66.0]).change == pytest.approx(6.0)
