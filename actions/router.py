"""Take up what a customer said."""

from __future__ import annotations

from bot.services.house import House
from bot.services.messages import Reply

from .base import CoachAction, Heard
from .method import about_a_method
from .words import asks


class CustomerSaid(CoachAction):
    """Say what a customer's line is and offer the exercise that fits it."""

    def name(self) -> str:
        return "action_customer_said"

    def answer(self, heard: Heard, house: House) -> Reply:
        known = about_a_method(heard, house)
        if known is not None and asks(heard.text):
            return known
        # "The customer says it is too expensive" is both: what to do about it, and a line to practise on.
        offer = house.router.route(heard.who, heard.text, heard.language)
        return Reply([*(known.messages if known else ()), *offer.messages])
