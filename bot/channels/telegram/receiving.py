"""Where updates come from: long polling by default, a webhook with a secret where an address is set.

Own code instead of the library's `Updater`: that one asks for the same batch for ever when one update in it cannot be
parsed, dies silently when the inbox cannot be written, and needs Tornado for its webhook.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web
from telegram import Bot
from telegram.error import InvalidToken, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.settings import WEBHOOK_SECRET, Settings, SettingsError

from .inbox import InboxQueue
from .outbox import seconds_of

log = logging.getLogger(__name__)

ALLOWED = ["message", "edited_message", "callback_query"]
POLL_SECONDS = 25
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


class HouseBot(ExtBot[Any]):
    """The Bot API client, with updates as Telegram sent them."""

    async def fetch(self, offset: int | None, seconds: int) -> list[dict[str, Any]]:
        """Return the raw updates from `offset` on, waiting up to `seconds` for one."""
        data = {"offset": offset, "timeout": seconds, "allowed_updates": ALLOWED}
        result: list[dict[str, Any]] = await self._post("getUpdates", data, read_timeout=seconds + 10)
        return result


async def poll(bot: HouseBot, queue: InboxQueue, seconds: int = POLL_SECONDS, longest_pause: float = 30.0) -> None:
    """Fetch updates until cancelled; an update is confirmed to Telegram only when its inbox row is written.

    Raises `InvalidToken` when the token stops being one; every other fault is logged and tried again.
    """
    offset, pause, webhook = None, 0.5, True
    while True:
        try:
            if webhook:
                webhook = not await bot.delete_webhook()
            for raw in await bot.fetch(offset, seconds):
                await queue.receive(raw, bot)
                offset = raw["update_id"] + 1
            pause = 0.5
        except InvalidToken:
            raise
        except RetryAfter as error:
            await asyncio.sleep(seconds_of(error))
        except TelegramError as error:
            log.warning("Telegram cannot be asked for messages: %s", error)
            await asyncio.sleep(pause)
            pause = min(longest_pause, pause * 2)
        except Exception:
            log.exception("a message from Telegram could not be stored; it will be fetched again")
            await asyncio.sleep(pause)
            pause = min(longest_pause, pause * 2)


async def start_webhook(bot: Bot, queue: InboxQueue, settings: Settings) -> web.AppRunner:
    """Listen for updates, tell Telegram where, and return the server, to be closed with `cleanup()`."""
    assert settings.telegram_webhook_url is not None
    secret = webhook_secret(settings)
    app = web.Application()
    app.router.add_post(urlsplit(settings.telegram_webhook_url).path or "/", Webhook(bot, queue, secret))
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, settings.telegram_webhook_listen, settings.telegram_webhook_port).start()
    except OSError as error:
        await runner.cleanup()
        raise SettingsError(
            f"TELEGRAM_WEBHOOK_PORT {settings.telegram_webhook_port} cannot be listened on: {error.strerror}"
        ) from error
    await bot.set_webhook(settings.telegram_webhook_url, secret_token=secret, allowed_updates=ALLOWED)
    return runner


class Webhook:
    """Takes an update from Telegram: 403 without the secret, 400 for what is none, 500 to have it sent again."""

    def __init__(self, bot: Bot, queue: InboxQueue, secret: str) -> None:
        self.bot, self.queue, self.secret = bot, queue, secret

    async def __call__(self, request: web.Request) -> web.Response:
        """Answer 200 when the update is written."""
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self.secret.encode()):
            return web.Response(status=403)
        try:
            raw = json.loads(await request.read())
        except ValueError:
            return web.Response(status=400)
        if not isinstance(raw, dict) or not isinstance(raw.get("update_id"), int):
            return web.Response(status=400)
        try:
            await self.queue.receive(raw, self.bot)
        except Exception:
            log.exception("a message from Telegram could not be stored; Telegram will send it again")
            return web.Response(status=500)
        return web.Response()


def webhook_secret(settings: Settings) -> str:
    """Return the secret of the settings, else one that is made once and kept in the `var` folder."""
    if settings.telegram_webhook_secret:
        return settings.telegram_webhook_secret
    path: Path = settings.var / "telegram-webhook-secret"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(32), encoding="ascii")
    kept = path.read_text(encoding="ascii").strip()
    if not WEBHOOK_SECRET.fullmatch(kept):
        raise SettingsError(f"{path} holds no secret; delete it, and a new one is made")
    return kept
