"""Leading through the rows of a ledger: one question after the other, each answer weighed."""

from __future__ import annotations

from dataclasses import replace

from bot.coach.judgement import Judgement
from bot.coach.trace.answers import read_answer
from bot.coach.trace.ledger import Row
from bot.coach.trace.naming import set_by
from bot.coach.trace.people import setters
from bot.coach.trace.place import elsewhere

from . import trace_answers as answers
from . import trace_choice as choices
from . import trace_rows as table
from .trace_words import t
from .turn import TurnContext


def begin(turn: TurnContext, rows: list[Row]) -> None:
    """Lead through `rows`, the first now."""
    numbers = [row.number for row in rows]
    seen = [*turn.state["session_rows"], *(n for n in numbers if n not in turn.state["session_rows"])]
    waiting = [n for n in turn.state["queue"] if n not in numbers] if turn.state["phase"] == "walk" else []
    current = turn.state.get("at") if turn.state["phase"] == "walk" else None
    if current is not None:
        # A list in the middle of a row: the row is finished first.
        turn.keep(queue=[*waiting, *numbers], session_rows=seen)
    else:
        turn.keep(phase="walk", queue=numbers[1:], at=numbers[0], session_rows=seen, pushed="", choice=None)
    table.ask(turn)


def answer(turn: TurnContext, text: str, judgement: Judgement) -> bool:
    """Weigh an answer in free words; return whether the walk goes on."""
    row = table.current(turn)
    if row is None:
        return False
    if choice := turn.state.get("choice"):
        return choices.choose(turn, row, choice, text)
    link = row.next_link() or "why"
    read = read_answer(link, text, row.requirement, judgement)
    if read.kind == "same":
        read = answers.as_before(turn, row, link, read)
    if read.kind in ("empty", "chat", "nothing_before"):
        turn.reply.say(t(turn, read.kind))
        table.ask(turn)
        return True
    if read.kind == "meta":
        turn.reply.say(t(turn, f"explain_{link}"))
        table.ask(turn)
        return True
    if read.kind == "unknown":
        return answers.unknown(turn, row, link)
    if link in ("level", "source", "heard"):
        return answers.closed(turn, row, link, read.text)
    if turn.state.get("pushed") != link and (other := elsewhere(link, read, judgement, row)):
        return answers.keep_elsewhere(turn, row, link, other, read)
    if read.kind in ("paper", "circular", "requirement", "person", "nobody"):
        return answers.push_back(turn, row, link, read)
    return answers.real(turn, row, link, read, judgement)


def press(turn: TurnContext, value: str) -> bool:
    """Take a button of the walk; return whether it goes on."""
    row = table.current(turn)
    if row is None:
        return False
    link = row.next_link() or "why"
    if choice := turn.state.get("choice"):
        if value in ("0", "1", "both"):
            return choices.chosen(turn, row, choice, value)
        turn.keep(choice=None)
    if value == "unknown":
        return answers.unknown(turn, row, link)
    if value == "skip":
        turn.reply.say(t(turn, "skipped"))
        return table.put(turn, replace(row, passed=(*row.passed, link)), answered=False)
    if value == "next":
        table.remember(turn, row)
        return table.leave(turn, replace(row, status="skipped"))
    if value == "named" and setters(row.why) and (named := set_by(row.why)):
        kept = replace(row, who=named.text, role=named.role or "")
        return table.put(turn, kept, t(turn, "took_who_named", who=named.text))
    if link in ("level", "source", "heard"):
        return answers.closed(turn, row, link, value)
    table.ask(turn)
    return True
