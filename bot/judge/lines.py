"""The training lines under `data/utterances`: reading, checking, fingerprint."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.coach.judgement import LABELS, LEVELS, NEEDS, Kind
from bot.judge.errors import JudgeError


@dataclass(frozen=True)
class Example:
    """One labelled line of one author."""

    id: str
    kind: Kind
    label: str
    level: str | None
    lang: str
    author: str
    industry: str
    text: str


def load(data: Path) -> list[Example]:
    """Read all lines of `data`; raise `JudgeError` naming file and line of the first that breaks the schema."""
    found = [example for path in files(data) for example in _read(path)]
    if not found:
        raise JudgeError(f"there are no training lines in {data}; restore data/utterances from the repository")
    return found


def files(data: Path) -> list[Path]:
    """Return the files of training lines, one an author, in the order of their names."""
    return sorted(data.glob("*.jsonl"))


def fingerprint(*paths: Path) -> str:
    """Return a digest of names and contents of `paths`, 12 hexadecimal digits."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def _read(path: Path) -> Iterator[Example]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                yield parse(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                raise JudgeError(f"{path.name}, line {number}: {error}") from error


def parse(row: dict[str, str]) -> Example:
    """Return the example of a row; raise ValueError or KeyError where it breaks the schema."""
    kind, label, level = row["kind"], row["label"], row.get("level")
    if kind not in LABELS or label not in LABELS[kind]:
        raise ValueError(f"{label!r} is no label of {kind!r}")
    if (level is not None) != (label in NEEDS) or (level is not None and level not in LEVELS):
        raise ValueError(f"level {level!r} does not fit the label {label}")
    if not row["text"].strip():
        raise ValueError("the text is empty")
    return Example(row["id"], kind, label, level, row["lang"], row["author"], row["industry"], row["text"])
