"""Which updates are worked on at the same time: one of each chat, in the order in which they came."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

WAITING = 1_000_000
"""Updates that the library lets in at once. It must never hold one back: its own semaphore does not keep the order."""
AT_WORK = 16
"""Chats that are worked on at the same time."""


class OneAtATime(BaseUpdateProcessor):
    """A lock for each chat; locks of chats where nothing waits are thrown away."""

    def __init__(self) -> None:
        super().__init__(WAITING)
        self._work = asyncio.Semaphore(AT_WORK)
        self._locks: dict[int, asyncio.Lock] = {}
        self._users: dict[int, int] = {}

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Await `coroutine` when all earlier updates of the chat are done."""
        chat = chat_of(update)
        lock = self._locks.setdefault(chat, asyncio.Lock())
        self._users[chat] = self._users.get(chat, 0) + 1
        try:
            async with lock, self._work:
                await coroutine
        finally:
            self._users[chat] -= 1
            if not self._users[chat]:
                del self._users[chat], self._locks[chat]

    async def initialize(self) -> None:
        """Do nothing: there is nothing to open."""

    async def shutdown(self) -> None:
        """Do nothing: there is nothing to close."""


def chat_of(update: object) -> int:
    """Return the id of the chat (else of the person) that an update belongs to; 0 where it names none."""
    if not isinstance(update, Update):
        return 0
    if update.effective_chat is not None:
        return update.effective_chat.id
    if update.effective_user is not None:
        return update.effective_user.id
    return unreadable_sender(update)[0]


def unreadable_sender(update: Update) -> tuple[int, str | None]:
    """Return the chat id and the language code in an update that could not be parsed; 0 where it names no chat."""
    raw: dict[str, Any] = update.api_kwargs.get("unreadable") or {}
    for part in raw.values():
        for inner in (part, part.get("message")) if isinstance(part, dict) else ():
            chat = inner.get("chat") if isinstance(inner, dict) else None
            if isinstance(chat, dict) and isinstance(chat.get("id"), int):
                sender = part.get("from")
                code = sender.get("language_code") if isinstance(sender, dict) else None
                return chat["id"], code if isinstance(code, str) else None
    return 0, None
