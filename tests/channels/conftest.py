"""A bot that talks to the emulator: the real Application, over HTTP, on a fake engine."""

import asyncio
import contextlib

import pytest

from bot.channels.telegram.channel import TelegramChannel
from bot.settings import Settings
from tests.channels.talk import make_gateway
from tests.emulator import BotApi


@pytest.fixture
async def api():
    """Return a Bot API emulator."""
    async with BotApi() as api:
        yield api


@pytest.fixture
def gateway(sqlite_engine):
    """Return a gateway with the engine that echoes."""
    return make_gateway(sqlite_engine)


@pytest.fixture
def settings(api, tmp_path):
    """Return settings that point at the emulator."""
    env = {"TELEGRAM_BOT_TOKEN": api.token, "TELEGRAM_API_BASE": api.base, "PEILIAN_VAR": str(tmp_path)}
    return Settings.from_env(env)


@contextlib.asynccontextmanager
async def running(settings, gateway, kill=False):
    """Run a Telegram channel; `kill` cuts it off at the end as a killed process is."""
    channel = TelegramChannel(settings, gateway, first_pause=0.01, poll_seconds=1)
    before = asyncio.all_tasks()
    task = asyncio.create_task(channel.run())
    ready = asyncio.create_task(channel.ready.wait())
    await asyncio.wait((task, ready), return_when=asyncio.FIRST_COMPLETED)
    ready.cancel()
    try:
        yield channel
    finally:
        if kill:
            channel.outbox.close()
            mine = [t for t in asyncio.all_tasks() - before if t is not asyncio.current_task()]
            for one in mine:
                one.cancel()
            await asyncio.gather(*mine, return_exceptions=True)
        else:
            channel.stop()
            await task


@pytest.fixture
async def bot(settings, gateway):
    """Return a running channel on the emulator."""
    async with running(settings, gateway) as channel:
        yield channel
