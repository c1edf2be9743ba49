"""`python -m bot telegram`: answer in Telegram until stopped."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from collections.abc import Awaitable, Callable
from threading import Thread

from bot.channels.gateway import Gateway
from bot.settings import Settings, SettingsError

from .logs import start_logging


def main(argv: list[str]) -> int:
    """Answer until SIGINT or SIGTERM; what is being answered then is finished."""
    argparse.ArgumentParser(prog="python -m bot telegram", description="Answer in Telegram.").parse_args(argv)
    settings = Settings.from_env()
    start_logging(settings.log_level)
    asyncio.run(serve(settings))
    return 0


async def serve(settings: Settings) -> None:
    """Open the house and serve Telegram alone, until the process is asked to end."""
    require_token(settings)
    from bot.channels.open import open_gateway

    stop = asyncio.Event()
    gateway = await open_gateway(settings)
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    warm()
    await serve_with(settings, gateway, lambda: print("Telegram: connected", file=sys.stderr, flush=True), stop)


async def serve_with(
    settings: Settings, gateway: Gateway, started: Callable[[], object], stop: asyncio.Event | None = None
) -> None:
    """Serve Telegram until cancelled or until `stop`; `started` is called when messages come in."""
    from bot.channels.telegram.channel import TelegramChannel
    from bot.services.house import house

    services = house()
    channel = TelegramChannel(
        settings,
        gateway,
        reminders=services.reminders,
        retention=services.office.retention,
        post=services.coaching.post,
    )
    running = asyncio.create_task(channel.run())
    helpers = [asyncio.create_task(_after(channel.ready.wait(), started))]
    if stop is not None:
        helpers.append(asyncio.create_task(_after(stop.wait(), channel.stop)))
    try:
        await asyncio.shield(running)
    except asyncio.CancelledError:
        channel.stop()
        await running
        raise
    finally:
        for helper in helpers:
            helper.cancel()


async def _after(event: Awaitable[object], act: Callable[[], object]) -> None:
    await event
    act()


def warm() -> None:
    """Let the house learn beside the first messages what it would else learn at the first question."""
    from bot.services.house import house

    Thread(target=house().warm, daemon=True, name="warm").start()


def require_token(settings: Settings) -> None:
    """Raise `SettingsError` where there is no token."""
    if settings.telegram_token is None:
        raise SettingsError("TELEGRAM_BOT_TOKEN is not set; @BotFather gives a token for a new bot")
