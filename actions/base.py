"""What every action has in common: read the message from Rasa's tracker, call a service in a thread, send its reply."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot.services.house import House, house
from bot.services.messages import Reply
from bot.services.practice import Who


@dataclass(frozen=True)
class Heard:
    """One message as Rasa understood it, and where the person is."""

    who: Who
    text: str
    key: str | None
    """Names the message, so that it acts once."""
    intent: str
    confidence: float
    """Of the intent, 0 to 1."""
    exercise: str | None
    """The open exercise; None in the lobby."""
    language: str
    entities: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, tracker: Tracker) -> Heard:
        """Read the newest message of `tracker`."""
        message = tracker.latest_message
        meta = message.get("metadata") or {}
        intent = message.get("intent") or {}
        exercise = tracker.get_slot("exercise")
        return cls(
            who=Who(
                meta.get("user") or tracker.sender_id, meta.get("name") or "", meta.get("language"), meta.get("bot")
            ),
            text=message.get("text") or "",
            key=meta.get("key"),
            intent=intent.get("name") or "",
            confidence=float(intent.get("confidence") or 0.0),
            exercise=None if exercise in (None, "none") else exercise,
            language=tracker.get_slot("language") or "zh-Hans",
            entities={e["entity"]: str(e["value"]) for e in message.get("entities") or ()},
        )


class CoachAction(Action, ABC):
    """An action of the coach: `answer` says what to do, and runs in a thread because it talks to the database."""

    @abstractmethod
    def name(self) -> str:
        """Return the name that domain and rules know."""

    @abstractmethod
    def answer(self, heard: Heard, house: House) -> Reply:
        """Return the reply to one message."""

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[Any]:
        """Answer the newest message of `tracker`."""
        reply = await asyncio.to_thread(lambda: self.answer(Heard.of(tracker), house()))
        for message in reply.messages:
            dispatcher.utter_message(json_message=message.to_json())
        return []


SURE = 0.6
"""Confidence from which a wish interrupts a coach-led exercise; under it the line is a turn of the exercise."""
LONGEST_WISH = 60
"""Characters; what is longer is a turn."""


def interrupts(heard: Heard) -> bool:
    """Say whether a free text is surely a wish to the coach; in the lobby nothing is interrupted."""
    if heard.exercise is None:
        return True
    return heard.confidence >= SURE and len(heard.text) <= LONGEST_WISH


def take_turn(heard: Heard, house: House) -> Reply:
    """Give the text to the open exercise."""
    return house.practice.take(heard.who, heard.text, key=heard.key)


def begin(heard: Heard, house: House, exercise: str, options: dict[str, str] | None = None) -> Reply:
    """Open an exercise, or say that there is none of that name."""
    if exercise not in house.practice.exercises:
        return house.lobby.plain(heard.who, "not_here")
    return house.practice.start(heard.who, exercise, options, key=heard.key)


def offered(heard: Heard, house: House) -> str | None:
    """Return the customer's line for which exercises were just offered; None in the middle of an exercise."""
    return house.lobby.offered_line(heard.who) if heard.exercise is None else None


def begin_on_offer(heard: Heard, house: House, exercise: str) -> Reply:
    """Open an exercise on the line that was just offered, or without one."""
    line = offered(heard, house)
    return begin(heard, house, exercise, {"line": line} if line else None)


def then_remind(heard: Heard, house: House, reply: Reply) -> Reply:
    """Add to an interruption what the open exercise waits for."""
    if heard.exercise is not None:
        reply.messages += house.practice.remind(heard.who).messages
    return reply
