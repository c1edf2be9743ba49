"""Say what a method means."""

from __future__ import annotations

from bot.services.house import House
from bot.services.messages import Reply

from .base import CoachAction, Heard, interrupts, take_turn, then_remind


class Method(CoachAction):
    """Answer a question about a method; in an exercise only where it surely is one that we know."""

    def name(self) -> str:
        return "action_method"

    def answer(self, heard: Heard, house: House) -> Reply:
        known = house.methods.find(heard.text) is not None
        if heard.exercise is not None and not (known and interrupts(heard)):
            return take_turn(heard, house)
        reply = house.methods.reply(heard.text, heard.language, house.content.catalog)
        return then_remind(heard, house, reply)
