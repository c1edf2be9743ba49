"""Turns of an exercise: free text, buttons and commands."""

from __future__ import annotations

from collections.abc import Callable

from bot.services.house import House
from bot.services.messages import Reply
from bot.services.practice import PRIVATE

from .base import CoachAction, Heard, begin, offered, take_turn, then_remind
from .words import named_language, with_digits


class TakeTurn(CoachAction):
    """Give free text to the open exercise; what no rule took in the lobby is not understood."""

    def name(self) -> str:
        return "action_take_turn"

    def answer(self, heard: Heard, house: House) -> Reply:
        return take_turn(heard, house) if heard.exercise is not None else house.lobby.plain(heard.who, "lost")


class Press(CoachAction):
    """Give a button to the open exercise."""

    def name(self) -> str:
        return "action_press"

    def answer(self, heard: Heard, house: House) -> Reply:
        return house.practice.press(heard.who, heard.entities.get("code", ""), key=heard.key)


class Command(CoachAction):
    """Carry out one of our commands."""

    def name(self) -> str:
        return "action_command"

    def answer(self, heard: Heard, house: House) -> Reply:
        name, arg = heard.entities.get("name", ""), heard.entities.get("arg", "")
        if name in OF_THE_EXERCISE or (name, heard.exercise) in OWN:
            return house.practice.command(heard.who, name, key=heard.key)
        if name in STARTS:
            return STARTS[name](heard, house, arg)
        if name in ALONE:
            return ALONE[name](heard, house, arg)
        return then_remind(heard, house, ANSWERS[name](heard, house, arg))


def _update(key: str | None) -> int | None:
    """Return the Telegram update that a message's key names."""
    number = (key or "").removeprefix("tg:")
    return int(number) if number.isdigit() else None


def _start(heard: Heard, house: House, arg: str) -> Reply:
    reply = house.office.consent.join(heard.who, arg) if arg else Reply()
    reply.messages += house.lobby.greet(heard.who).messages
    return reply


def _with_line(exercise: str) -> Callable[[Heard, House, str], Reply]:
    """Start an exercise on the customer's line that was kept (`/trace pending`) or just offered, or on the argument."""

    def start(heard: Heard, house: House, arg: str) -> Reply:
        arg, options = _private(arg)
        line = house.lobby.take_line(heard.who) if arg == "pending" else arg or offered(heard, house)
        return begin(heard, house, exercise, {**options, "line": line} if line else options)

    return start


def _spin(heard: Heard, house: House, arg: str) -> Reply:
    return begin(heard, house, "spin", _private(arg)[1])


def _roleplay(heard: Heard, house: House, arg: str) -> Reply:
    scene, options = _private(arg)
    scene, _, level = scene.partition(":")
    if level:
        options["difficulty"] = level
    return begin(heard, house, "roleplay", {**options, "scene": scene} if scene else options)


def _private(arg: str) -> tuple[str, dict[str, str]]:
    """Take the word `private` off an argument (`/roleplay private`): this one exercise is held back from managers."""
    words = arg.split()
    wished = bool(words) and words[-1].lower() == PRIVATE
    return " ".join(words[:-1]) if wished else arg, {PRIVATE: "yes"} if wished else {}


def _replay(heard: Heard, house: House, arg: str) -> Reply:
    line = house.talks.line(heard.who, arg)
    if line is None:
        return then_remind(heard, house, house.talks.replay(heard.who, arg))
    return begin(heard, house, "roleplay", {"replay": line})


def _letter(heard: Heard, house: House, arg: str) -> Reply:
    return begin(heard, house, "letter", {"talk": arg} if arg else None)


def _lesson(heard: Heard, house: House, arg: str) -> Reply:
    return begin(heard, house, "lesson", {"lesson": with_digits(arg)} if arg else None)


OF_THE_EXERCISE = frozenset({"hint", "end", "pause", "resume", "undo", "restart"})
OWN = frozenset({("note", "spin"), ("plan", "trace")})
"""Commands that mean something of its own in an exercise: `/note` in the SPIN walk shows what was written down."""
STARTS: dict[str, Callable[[Heard, House, str], Reply]] = {
    "spin": _spin,
    "trace": _with_line("trace"),
    "decide": _with_line("decide"),
    "roleplay": _roleplay,
    "replay": _replay,
    "letter": _letter,
    "lesson": _lesson,
}
ALONE: dict[str, Callable[[Heard, House, str], Reply]] = {
    "forget": lambda heard, house, arg: house.office.privacy.forget(heard.who, arg, update_id=_update(heard.key)),
    "answer": lambda heard, house, arg: house.coaching.answers.open(heard.who, arg),
}
"""Answers with nothing behind them: reminding a person who was forgotten would get to know them again."""
ANSWERS: dict[str, Callable[[Heard, House, str], Reply]] = {
    "start": _start,
    "help": lambda heard, house, arg: house.lobby.help(heard.who),
    "score": lambda heard, house, arg: house.talks.score(heard.who, arg.lower()),
    "compare": lambda heard, house, arg: house.talks.compare(heard.who, arg),
    "plan": lambda heard, house, arg: house.lobby.plan(heard.who, arg),
    "deals": lambda heard, house, arg: house.lobby.deals(heard.who),
    "note": lambda heard, house, arg: house.lobby.note(heard.who, arg.lower()),
    "language": lambda heard, house, arg: house.lobby.language(heard.who, named_language(arg)),
    "progress": lambda heard, house, arg: house.lobby.progress(heard.who),
    "private": lambda heard, house, arg: house.office.privacy.private(heard.who, arg.lower()),
    "submit": lambda heard, house, arg: house.office.privacy.submit(heard.who, arg.lower()),
    "readers": lambda heard, house, arg: house.office.privacy.readers(heard.who),
    "console": lambda heard, house, arg: house.office.entrance.console(heard.who),
    "invite": lambda heard, house, arg: house.office.entrance.invite(heard.who, arg.lower()),
    "why": lambda heard, house, arg: house.why.last(heard.who),
    "tasks": lambda heard, house, arg: house.coaching.chat.tasks(heard.who),
    "comments": lambda heard, house, arg: house.coaching.chat.comments(heard.who),
    "team": lambda heard, house, arg: house.coaching.chat.team(heard.who, arg),
    "cancel": lambda heard, house, arg: house.coaching.answers.cancel(heard.who),
    "export": lambda heard, house, arg: house.office.privacy.export(heard.who),
    "method": lambda heard, house, arg: house.methods.reply(arg, heard.language, house.content.catalog),
}
