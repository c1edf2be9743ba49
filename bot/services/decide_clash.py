"""Two statements of a case that cannot both stand: the rep says which one does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.coach.text import plain

from .decide_words import facts_in, short, t
from .turn import TurnContext

FIRST = re.compile(r"前(?:一|面)|第一|\b(?:first|former)\b")
SECOND = re.compile(r"后(?:一|面)|第二|\b(?:second|latter)\b")


def ask(turn: TurnContext, clash: Sequence[str]) -> None:
    """Show the two statements, with a button for each."""
    choices = [
        turn.button("decide.button_statement", str(place), text=short(each, 24)) for place, each in enumerate(clash)
    ]
    unknown = turn.button("decide.button_unknown", "unknown")
    turn.reply.say(t(turn, "clash", one=short(clash[0]), two=short(clash[1])), *choices, unknown)


def read(clash: Sequence[str], text: str) -> str | None:
    """Return which statement a written answer keeps (`0` or `1`), None where it does not tell."""
    line = plain(text)
    fits = [str(place) for place, each in enumerate(clash) if plain(each) in line or line in plain(each)]
    if len(fits) == 1:
        return fits[0]
    if FIRST.search(line):
        return "0"
    return "1" if SECOND.search(line) else None


def strike(state: Mapping[str, Any], value: str) -> dict[str, Any]:
    """Return the state's changes: one statement is kept, the other struck; `unknown` strikes both."""
    clash = state["clash"]
    struck = clash if value == "unknown" else [clash[1 - int(value)]]
    text, answers, facts = state["text"], dict(state["answers"]), dict(state["facts"])
    for statement in struck:
        text = text.replace(statement, "…")
        for question in [q for q, words in answers.items() if words == statement]:
            answers.pop(question)
            facts.pop(question, None)
    if value != "unknown":
        facts.update(facts_in(clash[int(value)]))
    return {"text": text, "answers": answers, "facts": facts, "phase": "case"}
