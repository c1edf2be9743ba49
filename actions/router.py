"""Take up what a customer said."""

from __future__ import annotations

from bot.services.house import House
from bot.services.messages import Reply

from .base import CoachAction, Heard
from .method import about_a_method


class CustomerSaid(CoachAction):
    """Say what a customer's line is and offer the exercise that fits it."""

    def name(self) -> str:
        return "action_customer_said"

    def answer(self, heard: Heard, house: House) -> Reply:
        return about_a_method(heard, house) or house.router.route(heard.who, heard.text, heard.language)
