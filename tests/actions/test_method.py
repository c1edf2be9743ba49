"""Questions about methods, whatever intent they were taken for."""

import pytest

from actions import navigation
from actions.router import CustomerSaid
from actions.spin import StartSpin
from tests.actions.factories import answer, say, tracker

SITUATION = "procurement only ever talks price, how do I handle that"


@pytest.mark.parametrize("action", [CustomerSaid, navigation.Lost, navigation.OutOfScope, StartSpin])
async def test_a_question_in_the_lobby_is_answered(practice, action):
    (message,) = await answer(action(), tracker(SITUATION))
    assert any(button.action.startswith("/lesson ") for button in message.buttons)


async def test_a_question_that_no_method_answers_is_said_to_be_unknown_with_the_nearest(practice):
    (message,) = await answer(navigation.Lost(), tracker("how do I price a spare part for the supplier's needs?"))
    assert "rather not guess" in message.text or any(b.action.startswith("/lesson ") for b in message.buttons)
    assert message.buttons


async def test_a_wish_to_practise_still_begins(practice):
    assert await say(StartSpin(), "let's practise spin on my deal") == ["started"]
