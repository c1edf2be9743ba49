"""Rasa inside our own process: its agent, our actions, and nothing between them. Import it after `prepare()`."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator
from rasa.core.actions.action import RemoteAction
from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.events import deserialise_events
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection

from bot.services.messages import Message
from bot.services.practice import Place, Who

from .engine import EngineError
from .prepare import quiet, silence
from .said import Said, compose
from .wire import fresh_events, metadata, read_answers

VALIDATOR = Draft7Validator(RemoteAction.action_response_format_spec())


def _validate(_action: RemoteAction, result: dict[str, Any]) -> bool:
    """Check an action's answer; Rasa's own way checks the schema itself each time, which costs 22 ms."""
    VALIDATOR.validate(result)
    return True


class InProcessActions(EndpointConfig):
    """An action server without a server: the same action classes, called here."""

    def __init__(self, package: str = "actions") -> None:
        super().__init__(url=None, enable_selective_domain=True)
        self.faults: dict[str, Exception] = {}
        """What actions raised, by message."""
        self.executor = ActionExecutor()
        self.executor.register_package(package)

    async def request(self, *_args: Any, json: dict[str, Any], **_kwargs: Any) -> Any:
        """Run the action that Rasa asks for; the arguments are those of an HTTP request."""
        try:
            return await self.executor.run(json)
        except ActionExecutionRejection as error:
            raise ClientResponseError(400, "rejected", _rejection(error)) from error
        except Exception as error:
            # Rasa logs an action's exception and goes on; the engine wants to know why there is no answer.
            self.faults[json["sender_id"]] = error
            raise


def _rejection(error: ActionExecutionRejection) -> bytes:
    return json.dumps({"action_name": error.action_name, "error": error.message}).encode()


class FreshTrackers(TrackerStore):
    """Gives each message a new tracker and keeps none."""

    def __init__(self) -> None:
        super().__init__(None)
        self.waiting: dict[str, Place] = {}

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """Return a tracker that has just begun where the person is."""
        tracker = self.init_tracker(sender_id)
        for event in deserialise_events(fresh_events(self.waiting[sender_id])):
            tracker.update(event, self.domain)
        return tracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Forget the tracker: what must last is in our database."""


class EmbeddedEngine:
    """Rasa's agent on the model in `models`."""

    def __init__(self, models: Path) -> None:
        self._models = models
        self._actions = InProcessActions()
        self._trackers = FreshTrackers()
        self._agent: Agent | None = None

    async def start(self) -> None:
        """Load the model and the actions; raise `EngineError` where there is no model."""
        model = self._models / "peilian.tar.gz"
        if not model.exists():
            raise EngineError(f"no trained dialogue in {self._models}; run `make train`")
        quiet()
        RemoteAction._validate_action_result = _validate
        with silence():
            self._agent = await asyncio.to_thread(
                Agent.load, model, tracker_store=self._trackers, action_endpoint=self._actions
            )

    async def handle(self, who: Who, said: Said, place: Place, key: str) -> list[Message]:
        """Let Rasa handle one message on a fresh tracker (see `Engine.handle`)."""
        assert self._agent is not None, "start() comes first"
        text = compose(said)
        output = CollectingOutputChannel()
        message = UserMessage(text, output, sender_id=key, input_channel="peilian", metadata=metadata(who, key))
        self._trackers.waiting[key] = place
        try:
            await self._agent.handle_message(message)
        finally:
            self._trackers.waiting.pop(key, None)
            fault = self._actions.faults.pop(key, None)
        if fault is not None:
            raise EngineError(f"the action failed: {type(fault).__name__}: {fault}") from fault
        return read_answers(output.messages)

    async def close(self) -> None:
        """Let the agent go."""
        self._agent = None
