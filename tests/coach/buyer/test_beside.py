"""What lies next to a question is told, where just what was asked is not on the sheet."""

from random import Random

import pytest

from bot.coach.buyer import beside
from bot.coach.buyer.aim import Aim
from bot.coach.buyer.move import Line, Move
from bot.coach.buyer.talk import Talk
from bot.coach.buyer.told import told

from .talks import Table, lines

QUESTION = "And how large is the finance team compared with other chains?"


@pytest.fixture
def table():
    return Table("finance_chief")


def told_beside(table, monkeypatch, item="team", p=0.4, nothing=0.1, question=QUESTION, label="situation"):
    """Let the buyer tell what lies next to it, where the question asks for `item` with probability `p`."""
    scene = table.scene
    one = scene.by_id[item]
    says = one.says[table.state.language]
    found = Aim(((one, p),), nothing, {item: tuple((text, p / len(says)) for text in says)})
    monkeypatch.setattr(beside, "BESIDE", 0.0)
    monkeypatch.setattr(beside, "aim", lambda talk, move: found)
    move = Move(question, label, 0.9)
    talk = Talk(scene, table.state, scene.levels["normal"], lines(), Line(question, (move,)), Random(1))
    return beside.answer(talk, move), talk


def test_a_likely_fact_is_told(table, monkeypatch):
    done, talk = told_beside(table, monkeypatch)
    assert done
    assert [piece.text in table.scene.by_id["team"].says["en"] for piece in talk.said] == [True]
    assert [release.item for release in talk.released] == ["team"]
    assert "beside" in talk.tags


def test_of_what_is_out_only_what_is_left_is_told(table, monkeypatch):
    says = table.scene.by_id["team"].says["en"]
    table.say("situation", "How many people are in finance?")
    done, talk = told_beside(table, monkeypatch)
    assert done
    assert not talk.released
    assert talk.said[-1].text in says
    assert table.state.topic == "team"


@pytest.mark.parametrize(("p", "nothing"), [(0.1, 0.05), (0.3, 0.5)])
def test_nothing_is_told_where_it_is_hardly_meant(table, monkeypatch, p, nothing):
    assert not told_beside(table, monkeypatch, p=p, nothing=nothing)[0]


def test_more_of_what_is_out_is_told_sooner_than_something_new(table, monkeypatch):
    assert not told_beside(table, monkeypatch, p=0.28)[0]
    table.say("situation", "How many people are in finance?")
    assert told_beside(table, monkeypatch, p=0.28)[0]


def test_what_hurts_is_never_told_so(table, monkeypatch):
    done, talk = told_beside(table, monkeypatch, item="hand_matching")
    assert not done
    assert not talk.said


@pytest.mark.parametrize("question", ["That must weigh on you. How do you bear it?", "Why?", "A good day to you."])
def test_some_questions_are_answered_themselves_or_not_at_all(table, monkeypatch, question):
    assert not told_beside(table, monkeypatch, question=question, label="other")[0]


def test_a_statement_asks_nothing_though_it_holds_a_question_word(table, monkeypatch):
    assert not told_beside(table, monkeypatch, question="Nobody knows who should count them all.", label="other")[0]


@pytest.mark.parametrize("item", ["team", "auditor", "shops"])
def test_what_is_told_beside_holds_the_kind_that_was_asked_for(table, monkeypatch, item):
    done, talk = told_beside(table, monkeypatch, item=item, question="And since when has the finance team been so big?")
    assert done is bool(talk.said)
    assert all(told(piece.text, "en") & {"when", "howlong"} for piece in talk.said)
