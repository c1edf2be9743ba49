"""Asking back which of two things is meant, and taking the answer."""

from dataclasses import replace

import pytest

from bot.coach.buyer.aim import Aim
from bot.coach.buyer.which import ask_back

from .talks import Table, lines, spoken

ONE, OTHER = "team", "duty"


@pytest.fixture
def table():
    return Table("finance_chief")


def asked(table, p=0.4, q=0.35, nothing=0.1):
    """Let the buyer ask back, in a talk of one line."""
    from random import Random

    from bot.coach.buyer.move import Line
    from bot.coach.buyer.talk import Talk

    scene = table.scene
    talk = Talk(scene, table.state, scene.levels["normal"], lines(), Line("?", ()), Random(1))
    found = Aim(((scene.by_id[ONE], p), (scene.by_id[OTHER], q)), nothing)
    return ask_back(talk, "And who is there for that?", found), talk


def test_two_likely_things_are_named(table):
    done, talk = asked(table)
    names = [table.scene.by_id[name].meant["en"] for name in (ONE, OTHER)]
    assert done
    assert all(name in talk.said[0].text for name in names)


@pytest.mark.parametrize(("p", "q", "nothing"), [(0.3, 0.1, 0.1), (0.45, 0.2, 0.3)])
def test_nobody_asks_back_where_neither_is_likely(table, p, q, nothing):
    assert not asked(table, p, q, nothing)[0]


def test_nobody_asks_back_twice_in_a_row(table):
    assert asked(table)[0]
    table.state.turn += 1
    assert not asked(table)[0]


@pytest.mark.parametrize(
    ("answer", "items"),
    [("The first one.", {ONE}), ("the latter, please", {OTHER}), ("Both, if I may.", {ONE, OTHER})],
)
def test_the_rep_chooses(table, answer, items):
    asked(table)
    assert {r.item for r in table.say("other", answer).released} == items


def test_one_of_the_two_is_chosen_by_its_name(table):
    asked(table)
    taken = table.say("other", f"I mean {table.scene.by_id[OTHER].meant['en']}.")
    assert {r.item for r in taken.released} == {OTHER}


def test_a_choice_by_name_may_say_why(table):
    asked(table)
    text = f"{table.scene.by_id[OTHER].meant['en']}, so that I see what October will look like for everybody."
    assert {r.item for r in table.say("acknowledge", text).released} == {OTHER}


def test_a_question_asked_anew_is_answered_as_it_stands(table):
    asked(table)
    assert {r.item for r in table.say("situation", "How many people are in finance?").released} == {ONE}


def test_a_choice_long_after_is_none(table):
    asked(table)
    table.say("situation", "How many people are in finance?")
    assert not table.say("other", "The second one.").released


def test_chinese_choices_are_understood():
    table = Table("finance_chief", language="zh")
    asked(table)
    assert {r.item for r in table.say("other", "后一个。").released} == {OTHER}


def test_what_has_no_name_is_not_offered(table):
    bare = replace(table.scene.by_id[OTHER], meant={})
    table.scene = replace(table.scene, items=tuple(bare if i.id == OTHER else i for i in table.scene.items))
    assert not asked(table)[0]


def test_an_unclear_question_of_fact_gets_no_answer_to_another(table):
    taken = table.say("situation", "Which football club does the chairman's brother-in-law support?")
    assert not taken.released
    assert spoken(taken)


def test_nothing_is_chosen_where_nobody_asked_back(table):
    taken = table.say("other", "The first one.")
    assert not taken.released
