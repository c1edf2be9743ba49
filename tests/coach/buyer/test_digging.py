"""Questions that dig into what was just told: another answer of the same thing, and no reproach for asking."""

from dataclasses import replace

import pytest

from bot.coach.buyer.ways import Asked

from .talks import Table, scenes, spoken

BARE = {"en": "And who says so?", "zh": "那又是谁说的？"}
OPEN = {"en": "What stops the presses?", "zh": "压机上最头疼的毛病是什么？"}
AFTER = 2
"""Which answer of the trouble the bare question was written for, in the tests."""


def taught(language):
    scene = scenes()["plant_manager"]
    more = Asked(BARE[language], "stops_problem", (AFTER,))
    return replace(scene, asked={**scene.asked, language: (*scene.asked[language], more)})


def told(table):
    return table.scene.by_id["stops_problem"].says[table.state.language]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_bare_question_gets_the_answer_that_was_written_for_it(language):
    table = Table(taught(language), language=language)
    table.state.trust = dict.fromkeys(table.state.trust, 80)
    table.say("problem", OPEN[language])
    assert table.state.topic == "stops_problem"
    taken = table.say("situation", BARE[language])
    assert told(table)[AFTER] in spoken(taken)
    assert "dug" in taken.tags
    assert "told_before" not in taken.tags


def test_the_same_bare_question_after_something_else_does_not_get_it():
    table = Table(taught("en"))
    table.say("situation", "How many presses do you run?")
    assert told(table)[AFTER] not in spoken(table.say("situation", BARE["en"]))


def test_asking_again_what_was_told_is_no_digging():
    table = Table()
    table.say("situation", "How many people are in finance?")
    taken = table.say("situation", "How many accountants do you have in finance?")
    assert "dug" not in taken.tags


def test_digging_counts_as_listening():
    table = Table(taught("en"))
    table.state.trust = dict.fromkeys(table.state.trust, 80)
    table.say("problem", OPEN["en"])
    before = table.trust()
    table.say("situation", BARE["en"])
    assert table.trust() > before
