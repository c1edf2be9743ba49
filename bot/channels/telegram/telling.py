"""Telling people what others wrote to them or gave them to do: what is due is asked for again and again.

A chat that cannot be reached stops no other, and is tried again less and less often.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

from telegram import Bot
from telegram.error import TelegramError

from bot.services.post import Delivery

from .reminding import CHANNEL
from .render import pieces, send

log = logging.getLogger(__name__)

SECONDS = 20.0
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=5), timedelta(days=1)


class Tells(Protocol):
    """What knows who is to be told of what (`bot.services.post`)."""

    def due(self, now: datetime, channel: str = "") -> list[Delivery]:
        """Return what is to be told now."""

    def sent(self, ref: str, now: datetime) -> None:
        """Note that something was delivered."""


class Teller:
    """Delivers, and remembers what could not be delivered until when to let it rest."""

    def __init__(self, bot: Bot, post: Tells, clock: Callable[[], datetime]) -> None:
        self.bot, self.post, self.clock = bot, post, clock
        self._resting: dict[str, tuple[datetime, timedelta]] = {}

    async def keep_telling(self, seconds: float = SECONDS) -> None:
        """Deliver what is due, again and again, until cancelled."""
        while True:
            try:
                await self.tell()
            except Exception:
                log.exception("what is to be told could not be read; again in %.0f s", seconds)
            await asyncio.sleep(seconds)

    async def tell(self) -> int:
        """Deliver what is due and return how much was; what is not delivered stays due."""
        count = 0
        now = self.clock()
        for delivery in await asyncio.to_thread(self.post.due, now, CHANNEL):
            if delivery.ref in self._resting and now < self._resting[delivery.ref][0]:
                continue
            try:
                for piece in pieces(delivery.reply.messages):
                    await send(self.bot, int(delivery.who.key.removeprefix(CHANNEL)), piece)
            except (TelegramError, ValueError) as error:
                log.info("%s cannot be told of %s: %s", delivery.who.key, delivery.ref, error)
                self._rest(delivery.ref, now)
                continue
            self._resting.pop(delivery.ref, None)
            await asyncio.to_thread(self.post.sent, delivery.ref, now)
            count += 1
        return count

    def _rest(self, ref: str, now: datetime) -> None:
        _, pause = self._resting.get(ref, (now, FIRST_PAUSE / 2))
        pause = min(LONGEST_PAUSE, 2 * pause)
        self._resting[ref] = (now + pause, pause)
