"""What reps ask after an answer: how usual a line is after what was told last."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest

from bot.coach.buyer import Line, begin
from bot.coach.buyer.followed import MEASURES, RARE, Followed
from bot.coach.buyer.rows import rows_of
from bot.coach.buyer.talk import Talk
from bot.coach.buyer.voice import prints
from bot.coach.buyer.ways import Asked, FollowUp

from .talks import lines, scenes
from .test_closeness import Places

SCENE = scenes()["finance_chief"]
TEAM, DUTY = (SCENE.by_id[name] for name in ("team", "duty"))
LINES = (
    FollowUp("alpha is that all?", "team", 0, (Asked("alpha", "duty", (0,)),)),
    FollowUp("beta is that all?", "team", 1, (Asked("beta", "duty"), Asked("beta", "team", (1,)))),
    FollowUp("gamma is that all?", "team", 1, (Asked("gamma", ""),)),
)


@pytest.fixture
def followed():
    small = replace(SCENE, followups={"en": LINES}, shelf=type(SCENE.shelf)())
    return Followed(small, "en", Places())


def talk():
    state = begin(SCENE, difficulty="normal", language="en", seed=1)
    state.turn = 3
    return Talk(SCENE, state, SCENE.levels["normal"], lines(), Line("?", ()), Random(1))


def row_of(item, answer):
    return rows_of(SCENE, "en").of[item.id][answer]


def column(found, name):
    return found[:, MEASURES.index(name)]


def test_rows_lie_as_aims_are_weighed(followed):
    found = followed.measures("alpha", "team", 0)
    assert found.shape == (rows_of(SCENE, "en").size, len(MEASURES))


def test_a_line_is_close_to_what_its_like_asked_for_after_the_same_item(followed):
    same = column(followed.measures("alpha now", "team", 2), "followed_same")
    assert same[row_of(DUTY, 0)] == pytest.approx(1.0)
    assert np.count_nonzero(same) == 1
    assert not column(followed.measures("alpha now", "duty", 0), "followed_same").any()


def test_a_line_that_any_answer_of_an_item_meets_counts_for_each(followed):
    same = column(followed.measures("beta now", "team", 0), "followed_same")
    assert all(same[row_of(DUTY, n)] > 0.99 for n in range(len(DUTY.says["en"])))
    assert same[row_of(TEAM, 1)] > 0.99 > same[row_of(TEAM, 0)]


def test_what_nothing_meets_counts_for_the_last_row(followed):
    assert column(followed.measures("gamma now", "team", 0), "followed_same")[-1] > 0.99


def test_how_often_an_item_is_asked_for_next(followed):
    often = np.exp(column(followed.measures("delta", "team", 0), "followed_often")) - RARE
    assert often[row_of(DUTY, 0)] == pytest.approx(1.5 / 8)
    assert often[row_of(TEAM, 0)] == pytest.approx(0.5 / 8)
    assert often[-1] == pytest.approx(1 / 8)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_was_told_last_is_known_from_its_sentences(language):
    now = talk()
    now.state.language, now.state.topic, now.state.told_at = language, "team", 2
    assert now.last_answer() == ("team", None)
    for n in (1, 0):
        now.state.said += prints(TEAM.says[language][n])
        assert now.last_answer() == ("team", n)
    now.state.told_at = 0
    assert now.last_answer() is None
