"""The bot's own name, which links to it are made of."""

from __future__ import annotations

import logging

from telegram import Bot
from telegram.error import TelegramError

from bot.settings import Settings

log = logging.getLogger(__name__)


async def bot_name(settings: Settings) -> str | None:
    """Ask Telegram for the bot's name; None without a token, or where Telegram cannot be reached."""
    if settings.telegram_token is None:
        return None
    base = f"{settings.telegram_api_base or 'https://api.telegram.org'}/bot"
    try:
        async with Bot(settings.telegram_token, base_url=base) as bot:
            return bot.username
    except TelegramError as error:
        log.warning("the bot's name is not known: %s", error)
        return None
