"""The coach's sentences, read from `data/content/replies/*.yaml`: a key, a language, one or more wordings."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from random import Random

import yaml

from .detect import base, localise
from .plain import read_yaml


class CatalogError(ValueError):
    """A reply file that cannot be used; the message names the file, the key and the fault."""


class Catalog:
    """Wordings by key. A file holds `key: {zh: …, en: …}` (a text or a list); the file's name prefixes its keys."""

    def __init__(self, wordings: Mapping[str, Mapping[str, tuple[str, ...]]]) -> None:
        self._wordings = wordings

    @classmethod
    def read(cls, folder: Path, name: str = "*") -> Catalog:
        """Read every file of `folder` (or only `name`); raise `CatalogError` where a language or wording is missing."""
        wordings: dict[str, dict[str, tuple[str, ...]]] = {}
        for path in sorted(folder.glob(f"{name}.yaml")):
            for key, entry in _load(path).items():
                wordings[f"{path.stem}.{key}"] = _entry(path, key, entry)
        return cls(wordings)

    def __contains__(self, key: str) -> bool:
        return key in self._wordings

    def keys(self) -> tuple[str, ...]:
        """Return all keys, in the order of the files."""
        return tuple(self._wordings)

    def say(self, key: str, language: str, rng: Random | None = None, **values: object) -> str:
        """Return the wording of `key` in `language` (zh-Hans, zh-Hant, en), `{names}` filled from `values`.

        Where a key has several wordings `rng` chooses; without it the first stands. Raises KeyError for an unknown key.
        """
        options = self.variants(key, language)
        text = options[rng.randrange(len(options))] if rng and len(options) > 1 else options[0]
        # The wording is converted before it is filled: what the rep wrote stays as written.
        return localise(text, language).format(**values) if values else localise(text, language)

    def variants(self, key: str, language: str) -> tuple[str, ...]:
        """Return all wordings of `key`, unfilled and in Simplified where the language is Chinese."""
        return self._wordings[key][base(language)]


def _load(path: Path) -> dict[str, object]:
    try:
        loaded = read_yaml(path) or {}
    except yaml.YAMLError as error:
        raise CatalogError(f"{path.name}: {' '.join(str(error).split())}") from error
    return dict(loaded)


def _entry(path: Path, key: str, entry: object) -> dict[str, tuple[str, ...]]:
    if not isinstance(entry, dict) or set(entry) != {"zh", "en"}:
        raise CatalogError(f"{path.name}: {key}: needs exactly the languages zh and en")
    result = {}
    for language, texts in entry.items():
        options = tuple([texts] if isinstance(texts, str) else texts)
        if not options or not all(isinstance(text, str) and text.strip() for text in options):
            raise CatalogError(f"{path.name}: {key}: {language}: a wording is empty")
        result[language] = tuple(text.strip() for text in options)
    return result
