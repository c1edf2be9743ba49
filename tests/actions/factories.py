"""Trackers as Rasa hands them to an action, and running one."""

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot.services.messages import Message


def tracker(text="", intent="", *, confidence=0.9, exercise="none", language="en", key="k1", **entities):
    """Return a tracker whose newest message is `text` of Anna."""
    message = {
        "text": text,
        "intent": {"name": intent, "confidence": confidence},
        "entities": [{"entity": name, "value": value} for name, value in entities.items()],
        "metadata": {"user": "term:anna", "name": "Anna", "language": "en", "key": key},
    }
    slots = {"exercise": exercise, "language": language}
    return Tracker("x", slots, message, [], False, None, {}, "action_listen")


async def answer(action, heard):
    """Run an action on a tracker and return its messages."""
    dispatcher = CollectingDispatcher()
    assert await action.run(dispatcher, heard, {}) == []
    return [Message.from_json(message["custom"]) for message in dispatcher.messages]


async def say(action, text="", **options):
    """Run an action on a message and return the texts of its answer."""
    return [message.text for message in await answer(action, tracker(text, **options))]
