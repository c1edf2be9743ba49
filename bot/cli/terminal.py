"""What `chat` and `run` share: the talk on this terminal, and a gateway for it."""

from __future__ import annotations

import asyncio
import os
import sys

from bot.channels.gateway import Gateway
from bot.channels.open import open_gateway, terminal_user
from bot.channels.terminal.chat import Talk
from bot.channels.terminal.lines import open_lines
from bot.language import Catalog
from bot.services.files import history_of
from bot.services.practice import Who
from bot.settings import ROOT, Settings


def open_talk(settings: Settings, user: str | None, language: str | None) -> Talk:
    """Return the talk of `user` on standard input and output."""
    # Only the channel's own sentences: the prompt must not wait for all the coach can say.
    catalog = Catalog.read(ROOT / "data" / "content" / "replies", "channel")
    color = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    who = terminal_user(user, language)
    talk: Talk
    lines = open_lines(history_of(settings.var, who.key), lambda: talk.remembers)
    talk = Talk(who, lines, catalog, color=color)
    return talk


async def opened(settings: Settings, who: Who, language: str | None, *, consent: bool = False) -> Gateway:
    """Return an open gateway; a `language` that was asked for is fixed for the person, a `consent` noted."""
    gateway = await open_gateway(settings)
    if consent:
        from bot.services.house import house

        await asyncio.to_thread(house().office.consent.give, who)
    if language is not None:
        from bot.services.house import house

        await asyncio.to_thread(house().lobby.language, who, language)
    return gateway
