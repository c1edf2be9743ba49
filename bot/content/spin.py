"""Reads the example questions of the SPIN walk and says what is wrong with them, naming file and place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.coach.spin.examples import GENERAL, Examples, Field
from bot.language.plain import read_yaml

LINES = {"s": 1, "p": 2, "i": 1, "d": 1, "n": 1, "a": 1}
"""The keys of a field's lines and how many of each it has."""


class SpinContentError(ValueError):
    """An example file that cannot be used; the message names the file, the field and the fault."""


def read_examples(folder: Path) -> Examples:
    """Read `examples.yaml` of `folder`; raise `SpinContentError` where a field lacks something."""
    path = folder / "examples.yaml"
    fields = [_field(path, entry) for entry in read_yaml(path)]
    if [field.id for field in fields].count(GENERAL) != 1:
        raise SpinContentError(f"{path.name}: needs exactly one field with the id {GENERAL}")
    return Examples(fields)


def _field(path: Path, entry: dict[str, Any]) -> Field:
    where = f"{path.name}: {entry.get('id', '?')}"
    try:
        return Field(
            id=entry["id"],
            name=entry["name"],
            product={language: tuple(entry["product"][language]) for language in ("zh", "en")},
            buyer={language: tuple(entry["buyer"][language]) for language in ("zh", "en")},
            customers=entry["customers"],
            lines={language: _lines(f"{where}: {language}", entry[language]) for language in ("zh", "en")},
        )
    except KeyError as error:
        raise SpinContentError(f"{where}: {error.args[0]} is missing") from error


def _lines(where: str, entry: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    lines = {}
    for key, number in LINES.items():
        texts = entry[key] if isinstance(entry[key], list) else [entry[key]]
        if len(texts) != number or not all(isinstance(text, str) and text.strip() for text in texts):
            raise SpinContentError(f"{where}: {key}: needs {number} text(s)")
        lines[key] = tuple(texts)
    return lines
