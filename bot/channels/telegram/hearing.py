"""From an update to its answer: ask the gateway, show that work is going on, send, and note that it was sent."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import OrderedDict
from collections.abc import AsyncIterator
from typing import Any

from telegram import Bot, CallbackQuery, Update
from telegram.constants import ChatAction
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ContextTypes

from bot.channels.gateway import Gateway
from bot.services.messages import Message
from bot.services.practice import Who

from .inbox import Inbox
from .ordering import chat_of, unreadable_sender
from .outbox import Outbox
from .render import DONE, Piece, picked, pieces, send
from .update import answered_comment, is_private, kind_of, language_hint, who_wrote

log = logging.getLogger(__name__)

ATTEMPTS = 3
"""How often an update is tried, restarts included, before it is put aside."""
TYPING_SECONDS = 4.5
"""Telegram shows "typing" for five seconds."""
REMEMBERED = 2000
"""Pressed keyboards that are remembered, to tell a double click."""


class Hearing:
    """The one handler of the Application."""

    def __init__(self, gateway: Gateway, inbox: Inbox, outbox: Outbox) -> None:
        self.gateway, self.inbox, self.outbox = gateway, inbox, outbox
        self._pressed: OrderedDict[tuple[int, int], tuple[str, str]] = OrderedDict()
        self._groups: set[int] = set()

    async def __call__(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer one update; where the channel closes before, it stays unanswered for the next start."""
        answer: list[Piece] | None = None
        while not self.outbox.closing:
            attempt = await asyncio.to_thread(self.inbox.begin, update.update_id)
            if attempt == 0:
                return
            try:
                if attempt > ATTEMPTS:
                    answer = [self._sentence(update, "gave_up")]
                elif answer is None:
                    answer = await self._answer(update, context.bot)
                await self._send(context.bot, chat_of(update), answer)
            except Forbidden as error:
                log.info("update %s: %s", update.update_id, error)
            except Exception as error:
                if self.outbox.closing:
                    return
                log.exception("update %s, attempt %s: %s", update.update_id, attempt, error)
                if attempt <= ATTEMPTS:
                    continue
            await asyncio.to_thread(self.inbox.answered, update.update_id)
            return

    async def _answer(self, update: Update, bot: Bot) -> list[Piece]:
        """Return the pieces that answer an update; none where there is nothing to say."""
        if "unreadable" in update.api_kwargs:
            return [self._sentence(update, "unreadable")] if chat_of(update) > 0 else []
        if not is_private(update):
            return self._group(update)
        if update.effective_user is None or update.effective_user.is_bot:
            return []
        who = who_wrote(update.effective_user, bot.username)
        async with typing(bot, chat_of(update)):
            messages = await self._ask(update, who)
        return pieces(messages, self.gateway.catalog.say("channel.customer_line", "en", text="{text}"))

    async def _ask(self, update: Update, who: Who) -> list[Message]:
        key = f"tg:{update.update_id}"
        if update.callback_query is not None:
            return await self._press(update.callback_query, who, key)
        if update.edited_message is not None:
            return await self.gateway.edited(who, key=key)
        message = update.message
        if message is None:
            return []
        if message.text is not None:
            return await self.gateway.text(who, message.text, key=key, comment=answered_comment(message))
        kind = kind_of(message)
        return await self.gateway.other(who, kind, caption=message.caption or "", key=key) if kind else []

    async def _press(self, query: CallbackQuery, who: Who, key: str) -> list[Message]:
        """Answer the query (its clock stops), let the gateway work, and mark what was picked."""
        again = self._is_again(query)
        toast = self.gateway.say(who, "already_pressed").text if again else None
        with contextlib.suppress(TelegramError):
            # A query is open for a short while only; after a restart it may be too old, and the answer still counts.
            await query.answer(toast)
        if again or query.data is None:
            return []
        messages = await self.gateway.press(who, query.data, key=key)
        await self._mark(query, who)
        return messages

    def _is_again(self, query: CallbackQuery) -> bool:
        """Say whether the same button of the same message was pressed before (a double click)."""
        if query.data is not None and query.data.startswith(DONE):
            return True
        if query.message is None or query.data is None:
            return False
        place = (query.message.chat.id, query.message.message_id)
        first = self._pressed.setdefault(place, (query.data, query.id))
        if first[0] == query.data and first[1] != query.id:
            return True
        self._pressed[place] = (query.data, query.id)
        while len(self._pressed) > REMEMBERED:
            self._pressed.popitem(last=False)
        return False

    async def _mark(self, query: CallbackQuery, who: Who) -> None:
        """Leave only the label of the choice under the message, so that the talk can be read back."""
        markup = getattr(query.message, "reply_markup", None)
        wording = self.gateway.catalog.say("channel.picked", self.gateway.language(who), label="{label}")
        with contextlib.suppress(TelegramError):
            await query.edit_message_reply_markup(picked(markup, query.data or "", wording))

    def _group(self, update: Update) -> list[Piece]:
        """Say once in a group, and to each command, that practice is private."""
        chat = chat_of(update)
        text = (update.message.text or "") if update.message else ""
        if update.message is None or (chat in self._groups and not text.startswith("/")):
            return []
        self._groups.add(chat)
        return [self._sentence(update, "groups")]

    def _sentence(self, update: Update, key: str) -> Piece:
        user = update.effective_user
        if user is not None:
            return Piece(self.gateway.say(who_wrote(user), key).text)
        chat, code = unreadable_sender(update)
        who = Who(f"tg:{chat}", "", language_hint(code))
        return Piece(self.gateway.say(who, key).text)

    async def _send(self, bot: Bot, chat: int, answer: list[Piece]) -> None:
        """Send the pieces; each that went out is taken off the list, so that a repeat goes on behind it."""
        while answer:
            try:
                await send(bot, chat, answer[0])
            except (BadRequest, OSError) as error:
                # It would fail again (refused by Telegram, or a file that is gone): the person gets what can be sent.
                log.error("chat %s: a piece cannot be sent: %s", chat, error)
                await self._send_plain(bot, chat, answer[0])
            answer.pop(0)

    async def _send_plain(self, bot: Bot, chat: int, piece: Piece) -> None:
        with contextlib.suppress(BadRequest):
            await send(bot, chat, Piece(piece.text or self.gateway.say(Who(f"tg:{chat}"), "failed").text))


@contextlib.asynccontextmanager
async def typing(bot: Bot, chat: int) -> AsyncIterator[None]:
    """Show "typing" in a chat while the body runs."""
    done = asyncio.Event()
    task = asyncio.create_task(_type(bot, chat, done))
    try:
        yield
    finally:
        # The call in the air is waited for: arriving behind the answer it would show "typing" with nothing to come.
        done.set()
        await task


async def _type(bot: Bot, chat: int, done: asyncio.Event) -> None:
    while not done.is_set():
        try:
            await bot.send_chat_action(chat, ChatAction.TYPING)
        except TelegramError:
            return
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(done.wait(), TYPING_SECONDS)


async def log_error(update: object, context: ContextTypes.DEFAULT_TYPE) -> Any:
    """Log what left the handler: that is a fault of ours, and the update stays unanswered for the next start."""
    log.error("update %s", getattr(update, "update_id", update), exc_info=context.error)
