"""How a ledger and its parts are put into words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.coach.trace.ledger import Ledger, Line, Open, Row
from bot.coach.trace.links import Fault, ledger_faults, unlinked
from bot.coach.trace.people import people, setters
from bot.coach.trace.spans import is_measure

from .listed import listed
from .messages import Button
from .trace_book import COLUMNS
from .turn import TurnContext

SHOWN = 12
"""Items or rows in one message."""
CELL = 90
"""Characters of an answer in a chat message; files hold all."""
ASKED = ("why", "who", "time", "now", "wanted")
"""Links that are answered in free words."""


def t(turn: TurnContext, key: str, **values: object) -> str:
    """Return the sentence `trace.<key>`."""
    return turn.text(f"trace.{key}", **values)


def short(text: str, length: int = CELL) -> str:
    """Return `text` on one line, cut at `length` characters."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def numbered(turn: TurnContext, rows: Sequence[Row], lines: Sequence[Line]) -> str:
    """Return sorted items as a list: requirements by number with what can be checked in them, other lines by letter."""
    out = [_item(turn, row) for row in rows[:SHOWN]]
    if len(rows) > SHOWN:
        out.append(t(turn, "and_more", count=len(rows) - SHOWN))
    for letter, line in zip("abcdefghijklmnopqrstuvwxyz", lines[: SHOWN // 2]):
        kind = t(turn, f"kind_need_{line.level or 'business'}" if line.kind == "need" else "kind_other")
        out.append(t(turn, "item_line", letter=letter, text=short(line.text), kind=kind))
    if len(lines) > SHOWN // 2:
        out.append(t(turn, "and_more_lines", count=len(lines) - SHOWN // 2))
    return "\n".join(out)


def _item(turn: TurnContext, row: Row) -> str:
    found = [t(turn, f"cue_{_kind(cue, words)}", words=words) for cue, words in row.spans if cue != "absolute"]
    marks = t(turn, "marks", found=listed(turn, "trace.listed", found)) if found else ""
    return t(turn, "item_row", number=row.number, text=short(row.requirement), marks=marks).rstrip()


def _kind(cue: str, words: str) -> str:
    return "measure" if cue == "quantity" and is_measure(words) else cue


def whom(turn: TurnContext, question: Open) -> str:
    """Return the person of an open question: a name, or the role in words."""
    return question.whom or t(turn, f"role_{question.role or 'users'}")


def to_ask(turn: TurnContext, row: Row, question: Open) -> str:
    """Return the open question as the rep can put it to that person."""
    return t(turn, f"ask_{question.link}", item=short(row.requirement, 60))


def question(turn: TurnContext, row: Row, link: str, guess: str | None = None) -> str:
    """Return the coach's question about a link of a row."""
    key = f"q_{link}"
    values: dict[str, object] = {"item": short(row.requirement, 60)}
    if link == "who" and (named := setters(row.why)):
        key, values["who"] = "q_who_named", named[-1].text
    if link == "source" and guess:
        key, values["source"] = "q_source_guess", t(turn, f"source_{guess}")
    if link in ("level", "heard"):
        values["need"] = short(row.need or row.why)
    return t(turn, key, **values)


def whose(row: Row) -> str:
    """Return whose need it is: who set the requirement; where that is only procurement, who is named in the gap."""
    if row.who and row.role != "procurement" and "who" not in row.weak:
        return row.who
    named = [person for text in (row.wanted, row.now, row.why) for person in people(text)]
    return next((person.text for person in named if person.role != "procurement"), row.who)


def cell(turn: TurnContext, row: Row, column: str) -> str:
    """Return a cell of the exported ledger."""
    if column == "number":
        return str(row.number)
    if column == "whose":
        return whose(row)
    if column in ("level", "source", "heard"):
        value = getattr(row, column)
        said = t(turn, f"{column}_{value}") if value else ""
        return f"{said} “{row.quote}”" if column == "heard" and row.quote else said
    if column == "open":
        return "\n".join(
            t(turn, "open_one", whom=whom(turn, each), question=to_ask(turn, row, each)) for each in row.open
        )
    return str(getattr(row, column))


def head(turn: TurnContext) -> list[str]:
    """Return the headings of the exported ledger."""
    return [t(turn, f"column_{column}") for column in COLUMNS]


def gap(turn: TurnContext, row: Row) -> str:
    """Return the need as a gap between now and wanted."""
    none = t(turn, "unknown")
    ends = {
        end: t(turn, "quoted", text=short(text)) if text else none
        for end, text in (("now", row.now), ("wanted", row.wanted))
    }
    return t(turn, "gap", **ends)


def row_lines(turn: TurnContext, row: Row) -> str:
    """Return a row of the ledger for the chat."""
    parts = [t(turn, f"level_{row.level}") if row.level else "", short(whose(row), 40)]
    parts += [t(turn, f"source_{row.source}") if row.source else "", t(turn, f"heard_{row.heard}") if row.heard else ""]
    lines = [t(turn, "row_head", number=row.number, text=short(row.requirement))]
    if row.need or row.why:
        lines.append(gap(turn, row))
    if row.why and row.why not in (row.now, row.wanted):
        lines.append(t(turn, "row_why", why=short(row.why)))
    if any(parts):
        lines.append(" · ".join(filter(None, parts)))
    if row.open:
        lines.append(t(turn, "row_open", count=len(row.open)))
    return "\n   ".join(lines)


def screen(turn: TurnContext, title: str, ledger: Ledger, first: Sequence[int] = ()) -> str:
    """Return the ledger on one screen: the rows of `first` before the others, untouched ones only counted."""
    order = sorted(ledger.rows, key=lambda row: (row.number not in first, row.number))
    touched = [row for row in order if row.status == "done" or row.texts() or row.open]
    untouched = len(ledger.rows) - len(touched)
    lines = [t(turn, "screen_head", title=title, rows=len(ledger.rows), traced=len(touched))]
    lines += [row_lines(turn, row) for row in touched[:8]]
    if len(touched) > 8:
        lines.append(t(turn, "and_more", count=len(touched) - 8))
    if untouched:
        lines.append(t(turn, "screen_untouched", count=untouched))
    if needs := unlinked(ledger):
        lines.append(t(turn, "screen_needs", needs="\n".join(f"   · {short(line.text)}" for line in needs[:5])))
    return "\n\n".join(lines)


def fault(turn: TurnContext, found: Fault) -> str:
    """Return a fault of the links in words."""
    if found.kind == "merged_rows":
        fits = "one" if found.fits else "none"
        return t(turn, f"fault_merged_{fits}", number=found.number, other=found.other, fits=found.fits)
    if found.kind == "merged_cell":
        return t(
            turn, "fault_merged_cell", number=found.number, one=short(found.parts[0], 40), two=short(found.parts[1], 40)
        )
    if found.kind == "invented":
        return t(turn, "fault_invented", number=found.number)
    return t(turn, "fault_missing", number=found.number, links=t(turn, f"link_{found.link}"))


def faults(turn: TurnContext, ledger: Ledger) -> str:
    """Return all faults of a ledger, missing links gathered by row; empty where there is none."""
    found = ledger_faults(ledger)
    missing: dict[int, list[str]] = {}
    for each in found:
        if each.kind == "missing":
            missing.setdefault(each.number, []).append(t(turn, f"link_{each.link}"))
    lines = [fault(turn, each) for each in found if each.kind != "missing"]
    lines += [
        t(turn, "fault_missing", number=number, links=listed(turn, "trace.listed", links))
        for number, links in missing.items()
    ]
    if len(lines) > SHOWN:
        lines = [*lines[:SHOWN], t(turn, "and_more", count=len(lines) - SHOWN)]
    return "\n".join([t(turn, "faults_head"), *lines]) if lines else ""


def asking(turn: TurnContext, ledger: Ledger) -> str:
    """Return the open questions by the person to ask; empty where nothing is open."""
    by_person: dict[str, list[str]] = {}
    for row in ledger.rows:
        for each in row.open:
            by_person.setdefault(whom(turn, each), []).append(to_ask(turn, row, each))
    if not by_person:
        return ""
    lines = [t(turn, "asking_head")]
    for person, questions in sorted(by_person.items(), key=lambda pair: -len(pair[1]))[:5]:
        lines += [t(turn, "asking_person", whom=person), *(f"   · {each}" for each in questions[:4])]
        if len(questions) > 4:
            lines.append("   " + t(turn, "and_more", count=len(questions) - 4))
    return "\n".join(lines)


def buttons(turn: TurnContext, row: Row, link: str, guess: str | None = None) -> list[Button]:
    """Return the buttons under the question about a link."""

    def press(key: str, value: str, **values: object) -> Button:
        return turn.button(f"trace.{key}", value, **values)

    first: list[Button] = []
    if link == "who" and (named := setters(row.why)):
        first = [press("button_named", "named", who=short(named[-1].text, 20))]
    if link == "level":
        first = [press("level_business", "business"), press("level_personal", "personal")]
    if link == "heard":
        first = [press("button_said", "said"), press("button_guess", "guess")]
    if link == "source":
        order = sorted(("goal", "policy", "competitor", "chain", "technology"), key=lambda source: source != guess)
        first = [press(f"source_{source}", source) for source in order]
    usual = [press(f"button_{name}", name) for name in ("unknown", "skip", "next", "finish")]
    return [*first, *usual]


def kinds(rows: Sequence[Row], lines: Sequence[Line]) -> dict[str, int]:
    """Return how many requirements, needs and other lines there are."""
    count = Counter(line.kind for line in lines)
    return {"requirements": len(rows), "needs": count["need"], "others": count["other"]}
