"""Walk a real deal through SPIN."""

from __future__ import annotations

from bot.services.house import House
from bot.services.messages import Reply

from .base import CoachAction, Heard, begin
from .method import about_a_method


class StartSpin(CoachAction):
    """Open the exercise `spin`."""

    def name(self) -> str:
        return "action_start_spin"

    def answer(self, heard: Heard, house: House) -> Reply:
        return about_a_method(heard, house) or begin(heard, house, "spin")


class ShowPlan(CoachAction):
    """Show the newest call plan again."""

    def name(self) -> str:
        return "action_show_plan"

    def answer(self, heard: Heard, house: House) -> Reply:
        return house.lobby.plan(heard.who)
