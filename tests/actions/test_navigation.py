"""The lobby's actions."""

import pytest

from actions import navigation as lobby
from actions.spin import ShowPlan, StartSpin
from tests.actions.factories import answer, say, tracker


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (lobby.Greet, "sparring partner"),
        (lobby.Help, "/hint"),
        (lobby.Progress, "not practised yet"),
        (lobby.Thanks, "welcome"),
        (lobby.BotChallenge, "I am a program"),
        (lobby.OutOfScope, "outside my field"),
        (lobby.Lost, "did not get that"),
        (lobby.Affirm, "we start"),
        (lobby.Deny, "no hurry"),
        (lobby.Stop, "for now"),
        (lobby.Hint, "Nothing is open"),
        (lobby.Resume, "Nothing is open"),
        (lobby.Lesson, "not available"),
        (lobby.Language, "Which language"),
        (ShowPlan, "no call plan yet"),
    ],
)
async def test_it_says_what_it_should(practice, action, words):
    assert words in (await say(action(), "…"))[0]


async def test_a_foreign_script_is_told_which_languages_there_are(practice):
    assert "Chinese and English" in (await say(lobby.Lost(), "今日はいい天気ですね"))[0]


async def test_a_wish_to_begin_begins(practice):
    assert await say(StartSpin(), "practise SPIN") == ["started"]


async def test_the_greeting_offers_what_there_is(practice):
    (message,) = await answer(lobby.Greet(), tracker("hello", "greet"))
    assert [button.action for button in message.buttons] == ["/spin", "/roleplay", "/trace"]
