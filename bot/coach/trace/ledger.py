"""The ledger of a deal: each requirement with the need behind it, as far as it was traced."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

CHAIN = ("why", "who", "time", "now", "wanted", "level", "source", "heard")
"""The links of a row in the order they are asked for."""


@dataclass(frozen=True)
class Open:
    """A question that the rep still has to ask: about which link, and whom (a name, or a role of `people.ROLES`)."""

    link: str
    whom: str = ""
    role: str = ""


@dataclass(frozen=True)
class Row:
    """A requirement and what is known behind it. Texts are the rep's words; empty where nothing is known yet."""

    number: int
    requirement: str
    spans: tuple[tuple[str, str], ...] = ()
    """What can be checked in it: (cue, words)."""
    why: str = ""
    who: str = ""
    role: str = ""
    """The role of `who`, one of `people.ROLES`, where it is known."""
    time: str = ""
    now: str = ""
    wanted: str = ""
    level: str = ""
    """`business` or `personal`."""
    source: str = ""
    """One of `source.SOURCES`; empty for a personal need."""
    heard: str = ""
    """`said` where the customer said it, `line` where a pasted line says it, `guess` where it is the rep's reading."""
    quote: str = ""
    """The customer's words behind the need, where there are some."""
    weak: tuple[str, ...] = ()
    """Links whose answer was kept although it only restates the requirement."""
    passed: tuple[str, ...] = ()
    """Links the rep passed over; they are asked again when the ledger is taken up later."""
    reopened: tuple[str, ...] = ()
    """Links that are asked again in this sitting, although there is an answer or an open question."""
    guessed: bool = False
    """True where an answer was given as the rep's guess."""
    open: tuple[Open, ...] = ()
    status: str = "open"
    """`open`, `done` or `skipped`."""

    def answered(self, link: str) -> bool:
        """Say whether a link has an answer, or a question that is kept open."""
        if link in self.reopened:
            return False
        return bool(getattr(self, link)) or link in self.passed or any(question.link == link for question in self.open)

    def next_link(self) -> str | None:
        """Return the link to ask for next, or None where the row is through."""
        for link in CHAIN:
            if link == "source" and self.level == "personal":
                continue
            if link == "heard" and not self.need:
                continue
            if link in ("level", "source") and not (self.need or self.why):
                continue
            if not self.answered(link):
                return link
        return None

    @property
    def need(self) -> str:
        """The gap in the rep's words, as far as it is known."""
        return self.wanted or self.now

    def with_open(self, question: Open) -> Row:
        """Return the row with an open question, one for each link."""
        return replace(self, open=(*(q for q in self.open if q.link != question.link), question))

    def without_open(self, link: str) -> Row:
        """Return the row with the question about `link` settled."""
        return replace(self, open=tuple(q for q in self.open if q.link != link))

    def taken_up(self) -> Row:
        """Return the row as it is asked again: open, passed and weak links; what is known stays till then."""
        asked = {*self.passed, *self.weak, *(question.link for question in self.open)}
        return replace(self, status="open", reopened=tuple(link for link in CHAIN if link in asked))

    def settled(self, link: str, answered: bool) -> Row:
        """Return the row after `link` was asked; an answer also removes what was open or weak about it."""
        row = replace(self, reopened=tuple(each for each in self.reopened if each != link))
        if not answered:
            return row
        row = replace(row, passed=tuple(each for each in row.passed if each != link))
        return replace(row.without_open(link), weak=tuple(each for each in row.weak if each != link))

    def texts(self) -> str:
        """Return everything that was answered, joined."""
        return "\n".join(filter(None, (self.why, self.who, self.time, self.now, self.wanted)))


@dataclass(frozen=True)
class Line:
    """A pasted line that is no requirement: a need, or something else the customer said."""

    text: str
    kind: str
    level: str = ""


@dataclass(frozen=True)
class Ledger:
    """All rows of a deal, and the lines beside them."""

    rows: tuple[Row, ...] = ()
    lines: tuple[Line, ...] = field(default=())

    def row(self, number: int) -> Row:
        """Return the row of a number; raises KeyError."""
        for row in self.rows:
            if row.number == number:
                return row
        raise KeyError(number)

    def put(self, row: Row) -> Ledger:
        """Return the ledger with a row replaced."""
        return replace(self, rows=tuple(row if old.number == row.number else old for old in self.rows))

    def add(self, requirements: Iterable[tuple[str, tuple[tuple[str, str], ...]]], lines: Iterable[Line]) -> Ledger:
        """Return the ledger with new requirements and lines; what it holds already (same words) is not added again."""
        known = {row.requirement.casefold() for row in self.rows}
        rows = list(self.rows)
        for text, spans in requirements:
            if text.casefold() not in known:
                known.add(text.casefold())
                rows.append(Row(max((row.number for row in rows), default=0) + 1, text, spans))
        said = {line.text.casefold() for line in self.lines}
        new = {line.text.casefold(): line for line in lines}
        return Ledger(tuple(rows), (*self.lines, *(line for key, line in new.items() if key not in said)))

    def blank(self, number: int) -> Ledger:
        """Return the ledger with a row as it was before any question."""
        row = self.row(number)
        return self.put(Row(row.number, row.requirement, row.spans))

    def open_rows(self) -> tuple[Row, ...]:
        """Return the rows that are not through: untouched, skipped, or with an open question."""
        return tuple(row for row in self.rows if row.status != "done" or row.open or row.weak or row.passed)

    def to_json(self) -> dict[str, Any]:
        """Return plain data for `deal.sheets["ledger"]`."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any] | None) -> Ledger:
        """Return the ledger that `to_json` wrote; None gives an empty one, unknown fields are left out."""
        data = data or {}
        return cls(
            tuple(_row(row) for row in data.get("rows", ())),
            tuple(Line(**_known(Line, line)) for line in data.get("lines", ())),
        )


def _row(data: dict[str, Any]) -> Row:
    values = _known(Row, data)
    values["spans"] = tuple((str(cue), str(text)) for cue, text in values.get("spans", ()))
    for name in ("weak", "passed", "reopened"):
        values[name] = tuple(values.get(name, ()))
    values["open"] = tuple(Open(**_known(Open, question)) for question in values.get("open", ()))
    return Row(**values)


def _known(cls: type, data: dict[str, Any]) -> dict[str, Any]:
    names = {each.name for each in fields(cls)}
    return {name: value for name, value in data.items() if name in names}
