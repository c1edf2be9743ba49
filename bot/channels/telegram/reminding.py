"""Sending reminders: what is due is asked for once a minute; a chat that cannot be reached stops no other."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from telegram import Bot
from telegram.error import TelegramError

from bot.services.messages import Reply
from bot.services.practice import Who

from .render import pieces, send

log = logging.getLogger(__name__)

CHANNEL = "tg:"
SECONDS = 60.0


class Remembers(Protocol):
    """What knows who is to be reminded of what."""

    def due_reminders(self, now: datetime, channel: str = "") -> list[tuple[Who, Reply]]:
        """Return whom to remind now, and with what."""

    def sent(self, who: Who, now: datetime) -> None:
        """Note that a reminder was delivered."""


async def keep_reminding(
    bot: Bot, reminders: Remembers, clock: Callable[[], datetime], seconds: float = SECONDS
) -> None:
    """Send what is due, again and again, until cancelled."""
    while True:
        try:
            await remind(bot, reminders, clock())
        except Exception:
            log.exception("reminders could not be read; again in %.0f s", seconds)
        await asyncio.sleep(seconds)


async def remind(bot: Bot, reminders: Remembers, now: datetime) -> int:
    """Send what is due at `now` and return how many were sent; what is not delivered stays due."""
    count = 0
    for who, reply in await asyncio.to_thread(reminders.due_reminders, now, CHANNEL):
        try:
            for piece in pieces(reply.messages):
                await send(bot, int(who.key.removeprefix(CHANNEL)), piece)
        except (TelegramError, ValueError) as error:
            log.info("%s cannot be reminded: %s", who.key, error)
            continue
        await asyncio.to_thread(reminders.sent, who, now)
        count += 1
    return count
