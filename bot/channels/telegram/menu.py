"""The commands that Telegram shows beside the text field, described in the language of the person's app."""

from __future__ import annotations

import logging

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.channels.commands import described
from bot.language import Catalog

log = logging.getLogger(__name__)

LANGUAGES = ((None, "en"), ("en", "en"), ("zh", "zh-Hans"))
"""Bot API language code → ours. The Bot API knows one Chinese only, and shows it for both scripts."""


async def set_menu(bot: Bot, catalog: Catalog) -> None:
    """Tell Telegram our commands; the talk works without, so that a fault is only logged."""
    try:
        for code, language in LANGUAGES:
            await bot.set_my_commands(described(catalog, language), language_code=code)
    except InvalidToken:
        raise
    except TelegramError as error:
        log.warning("the list of commands could not be set: %s", error)
