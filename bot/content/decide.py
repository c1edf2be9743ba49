"""Reads the drill cases (`data/content/decide/cases-*.yaml`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from bot.coach.decide.drill import LABELS, Case
from bot.language.plain import read_yaml


class CaseError(ValueError):
    """A drill case that cannot be used; the message names the file, the case and the fault."""


def read_cases(folder: Path) -> dict[str, tuple[Case, ...]]:
    """Return the drill cases by the language they are written in (`zh`, `en`)."""
    return {language: _read(folder / f"cases-{language}.yaml") for language in ("zh", "en")}


def _read(path: Path) -> tuple[Case, ...]:
    try:
        entries = read_yaml(path) or []
    except (OSError, yaml.YAMLError) as error:
        raise CaseError(f"{path.name}: {' '.join(str(error).split())}") from error
    cases = tuple(_case(path, entry) for entry in entries)
    if len({case.id for case in cases}) != len(cases):
        raise CaseError(f"{path.name}: two cases have the same id")
    return cases


def _case(path: Path, entry: Any) -> Case:
    name = f"{path.name}: {entry.get('id') if isinstance(entry, dict) else entry}"
    if not isinstance(entry, dict) or set(entry) != {"id", "industry", "text", "label", "evidence", "why"}:
        raise CaseError(f"{name}: a case has id, industry, text, label, evidence, why")
    if entry["label"] not in LABELS:
        raise CaseError(f"{name}: label is {entry['label']!r}; it is {', '.join(LABELS)}")
    lost = [quote for quote in entry["evidence"] if quote not in entry["text"]]
    if lost or not entry["evidence"]:
        raise CaseError(f"{name}: the text does not hold the evidence {lost or '(none)'}")
    return Case(entry["id"], entry["industry"], entry["text"], entry["label"], tuple(entry["evidence"]), entry["why"])
