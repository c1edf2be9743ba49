"""Reading the fields of a scene file, with faults that name their place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

LANGUAGES = ("zh", "en")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C loader reads a scene in 10 ms instead of 100."""


class SceneError(ValueError):
    """A scene file that cannot be read; the message names the place and the fault."""


def load(path: Path, name: str | None = None) -> Any:
    """Return what a YAML file holds; raise `SceneError` naming it (as `name`, else its own) where it is none."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.YAMLError as error:
        raise SceneError(f"{name or path.name}: not YAML: {' '.join(str(error).split())}") from error


def known(data: Any, at: str, keys: Iterable[str], needed: Iterable[str]) -> None:
    """Check that `data` is a mapping with all `needed` keys and none but `keys`."""
    if not isinstance(data, dict):
        raise SceneError(f"{at}: should be a mapping")
    for key in needed:
        if data.get(key) in (None, "", []):
            raise SceneError(f"{at}: {key} is missing")
    for key in data:
        if key not in tuple(keys):
            raise SceneError(f"{at}: {key} is not a field here")


def _both(data: Any, at: str) -> None:
    if not isinstance(data, dict):
        raise SceneError(f"{at}: needs exactly zh and en")
    if extra := [str(key) for key in data if key not in LANGUAGES]:
        raise SceneError(f"{at}: {extra[0]!r} is not a language; a text that holds a comma goes into quotation marks")
    if len(data) != len(LANGUAGES):
        raise SceneError(f"{at}: needs exactly zh and en")


def pair(data: Any, at: str) -> Mapping[str, str]:
    """Return a text in both languages."""
    _both(data, at)
    for language, text in data.items():
        if not isinstance(text, str) or not text.strip():
            raise SceneError(f"{at}.{language}: is empty or not a text")
    return {language: text.strip() for language, text in data.items()}


def words(data: Any, at: str) -> Mapping[str, tuple[str, ...]]:
    """Return texts in both languages; a single text counts as a list of one."""
    _both(data, at)
    result = {}
    for language, entry in data.items():
        result[language] = strings([entry] if isinstance(entry, str) else entry, f"{at}.{language}")
        if not result[language]:
            raise SceneError(f"{at}.{language}: is empty")
    return result


def strings(data: Any, at: str) -> tuple[str, ...]:
    """Return a list of texts (numbers are read as texts)."""
    if not isinstance(data, (list, tuple)) or any(isinstance(x, (dict, list)) or x in (None, "") for x in data):
        raise SceneError(f"{at}: should be a list of texts")
    return tuple(str(x).strip() for x in data)


def choice(value: Any, at: str, allowed: Iterable[str]) -> str:
    """Return `value` where it is one of `allowed`."""
    if value not in tuple(allowed):
        raise SceneError(f"{at}: {value!r} is not one of {', '.join(allowed)}")
    return str(value)


def number(value: Any, at: str, most: int) -> int:
    """Return a whole number from 0 to `most`."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise SceneError(f"{at}: {value!r} is not a whole number from 0 to {most}")
    return value
