"""Talk with a simulated decision maker."""

from __future__ import annotations

from bot.services.house import House
from bot.services.messages import Reply

from .base import CoachAction, Heard, begin
from .words import named_scene


class StartRoleplay(CoachAction):
    """Open the exercise `roleplay`, on the scene that was named if one was."""

    def name(self) -> str:
        return "action_start_roleplay"

    def answer(self, heard: Heard, house: House) -> Reply:
        scene = named_scene(heard.text)
        return begin(heard, house, "roleplay", {"scene": scene} if scene else None)
