"""Leave that is asked for, nods, and what belongs to a proposal or an answer and asks for nothing."""

import pytest

from bot.coach.buyer import Line, Move

from .talks import Table, spoken


def said(*moves):
    return Line(" ".join(text for text, _ in moves), tuple(Move(text, label, 0.95) for text, label in moves))


@pytest.mark.parametrize(
    ("language", "moves"),
    [
        (
            "en",
            [
                ("I'd rather start with your situation than with my product.", "other"),
                ("Is that all right?", "confirm"),
            ],
        ),
        ("zh", [("今天我想先多听听医院的情况，您看可以吗？", "commitment")]),
    ],
)
def test_who_comes_to_listen_is_given_leave(language, moves):
    taken = Table("hospital_director", language=language).take(said(*moves))
    assert taken.tags == ("permission",)


def test_a_day_that_is_named_makes_it_a_proposal():
    taken = Table("hospital_director").take(
        said(("I would like to listen to your coders next Tuesday.", "commitment"), ("Is that all right?", "confirm"))
    )
    assert "permission" not in taken.tags


def test_a_nod_is_no_sympathy():
    taken = Table().take(said(("Fair enough.", "acknowledge"), ("How many people are in finance?", "situation")))
    assert [r.item for r in taken.released] == ["team"]
    assert not any(tag.startswith("ack") for tag in taken.tags)


def test_would_you_support_that_belongs_to_the_proposal():
    taken = Table().take(
        said(("I suggest a pilot with one shop.", "commitment"), ("Would you support that?", "situation"))
    )
    assert not taken.released
    assert "offsheet" not in taken.tags


def test_what_only_passes_the_time_does_not_stand_beside_an_answer():
    taken = Table().take(
        said(
            ("How many people are in finance?", "situation"),
            ("And who waters the plants in the lobby?", "situation"),
        )
    )
    told = Table("finance_chief").scene.by_id["team"].says["en"]
    assert spoken(taken) in told


def test_a_playback_in_many_sentences_is_answered_as_one():
    table = Table()
    table.say("situation", "How many people are in finance?")
    taken = table.take(
        said(
            ("Let me sum up: thirty-one people in finance.", "confirm"),
            ("Twelve of them only reconcile.", "problem"),
            ("Is that right?", "confirm"),
        )
    )
    assert taken.labels == ("confirm",) * 3
    assert "confirm_yes" in taken.tags


@pytest.mark.parametrize(
    ("language", "text", "slot"),
    [
        ("en", "What would you like to talk about today?", "you_begin"),
        ("zh", "您想先聊哪一块？", "you_begin"),
        ("en", "What do you think of us?", "counter"),
        ("zh", "您觉得我们怎么样？", "counter"),
    ],
)
def test_who_asks_for_our_view_and_who_leaves_the_beginning_to_us_are_answered_each_in_kind(language, text, slot):
    assert slot in Table(language=language).say("other", text).tags


@pytest.mark.parametrize(
    ("text", "introduced"),
    [
        ("What do you do here?", True),
        ("And what do you do exactly, if I may ask?", True),
        ("What do you do with a press that is down at night?", False),
    ],
)
def test_what_somebody_does_with_a_thing_is_no_question_for_his_post(text, introduced):
    assert ("intro" in Table("plant_manager").say("situation", text).tags) is introduced


def test_what_the_buyer_thinks_of_a_thing_is_no_question_about_us():
    assert "counter" not in Table("plant_manager").say("situation", "What do you think of that eight percent?").tags
