"""The sheets of a deal as headings with lines or as tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.coach.spin.plan import plan_lines
from bot.coach.spin.say import Say
from bot.coach.trace.ledger import Ledger, Row
from bot.review.words import Words
from bot.services.spin_words import fill
from bot.services.trace_words import whose

COLUMNS = ("requirement", "why", "who", "time", "now", "wanted", "level", "whose", "source", "heard")


@dataclass(frozen=True)
class Sheet:
    """A sheet: parts (a heading and its lines), or a table."""

    name: str
    parts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def sheets(stored: Mapping[str, Any], words: Words) -> list[Sheet]:
    """Return the sheets of a deal in words; one of an unknown kind is shown field by field."""
    return [_sheet(name, data, words) for name, data in stored.items() if data]


def _sheet(name: str, data: Any, words: Words) -> Sheet:
    title = words.named("sheet", name)
    if name == "call_plan":
        return Sheet(title, tuple(_plan(data, words)))
    if name == "ledger":
        rows = [tuple(_cell(row, column, words) for column in COLUMNS) for row in Ledger.from_json(data).rows]
        return Sheet(title, head=tuple(words(f"trace.column_{column}") for column in COLUMNS), rows=tuple(rows))
    fields = data.items() if isinstance(data, Mapping) else [(title, data)]
    return Sheet(title, tuple((str(key), tuple(_texts(value))) for key, value in fields))


def _plan(plan: Mapping[str, Any], words: Words) -> list[tuple[str, tuple[str, ...]]]:
    catalog, language = words.catalog, words.language
    return [
        (fill(catalog, language, Say(heading)), tuple(fill(catalog, language, line) for line in said))
        for heading, said in plan_lines(dict(plan))
    ]


def _cell(row: Row, column: str, words: Words) -> str:
    if column == "whose":
        return whose(row)
    value = str(getattr(row, column) or "")
    key = f"trace.{column}_{value}"
    if column in ("level", "source", "heard") and key in words.catalog:
        return words(key)
    return value


def _texts(value: Any) -> list[str]:
    if isinstance(value, Mapping):
        return [f"{key}: {' '.join(_texts(each))}" for key, each in value.items()]
    if isinstance(value, (list, tuple)):
        return [text for each in value for text in _texts(each)]
    return [str(value)] if value not in (None, "") else []
