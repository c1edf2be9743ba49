"""What an update says: who wrote, from what kind of chat, and what."""

from __future__ import annotations

import re

from telegram import Message, Update, User
from telegram.constants import ChatType

from bot.services.practice import Who

ANSWER = re.compile(r"-?/answer (?P<comment>\d{1,9})")
"""The action of the button under a comment; with a dash in front once it was picked."""
KIND_FIELDS = (
    # An animation comes with a `document` too, a venue with a `location`: the first that is there counts.
    ("sticker", "sticker"),
    ("animation", "animation"),
    ("photo", "photo"),
    ("video", "video"),
    ("video_note", "video"),
    ("voice", "voice"),
    ("audio", "audio"),
    ("document", "document"),
    ("location", "location"),
    ("contact", "contact"),
    ("poll", "poll"),
    ("story", "other"),
    ("dice", "other"),
    ("game", "other"),
    ("invoice", "other"),
    ("paid_media", "other"),
    ("checklist", "other"),
)
"""Fields of a message and the kind that each stands for."""


def who_wrote(user: User, bot: str | None = None) -> Who:
    """Return the person behind a Telegram account, writing to the bot of that name."""
    return Who(f"tg:{user.id}", user.full_name[:120], language_hint(user.language_code), bot)


def language_hint(code: str | None) -> str:
    """Return the language to begin with for the IETF tag that Telegram reports of the person's app."""
    tags = (code or "").lower().replace("_", "-").split("-")
    if tags[0] != "zh":
        return "en"
    return "zh-Hant" if {"hant", "tw", "hk", "mo"} & set(tags[1:]) else "zh-Hans"


def kind_of(message: Message) -> str | None:
    """Return the kind of a message without text (see `gateway.KINDS`); None for Telegram's own notices."""
    for field, kind in KIND_FIELDS:
        if getattr(message, field, None):
            return kind
    # What the library does not know yet is kept aside by it: a person may have sent it.
    return "other" if message.api_kwargs else None


def is_private(update: Update) -> bool:
    """Say whether an update comes from a talk between one person and the bot."""
    chat = update.effective_chat
    return chat is None or chat.type == ChatType.PRIVATE


def answered_comment(message: Message) -> int | None:
    """Return the comment that a message replies to: the quoted message has the button to answer it, picked or not."""
    quoted = message.reply_to_message
    markup = quoted.reply_markup if quoted is not None else None
    for row in markup.inline_keyboard if markup is not None else ():
        for button in row:
            if isinstance(button.callback_data, str) and (found := ANSWER.fullmatch(button.callback_data)):
                return int(found["comment"])
    return None
