"""Trace a requirement to the need behind it."""

from __future__ import annotations

from bot.services.house import House
from bot.services.messages import Reply

from .base import CoachAction, Heard, begin_on_offer
from .method import about_a_method


class StartTrace(CoachAction):
    """Open the exercise `trace`."""

    def name(self) -> str:
        return "action_start_trace"

    def answer(self, heard: Heard, house: House) -> Reply:
        return about_a_method(heard, house) or begin_on_offer(heard, house, "trace")
