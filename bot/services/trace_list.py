"""A pasted list: whether a text is one, and its items sorted by the judge."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.coach.trace.items import split
from bot.coach.trace.ledger import Ledger, Line, Row
from bot.coach.trace.sort import sort_item
from bot.coach.trace.spans import find_spans, is_checkable

from . import trace_book as book
from . import trace_rows as table
from .turn import TurnContext

NAME = 60
"""Characters: what is longer is no name of a customer."""
RESORT = re.compile(
    r"^\W*(?:第|no\.?|number|item|#)?\s*(\d{1,3}|[a-f])\s*(?:条|号|项|号是)?\s*(?:其实|应该|才)?\s*(?:是|算|"
    r"不是要求,是|is|=)\s*(?:actually |really )?(?:an? )?"
    r"(要求|需求|requirement|need)\W*$"
)
"""“2 is a need”, “a是要求”: the rep sorts an item anew."""
Requirement = tuple[str, tuple[tuple[str, str], ...]]
"""The words of a requirement, and what can be checked in them: (cue, words)."""


def is_list(turn: TurnContext, text: str) -> bool:
    """Say whether an answer is really a list of further requirements."""
    items = split(text).items
    if len(items) < 3 and not (len(items) == 2 and "\n" in text):
        return False
    labels = [sort_item(turn.judge.judge("customer", item.text), find_spans(item.text), item.text) for item in items]
    return labels.count("requirement") * 2 > len(labels)


def sort_text(turn: TurnContext, text: str) -> tuple[list[Requirement], list[Line]]:
    """Return the requirements in a pasted text with what can be checked in them, and its other lines."""
    requirements, lines = [], []
    for item in split(text).items:
        judgement, spans = turn.judge.judge("customer", item.text), find_spans(item.text)
        kind = sort_item(judgement, spans, item.text)
        if kind == "requirement":
            requirements.append((item.text, tuple((span.cue, span.text) for span in spans)))
        else:
            lines.append(Line(item.text, kind, judgement.level or "" if kind == "need" else ""))
    return requirements, lines


def looks_pasted(turn: TurnContext, text: str) -> bool:
    """Say whether a text is what a customer asked for, and no name."""
    required = is_checkable(text) and turn.judge.judge("customer", text).label == "requirement"
    return len(split(text).items) >= 2 or len(text) > NAME or required


def insisted(turn: TurnContext, texts: list[str]) -> list[Row]:
    """Make requirements of lines that were sorted otherwise, because the rep says so; return the new rows."""
    ledger = book.load(turn)
    kept = tuple(line for line in ledger.lines if line.text not in texts)
    found = [(text, tuple((span.cue, span.text) for span in find_spans(text))) for text in texts]
    last = max((row.number for row in ledger.rows), default=0)
    ledger = replace(ledger, lines=kept).add(found, ())
    book.save(turn, ledger)
    return [row for row in ledger.rows if row.number > last]


def to_requirement(turn: TurnContext, letter: str) -> str:
    """Make a requirement of the line that the list showed as `letter`; return its words, empty where there is none."""
    ledger, shown = book.load(turn), turn.state.get("shown", [])
    place = ord(letter) - ord("a") if letter.isalpha() else len(shown)
    line = next((line for line in ledger.lines if line.text in shown[place : place + 1]), None)
    if line is None:
        return ""
    found = tuple((span.cue, span.text) for span in find_spans(line.text))
    left = tuple(each for each in ledger.lines if each != line)
    ledger = replace(ledger, lines=left).add([(line.text, found)], ())
    book.save(turn, ledger)
    turn.keep(queue=[*turn.state["queue"], ledger.rows[-1].number])
    return line.text


def to_need(turn: TurnContext, number: str) -> str:
    """Make a need of the row of that number; return its words, empty where it is not there or traced."""
    ledger = book.load(turn)
    row = next((row for row in ledger.rows if str(row.number) == number), None)
    if row is None or row.texts():
        return ""  # what was traced already is not thrown away
    level = turn.judge.judge("customer", row.requirement).level or ""
    rows = tuple(each for each in ledger.rows if each.number != row.number)
    book.save(turn, Ledger(rows, (*ledger.lines, Line(row.requirement, "need", level))))
    table.drop(turn, row.number)
    return row.requirement
