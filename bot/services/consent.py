"""The door: at first contact a person is told what is stored, who reads it, for how long, and asked to agree.

Before that nothing is kept but the row of the person; an invitation that brought them is kept on it, as a hash.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.language import LANGUAGES, Catalog, clean, follow
from bot.store.tables import User
from bot.store.unit import UnitOfWork

from . import invitations
from .invitations import Joined
from .messages import Button, Message, Reply
from .practice import Who
from .refusal import Refused
from .secret import hashed

FREE = frozenset({"language", "help", "forget"})
"""Commands that are answered before consent: they store nothing."""
YES = re.compile(r"(?:我)?同意|(?:i )?agree|yes", re.IGNORECASE)
FINE = re.compile(r"好(?:的|啊|吧|呀)?|可以|行|没问题|ok(?:ay)?|sure|fine|all right", re.IGNORECASE)
"""A yes only to the question: to whoever was here before, and was asked then."""
NO = re.compile(r"(?:我)?不同意|(?:i )?disagree|no", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """What the door says. `then_welcome`: greet the person behind it; `after`: say it after the command's answer."""

    messages: list[Message] = field(default_factory=list)
    then_welcome: bool = False
    after: bool = False


@dataclass(frozen=True)
class Consent:
    """Asks, remembers, and lets in. `days` is how long words are stored."""

    unit: Callable[[], UnitOfWork]
    catalog: Catalog
    clock: Callable[[], datetime]
    days: int = 365

    def gate(self, who: Who, text: str = "", command: str | None = None, arg: str = "") -> Entry | None:
        """Return what is said instead of an answer, None where the person has agreed and is answered as usual.

        `text` is what was written, or `command` with `arg` what was asked for. None of it is stored before consent.
        """
        with self.unit() as uow:
            asked = uow.users.get(who.key) is not None
            user = uow.users.get_or_add(
                who.key, name=who.name, language=follow(who.language or LANGUAGES[0], text), now=self.clock()
            )
            if command == "consent":
                return self._answered(uow, user, arg)
            if user.consent_at is not None:
                return None
            if text and not user.language_fixed:
                user.language = follow(user.language, text)
            if command is None and asked and FINE.fullmatch(_bare(text)):
                return self._answered(uow, user, "yes")
            return self._at_the_door(uow, user, text, command, arg)

    def give(self, who: Who) -> None:
        """Note that a person agrees, without asking: for scripts, and for people who were asked elsewhere."""
        with self.unit() as uow:
            language = who.language if who.language in LANGUAGES else LANGUAGES[0]
            user = uow.users.get_or_add(who.key, name=who.name, language=language, now=self.clock())
            user.consent_at = user.consent_at or self.clock()

    def join(self, who: Who, token: str) -> Reply:
        """Let a known person take an invitation, or say why it does not work."""
        with self.unit() as uow:
            user = uow.users.get_or_add(who.key, name=who.name, language=LANGUAGES[0], now=self.clock())
            return Reply([self._joined(uow, user, hashed(token))])

    def _at_the_door(self, uow: UnitOfWork, user: User, text: str, command: str | None, arg: str) -> Entry:
        said = _bare(text)
        if command is None and (YES.fullmatch(said) or NO.fullmatch(said)):
            return self._answered(uow, user, "yes" if YES.fullmatch(said) else "no")
        if command in FREE:
            # Whoever asks to be forgotten is not asked for consent once more.
            return Entry([] if command == "forget" else [self._question(uow, user)], after=True)
        if command == "start" and arg:
            return Entry([*self._invited(uow, user, arg), self._question(uow, user)])
        return Entry([self._question(uow, user)])

    def _answered(self, uow: UnitOfWork, user: User, choice: str) -> Entry:
        if choice != "yes":
            if user.consent_at is not None:
                return Entry([self._say(user, "stands")])
            return Entry([self._say(user, "declined", Button(self._text(user, "yes"), "/consent yes"))])
        if user.consent_at is not None:
            return Entry(then_welcome=True)
        user.consent_at = self.clock()
        token = user.preferences.get("invitation")
        user.preferences = {key: value for key, value in user.preferences.items() if key != "invitation"}
        messages = [self._joined(uow, user, token)] if token else []
        return Entry([self._say(user, "thanks"), *messages], then_welcome=True)

    def _invited(self, uow: UnitOfWork, user: User, token: str) -> list[Message]:
        """Say into which team an invitation leads, and keep its hash until the person has agreed."""
        try:
            row = invitations.good(uow, hashed(token), self.clock())
        except Refused as refused:
            return [Message(refused.words(self.catalog, user.language))]
        user.preferences = {**user.preferences, "invitation": hashed(token)}
        return [self._about(user, "invited", invitations.about(uow, row))]

    def _joined(self, uow: UnitOfWork, user: User, token_hash: str) -> Message:
        try:
            return self._about(user, "joined", invitations.take(uow, user, token_hash, self.clock()))
        except Refused as refused:
            return Message(refused.words(self.catalog, user.language))

    def _about(self, user: User, key: str, joined: Joined) -> Message:
        if not joined.team:
            return self._say(user, f"{key}_admin")
        role = self._text(user, f"role_{joined.role}")
        if not joined.leaders:
            return self._say(user, f"{key}_alone", team=joined.team, role=role)
        leaders = self._text(user, "and").join(joined.leaders)
        return self._say(user, key, team=joined.team, role=role, leaders=leaders)

    def _question(self, uow: UnitOfWork, user: User) -> Message:
        known = bool(uow.sessions.of_user(user.id, limit=1))
        buttons = [Button(self._text(user, each), f"/consent {each}") for each in ("yes", "no")]
        return self._say(user, "ask_known" if known else "ask", *buttons, days=self.days)

    def _say(self, user: User, key: str, *buttons: Button, **values: object) -> Message:
        return Message(self._text(user, key, **values), buttons)

    def _text(self, user: User, key: str, **values: object) -> str:
        return self.catalog.say(f"consent.{key}", user.language, None, **values)


def _bare(text: str) -> str:
    return clean(text).rstrip("。.!！")
