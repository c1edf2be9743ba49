"""Faults of the links in a ledger: missing, invented, merged, contradictory."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.coach.text import plain, shared, words
from bot.coach.trace.answers import NOT_NOW
from bot.coach.trace.ledger import Ledger, Line, Row
from bot.coach.trace.people import Person, differ, setters
from bot.coach.trace.sort import topic, touches

SAME_SENTENCE = 0.8
"""How much two reasons must share to be one sentence used twice."""
TELLS = ("why", "who", "now", "wanted", "source")
"""The links whose absence is pointed out."""
_JOINT = re.compile(
    r"[，,；;。]?\s*(?:另外|同时|此外|而且还|还(?=想|要|希望)|也(?=想|要|希望)|以及|并且)|[;；]|[.,]?\s+(?:and|"
    r"also|plus|as well as)\s+(?:also\s+)?(?:(?:they|he|she|we)\s+)?(?=(?:want|wants|need|needs|would like|to |"
    r"less|more|fewer|better|lower|higher|faster)\b)"
)


@dataclass(frozen=True)
class Fault:
    """One fault: `missing`, `invented`, `merged_rows` (with the other row) or `merged_cell` (with the two parts)."""

    kind: str
    number: int
    link: str = ""
    other: int = 0
    parts: tuple[str, str] = ("", "")
    fits: int = 0
    """For `merged_rows`: the row that the shared sentence fits; 0 where nothing tells."""


def row_faults(row: Row) -> tuple[Fault, ...]:
    """Return what is missing, invented or merged inside one row."""
    faults = [Fault("missing", row.number, link) for link in TELLS if _misses(row, link)]
    if row.need and row.heard == "guess":
        faults.append(Fault("invented", row.number, "heard"))
    for link in ("wanted", "now"):
        if parts := two_needs(getattr(row, link)):
            faults.append(Fault("merged_cell", row.number, link, parts=parts))
    return tuple(faults)


def ledger_faults(ledger: Ledger) -> tuple[Fault, ...]:
    """Return the faults of all rows that were taken up, and sentences that explain two rows at once."""
    rows = [row for row in ledger.rows if row.status == "done" or row.why]
    faults = [fault for row in rows for fault in row_faults(row)]
    for place, row in enumerate(rows):
        faults.extend(fault for earlier in rows[:place] if (fault := merged(earlier, row)))
    return tuple(faults)


def merged(earlier: Row, row: Row) -> Fault | None:
    """Return the fault where one sentence explains two requirements; `fits` names the one that it speaks of."""
    if not earlier.why or not row.why or shared(earlier.why, row.why) < SAME_SENTENCE or len(words(row.why)) < 2:
        return None
    first, second = _speaks_of(row.why, earlier), _speaks_of(row.why, row)
    if first and second:
        return None
    fits = earlier.number if first else row.number if second else 0
    return Fault("merged_rows", row.number, "why", earlier.number, fits=fits)


def two_needs(text: str) -> tuple[str, str] | None:
    """Return the two needs that stand in one cell, or None."""
    for match in _JOINT.finditer(plain(text)):
        left, right = text[: match.start()].strip(" ，,；;。."), text[match.end() :].strip(" ，,；;。.")
        if len(words(left)) >= 2 and len(words(right)) >= 1 and shared(left, right) < 0.5:
            return left, right
    return None


def contradiction(row: Row, named: Iterable[Person]) -> tuple[Person, Person] | None:
    """Return (earlier, now) where the row names someone else as its origin than is named now."""
    now = list(named)
    if row.role == "procurement":
        return None  # who only passes a demand on can be followed by who set it
    before = [Person(row.who, row.role or None)] if row.who else list(setters(row.why))
    if not now or not before:
        return None
    if any(not differ(a, b) for a in before for b in now):
        return None
    return before[-1], now[-1]


def time_contradicts(row: Row, answer: str) -> bool:
    """Say whether a requirement with a date is said to have no hurry."""
    return any(cue == "date" for cue, _ in row.spans) and bool(NOT_NOW.search(plain(answer)))


def evidence(row: Row, lines: Iterable[Line]) -> str:
    """Return the pasted line of the customer that says the need of a row, or an empty text."""
    said = [text for text in (row.wanted, row.now, row.why) if text]
    pairs = [(shared(line.text, text), line.text) for line in lines if line.kind == "need" for text in said]
    best = max(pairs, default=(0.0, ""))
    return best[1] if best[0] >= 0.5 else ""


def unlinked(ledger: Ledger) -> tuple[Line, ...]:
    """Return the needs that the customer stated and no row was traced to."""
    quoted = {row.quote for row in ledger.rows}
    return tuple(line for line in ledger.lines if line.kind == "need" and line.text not in quoted)


def _misses(row: Row, link: str) -> bool:
    if link == "source" and (row.level == "personal" or not row.need):
        return False
    return not getattr(row, link) or link in row.weak


def _speaks_of(sentence: str, row: Row) -> bool:
    about = topic(row.requirement, [cue for cue, _ in row.spans])
    return touches(sentence, about) or shared(sentence, row.requirement) >= 0.3
