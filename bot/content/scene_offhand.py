"""What a buyer says off-hand to what the sheet does not hold: `offhand/<scene>.yaml` beside the scenes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.coach.buyer.offhand import SPOKEN
from bot.coach.buyer.scene import Person, Scene, Words

from .scene_fields import LANGUAGES, SceneError, known, load, strings, words

FOLDER = "offhand"

Named = Mapping[str, Mapping[str, tuple[str, ...]]]


def read_offhand(folder: Path, scene: Scene) -> tuple[tuple[Person, ...], Named]:
    """Return the people of `scene` with what they say off-hand, and what is said of others, by language and name.

    Both are as they were where no file is there. Raise `SceneError` naming the file and the place of a fault.
    """
    path = folder / FOLDER / f"{scene.id}.yaml"
    if not path.is_file():
        return scene.people, scene.named
    data = load(path, f"{FOLDER}/{path.name}")
    try:
        known(data, FOLDER, ("people", "names"), ("people",))
        known(data["people"], "people", [p.id for p in scene.people], ())
        own = {person: _lines(lines, f"people.{person}") for person, lines in data["people"].items()}
        people = tuple(replace(p, offhand=own.get(p.id, {})) for p in scene.people)
        return people, _named(data.get("names") or {})
    except SceneError as error:
        raise SceneError(f"{FOLDER}/{path.name}: {error}") from error


def _lines(data: Any, at: str) -> dict[str, Words]:
    known(data, at, SPOKEN, ())
    return {kind: words(texts, f"{at}.{kind}") for kind, texts in data.items()}


def _named(data: Any) -> Named:
    known(data, "names", LANGUAGES, ())
    found = {}
    for language, names in data.items():
        if not isinstance(names, Mapping):
            raise SceneError(f"names.{language}: should be a mapping of names to lists of texts")
        found[language] = {str(name): strings(texts, f"names.{language}.{name}") for name, texts in names.items()}
    return found
