"""The talk in the terminal. The prompt is there at once; the engine loads behind it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any

from bot.channels.gateway import Gateway
from bot.language import Catalog
from bot.services.messages import Button, Message
from bot.services.practice import Who

from .jsonl import new_key
from .lines import Lines
from .show import Screen, picked

QUIT = ("/quit", "/exit")


class Talk:
    """One talk of one person; `run` returns when the person leaves."""

    def __init__(self, who: Who, lines: Lines, catalog: Catalog, *, color: bool = False) -> None:
        self.who, self.lines, self.catalog = who, lines, catalog
        self.screen = Screen(catalog, color)
        self.language = who.language or "zh-Hans"
        self.buttons: list[Button] = []
        self.remembers = False
        """Whether typed lines may be kept: not before the person has agreed to what is stored."""

    async def run(self, opening: Awaitable[Gateway]) -> None:
        """Talk until the person leaves; raises what `opening` the gateway raises, also while a line is written."""
        greeting = asyncio.ensure_future(self._greet(opening))
        self.say("opening")
        with self.lines.open():
            try:
                while True:
                    line = await self._read(greeting)
                    if line is None or line.strip().lower() in QUIT:
                        break
                    await self._answer(await greeting, line)
                if greeting.done():
                    greeting.result()
            finally:
                greeting.cancel()
                await asyncio.gather(greeting, return_exceptions=True)
            self.say("place_kept")

    def say(self, key: str) -> None:
        """Show a sentence of the channel in the language of the talk."""
        self.lines.show(self.catalog.say(f"channel.{key}", self.language))

    async def _greet(self, opening: Awaitable[Gateway]) -> Gateway:
        gateway = await opening
        self._show(gateway, await gateway.greet(self.who, key=new_key()))
        self.remembers = gateway.admitted(self.who)
        return gateway

    async def _read(self, greeting: asyncio.Future[Gateway]) -> str | None:
        """Return the next line; where the gateway cannot be opened, the wait for a line ends with its fault."""
        reading: asyncio.Future[Any] = asyncio.ensure_future(self.lines.read(self.screen.prompt(self.language)))
        waiting = {reading} if greeting.done() else {reading, greeting}
        try:
            while not reading.done():
                done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
                if greeting in done:
                    greeting.result()
        finally:
            if not reading.done():
                reading.cancel()
                await asyncio.gather(reading, return_exceptions=True)
        line: str | None = reading.result()
        return line

    async def _answer(self, gateway: Gateway, line: str) -> None:
        button = picked(line, self.buttons)
        if button is not None:
            messages = await gateway.press(self.who, button.action, key=new_key())
        else:
            messages = await gateway.text(self.who, line, key=new_key())
        self.remembers = gateway.admitted(self.who)
        self._show(gateway, messages)

    def _show(self, gateway: Gateway, messages: list[Message]) -> None:
        self.language = gateway.language(self.who)
        text, self.buttons = self.screen.render(messages, self.language)
        self.lines.show(text)
