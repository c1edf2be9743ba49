"""The lobby's actions: greetings, help, progress, language, and what is said when nothing fits."""

from __future__ import annotations

from bot.language import is_unsupported
from bot.services.house import House
from bot.services.messages import Reply

from .base import CoachAction, Heard, begin, interrupts, take_turn, then_remind
from .method import about_a_method
from .words import asks, named_language, tells_an_end, with_digits


class Greet(CoachAction):
    """Welcome the person."""

    def name(self) -> str:
        return "action_greet"

    def answer(self, heard: Heard, house: House) -> Reply:
        return house.lobby.greet(heard.who)


class Help(CoachAction):
    """Show what can be done."""

    def name(self) -> str:
        return "action_help"

    def answer(self, heard: Heard, house: House) -> Reply:
        if not interrupts(heard):
            return take_turn(heard, house)
        return then_remind(heard, house, house.lobby.help(heard.who))


class Language(CoachAction):
    """Change the language, or ask which."""

    def name(self) -> str:
        return "action_language"

    def answer(self, heard: Heard, house: House) -> Reply:
        if not interrupts(heard):
            return take_turn(heard, house)
        return then_remind(heard, house, house.lobby.language(heard.who, named_language(heard.text)))


class Progress(CoachAction):
    """Tell how far the person is."""

    def name(self) -> str:
        return "action_progress"

    def answer(self, heard: Heard, house: House) -> Reply:
        return house.lobby.progress(heard.who)


class Stop(CoachAction):
    """End the open exercise, or take leave."""

    def name(self) -> str:
        return "action_stop"

    def answer(self, heard: Heard, house: House) -> Reply:
        if heard.exercise is None:
            return house.lobby.plain(heard.who, "stop")
        if not interrupts(heard) or tells_an_end(heard.text, heard.exercise):
            return take_turn(heard, house)
        return house.practice.command(heard.who, "end", key=heard.key)


class Hint(CoachAction):
    """Give a hint where an exercise is open; in the lobby say that there is none."""

    def name(self) -> str:
        return "action_hint"

    def answer(self, heard: Heard, house: House) -> Reply:
        return house.practice.command(heard.who, "hint", key=heard.key)


class Resume(CoachAction):
    """Go on where the person was."""

    def name(self) -> str:
        return "action_resume"

    def answer(self, heard: Heard, house: House) -> Reply:
        return house.practice.command(heard.who, "resume", key=heard.key)


class Lesson(CoachAction):
    """Open the lesson that was named."""

    def name(self) -> str:
        return "action_lesson"

    def answer(self, heard: Heard, house: House) -> Reply:
        if not interrupts(heard):
            return take_turn(heard, house)
        return begin(heard, house, "lesson", {"lesson": with_digits(heard.text)})


class Lost(CoachAction):
    """Say that the text was not understood, or that its language is none of ours, and what can be done."""

    def name(self) -> str:
        return "action_lost"

    def answer(self, heard: Heard, house: House) -> Reply:
        if is_unsupported(heard.text):
            return house.lobby.plain(heard.who, "unsupported")
        return about_a_method(heard, house) or self._nearest(heard, house) or house.lobby.plain(heard.who, "lost")

    def _nearest(self, heard: Heard, house: House) -> Reply | None:
        """Offer the nearest methods to what is put as a question and is near one."""
        if not asks(heard.text) or not house.methods.nearest(heard.text):
            return None
        return house.methods.reply(heard.text, heard.language, house.content.catalog)


class OutOfScope(CoachAction):
    """Say that this is not what the coach knows."""

    def name(self) -> str:
        return "action_out_of_scope"

    def answer(self, heard: Heard, house: House) -> Reply:
        if is_unsupported(heard.text):
            return house.lobby.plain(heard.who, "unsupported")
        return about_a_method(heard, house) or house.lobby.plain(heard.who, "out_of_scope")


class Thanks(CoachAction):
    """Take the thanks."""

    def name(self) -> str:
        return "action_thanks"

    def answer(self, heard: Heard, house: House) -> Reply:
        return house.lobby.plain(heard.who, "thanks")


class BotChallenge(CoachAction):
    """Say honestly what Peilian is."""

    def name(self) -> str:
        return "action_bot_challenge"

    def answer(self, heard: Heard, house: House) -> Reply:
        return about_a_method(heard, house) or house.lobby.plain(heard.who, "bot_challenge")


class Affirm(CoachAction):
    """Take a yes that no question asked for."""

    def name(self) -> str:
        return "action_affirm"

    def answer(self, heard: Heard, house: House) -> Reply:
        return house.lobby.plain(heard.who, "affirm")


class Deny(CoachAction):
    """Take a no that no question asked for."""

    def name(self) -> str:
        return "action_deny"

    def answer(self, heard: Heard, house: House) -> Reply:
        return house.lobby.plain(heard.who, "deny")
