"""A bot process to be killed: the real channel on the engine that echoes. `python -m … DATABASE_URL API_BASE TOKEN`."""

import asyncio
import sys

from bot.channels.telegram.channel import TelegramChannel
from bot.settings import Settings
from bot.store.database import open_engine
from tests.channels.talk import make_gateway


async def main(database_url, base, token):
    """Serve until killed."""
    gateway = make_gateway(open_engine(database_url))
    settings = Settings.from_env({"TELEGRAM_API_BASE": base, "TELEGRAM_BOT_TOKEN": token})
    await TelegramChannel(settings, gateway, first_pause=0.05, poll_seconds=1).run()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
