"""The follow-up letter as an exercise: a draft from the talk, and a verdict on the rep's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.coach.buyer import Scene
from bot.coach.letter import Verdict, draft, judge_letter
from bot.coach.scorecard import Played
from bot.language import base, to_simplified

from .letter_words import FAULTS, Words
from .messages import Message
from .plans import escape
from .replay import find
from .roleplay_words import called
from .scorecard_words import Tongue
from .scoring import played
from .turn import Exercise, TurnContext

LONGEST = 4000
"""Characters of a letter that are judged."""


@dataclass(frozen=True)
class Letter(Exercise):
    """The exercise; `scenes` gives all scenes, files go to `exports`."""

    scenes: Callable[[], Mapping[str, Scene]]
    exports: Path

    name = "letter"

    def start(self, turn: TurnContext, options: dict[str, str]) -> None:
        """Take up the named talk, else the newest; say what a letter holds."""
        wish = options.get("talk", "")
        found = find(turn.uow, turn.user.id, f"{wish}." if wish.isdigit() else "")
        tongue = Tongue(turn.catalog, turn.language, "letter")
        if found is None or found[0].scene not in self.scenes():
            turn.reply.say(tongue.say("none"))
            turn.close("left")
            return
        turn.session.scene, turn.session.language = found[0].scene, found[0].language
        turn.keep(talk=found[0].id)
        self._invite(turn, "begin")

    def take(self, turn: TurnContext, text: str) -> None:
        """Judge a letter that the rep wrote."""
        talk = self._talk(turn)
        plain = to_simplified(text[:LONGEST])
        verdict = _as_written(judge_letter(plain, talk, turn.judge.moves(plain)), plain, text)
        if turn.line is not None:
            turn.line.evidence = {**(turn.line.evidence or {}), "letter": vars(verdict)}
        turn.keep(tries=int(turn.state.get("tries", 0)) + 1, good=verdict.good)
        told = self._words(turn)
        turn.reply.say(
            told.verdict(verdict),
            turn.button("letter.button_draft", "draft"),
            turn.button("letter.button_done", "done"),
        )

    def press(self, turn: TurnContext, value: str) -> None:
        """Show the draft, or close."""
        if value == "draft":
            self._draft(turn)
        else:
            self.end(turn)

    def command(self, turn: TurnContext, name: str) -> None:
        """Give a hint; say so where another command is given."""
        turn.say("letter.hint" if name == "hint" else "letter.no_command")

    def resume(self, turn: TurnContext) -> None:
        """Say whom the letter is for."""
        self._invite(turn, "resume")

    def end(self, turn: TurnContext) -> None:
        """Close; the last verdict tells whether the letter was good."""
        turn.say("letter.closed")
        turn.close("good" if turn.state.get("good") else "left")

    def _invite(self, turn: TurnContext, key: str) -> None:
        scene = self.scenes()[str(turn.session.scene)]
        title = Tongue(turn.catalog, turn.language).local(scene.title)
        turn.say(f"letter.{key}", turn.button("letter.button_draft", "draft"), name=called(turn, scene), scene=title)

    def _draft(self, turn: TurnContext) -> None:
        talk = self._talk(turn)
        found = draft(talk)
        told = self._words(turn)
        turn.reply.say(told.intro(found))
        key = base(turn.language)
        first = talk.scene.person(talk.end.person)
        name = told.tongue.local((*first.aliases.get(key, ()), first.name[key])[0])
        turn.reply.say(told.letter(found, name))
        self.exports.mkdir(parents=True, exist_ok=True)
        path = self.exports / f"letter-{turn.state['talk']}.md"
        path.write_text(told.letter(found, name, escape, "heading_file"), encoding="utf-8")
        turn.reply.messages.append(Message(turn.text("letter.file"), document=str(path)))

    def _talk(self, turn: TurnContext) -> Played:
        session = turn.uow.sessions.get(int(turn.state["talk"]))
        assert session is not None
        return played(turn.uow, self.scenes()[str(turn.session.scene)], session)

    def _words(self, turn: TurnContext) -> Words:
        return Words(Tongue(turn.catalog, turn.language, "letter"))


def _as_written(verdict: Verdict, plain: str, text: str) -> Verdict:
    """Quote in the script in which the letter was written; `plain` is the same letter, character by character."""

    def own(quotes: tuple[str, ...]) -> tuple[str, ...]:
        places = [(plain.find(quote), len(quote)) for quote in quotes]
        return tuple(text[at : at + size] if at >= 0 else quote for (at, size), quote in zip(places, quotes))

    quotes: dict[str, Any] = {name: own(getattr(verdict, name)) for name in FAULTS}
    return replace(verdict, **quotes)
