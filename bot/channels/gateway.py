"""The gateway: every channel hands it what a person sent; it always answers and never raises."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import Protocol

from bot.engine.engine import Engine
from bot.engine.said import Command, Press, Said
from bot.language import Catalog, clean
from bot.services.consent import Entry
from bot.services.messages import LONGEST_ACTION, Button, Message, Reply
from bot.services.post import Delivery
from bot.services.practice import Place, Practice, Who

from . import commands
from .incoming import KINDS, LONGEST, fault

log = logging.getLogger(__name__)

WITHOUT_REMINDER = frozenset({"empty", "edited"})
"""Faults after which the open question is not repeated: nothing was written that could have lost it."""


WHILE_ANSWERING = frozenset({"answer", "cancel", "comments", "help", "language"})
"""Commands after which an answer to a comment is still awaited."""


class Door(Protocol):
    """Who has not agreed to what is stored is stopped here (`bot.services.consent`)."""

    def gate(self, who: Who, text: str = "", command: str | None = None, arg: str = "") -> Entry | None:
        """Return what is said instead of an answer, None where the person is let through."""


class Answers(Protocol):
    """Takes answers to comments (`bot.services.answering`)."""

    def take(self, who: Who, text: str, *, key: str, comment: int | None = None) -> Reply:
        """Store the answer to the awaited comment, or to `comment`."""

    def drop(self, who: Who) -> None:
        """Await no answer any more."""


class News(Protocol):
    """Knows what is to be told to somebody who is here (`bot.services.post`)."""

    def for_person(self, who: Who, now: datetime) -> list[Delivery]:
        """Return what is to be told."""

    def sent(self, ref: str, now: datetime) -> None:
        """Write down that it was told."""


class Gateway:
    """Checks what a person sends, asks the engine, and turns every fault into a sentence."""

    def __init__(
        self,
        engine: Engine,
        practice: Practice,
        catalog: Catalog,
        door: Door,
        parse: Callable[[str], Command | None] = commands.parse,
        *,
        answers: Answers | None = None,
        news: News | None = None,
    ) -> None:
        self.answers, self.news = answers, news
        self.engine, self.practice, self.catalog, self.door, self.parse = engine, practice, catalog, door, parse
        self._languages: dict[str, str] = {}
        self._admitted: set[str] = set()

    async def text(self, who: Who, text: str, *, key: str, comment: int | None = None) -> list[Message]:
        """Answer a written line: one of our commands, or free text. `key` names the message, so that it acts once.

        A line that replies to a comment names it in `comment`.
        """
        work = self._text if comment is None else partial(self._reply, comment)
        return await self._safely(who, key, lambda: self._at_door(who, clean(text), key, work))

    async def press(self, who: Who, action: str, *, key: str) -> list[Message]:
        """Answer a button by its action: `/command …` from the allow-list, or a press of an exercise."""
        return await self._safely(who, key, lambda: self._at_door(who, clean(action), key, self._press), action)

    async def other(self, who: Who, kind: str, *, caption: str = "", key: str) -> list[Message]:
        """Answer something that is no text (one of `KINDS`); words that came with it are taken as a line."""
        other = partial(self._other, kind)
        return await self._safely(who, key, lambda: self._at_door(who, clean(caption), key, other))

    async def edited(self, who: Who, *, key: str) -> list[Message]:
        """Answer an edit of an earlier message: what was sent first stands."""
        return await self._safely(who, key, lambda: self._at_door(who, "", key, self._edited))

    async def greet(self, who: Who, *, key: str) -> list[Message]:
        """Say where the person is when a talk is opened: the open question again, or the welcome."""
        return await self._safely(who, key, lambda: self._at_door(who, "/start", key, self._greet))

    def language(self, who: Who) -> str:
        """Return the language in which `who` was last answered, else the channel's hint."""
        return self._languages.get(who.key) or who.language or "zh-Hans"

    def admitted(self, who: Who) -> bool:
        """Say whether `who` had agreed to what is stored when they last wrote, and has not left since."""
        return who.key in self._admitted

    def say(self, who: Who, key: str, **values: object) -> Message:
        """Return a sentence of the channels (`channel.<key>`) in the person's language."""
        return Message(self.catalog.say(f"channel.{key}", self.language(who), None, **values))

    async def _safely(
        self, who: Who, key: str, work: Callable[[], Awaitable[list[Message]]], action: str | None = None
    ) -> list[Message]:
        """Return the stored answer to `key`, else that of `work`, else a sentence (and `action` to press again)."""
        try:
            answered = await asyncio.to_thread(self._answered, key)
            return answered if answered is not None else await work()
        except Exception:
            log.exception("message %s of %s could not be answered", key, who.key)
            return [self._failed(who, action)]

    def _failed(self, who: Who, action: str | None) -> Message:
        if action is None or len(action.encode()) > LONGEST_ACTION:
            return self.say(who, "failed")
        again = Button(self.say(who, "again").text, action)
        return Message(self.say(who, "press_failed").text, (again,))

    def _answered(self, key: str) -> list[Message] | None:
        """Return the stored answer to `key`: a repeated message must not be read where its answer led to."""
        with self.practice.unit() as uow:
            handled = uow.handled.get(key)
            return None if handled is None else [Message.from_json(data) for data in handled.replies]

    async def _at_door(
        self, who: Who, text: str, key: str, work: Callable[[Who, str, str], Awaitable[list[Message]]]
    ) -> list[Message]:
        """Answer with `work` who has agreed to what is stored; everybody else is asked, and their words are dropped."""
        command = self.parse(text) if text.startswith("/") else None
        if command is not None:
            entry = await asyncio.to_thread(self.door.gate, who, "", command.name, command.arg)
        else:
            # A button's code is nothing that a person wrote: it tells no language.
            words = "" if work == self._press else text
            entry = await asyncio.to_thread(self.door.gate, who, words)
        if entry is None:
            leaves = command is not None and command.name == "forget"
            (self._admitted.discard if leaves else self._admitted.add)(who.key)
            return await work(who, text, key)
        (self._admitted.add if entry.then_welcome else self._admitted.discard)(who.key)
        if entry.after:
            return [*await work(who, text, key), *entry.messages]
        await self._place(who)
        return [*entry.messages, *(await self._greet(who, "", key) if entry.then_welcome else [])]

    async def _text(self, who: Who, text: str, key: str) -> list[Message]:
        command = self.parse(text) if text.startswith("/") else None
        place = await self._place(who)
        if command is not None:
            await self._go_on(who, place, command)
            return await self._handle(who, command, place, key)
        if place.answering and self.answers is not None and text:
            return await self._reply(None, who, text, key)
        reason = fault(text, in_exercise=place.exercise is not None)
        if reason is not None:
            return await self._refuse(who, reason, count=f"{len(text):,}", limit=f"{LONGEST:,}", command=_shown(text))
        return await self._handle(who, text, await self._place(who, text), key)

    async def _press(self, who: Who, action: str, key: str) -> list[Message]:
        place = await self._place(who)
        command = self.parse(action) if action.startswith("/") else None
        await self._go_on(who, place, command)
        if not action.startswith("/"):
            return await self._handle(who, Press(action), place, key)
        if command is None:
            return await self._refuse(who, "unknown_button")
        return await self._handle(who, command, place, key)

    async def _reply(self, comment: int | None, who: Who, text: str, key: str) -> list[Message]:
        """Take a text as the answer to a comment, and say again what the open exercise waits for."""
        if self.answers is None or not text or (comment is not None and self.parse(text) is not None):
            return await self._text(who, text, key)
        taken = await asyncio.to_thread(partial(self.answers.take, who, text, key=key, comment=comment))
        place = await self._place(who)
        if place.exercise is None:
            return taken.messages
        return [*taken.messages, *(await asyncio.to_thread(self.practice.remind, who)).messages]

    async def _go_on(self, who: Who, place: Place, command: Command | None) -> None:
        """Await no answer any more from a person who went on to something else."""
        if place.answering and self.answers is not None and (command is None or command.name not in WHILE_ANSWERING):
            await asyncio.to_thread(self.answers.drop, who)

    async def _told(self, who: Who) -> list[Message]:
        """Return what there is to tell a person who just came, and note it as told."""
        if self.news is None:
            return []
        now = self.practice.clock()
        found = await asyncio.to_thread(self.news.for_person, who, now)
        for delivery in found:
            await asyncio.to_thread(self.news.sent, delivery.ref, now)
        return [message for delivery in found for message in delivery.reply.messages]

    async def _other(self, kind: str, who: Who, caption: str, key: str) -> list[Message]:
        kind = kind if kind in KINDS else "other"
        if not caption:
            return await self._refuse(who, kind)
        answer = await self._text(who, caption, key)
        return [self.say(who, "caption_taken"), *answer]

    async def _edited(self, who: Who, _text: str, _key: str) -> list[Message]:
        return await self._refuse(who, "edited")

    async def _greet(self, who: Who, _text: str, key: str) -> list[Message]:
        place = await self._place(who)
        told = await self._told(who)
        if place.exercise is None:
            return [*told, *await self._handle(who, Command("start"), place, key)]
        return [*told, *(await asyncio.to_thread(self.practice.remind, who)).messages]

    async def _place(self, who: Who, text: str = "") -> Place:
        place = await asyncio.to_thread(self.practice.place, who, text)
        self._languages[who.key] = place.language
        return place

    async def _handle(self, who: Who, said: Said, place: Place, key: str) -> list[Message]:
        return await self.engine.handle(who, said, place, key)

    async def _refuse(self, who: Who, reason: str, **values: object) -> list[Message]:
        """Say why something is not taken, and what the open exercise waits for."""
        place = await self._place(who)
        messages = [self.say(who, reason, **values)]
        if place.exercise is not None and reason not in WITHOUT_REMINDER:
            messages += (await asyncio.to_thread(self.practice.remind, who)).messages
        return messages


def _shown(text: str) -> str:
    """Return the start of an unknown command, short enough to be quoted."""
    word = text.split(maxsplit=1)[0].split("{")[0] if text else ""
    return word if len(word) <= 24 else word[:23] + "…"
