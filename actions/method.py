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


def about_a_method(heard: Heard, house: House) -> Reply | None:
    """Return the answer where a text in the lobby asks about a method, whatever else it was first taken for.

    Reps ask in a thousand ways ("the client stalls, now what?"), which look like reports, wishes or nothing at all.
    """
    if heard.exercise is not None or house.methods.find(heard.text) is None:
        return None
    return house.methods.reply(heard.text, heard.language, house.content.catalog)


def _asks_coach(heard: Heard, house: House) -> bool:
    """Say whether a question in an exercise is meant for the coach: a method we know, and not put to the customer."""
    known = house.methods.find(heard.text) is not None
    return known and interrupts(heard) and not speaks_to_customer(heard.text)
