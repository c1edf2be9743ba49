"""Run the emulator by hand: `python -m tests.emulator [PORT]`, then start the bot with what it prints."""

import asyncio
import contextlib
import sys

from .server import BotApi

HELP = """The Bot API emulator listens on {base}. Start the bot in another terminal:
  TELEGRAM_API_BASE={base} TELEGRAM_BOT_TOKEN={token} .venv/bin/python -m bot telegram
Talk to it:
  curl -s {base}/emulator/say -d '{{"user": 1, "text": "你好", "language": "zh-hans"}}'
  curl -s {base}/emulator/say -d '{{"user": 1, "kind": "sticker"}}'
  curl -s {base}/emulator/press -d '{{"user": 1, "data": "/spin"}}'
  curl -s '{base}/emulator/messages?user=1&after=0'
  curl -s '{base}/emulator/calls?method=setMyCommands'
  curl -s {base}/emulator/fail -d '{{"method": "sendMessage", "failures": [500, [429, 2], "cut"]}}'
Ctrl-C ends it."""


async def main(port):
    """Serve until interrupted."""
    async with BotApi(port) as api:
        print(HELP.format(base=api.base, token=api.token), flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 8081))
