"""A message of the services as the pieces that Telegram can show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputFile

from bot.services.messages import Button, Message

from .split import LONGEST_CAPTION, split, units

ROW_WIDTH = 26
"""Columns of a row of buttons on a phone; a Chinese character takes two."""
DONE = "-"
"""Begins the action of a button that was picked: pressing it again does nothing."""


@dataclass(frozen=True)
class Piece:
    """What one call sends: a text, or a picture or file with its caption; the keyboard hangs on the last piece."""

    text: str
    keyboard: InlineKeyboardMarkup | None = None
    image: str | None = None
    document: str | None = None


def pieces(messages: Sequence[Message], customer_line: str = "{text}") -> list[Piece]:
    """Return the pieces of `messages`, in order; lines of the customer are put into `customer_line`."""
    return [piece for message in messages for piece in _of_message(message, customer_line)]


async def send(bot: Bot, chat: int, piece: Piece) -> None:
    """Send one piece; raises what the Bot API answers, OSError for a file that is gone."""
    if piece.image:
        await bot.send_photo(chat, _file(piece.image), caption=piece.text or None, reply_markup=piece.keyboard)
    elif piece.document:
        await bot.send_document(chat, _file(piece.document), caption=piece.text or None, reply_markup=piece.keyboard)
    else:
        await bot.send_message(chat, piece.text, reply_markup=piece.keyboard)


def keyboard(buttons: Sequence[Button]) -> InlineKeyboardMarkup | None:
    """Return the buttons in rows: short labels side by side, long ones below each other; None without buttons."""
    rows: list[list[InlineKeyboardButton]] = []
    room = 0
    for button in buttons:
        width = _width(button.label) + 2
        if not rows or width > room:
            rows.append([])
            room = ROW_WIDTH
        rows[-1].append(InlineKeyboardButton(button.label, callback_data=button.action))
        room -= width
    return InlineKeyboardMarkup(rows) if rows else None


def picked(markup: InlineKeyboardMarkup | None, action: str, wording: str) -> InlineKeyboardMarkup | None:
    """Return what is left of a keyboard when `action` was pressed: the label of the choice, filled into `wording`."""
    for row in markup.inline_keyboard if markup else ():
        for button in row:
            if button.callback_data == action:
                return InlineKeyboardMarkup.from_button(
                    InlineKeyboardButton(wording.format(label=button.text), callback_data=DONE + action)
                )
    return None


def _of_message(message: Message, customer_line: str) -> list[Piece]:
    text = message.text.strip()
    if text and message.speaker == "customer":
        text = customer_line.format(text=text)
    files = [Piece("", image=message.image)] if message.image else []
    files += [Piece("", document=message.document)] if message.document else []
    if files and text and units(text) <= LONGEST_CAPTION:
        files[0] = Piece(text, image=files[0].image, document=files[0].document)
        text = ""
    found = files + [Piece(part) for part in split(text)]
    if found and message.buttons:
        last = found[-1]
        found[-1] = Piece(last.text, keyboard(message.buttons), last.image, last.document)
    return found


def _file(path: str) -> InputFile:
    return InputFile(Path(path).read_bytes(), filename=Path(path).name)


def _width(label: str) -> int:
    return sum(2 if ord(character) > 0x2E7F else 1 for character in label)
