"""Turns of an exercise: free text, buttons and commands."""

from __future__ import annotations

from collections.abc import Callable

from bot.services.house import House
from bot.services.messages import Reply

from .base import CoachAction, Heard, begin, take_turn, then_remind
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
        return then_remind(heard, house, ANSWERS[name](heard, house, arg))


def _with_line(exercise: str) -> Callable[[Heard, House, str], Reply]:
    """Start an exercise on the customer's line that was kept (`/trace pending`), or without one."""

    def start(heard: Heard, house: House, arg: str) -> Reply:
        line = house.lobby.take_line(heard.who) if arg == "pending" else arg
        return begin(heard, house, exercise, {"line": line} if line else None)

    return start


def _roleplay(heard: Heard, house: House, arg: str) -> Reply:
    return begin(heard, house, "roleplay", {"scene": arg} if arg else None)


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
    "spin": lambda heard, house, arg: begin(heard, house, "spin"),
    "trace": _with_line("trace"),
    "decide": _with_line("decide"),
    "roleplay": _roleplay,
    "replay": _replay,
    "letter": _letter,
    "lesson": _lesson,
}
ANSWERS: dict[str, Callable[[Heard, House, str], Reply]] = {
    "start": lambda heard, house, arg: house.lobby.greet(heard.who),
    "help": lambda heard, house, arg: house.lobby.help(heard.who),
    "score": lambda heard, house, arg: house.talks.score(heard.who, arg.lower()),
    "compare": lambda heard, house, arg: house.talks.compare(heard.who, arg),
    "plan": lambda heard, house, arg: house.lobby.plan(heard.who, arg),
    "deals": lambda heard, house, arg: house.lobby.deals(heard.who),
    "note": lambda heard, house, arg: house.lobby.note(heard.who, arg.lower()),
    "language": lambda heard, house, arg: house.lobby.language(heard.who, named_language(arg)),
    "progress": lambda heard, house, arg: house.lobby.progress(heard.who),
    "method": lambda heard, house, arg: house.methods.reply(arg, heard.language, house.content.catalog),
}
