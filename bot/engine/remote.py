"""Rasa as a server of its own (`python -m bot rasa run` and `… rasa run actions`), reached over HTTP."""

from __future__ import annotations

import hashlib
from typing import Any

import httpx

from bot.services.messages import Message
from bot.services.practice import Place, Who

from .engine import EngineError
from .said import Said, compose
from .wire import fresh_events, metadata, read_answers

TIMEOUT = 30.0
"""Seconds until an unanswered message counts as a fault."""


class RemoteEngine:
    """Rasa's HTTP interface at `url`."""

    def __init__(self, url: str, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._url = url
        self._transport = transport
        self._client: httpx.AsyncClient | None = None

    async def start(self) -> None:
        """Connect; raise `EngineError` where no Rasa answers."""
        self._client = httpx.AsyncClient(
            base_url=self._url, timeout=TIMEOUT, trust_env=False, transport=self._transport
        )
        await self._call("GET", "/status")

    async def handle(self, who: Who, said: Said, place: Place, key: str) -> list[Message]:
        """Replace the person's tracker by a fresh one and send the message (see `Engine.handle`)."""
        text = compose(said)
        sender = conversation(who)
        await self._call("PUT", f"/conversations/{sender}/tracker/events", fresh_events(place))
        body = {"sender": sender, "message": text, "metadata": metadata(who, key)}
        # The channel swallows exceptions and answers an empty list: `read_answers` takes that for the fault it is.
        return read_answers(await self._call("POST", "/webhooks/rest/webhook", body))

    async def close(self) -> None:
        """Close the connections."""
        if self._client is not None:
            await self._client.aclose()

    async def _call(self, method: str, path: str, body: Any = None) -> Any:
        assert self._client is not None, "start() comes first"
        try:
            response = await self._client.request(method, path, json=body)
            response.raise_for_status()
            return response.json()
        except (httpx.HTTPError, ValueError) as error:
            raise EngineError(f"Rasa at {self._url} cannot be used: {error or type(error).__name__}") from error


def conversation(who: Who) -> str:
    """Return the id of a person's conversation in Rasa: plain letters, because Rasa does not unquote addresses."""
    return hashlib.sha256(who.key.encode()).hexdigest()[:32]
