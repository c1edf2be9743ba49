"""The rows that a session leads through: which is open, asking for its next link, keeping it, and taking back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.coach.judgement import NEEDS
from bot.coach.trace.ledger import Ledger, Row
from bot.coach.trace.links import evidence, merged
from bot.coach.trace.source import guess_source, is_personal
from bot.coach.trace.whom import ask_whom

from . import trace_book as book
from . import trace_words as words
from .trace_words import t
from .turn import TurnContext

HISTORY = 30
"""How many answers can be taken back."""


def current(turn: TurnContext) -> Row | None:
    """Return the row that is led through now."""
    at = turn.state.get("at")
    found = [row for row in book.load(turn).rows if row.number == at] if turn.state.get("phase") == "walk" else []
    return found[0] if found else None


def current_link(turn: TurnContext) -> str | None:
    """Return the link that is asked for now."""
    row = current(turn)
    return row.next_link() if row else None


def ask(turn: TurnContext, resumed: bool = False) -> None:
    """Ask for the next link of the current row, with its buttons."""
    row = current(turn)
    if row is None:
        return
    if resumed:
        turn.keep(opened=row.number)
        turn.reply.say(
            t(turn, "resumed", number=row.number, item=words.short(row.requirement), left=len(turn.state["queue"]))
        )
    if choice := turn.state.get("choice"):
        ask_choice(turn, choice)
        return
    link = row.next_link()
    if link is None:
        return
    guess = guess_source(row.texts()) if link == "source" else None
    lead = ""
    if turn.state.get("opened") != row.number:
        turn.keep(opened=row.number)
        lead = t(turn, "row_opens", number=row.number, item=words.short(row.requirement)) + "\n"
    turn.reply.say(lead + words.question(turn, row, link, guess), *words.buttons(turn, row, link, guess))


def ask_choice(turn: TurnContext, choice: dict[str, Any]) -> None:
    """Show two things that do not go together, with a button for each."""
    one, two = choice["options"]
    buttons = [
        turn.button("trace.button_option", str(place), text=words.short(each, 24))
        for place, each in enumerate((one, two))
    ]
    both = turn.button(f"trace.button_both_{choice['kind']}", "both")
    values = {"one": words.short(one, 60), "two": words.short(two, 60)}
    turn.reply.say(t(turn, f"choice_{choice['kind']}", **values), *buttons, both)


def put(turn: TurnContext, row: Row, *reactions: str, answered: bool = True) -> bool:
    """Keep the row, say the reactions, and go on with the next link or the next row."""
    old = book.load(turn).row(row.number)
    remember(turn, old)
    row = row.settled(old.next_link() or "", answered)
    row, noted = settle(turn, row)
    book.save(turn, book.load(turn).put(row))
    turn.keep(pushed="", choice=None)
    turn.next_step()
    said = [*reactions, *noted]
    if said:
        turn.reply.say("\n".join(said))
    if row.next_link() is None:
        return leave(turn, replace(row, status="done"))
    ask(turn)
    return True


def settle(turn: TurnContext, row: Row) -> tuple[Row, list[str]]:
    """Fill in what needs no question: the level where the words tell it, and what stands behind the need."""
    notes: list[str] = []
    unknown = {question.link for question in row.open}
    if {"why", "who", "time"} <= unknown and not row.texts():
        for end in ("now", "wanted"):
            row = row.with_open(ask_whom(row, end))
        notes.append(t(turn, "nothing_known"))
    while (link := row.next_link()) in ("level", "heard"):
        if link == "level":
            level = _level(turn, row)
            if not level:
                break
            row = replace(row, level=level)
            if level == "personal":
                notes.append(t(turn, "is_personal"))
        elif quote := evidence(row, book.load(turn).lines):
            row = replace(row, heard="line", quote=quote)
            notes.append(t(turn, "has_evidence", quote=words.short(quote)))
        elif row.guessed:
            row = replace(row, heard="guess")
        else:
            break
    return row, notes


def leave(turn: TurnContext, row: Row) -> bool:
    """Close the row, say what its links lack, and open the next one; return False at the end of the queue."""
    ledger = book.load(turn).put(row)
    book.save(turn, ledger)
    if row.status == "done":
        turn.reply.say(t(turn, "row_done") + "\n" + words.row_lines(turn, row))
        earlier = [each for each in ledger.rows if each.number < row.number]
        found = [fault for each in earlier if (fault := merged(each, row))]
        if found:
            turn.reply.say("\n".join(words.fault(turn, fault) for fault in found[:2]))
    else:
        turn.reply.say(t(turn, "left_open", number=row.number))
    queue = turn.state["queue"]
    turn.keep(at=queue[0] if queue else None, queue=queue[1:], pushed="", choice=None)
    turn.next_step()
    if not queue:
        return False
    ask(turn)
    return True


def remember(turn: TurnContext, *rows: Row) -> None:
    """Keep rows as they are, so that the next change can be taken back."""
    data = Ledger(rows).to_json()["rows"]
    entry = {"rows": data, "at": turn.state.get("at"), "queue": turn.state["queue"]}
    turn.keep(history=[*turn.state.get("history", []), entry][-HISTORY:])


def undo(turn: TurnContext) -> bool:
    """Take the last answer back; return whether there was one."""
    history = turn.state.get("history", [])
    if not history:
        return False
    last = history[-1]
    ledger = book.load(turn)
    for row in Ledger.from_json({"rows": last["rows"]}).rows:
        if any(each.number == row.number for each in ledger.rows):
            ledger = ledger.put(row)
    book.save(turn, ledger)
    turn.keep(history=history[:-1], at=last["at"], queue=last["queue"], phase="walk", choice=None, pushed="")
    turn.next_step()
    return True


def restart(turn: TurnContext) -> None:
    """Begin again with the first row of this session; the answers so far can be brought back by undoing."""
    rows = [row for row in book.load(turn).rows if row.number in turn.state["session_rows"]]
    remember(turn, *rows)
    ledger = book.load(turn)
    for row in rows:
        ledger = ledger.blank(row.number)
    book.save(turn, ledger)
    numbers = [n for n in turn.state["session_rows"] if any(row.number == n for row in rows)]
    turn.keep(at=numbers[0], queue=numbers[1:], choice=None, pushed="", opened=None)
    turn.next_step()


def drop(turn: TurnContext, number: int) -> None:
    """Take a row out of what is still to be led through."""
    queue = [n for n in turn.state["queue"] if n != number]
    if turn.state.get("at") == number:
        turn.keep(at=queue[0] if queue else None, queue=queue[1:], choice=None, pushed="")
    else:
        turn.keep(queue=queue)
    turn.next_step()


def _level(turn: TurnContext, row: Row) -> str:
    """Return whose gain the words tell; empty where the judge suspects a personal one and is not sure."""
    if is_personal(row.texts()):
        return "personal"
    suspected = False
    for text in filter(None, (row.wanted, row.now, row.why)):
        judgement = turn.judge.judge("customer", text)
        if judgement.label in NEEDS and judgement.level:
            if not judgement.unsure:
                return judgement.level
            suspected = suspected or judgement.level == "personal"
    # The guide: personal only where the person's own gain is said, otherwise business.
    return "" if suspected else "business"
