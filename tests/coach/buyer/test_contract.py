"""The disclosure contract: what comes out, by which move, and what does not."""

import pytest

from tests.coach.buyer.talks import Table, scenes, spoken

HARDEST = "What is the hardest part of reconciliation?"
LISTING = "What would that mean for the listing?"
FIVE_DAYS = "If you could close in five days, what would that be worth?"


def kinds(table):
    return {table.scene.by_id[i].kind for i in table.state.revealed}


def test_a_fact_is_given_to_the_question_that_asks_for_it():
    table = Table()
    assert "twelve" in spoken(table.say("situation", "How many people are in finance?")).lower()
    assert table.state.revealed == ["team"]


@pytest.mark.parametrize("scene", sorted(scenes()))
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_question_of_fact_brings_out_a_need_or_a_problem(scene, language):
    table = Table(scene, "easy", language)
    for item in table.scene.items:
        for ask in item.asks.get(language, ()):
            table.state.ended, table.state.patience = None, 90
            table.say("situation", ask)
    assert not {"need", "problem", "implication", "payoff", "facet"} & kinds(table)


def test_a_bare_question_near_a_problem_gets_its_surface_only():
    table = Table()
    taken = table.say("situation", "What about manual matching by hand, spreadsheets and overtime?")
    assert "surface" in taken.tags


def test_a_need_comes_after_problem_implication_and_payoff():
    table = Table()
    assert "payoff_nothing" in table.say("need_payoff", FIVE_DAYS).tags
    table.say("problem", HARDEST)
    assert "payoff_early" in table.say("need_payoff", "What would closing in five days be worth to you?").tags
    table.say("implication", LISTING)
    taken = table.say("need_payoff", "Suppose you closed in five days: what is that worth?")
    assert [r.item for r in taken.released] == ["five_day_close", "need_timely"]


def test_each_release_names_turn_move_and_label():
    table = Table()
    release = table.say("problem", HARDEST).released[0]
    assert (release.item, release.turn, release.move, release.label) == ("hand_matching", 1, HARDEST, "problem")


def test_a_question_without_a_topic_asks_after_the_problem_in_focus():
    table = Table(language="zh")
    table.say("problem", "医保结算这块有什么难处？")
    taken = table.say("implication", "那会怎样？")
    assert table.scene.by_id[taken.released[0].item].parent == "insurance_claims"


def test_implication_without_a_problem_leads_nowhere():
    table = Table()
    taken = table.say("implication", "And what does that lead to?")
    assert "implication_nothing" in taken.tags
    assert not taken.released


def test_a_personal_need_asks_for_trust():
    table = Table(difficulty="hard")
    table.say("problem", HARDEST)
    table.say("implication", LISTING)
    table.say("acknowledge", "I can see why that keeps you up at night.")
    assert "need_standing" not in table.state.revealed
    table.state.trust["chen"] = 70
    table.say("acknowledge", "That is a heavy thing to carry.")
    assert "need_standing" in table.state.revealed


def test_a_requirement_is_traced_facet_by_facet_to_its_need():
    table = Table()
    table.say("situation", "By when does it have to run?")
    assert "req_date" in table.state.revealed
    who = table.say("trace", "Who set the December deadline?")
    why = table.say("trace", "Why does it have to be December?")
    assert who.released[0].item == "req_date.who"
    assert [r.item for r in why.released][:2] == ["req_date.why", "need_controls"]


def test_what_is_not_in_the_sheet_is_not_invented():
    table = Table()
    taken = table.say("situation", "What colour are the curtains in the canteen?")
    assert "offsheet" in taken.tags
    assert not taken.released


def test_what_was_told_is_not_told_again_as_new():
    table = Table()
    table.say("situation", "How many people are in finance?")
    taken = table.say("situation", "How many accountants do you have in finance?")
    assert "told_before" in taken.tags
