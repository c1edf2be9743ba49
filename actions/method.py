"""Say what a method means."""

from __future__ import annotations

from bot.services.house import House
from bot.services.messages import Reply

from .base import CoachAction, Heard, interrupts, take_turn, then_remind
from .words import speaks_to_customer


class Method(CoachAction):
    """Answer a question about a method; in an exercise only where it surely is one that we know."""

    def name(self) -> str:
        return "action_method"

    def answer(self, heard: Heard, house: House) -> Reply:
        if heard.exercise is not None and not _asks_coach(heard, house):
            return take_turn(heard, house)
        reply = house.methods.reply(heard.text, heard.language, house.content.catalog)
        return then_remind(heard, house, reply)


def _asks_coach(heard: Heard, house: House) -> bool:
    """Say whether a question in an exercise is meant for the coach: a method we know, and not put to the customer."""
    known = house.methods.find(heard.text) is not None
    return known and interrupts(heard) and not speaks_to_customer(heard.text)
