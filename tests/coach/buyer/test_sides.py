"""How near a question comes to each answer: four measures for every answer of a scene."""

from dataclasses import replace

import numpy as np
import pytest

from bot.coach.buyer.finding import finding
from bot.coach.buyer.sides import MEASURES

from .talks import scenes

NEAR, COVERED, ALIKE, KIND = range(len(MEASURES))


def sides(scene="finance_chief", language="en"):
    return finding(scenes()[scene], language).sides


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("text", ["How many people are in finance?", "财务一共多少人？", "…", "Xyzzy plugh?"])
def test_every_answer_has_its_measures_between_nought_and_one(language, text):
    scene = scenes()["finance_chief"]
    found = sides(language=language).measures(text)
    assert found.shape == (sum(len(item.says.get(language, ())) for item in scene.items), len(MEASURES))
    assert found.min() >= 0
    assert found.max() <= 1 + 1e-6


def test_a_question_covers_the_answer_that_it_was_written_for_wholly():
    scene = scenes()["family_owner"]
    line = next(one for one in scene.asked["en"] if len(one.answers) == 1 and not one.surface and one.item == "chen")
    own = sides("family_owner").of(scene.by_id["chen"])
    row = sides("family_owner").measures(line.text)[own][line.answers[0]]
    assert row[NEAR] == pytest.approx(1.0, abs=0.01)
    assert row[COVERED] == pytest.approx(1.0)


def test_a_rare_word_covers_more_than_common_ones():
    scene = scenes()["procurement_price"]
    found = sides("procurement_price", "zh").measures("老郝平时怎么样？")[:, COVERED]
    with_name = [("老郝" in text) for item in scene.items for text in item.says.get("zh", ())]
    assert any(with_name)
    assert found[with_name].min() > np.median(found)


def test_what_was_said_is_like_itself():
    scene = scenes()["finance_chief"]
    team = scene.by_id["team"]
    found = sides().measures(team.says["en"][0])
    assert found[sides().of(team)][0][ALIKE] == pytest.approx(1.0, abs=0.01) == found[:, ALIKE].max()


def test_the_kind_of_question_tells_answers_apart():
    scene = scenes()["it_director"]
    asked = [one for one in scene.asked["en"] if len(one.answers) == 1 and one.item == "outages"]
    how_long, why = (
        next(one.answers[0] for one in asked if one.text.startswith(form)) for form in ("How long did", "Why wasn't")
    )
    own = sides("it_director").of(scene.by_id["outages"])
    assert how_long != why
    for question, wanted, other in (("How long is that?", how_long, why), ("Why is that?", why, how_long)):
        kinds = sides("it_director").measures(question)[own][:, KIND]
        assert kinds[wanted] > kinds[other]


def test_a_scene_without_kinds_of_question_has_none_to_compare():
    bare = replace(scenes()["finance_chief"], wants={})
    assert not finding(bare, "en").sides.measures("How many people are in finance?")[:, KIND].any()


def test_a_facet_has_no_row_of_its_own():
    scene = scenes()["finance_chief"]
    facets = [item for item in scene.of_kind("facet") if not item.says.get("en")]
    assert all(sides().of(item).start == sides().of(item).stop for item in facets)
