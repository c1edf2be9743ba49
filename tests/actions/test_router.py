"""A customer's line in the lobby: offered for practice, whatever else is known about it."""

import pytest

from actions.router import CustomerSaid
from tests.actions.factories import answer, tracker


@pytest.mark.parametrize("line", ["the customer says we are too expensive", "客戶說太貴了"])
async def test_a_reported_line_that_a_method_knows_is_offered_for_practice_too(practice, line):
    card, offer = await answer(CustomerSaid(), tracker(line, "customer_said"))
    assert not [b for b in card.buttons if "pending" in b.action]
    assert offer.buttons[0].action == "/trace pending"


async def test_a_question_about_such_a_line_is_only_answered(practice):
    said = tracker("the customer says we are too expensive, what now?", "customer_said")
    assert all("pending" not in b.action for m in await answer(CustomerSaid(), said) for b in m.buttons)
