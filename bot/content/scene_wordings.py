"""How reps ask for what a scene holds: `wordings/<scene>.<language>.yaml` beside the scenes, a list of lines a key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.coach.buyer.scene import Scene
from bot.coach.buyer.ways import Asked

from .scene_fields import LANGUAGES, SceneError, load, strings

FOLDER = "wordings"
NONE = "none"
"""The key of lines that nothing in the scene answers."""
SURFACE = "surface"
KEY = re.compile(rf"(?P<item>(?:step:)?[\w-]+(?:\.(?:why|who|now))?)(?:\.(?P<part>{SURFACE}|\d+(?:,\d+)*))?")


def read_wordings(folder: Path, scene: Scene) -> dict[str, tuple[Asked, ...]]:
    """Return by language how reps ask in `scene`; empty where nobody wrote it down.

    A key is an item's id, with `.2` or `.1,2` for those of its answers (counted from 1) that answer the lines directly,
    `.surface` for a bare question of fact beside a problem, `step:<id>` for a next step, or `none`.
    Raise `SceneError` naming the file and the key for what the scene does not have.
    """
    found = {}
    for language in LANGUAGES:
        path = folder / FOLDER / f"{scene.id}.{language}.yaml"
        found[language] = tuple(_asked(path, scene, language)) if path.is_file() else ()
    return found


def _read(path: Path) -> Mapping[Any, Any]:
    data = load(path)
    if not isinstance(data, Mapping):
        raise SceneError(f"{path.name}: should be a mapping of items to lists of lines")
    return data


def _asked(path: Path, scene: Scene, language: str) -> Iterator[Asked]:
    for key, lines in _read(path).items():
        at = f"{path.name}: {key}"
        item, answers, surface = target(str(key), at, scene, language)
        for text in strings(lines, at):
            yield Asked(text, item, answers, surface)


def target(key: str, at: str, scene: Scene, language: str) -> tuple[str, tuple[int, ...], bool]:
    """Return the item a key names, which of its answers, and whether its surface; raise `SceneError` for a fault."""
    if key == NONE:
        return "", (), False
    match = KEY.fullmatch(key)
    if match is None:
        raise SceneError(f"{at}: should be an item's id, perhaps with .1 or .1,2 or .{SURFACE}, or {NONE}")
    name, part = match["item"], match["part"]
    if name.startswith("step:"):
        if name[5:] not in {step.id for step in scene.steps}:
            raise SceneError(f"{at}: {name[5:]} is not a step of the scene")
        return name, (), False
    if (item := scene.by_id.get(name)) is None:
        raise SceneError(f"{at}: {name} is not in the scene")
    if part == SURFACE:
        if not item.surface.get(language):
            raise SceneError(f"{at}: {name} has no surface")
        return name, (), True
    answers = tuple(int(n) - 1 for n in part.split(",")) if part else ()
    if said := [n + 1 for n in answers if not 0 <= n < len(item.says.get(language, ()))]:
        raise SceneError(f"{at}: {name} has no answer {said[0]}")
    return name, answers, False
