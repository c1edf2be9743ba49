"""The one way from a channel to the dialogue and back, whatever way Rasa is run."""

from __future__ import annotations

from typing import Protocol

from bot.services.messages import Message
from bot.services.practice import Place, Who
from bot.settings import Settings

from .said import Said


class EngineError(RuntimeError):
    """The dialogue gave no answer; the message says why in one line."""


class Engine(Protocol):
    """Takes one message of a person and returns the answer."""

    async def start(self) -> None:
        """Get ready; raise `EngineError` where Rasa's model or server cannot be used."""

    async def handle(self, who: Who, said: Said, place: Place, key: str) -> list[Message]:
        """Answer one message; `key` names it uniquely, so that it acts once.

        Raises `EngineError` where no answer came, `RefusedText` for a person's text that starts with a slash.
        """

    async def close(self) -> None:
        """Let go of what `start` opened."""


def make_engine(settings: Settings) -> Engine:
    """Return the engine that the settings name, not started yet. Rasa is only imported for the embedded one."""
    if settings.engine == "remote":
        from .remote import RemoteEngine

        return RemoteEngine(settings.rasa_url)
    from .prepare import prepare, silence

    prepare()
    with silence():
        from .embedded import EmbeddedEngine

    return EmbeddedEngine(settings.models / "rasa")
