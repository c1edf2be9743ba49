"""Answering a comment from the chat: after the button the next text is the answer, whatever else is going on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.coach import access
from bot.store.people_tables import Comment
from bot.store.tables import User
from bot.store.unit import UnitOfWork

from .awaiting import await_answer, awaited, stop_awaiting
from .coaching_words import Words, shortened
from .comments import answer_in
from .messages import Button, Message, Reply
from .people import viewer_of
from .practice import Who
from .refusal import Refused
from .sight import name_of, session_for


@dataclass(frozen=True)
class AnswerDesk:
    """Taking answers; every call is one transaction, `take` answers a message only once."""

    unit: Callable[[], UnitOfWork]
    words: Words
    clock: Callable[[], datetime]

    def open(self, who: Who, wish: str) -> Reply:
        """Await an answer to the comment `wish`; say how to leave."""
        with self.unit() as uow:
            user = self._user(uow, who)
            comment = uow.orm.get(Comment, int(wish)) if wish.isascii() and wish.isdigit() and len(wish) < 10 else None
            try:
                if comment is None:
                    raise Refused("people.not_found")
                session_for(uow, viewer_of(uow, user), comment.session_id, access.may_comment)
            except Refused:
                return Reply().say(self.words.say(user, "answer_gone"))
            await_answer(user, comment.id, self.clock())
            author = name_of(uow.orm.get(User, comment.author_id) if comment.author_id else None)
            values = {"author": author or self.words.say(user, "somebody"), "text": shortened(comment.text)}
            cancel = Button(self.words.say(user, "button_cancel"), "/cancel")
            return Reply().say(self.words.say(user, "answer_now", **values), cancel)

    def take(self, who: Who, text: str, *, key: str, comment: int | None = None) -> Reply:
        """Store the answer to the awaited comment, or to `comment` where the text replies to it."""
        with self.unit() as uow:
            user = self._user(uow, who)
            if (handled := uow.handled.get(key)) is not None:
                return Reply([Message.from_json(data) for data in handled.replies])
            now = self.clock()
            number = comment if comment is not None else awaited(user, now)
            try:
                if number is None:
                    raise Refused("people.not_found")
                answer_in(uow, viewer_of(uow, user), number, text, now)
                reply = Reply().say(self.words.say(user, "answer_sent"))
                stop_awaiting(user)
            except Refused as refused:
                gone = refused.key == "people.not_found"
                said = self.words.say(user, "answer_gone") if gone else refused.words(self.words.catalog, user.language)
                reply = Reply().say(said)
                if gone:
                    stop_awaiting(user)
            uow.handled.add(key, user.id, [message.to_json() for message in reply.messages], now)
            return reply

    def cancel(self, who: Who) -> Reply:
        """Await no answer any more."""
        with self.unit() as uow:
            user = self._user(uow, who)
            waiting = awaited(user, self.clock()) is not None
            stop_awaiting(user)
            return Reply().say(self.words.say(user, "answer_left" if waiting else "answer_none"))

    def drop(self, who: Who) -> None:
        """Await no answer any more, without a word: the person went on to something else."""
        with self.unit() as uow:
            stop_awaiting(self._user(uow, who))

    def _user(self, uow: UnitOfWork, who: Who) -> User:
        return uow.users.get_or_add(who.key, name=who.name, language=who.language or "zh-Hans", now=self.clock())
