"""Who is only named in passing in a scene, and what is said of them: `names/<scene>.yaml` beside the scenes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from .scene_fields import LANGUAGES, SceneError, known, load, strings

FOLDER = "names"

Named = Mapping[str, Mapping[str, tuple[str, ...]]]


def read_names(folder: Path, scene: str) -> Named:
    """Return the answers to "who is that?" by language and name; empty where no file is there.

    Raise `SceneError` naming the file and the place of a fault.
    """
    path = folder / FOLDER / f"{scene}.yaml"
    if not path.is_file():
        return {}
    data = load(path, f"{FOLDER}/{path.name}")
    try:
        known(data, FOLDER, LANGUAGES, ())
        return {language: _names(names, language) for language, names in data.items()}
    except SceneError as error:
        raise SceneError(f"{FOLDER}/{path.name}: {error}") from error


def _names(data: object, at: str) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(data, Mapping):
        raise SceneError(f"{at}: should be a mapping of names to lists of texts")
    return {str(name): strings(texts, f"{at}.{name}") for name, texts in data.items()}
