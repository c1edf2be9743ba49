"""Free text, buttons and commands, as Rasa's rules hand them on."""

import pytest

from actions.trace import StartTrace
from actions.turn import ALONE, ANSWERS, OF_THE_EXERCISE, STARTS, Command, Press, TakeTurn
from bot.channels.commands import COMMANDS
from bot.services import house
from tests.actions.factories import answer, say, tracker
from tests.factories import ANNA


async def test_free_text_is_a_turn_of_the_open_exercise(practice):
    practice.start(ANNA, "spin")
    assert await say(TakeTurn(), "how many?", exercise="spin") == ["1: how many?"]


async def test_free_text_that_nobody_took_in_the_lobby_is_answered(practice):
    assert "Pick an exercise" in (await say(TakeTurn(), "hm"))[0]


async def test_a_message_acts_once(practice):
    practice.start(ANNA, "spin")
    heard = tracker("how many?", exercise="spin", key="same")
    assert await answer(TakeTurn(), heard) == await answer(TakeTurn(), heard)


async def test_a_button_goes_to_its_exercise(practice):
    practice.start(ANNA, "spin")
    session = practice.place(ANNA).session_id
    assert await say(Press(), exercise="spin", code=f"{session}.0.yes") == ["pressed yes"]


def test_every_command_of_the_allow_list_is_carried_out():
    assert set(COMMANDS) <= OF_THE_EXERCISE | set(STARTS) | set(ANSWERS) | set(ALONE)


@pytest.mark.parametrize("name", sorted(COMMANDS))
async def test_no_command_is_silent_in_the_lobby(practice, name):
    assert (await say(Command(), name=name, arg=""))[0]


async def test_a_command_that_starts_puts_the_open_exercise_aside(practice):
    practice.start(ANNA, "spin")
    assert await say(Command(), exercise="spin", name="roleplay", arg="finance chief") == [
        "I have put the last exercise aside. Send /resume whenever you want it back.",
        "started with {'scene': 'finance chief'}",
    ]


async def test_a_look_aside_comes_back_to_the_open_question(practice):
    practice.start(ANNA, "spin")
    assert (await say(Command(), exercise="spin", name="progress", arg=""))[-1] == "we had 0"


async def test_a_kept_line_travels_into_the_exercise(practice):
    from actions.router import CustomerSaid

    offered = await answer(CustomerSaid(), tracker('the customer said "under 40k by June"', "customer_said"))
    assert offered[-1].buttons[0].action == "/trace pending"
    assert await say(Command(), name="trace", arg="pending") == ["started with {'line': 'under 40k by June'}"]


@pytest.mark.parametrize("line", ["under 40k by June", "单价不能过四千", "單價不能過四千"])
async def test_the_bare_command_takes_up_the_line_that_was_just_offered(practice, line):
    house.house().lobby.keep_line(ANNA, line)
    assert await say(Command(), name="trace", arg="") == ["started with " + str({"line": line})]


async def test_the_words_take_up_the_offered_line_too(practice):
    house.house().lobby.keep_line(ANNA, "under 40k by June")
    assert await say(StartTrace(), "trace it") == ["started with {'line': 'under 40k by June'}"]


async def test_an_offer_is_over_once_something_was_begun(practice):
    house.house().lobby.keep_line(ANNA, "under 40k by June")
    practice.start(ANNA, "spin")
    practice.command(ANNA, "end")
    assert await say(Command(), name="trace", arg="") == ["started with {}"]


async def test_an_exercise_that_is_not_there_is_said_to_be(practice):
    assert "not available" in (await say(Command(), name="decide", arg=""))[0]


async def test_a_scene_is_started_with_the_difficulty_that_was_assigned(practice):
    assert await say(Command(), name="roleplay", arg="finance_chief:hard") == [
        "started with {'difficulty': 'hard', 'scene': 'finance_chief'}"
    ]
