"""`python -m bot chat`: the talk in the terminal."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys

from bot.language import LANGUAGES
from bot.settings import Settings

from .logs import start_logging


def main(argv: list[str]) -> int:
    """Talk until the end of the input; with --jsonl the status is 1 where a line was bad."""
    options = parser().parse_args(argv)
    settings = Settings.from_env()
    if options.jsonl:
        start_logging(settings.log_level)
        return asyncio.run(_jsonl(settings, options))
    start_logging(settings.log_level, settings.var / "peilian.log" if sys.stdin.isatty() else None)
    asyncio.run(_chat(settings, options))
    return 0


def parser(prog: str = "python -m bot chat") -> argparse.ArgumentParser:
    """Return the parser of the talk's options."""
    found = argparse.ArgumentParser(prog=prog, description="Talk with the coach.")
    found.add_argument("--user", metavar="NAME", help="who talks; the account's name without it")
    found.add_argument("--language", choices=LANGUAGES, help="keep to this language; without it the coach follows you")
    found.add_argument("--consent", action="store_true", help="agree to what is stored, without being asked")
    found.add_argument("--jsonl", action="store_true", help='lines {"text": …} or {"button": …} in, JSON lines out')
    return found


async def _chat(settings: Settings, options: argparse.Namespace) -> None:
    from bot.channels.open import upgrade_database
    from bot.cli.terminal import open_talk, opened

    # Before the prompt: a database that cannot be used ends the start, not the first answer.
    upgrade_database(settings)
    talk = open_talk(settings, options.user, options.language)
    await talk.run(opened(settings, talk.who, options.language, consent=options.consent))


async def _jsonl(settings: Settings, options: argparse.Namespace) -> int:
    # Standard output belongs to the answers: what else prints there, Rasa included, goes to standard error.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)
    from bot.channels.open import terminal_user
    from bot.channels.terminal.jsonl import talk
    from bot.cli.terminal import opened

    who = terminal_user(options.user, options.language)
    gateway = await opened(settings, who, options.language, consent=options.consent)
    with answers:
        return await talk(gateway, who, lambda: asyncio.to_thread(sys.stdin.buffer.readline), answers.write)
