"""A small Bot API of our own on loopback: it keeps updates until they are confirmed, as Telegram does."""

from .server import BotApi

__all__ = ["BotApi"]
