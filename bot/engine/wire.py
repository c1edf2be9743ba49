"""What goes to Rasa with a message and what comes back. Each message is handled on a fresh tracker: the truth is in our
database, so a turn never grows dearer, a restart loses nothing, and servers share nothing.
"""

from __future__ import annotations

from typing import Any

from bot.services.messages import Message
from bot.services.practice import Place, Who

from .engine import EngineError


def fresh_events(place: Place) -> list[dict[str, Any]]:
    """Return the events of a conversation that has just begun at `place`."""
    return [
        {"event": "action", "name": "action_session_start"},
        {"event": "session_started"},
        {"event": "slot", "name": "exercise", "value": place.exercise or "none"},
        {"event": "slot", "name": "language", "value": place.language},
        {"event": "action", "name": "action_listen"},
    ]


def metadata(who: Who, key: str) -> dict[str, Any]:
    """Return what the actions must know of a message beside its text."""
    return {"user": who.key, "name": who.name, "language": who.language, "bot": who.bot, "key": key}


def read_answers(answers: list[dict[str, Any]]) -> list[Message]:
    """Return the messages in what Rasa's channel gathered; nothing at all means that the action failed."""
    if not answers:
        raise EngineError("the dialogue gave no answer; the log has the fault")
    return [Message.from_json(answer["custom"]) for answer in answers if "custom" in answer]
