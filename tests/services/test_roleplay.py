"""The role-play exercise on the real scenes, with a fake judge."""

import pytest

from bot.content import read_content
from bot.content.scenes import read_scenes
from bot.services.roleplay import RolePlay
from bot.settings import ROOT
from tests.factories import ANNA, FakeJudge, make_practice, texts

SCENES = ROOT / "data" / "content" / "scenes"
TALK = {
    "How many people are in finance?": "situation",
    "What is hardest about the month-end close?": "problem",
    "What would that mean for the listing?": "implication",
    "Our platform does it all by itself.": "pitch",
    "Could we meet your audit team next week?": "commitment",
}


CONTENT = read_content(ROOT / "data" / "content")


@pytest.fixture
def practice(database):
    return make_practice(database, [RolePlay(SCENES)], FakeJudge(TALK), CONTENT)


def begun(practice, difficulty="normal"):
    practice.start(ANNA, "roleplay", {"scene": "finance_chief", "difficulty": difficulty})
    return practice.place(ANNA).session_id


def rows(practice, session_id):
    with practice.unit() as uow:
        return [(t.speaker, t.text, t.label, t.revealed, t.evidence) for t in uow.sessions.turns(session_id)]


def test_without_a_scene_all_are_offered_with_a_button_each(practice):
    reply = practice.start(ANNA, "roleplay")
    assert len(reply.messages[-1].buttons) == len(read_scenes(SCENES))


def test_a_scene_is_chosen_by_button_and_then_a_difficulty(practice):
    first = practice.start(ANNA, "roleplay").messages[-1]
    brief = practice.press(ANNA, first.buttons[0].action).messages[-1]
    assert [b.label for b in brief.buttons] == ["Easy", "Normal", "Hard"]
    door = practice.press(ANNA, brief.buttons[2].action)
    assert door.messages[-1].speaker == "customer"


@pytest.mark.parametrize("typed", ["1", "cfo", "the finance chief who holds the budget"])
def test_a_scene_can_be_typed(practice, typed):
    practice.start(ANNA, "roleplay")
    assert "Helen Chen" in texts(practice.take(ANNA, typed))[-1]


@pytest.mark.parametrize(("typed", "begins"), [("2", True), ("hard", True), ("5", False), ("Good morning!", False)])
def test_a_difficulty_is_asked_for_until_it_is_one(practice, typed, begins):
    practice.start(ANNA, "roleplay")
    practice.take(ANNA, "cfo")
    last = practice.take(ANNA, typed).messages[-1]
    assert (last.speaker == "customer") is begins
    assert begins or [b.label for b in last.buttons] == ["Easy", "Normal", "Hard"]


def test_a_turn_is_stored_with_moves_releases_and_state(practice):
    session_id = begun(practice)
    reply = practice.take(ANNA, "What is hardest about the month-end close?")
    assert reply.messages[0].speaker == "customer"
    _, _, label, revealed, evidence = next(r for r in rows(practice, session_id) if r[0] == "rep")
    assert (label, revealed) == ("problem", ["hand_matching"])
    assert evidence["released"][0]["by_turn"] == 1
    assert evidence["moves"][0]["label"] == "problem"
    assert evidence["state"]["turn"] == 1


def test_undo_takes_the_last_line_back(practice):
    session_id = begun(practice)
    practice.take(ANNA, "How many people are in finance?")
    heard = texts(practice.take(ANNA, "What is hardest about the month-end close?"))
    reply = practice.command(ANNA, "undo")
    assert heard[0] not in texts(reply)
    practice.take(ANNA, "How many shops do you run?")
    last = [r for r in rows(practice, session_id) if r[0] == "rep"][-1]
    assert last[4]["state"]["turn"] == 2
    assert "hand_matching" not in last[4]["state"]["revealed"]


def test_undo_before_the_first_line_says_so(practice):
    begun(practice)
    assert "nothing to take back" in texts(practice.command(ANNA, "undo"))[0]


def test_hints_come_in_three_doses_and_begin_anew_after_a_line(practice):
    begun(practice)
    doses = [texts(practice.command(ANNA, "hint"))[0] for _ in range(4)]
    assert len(set(doses)) == 4
    practice.take(ANNA, "How many people are in finance?")
    assert texts(practice.command(ANNA, "hint"))[0] == doses[0]


def test_restart_opens_a_new_session_with_the_same_seed(practice):
    old = begun(practice)
    practice.take(ANNA, "How many people are in finance?")
    practice.command(ANNA, "restart")
    new = practice.place(ANNA).session_id
    assert new != old
    with practice.unit() as uow:
        assert uow.sessions.get(old).outcome == "restarted"
        assert uow.sessions.get(new).seed == uow.sessions.get(old).seed


def test_resume_ends_with_the_last_line_that_was_heard(practice):
    begun(practice)
    heard = texts(practice.take(ANNA, "How many people are in finance?"))[0]
    practice.command(ANNA, "pause")
    assert texts(practice.command(ANNA, "resume"))[-1] == heard


def test_the_end_tells_the_outcome_and_quotes_the_costliest_line(practice):
    session_id = begun(practice)
    practice.take(ANNA, "How many people are in finance?")
    practice.take(ANNA, "Our platform does it all by itself.")
    reply = practice.command(ANNA, "end")
    assert reply.messages[0].speaker == "customer"
    assert "Our platform does it all by itself." in texts(reply)[-1]
    with practice.unit() as uow:
        assert uow.sessions.get(session_id).outcome == "refusal"


@pytest.mark.parametrize(
    "weird",
    ["", "   ", "…", "😀", "x" * 10_000, '/intent{"x": 1}', "def f(): pass", "こんにちは、元気ですか"],
    ids=lambda text: text[:8],
)
def test_weird_input_is_answered_in_character(practice, weird):
    begun(practice)
    reply = practice.take(ANNA, weird)
    assert reply.messages
    assert reply.messages[0].speaker == "customer"


def test_notes_are_given_to_those_who_want_them(practice):
    begun(practice)
    with practice.unit() as uow:
        user = uow.users.get(ANNA.key)
        user.preferences = {"note": "full"}
    reply = practice.take(ANNA, "Our platform does it all by itself.")
    assert "trust" in texts(reply)[-1]


def test_free_text_goodbye_does_not_end_the_session(practice):
    session_id = begun(practice)
    practice.take(ANNA, "Goodbye, talk to you soon.")
    assert practice.place(ANNA).session_id == session_id
