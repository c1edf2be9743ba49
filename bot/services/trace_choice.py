"""Two things that cannot both stand (who set a requirement, two needs in one cell): the rep chooses."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.coach.text import plain
from bot.coach.trace.answers import UNKNOWN
from bot.coach.trace.ledger import Line, Row
from bot.coach.trace.people import origin, people
from bot.coach.trace.steering import steering

from . import trace_book as book
from . import trace_rows as table
from . import trace_words as words
from .trace_words import t
from .turn import TurnContext


def open_choice(turn: TurnContext, kind: str, link: str, text: str, options: list[str]) -> bool:
    """Point out two things that do not go together, and ask which stands."""
    turn.keep(choice={"kind": kind, "link": link, "text": text, "options": options})
    turn.next_step()
    table.ask_choice(turn, turn.state["choice"])
    return True


def choose(turn: TurnContext, row: Row, choice: dict[str, Any], text: str) -> bool:
    """Take a choice that was written instead of pressed."""
    line = plain(text)
    fits = [place for place, each in enumerate(choice["options"]) if plain(each) in line or line in plain(each)]
    if any(word in line for word in ("都", "both", "两个", "两人")):
        return chosen(turn, row, choice, "both")
    if len(fits) == 1:
        return chosen(turn, row, choice, str(fits[0]))
    if choice["kind"] == "who" and people(text):
        choice = {**choice, "options": [text, text]}
        return chosen(turn, row, choice, "0")
    if UNKNOWN.match(line) or steering(text) == "skip":
        turn.reply.say(t(turn, "choice_left"))
        return chosen(turn, row, choice, "both" if choice["kind"] == "cell" else "0")
    turn.reply.say(t(turn, "choose_again"))
    table.ask_choice(turn, choice)
    return True


def chosen(turn: TurnContext, row: Row, choice: dict[str, Any], value: str) -> bool:
    """Keep what the rep chose; the other need of a cell becomes a line of its own."""
    link, options = choice["link"], choice["options"]
    if choice["kind"] == "who":
        text = " / ".join(options) if value == "both" else options[int(value)]
        person = origin(people(text))
        row = replace(row, who=text, role=(person.role or "") if person and value != "both" else "")
        return table.put(turn, row, t(turn, "took_who", who=words.short(text, 40)))
    text = choice["text"] if value == "both" else options[int(value)]
    row = replace(row, **{link: text})  # type: ignore[arg-type]
    if value == "both":
        return table.put(turn, row, t(turn, "cell_kept"))
    other = options[1 - int(value)]
    book.save(turn, book.load(turn).add((), [Line(other, "need", "")]))
    return table.put(turn, row, t(turn, "cell_split", other=words.short(other, 60)))
