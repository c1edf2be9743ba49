"""The practice service with a small exercise of the test's own: once-only turns, pauses, old buttons, languages."""

import pytest

from bot.services.practice import Who
from bot.services.turn import Exercise
from bot.store.unit import units
from tests.factories import ANNA, FakeJudge, make_practice, texts


class Echo(Exercise):
    """An exercise that counts what it hears."""

    name = "echo"

    def start(self, turn, options):
        turn.keep(heard=0)
        turn.reply.say(f"started {options.get('with', '')}".strip())

    def take(self, turn, text):
        turn.judged(turn.judge.judge("rep", text))
        if text == "boom":
            raise RuntimeError(text)
        turn.keep(heard=turn.state["heard"] + 1)
        turn.next_step()
        turn.reply.say(f"{turn.state['heard']}: {text}", speaker="customer")

    def press(self, turn, value):
        turn.next_step()
        turn.reply.say(f"pressed {value}")

    def command(self, turn, name):
        turn.reply.say(f"command {name}")

    def resume(self, turn):
        turn.reply.say(f"we had {turn.state['heard']}")

    def end(self, turn):
        turn.close("stopped")
        turn.reply.say("bye")


@pytest.fixture
def practice(database):
    return make_practice(database, [Echo()], FakeJudge({"why 16G?": "trace"}))


def stored(practice, session_id):
    with practice.unit() as uow:
        return [(turn.speaker, turn.text, turn.label) for turn in uow.sessions.turns(session_id)]


def test_a_talk_is_stored_line_by_line_with_its_labels(practice):
    practice.start(ANNA, "echo", {"with": "care"})
    assert texts(practice.take(ANNA, " why 16G? ")) == ["1: why 16G?"]
    session_id = practice.place(ANNA).session_id
    assert stored(practice, session_id) == [
        ("coach", "started care", None),
        ("rep", "why 16G?", "trace"),
        ("customer", "1: why 16G?", None),
    ]


def test_a_message_that_comes_again_is_answered_again_but_taken_once(practice):
    practice.start(ANNA, "echo", key="m1")
    first = practice.take(ANNA, "hello", key="m2")
    assert practice.take(ANNA, "hello", key="m2") == first
    assert texts(practice.take(ANNA, "hello", key="m3")) == ["2: hello"]


def test_a_fault_leaves_no_trace_of_the_turn(practice):
    practice.start(ANNA, "echo")
    with pytest.raises(RuntimeError):
        practice.take(ANNA, "boom", key="m1")
    assert texts(practice.take(ANNA, "fine", key="m1")) == ["1: fine"]
    assert len(stored(practice, practice.place(ANNA).session_id)) == 3


def test_a_second_process_goes_on_where_the_first_was(practice, database):
    practice.start(ANNA, "echo")
    practice.take(ANNA, "one")
    other = make_practice(database, [Echo()])
    assert other.place(ANNA).exercise == "echo"
    assert texts(other.take(ANNA, "two")) == ["2: two"]


def test_a_button_counts_in_its_own_step_only(practice):
    practice.start(ANNA, "echo")
    session_id = practice.place(ANNA).session_id
    assert texts(practice.press(ANNA, f"{session_id}.0.yes")) == ["pressed yes"]
    again = texts(practice.press(ANNA, f"{session_id}.0.yes"))
    assert "earlier step" in again[0]
    assert again[1] == "we had 0"


@pytest.mark.parametrize("code", ["1.0.yes", "999.0.yes", "nonsense", "..", ""])
def test_a_button_with_nothing_open_gets_a_sentence(practice, code):
    assert "/help" in texts(practice.press(ANNA, code))[0]


def test_nobody_presses_the_button_of_another(practice):
    practice.start(ANNA, "echo")
    session_id = practice.place(ANNA).session_id
    assert "/help" in texts(practice.press(Who("term:bob", language="en"), f"{session_id}.0.yes"))[0]


def test_starting_another_exercise_pauses_the_first_and_resume_takes_it_up(practice):
    practice.start(ANNA, "echo")
    practice.take(ANNA, "one")
    reply = texts(practice.start(ANNA, "echo"))
    assert "/resume" in reply[0]
    practice.command(ANNA, "end")
    assert texts(practice.command(ANNA, "resume")) == ["we had 1"]
    assert texts(practice.take(ANNA, "two")) == ["2: two"]


def test_end_closes_and_free_text_finds_nothing_open(practice):
    practice.start(ANNA, "echo")
    session_id = practice.place(ANNA).session_id
    assert texts(practice.command(ANNA, "end")) == ["bye"]
    assert practice.place(ANNA).exercise is None
    assert "/help" in texts(practice.take(ANNA, "hello?"))[0]
    with practice.unit() as uow:
        session = uow.sessions.get(session_id)
        assert (session.status, session.outcome) == ("ended", "stopped")
        assert session.ended_at > session.started_at


def test_the_language_follows_the_lobby_and_stands_still_in_a_session(practice):
    who = Who("term:li")
    assert practice.place(who, "我想練習").language == "zh-Hant"
    assert practice.place(who, "let us switch to English").language == "en"
    practice.start(who, "echo")
    assert practice.place(who, "换成中文").language == "en"


def test_a_chosen_language_does_not_drift(practice, database):
    practice.place(ANNA)
    with units(database)() as uow:
        uow.users.get(ANNA.key).language_fixed = True
    assert practice.place(ANNA, "你好，我想练习").language == "en"


def test_reminding_stores_nothing(practice):
    practice.start(ANNA, "echo")
    before = stored(practice, practice.place(ANNA).session_id)
    assert texts(practice.remind(ANNA)) == ["we had 0"]
    assert stored(practice, practice.place(ANNA).session_id) == before
