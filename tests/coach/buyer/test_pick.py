"""Of a line that proposes something and asks something, the question gets its answer."""

import pytest

from .talks import Table, said


@pytest.fixture
def table():
    table = Table("upsell_hotels")
    table.state.trust = dict.fromkeys(table.state.trust, 90)
    table.state.belief = 90
    table.state.revealed = [item.id for item in table.scene.of_kind("problem", "need")]
    return table


def test_what_is_only_announced_beside_a_question_ends_nothing(table):
    plan = ("First I would like to try it in one room of one hotel.", "commitment")
    taken = table.take(said(plan, ("How many hotels do you run, and where?", "situation")))
    assert not table.state.ended
    assert taken.released


def test_a_day_that_is_offered_is_taken_after_the_answer(table):
    plan = ("Let us try it in one room of the Bay on Tuesday.", "commitment")
    taken = table.take(said(plan, ("How many hotels do you run, and where?", "situation")))
    assert table.state.ended == "agreed"
    assert {release.kind for release in taken.released} == {"fact"}


def test_the_nod_that_a_proposal_asks_for_is_no_question_of_its_own(table):
    plan = ("Let us try it in one room of the Bay on Tuesday.", "commitment")
    table.take(said(plan, ("Would that work for you?", "need_payoff")))
    assert table.state.ended == "agreed"


def test_a_proposal_in_the_form_of_that_nod_is_a_proposal():
    table = Table("receptive_engineer")
    table.state.trust = dict.fromkeys(table.state.trust, 90)
    table.state.revealed = [item.id for item in table.scene.of_kind("problem", "need")]
    taken = table.take(said(("Would you introduce me to Ms Ma?", "commitment")))
    assert any(tag.startswith("agreed:") for tag in taken.tags)


@pytest.mark.parametrize(
    ("language", "moves"),
    [
        (
            "en",
            [
                ("For two weeks the hall and the office write down every stop together.", "other"),
                ("Could you both live with that?", "need_payoff"),
            ],
        ),
        ("zh", [("挑一台机，停机和首签两边一起记两个礼拜。", "pitch"), ("您看这样行不行？", "commitment")]),
    ],
)
def test_a_step_is_a_proposal_where_the_line_asks_whether_it_will_do(language, moves):
    table = Table("two_in_room", language=language)
    table.state.trust = dict.fromkeys(table.state.trust, 90)
    table.state.revealed = [item.id for item in table.scene.of_kind("problem", "need")]
    taken = table.take(said(*moves))
    assert any(tag.startswith("agreed:") for tag in taken.tags), taken


def test_what_is_only_praised_is_no_step():
    table = Table("two_in_room")
    taken = table.take(said(("Our lamps never flicker.", "pitch"), ("Would that work for you?", "need_payoff")))
    assert "commitment" not in taken.labels


def test_a_statement_taken_for_a_question_asks_nothing_beside_a_real_one():
    table = Table("plant_manager")
    stated = ("A pump like that must cost you a lot of trouble with Hongtu.", "implication")
    taken = table.take(said(stated, ("How many presses do you run?", "situation")))
    assert [release.item for release in taken.released] == ["machines"]


def test_both_questions_of_a_sentence_count_where_their_matter_stands_first():
    table = Table("it_director")
    text = "And Ms Ye's security section, what does she ask for in it and why?"
    taken = table.say("trace", text, confidence=0.9)
    assert "security_unit" in [release.item for release in taken.released]
