"""`python -m bot run`: what `make run` ends in. Upgrade, train what is missing, then talk on every channel there is."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from typing import Any

from bot.channels.gateway import Gateway
from bot.settings import Settings

from .chat import parser
from .logs import start_logging
from .review import open_console


class SetUpFailed(RuntimeError):
    """Training failed; what it said stands above."""


def main(argv: list[str]) -> int:
    """Set up and talk; the terminal in front where there is one, Telegram behind it where there is a token."""
    options = parser("python -m bot run").parse_args(argv)
    settings = Settings.from_env()
    start_logging(settings.log_level, settings.var / "peilian.log" if sys.stdin.isatty() else None)
    if options.jsonl:
        from .chat import main as chat

        asyncio.run(set_up(settings, _to_stderr))
        return chat(argv)
    if sys.stdin.isatty() or settings.telegram_token is None:
        asyncio.run(_talk(settings, options.user, options.language, consent=options.consent))
    else:
        asyncio.run(_telegram_only(settings))
    return 0


async def set_up(settings: Settings, say: Callable[[str], object]) -> None:
    """Bring database and models up to date, saying what is done; a second start finds nothing to do."""
    from bot.channels.open import upgrade_database

    if await asyncio.to_thread(upgrade_database, settings):
        say("database: ready")
    if await asyncio.to_thread(_stale, settings):
        await _train(say)


def _stale(settings: Settings) -> bool:
    from .train import stale

    return stale(settings)


async def _train(say: Callable[[str], object]) -> None:
    """Train in a process of its own, so that what training needs of memory is given back."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "train", stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        async for line in process.stdout:
            say(line.decode("utf-8", "replace").rstrip())
        status = await process.wait()
    finally:
        if process.returncode is None:
            process.terminate()
    if status:
        raise SetUpFailed("training failed; `python -m bot train` shows it again")


async def _talk(settings: Settings, user: str | None, language: str | None, *, consent: bool) -> None:
    """Talk in the terminal; Telegram shares the engine, ends with the talk, and a refused token ends both."""
    from bot.channels.open import upgrade_database

    from .terminal import open_talk, opened

    # Before the prompt: a database that cannot be used ends the start, not the first answer.
    upgrade_database(settings)
    talk = open_talk(settings, user, language)

    async def open_house() -> Gateway:
        await set_up(settings, talk.lines.show if sys.stdin.isatty() else _to_stderr)
        gateway = await opened(settings, talk.who, language, consent=consent)
        if sys.stdin.isatty():
            from .telegram import warm

            warm()
        return gateway

    opening = asyncio.create_task(open_house())
    if not sys.stdin.isatty():
        # Nobody waits for a prompt; a fault of the set-up must not be lost behind the end of the input.
        await opening
    close = open_console(settings, talk.lines.show if sys.stdin.isatty() else _to_stderr)
    tasks: list[asyncio.Task[Any]] = [asyncio.create_task(talk.run(asyncio.shield(opening)))]
    if settings.telegram_token:
        tasks.append(asyncio.create_task(_telegram(settings, opening, lambda: talk.say("telegram_started"))))
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in (*tasks, opening):
            task.cancel()
        await asyncio.gather(*tasks, opening, return_exceptions=True)
        close()


async def _telegram(settings: Settings, opening: asyncio.Task[Gateway], started: Callable[[], object]) -> None:
    from .telegram import serve_with

    gateway = await asyncio.shield(opening)
    await serve_with(settings, gateway, started)


async def _telegram_only(settings: Settings) -> None:
    from .telegram import serve

    await set_up(settings, _to_stderr)
    close = open_console(settings, _to_stderr)
    try:
        await serve(settings)
    finally:
        close()


def _to_stderr(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
