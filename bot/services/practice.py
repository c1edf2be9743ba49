"""Practice: open, carry on, pause and end exercises. Every call is one transaction and answers a message only once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random

from bot.coach.judgement import Judge
from bot.content import Content
from bot.language import clean, follow
from bot.store.tables import Session, User
from bot.store.unit import UnitOfWork

from .awaiting import ANSWERING, awaited
from .messages import Button, Message, Reply
from .turn import Exercise, TurnContext

PRIVATE = "private"
"""An option of every exercise: managers see that it took place, not the words. A preference of the same name."""


@dataclass(frozen=True)
class Who:
    """Who writes, as the channel knows them. `key` is unique over all channels; `language` is the channel's hint."""

    key: str
    name: str = ""
    language: str | None = None
    bot: str | None = None
    """The name of the Telegram bot that they write to; None in the terminal."""


@dataclass(frozen=True)
class Place:
    """Where a person is: the language, and the open exercise or None in the lobby."""

    language: str
    exercise: str | None = None
    session_id: int | None = None
    answering: bool = False
    """True where the person's next text is an answer to a comment."""


@dataclass(frozen=True)
class Practice:
    """The use cases around an exercise. `clock` tells the time in UTC, `seeds` draws the seed of a new session."""

    unit: Callable[[], UnitOfWork]
    judge: Judge
    content: Content
    exercises: Mapping[str, Exercise]
    clock: Callable[[], datetime]
    seeds: Callable[[], int]

    def place(self, who: Who, text: str = "") -> Place:
        """Say where a person is; a first contact is stored, and the language follows what is written in the lobby."""
        with self.unit() as uow:
            user = self._user(uow, who, text)
            session = self._current(uow, user)
            answering = ANSWERING in user.preferences and awaited(user, self.clock()) is not None
            if session is not None:
                return Place(session.language, session.exercise, session.id, answering)
            return Place(user.language, answering=answering)

    def start(
        self,
        who: Who,
        exercise: str,
        options: dict[str, str] | None = None,
        *,
        key: str | None = None,
    ) -> Reply:
        """Open an exercise; an open one is paused first, and said to be. The option `private` holds its words back."""
        options = dict(options or {})
        wished = options.pop(PRIVATE, "") == "yes"

        def work(uow: UnitOfWork, user: User) -> Reply:
            reply = self._pause(uow, user)
            session = uow.sessions.add(
                Session(
                    user_id=user.id,
                    exercise=exercise,
                    language=user.language,
                    seed=self.seeds(),
                    content_version=self.content.version,
                    judge_version=self.judge.version,
                    private=wished or bool(user.preferences.get(PRIVATE)),
                    started_at=self.clock(),
                    state={},
                )
            )
            user.current_session_id = session.id
            turn = self._context(uow, user, session, reply)
            if session.private:
                turn.say("practice.private")
            self.exercises[exercise].start(turn, options)
            return self._finish(turn)

        return self._once(who, key, work)

    def take(self, who: Who, text: str, *, key: str | None = None) -> Reply:
        """Give free text to the open exercise."""
        text = clean(text)

        def work(uow: UnitOfWork, user: User) -> Reply:
            session = self._current(uow, user)
            if session is None:
                return self._nothing_open(user)
            turn = self._context(uow, user, session)
            turn.line = uow.sessions.add_turn(session, speaker="rep", text=text, now=turn.now)
            self.exercises[session.exercise].take(turn, text)
            return self._finish(turn)

        return self._once(who, key, work)

    def press(self, who: Who, code: str, *, key: str | None = None) -> Reply:
        """Give a button (`<session>.<step>.<value>`) to its exercise; an old one changes nothing and is told so."""

        def work(uow: UnitOfWork, user: User) -> Reply:
            session = self._current(uow, user)
            number, _, rest = code.partition(".")
            step, _, value = rest.partition(".")
            current = session is not None and (number, step) == (
                str(session.id),
                str(session.state.get("step", 0)),
            )
            if session is None or not current:
                return self._old_button(uow, user, session)
            turn = self._context(uow, user, session)
            self.exercises[session.exercise].press(turn, value)
            return self._finish(turn)

        return self._once(who, key, work)

    def command(self, who: Who, name: str, *, key: str | None = None) -> Reply:
        """Carry out a command of the exercise (`hint`, `end`, `pause`, `resume`, `undo`, `restart`, …)."""

        def work(uow: UnitOfWork, user: User) -> Reply:
            session = self._current(uow, user)
            if name == "resume":
                return self._resume(uow, user, session)
            if session is None:
                return self._nothing_open(user)
            if name == "pause":
                return self._pause(uow, user)
            turn = self._context(uow, user, session)
            exercise = self.exercises[session.exercise]
            if name == "end":
                exercise.end(turn)
            else:
                exercise.command(turn, name)
            return self._finish(turn)

        return self._once(who, key, work)

    def remind(self, who: Who) -> Reply:
        """Say again what the open exercise waits for (after an interruption such as a method question)."""

        def work(uow: UnitOfWork, user: User) -> Reply:
            session = self._current(uow, user)
            if session is None:
                return Reply()
            turn = self._context(uow, user, session)
            self.exercises[session.exercise].resume(turn)
            return turn.reply

        return self._once(who, None, work)

    def _once(self, who: Who, key: str | None, work: Callable[[UnitOfWork, User], Reply]) -> Reply:
        with self.unit() as uow:
            user = self._user(uow, who, "")
            if key is not None and (handled := uow.handled.get(key)) is not None:
                return Reply([Message.from_json(data) for data in handled.replies])
            reply = work(uow, user)
            if key is not None:
                uow.handled.add(
                    key,
                    user.id,
                    [message.to_json() for message in reply.messages],
                    self.clock(),
                )
            return reply

    def _user(self, uow: UnitOfWork, who: Who, text: str) -> User:
        user = uow.users.get_or_add(
            who.key,
            name=who.name,
            language=follow(who.language or "zh-Hans", text),
            now=self.clock(),
        )
        if text and not user.language_fixed and user.current_session_id is None:
            user.language = follow(user.language, text)
        return user

    def _current(self, uow: UnitOfWork, user: User) -> Session | None:
        session = uow.sessions.get(user.current_session_id) if user.current_session_id else None
        return session if session is not None and session.status == "open" else None

    def _context(self, uow: UnitOfWork, user: User, session: Session, reply: Reply | None = None) -> TurnContext:
        # Seeded by the session and its length: the same session, seed and moves give the same words.
        rng = Random(f"{session.seed}:{len(uow.sessions.turns(session.id))}")
        return TurnContext(
            uow,
            user,
            session,
            self.judge,
            self.content,
            self.clock(),
            rng,
            reply=reply if reply is not None else Reply(),
        )

    def _finish(self, turn: TurnContext) -> Reply:
        inherit(turn)
        for message in turn.reply.messages:
            if message.text:
                turn.uow.sessions.add_turn(
                    turn.session,
                    speaker=message.speaker,
                    text=message.text,
                    now=turn.now,
                )
        return turn.reply

    def _say(self, user: User, key: str, *buttons: Button, **values: object) -> Reply:
        return Reply().say(self.content.catalog.say(key, user.language, None, **values), *buttons)

    def _nothing_open(self, user: User) -> Reply:
        return self._say(user, "practice.nothing_open")

    def _old_button(self, uow: UnitOfWork, user: User, session: Session | None) -> Reply:
        if session is None:
            return self._say(user, "practice.old_button")
        reply = self._say(user, "practice.old_button_in_exercise")
        turn = self._context(uow, user, session, reply)
        self.exercises[session.exercise].resume(turn)
        return turn.reply

    def _pause(self, uow: UnitOfWork, user: User) -> Reply:
        session = self._current(uow, user)
        if session is None:
            return Reply()
        session.status = "paused"
        user.current_session_id = None
        return self._say(user, "practice.paused")

    def _resume(self, uow: UnitOfWork, user: User, session: Session | None) -> Reply:
        if session is None:
            paused = [s for s in uow.sessions.of_user(user.id, limit=50) if s.status == "paused"]
            if not paused:
                return self._nothing_open(user)
            session = paused[0]
            session.status = "open"
            user.current_session_id = session.id
        turn = self._context(uow, user, session)
        self.exercises[session.exercise].resume(turn)
        return turn.reply


def inherit(turn: TurnContext) -> None:
    """Hold back an exercise that says again what was said in private: a branch of a talk, a letter about it."""
    for number in (turn.session.parent_id, turn.session.state.get("talk")):
        source = turn.uow.sessions.get(number) if isinstance(number, int) else None
        if source is not None and source.private and source.submitted_at is None:
            turn.session.private = True
