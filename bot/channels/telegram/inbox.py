"""The inbox: an update is written before anything else is done with it, so that a crash loses none."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from telegram import Bot, Update

from bot.store.unit import UnitOfWork

log = logging.getLogger(__name__)

KEPT = timedelta(days=7)
"""Answered updates are kept to know repeats by; Telegram repeats for a day at most."""


class Inbox:
    """The stored updates; every call is one transaction and blocks."""

    def __init__(self, unit: Callable[[], UnitOfWork], clock: Callable[[], datetime]) -> None:
        self._unit, self._clock = unit, clock

    def receive(self, raw: dict[str, Any]) -> bool:
        """Write an update as it came; return False where it is there already."""
        with self._unit() as uow:
            return uow.inbox.add(raw["update_id"], raw, self._clock())

    def unanswered(self) -> list[dict[str, Any]]:
        """Return the updates that still wait for an answer, in order; long answered ones are thrown away."""
        with self._unit() as uow:
            uow.inbox.prune(self._clock() - KEPT)
            return [row.payload for row in uow.inbox.unanswered()]

    def begin(self, update_id: int) -> int:
        """Count an attempt to answer and return which it is, from 1; 0 where the update is answered already."""
        with self._unit() as uow:
            row = uow.inbox.get(update_id)
            if row is None or row.answered_at is not None:
                return 0
            row.attempts += 1
            return row.attempts

    def answered(self, update_id: int) -> None:
        """Note that the person has the answer; what was written is kept no longer, only that it was."""
        with self._unit() as uow:
            row = uow.inbox.get(update_id)
            if row is not None:
                row.answered_at, row.payload = self._clock(), {}


class InboxQueue(asyncio.Queue[object]):
    """The Application's update queue: `receive` writes the inbox row, and only new updates enter the queue."""

    def __init__(self, inbox: Inbox) -> None:
        super().__init__()
        self._inbox = inbox
        self._in_order = asyncio.Lock()

    async def receive(self, raw: dict[str, Any], bot: Bot) -> None:
        """Take an update as Telegram sent it; when this returns, it is safe. Raises what the database raises."""
        # One after the other: two webhook calls must not overtake each other on the way to the queue.
        async with self._in_order:
            if await asyncio.to_thread(self._inbox.receive, raw):
                await self.put(read_update(raw, bot))

    async def replay(self, bot: Bot) -> int:
        """Put the unanswered updates of an earlier run into the queue; return how many."""
        rows = await asyncio.to_thread(self._inbox.unanswered)
        for raw in rows:
            await self.put(read_update(raw, bot))
        return len(rows)


def read_update(raw: dict[str, Any], bot: Bot) -> Update:
    """Return the update in `raw`; one that cannot be parsed becomes an empty one that keeps `raw` in `api_kwargs`."""
    try:
        return Update.de_json(raw, bot)
    except Exception:
        log.exception("update %s cannot be parsed", raw["update_id"])
        return Update(raw["update_id"], api_kwargs={"unreadable": raw})
