"""Talk with a simulated decision maker."""

from __future__ import annotations

from bot.services.house import House
from bot.services.messages import Reply

from .base import CoachAction, Heard, begin


class StartRoleplay(CoachAction):
    """Open the exercise `roleplay`; the words that asked for it may name the scene."""

    def name(self) -> str:
        return "action_start_roleplay"

    def answer(self, heard: Heard, house: House) -> Reply:
        return begin(heard, house, "roleplay", {"scene": heard.text})
