"""Every call to the Bot API goes through here: few at a time, and again where that helps.

Own code instead of `AIORateLimiter`: that one repeats only after 429 (and by default not even then), loses a reply on
HTTP 500 or a cut connection, and lets any number of calls into the connection pool at once, which slows all of them.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

import httpx
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

log = logging.getLogger(__name__)

IN_FLIGHT = 8
"""Calls at the same time; more make each other slower (measured)."""
TRIES = {"sendChatAction": 1, "answerCallbackQuery": 2, "editMessageReplyMarkup": 3}
"""How often a call is tried; what only decorates is not worth a wait."""
DEFAULT_TRIES = 9
LONGEST_PAUSE = 30.0
"""Seconds."""


class Outbox(BaseRateLimiter[int]):
    """Repeats calls after 429 (as long as Telegram says), 5xx and network faults (with growing pauses).

    While Telegram cannot be reached at all a reply waits for as long as it takes: it has not been sent for certain.
    """

    def __init__(self, first_pause: float = 0.5) -> None:
        self._first_pause = first_pause
        self._slots = asyncio.Semaphore(IN_FLIGHT)
        self._closing = asyncio.Event()

    @property
    def closing(self) -> bool:
        """Whether the channel is being closed: nothing is repeated any more."""
        return self._closing.is_set()

    def close(self) -> None:
        """Stop repeating; calls that wait for another try fail now."""
        self._closing.set()

    async def initialize(self) -> None:
        """Do nothing: there is nothing to open."""

    async def shutdown(self) -> None:
        """Stop repeating."""
        self.close()

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:
        """Make one call, with its repeats; raise what the last try raised."""
        tries = rate_limit_args or TRIES.get(endpoint, DEFAULT_TRIES)
        failed = 0
        while True:
            try:
                async with self._slots:
                    return await callback(*args, **kwargs)
            except TelegramError as error:
                failed += 1
                pause = self._pause(error, failed)
                patient = _unreachable(error) and endpoint not in TRIES
                if pause is None or self.closing or (failed >= tries and not patient):
                    raise
                log.warning("%s: %s; again in %.1f s", endpoint, error, pause)
                if await self._closed_within(pause):
                    raise

    def _pause(self, error: TelegramError, failed: int) -> float | None:
        """Return the seconds until the next try, None where another try would change nothing."""
        if isinstance(error, RetryAfter):
            return seconds_of(error) + 0.1
        # BadRequest is a NetworkError by class, but our own fault by nature.
        if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
            return min(LONGEST_PAUSE, self._first_pause * 2.0 ** min(failed - 1, 10))
        return None

    async def _closed_within(self, seconds: float) -> bool:
        try:
            await asyncio.wait_for(self._closing.wait(), seconds)
        except asyncio.TimeoutError:
            return False
        return True


def seconds_of(error: RetryAfter) -> float:
    """Return how many seconds Telegram asks to wait."""
    after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)


def _unreachable(error: TelegramError) -> bool:
    """Say whether the call cannot have arrived: no connection came about."""
    return isinstance(error.__cause__, (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError))
