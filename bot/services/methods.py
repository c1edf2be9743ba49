"""Answers to questions about the methods ("what is an implication question?"), found by the words people ask with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.language import Catalog, base, clean, localise, to_simplified

from .messages import Button, Reply

PIECE = re.compile(r"[\u3400-\u9fff]+|[a-z0-9]+")
ENOUGH = 0.75
"""Share of a key's grams that the question must hold for the key to count."""
NEAR = 0.34
"""Share from which a method counts as near enough to be offered."""
FIRST = ("spin", "requirement_and_need", "objection_and_concern")
"""What is offered where nothing is asked for."""


class MethodsError(ValueError):
    """A methods file that cannot be used; the message names the file, the entry and the fault."""


@dataclass(frozen=True)
class Method:
    """One method: title and answer by `zh` and `en`; `keys` are the gram sets of the words it is asked with."""

    id: str
    title: Mapping[str, str]
    answer: Mapping[str, str]
    keys: tuple[frozenset[str], ...]


@dataclass(frozen=True)
class Methods:
    """All methods, in the order of their files."""

    all: tuple[Method, ...]

    @classmethod
    def read(cls, folder: Path) -> Methods:
        """Read `data/content/methods/*.yaml`; raise `MethodsError` for an entry that lacks something."""
        found: dict[str, Method] = {}
        for path in sorted(folder.glob("*.yaml")):
            for name, entry in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).items():
                if name in found:
                    raise MethodsError(f"{path.name}: {name}: stands in two places")
                found[name] = _method(path, name, entry)
        return cls(tuple(found.values()))

    def find(self, question: str) -> Method | None:
        """Return the method that a question asks about, or None where none is named well enough."""
        asked = grams(question)
        best, most = None, 0
        for method in self.all:
            # What counts is how much of the question the method's own words explain.
            told = frozenset().union(*(key for key in method.keys if _share(key, asked) >= ENOUGH)) & asked
            if len(told) > most:
                best, most = method, len(told)
        return best

    def nearest(self, question: str, count: int = 3) -> list[Method]:
        """Return up to `count` methods that share the most with a question, nearest first."""
        asked = grams(question)
        shares = {method.id: max(_share(key, asked) for key in method.keys) for method in self.all}
        near = [method for method in self.all if shares[method.id] >= NEAR]
        return sorted(near, key=lambda method: -shares[method.id])[:count]

    def reply(self, question: str, language: str, catalog: Catalog) -> Reply:
        """Answer a question, or say honestly that there is no answer and offer the nearest."""
        method = self.by_id(clean(question)) or self.find(question)
        if method is not None:
            title = localise(method.title[base(language)], language)
            heading = catalog.say("methods.heading", language, title=title)
            return Reply().say(f"{heading}\n{localise(method.answer[base(language)], language)}")
        if not clean(question):
            first = [found for name in FIRST if (found := self.by_id(name))]
            return Reply().say(catalog.say("methods.which", language), *_buttons(first, language))
        near = self.nearest(question)
        key = "methods.unknown" if near else "methods.unknown_none"
        return Reply().say(catalog.say(key, language), *_buttons(near, language))

    def by_id(self, name: str) -> Method | None:
        """Return the method of that id, if there is one."""
        return next((method for method in self.all if method.id == name), None)


def grams(text: str) -> frozenset[str]:
    """Return the pairs of Chinese characters and the letter triples of Latin words in `text`, script and case aside."""
    found: set[str] = set()
    for piece in PIECE.findall(to_simplified(clean(text)).lower()):
        size = 3 if piece.isascii() else 2
        padded = f" {piece.rstrip('s') if len(piece) > 3 else piece} " if piece.isascii() else piece
        found.update(padded[i : i + size] for i in range(max(1, len(padded) - size + 1)))
    return frozenset(found)


def _share(key: frozenset[str], asked: frozenset[str]) -> float:
    return len(key & asked) / len(key)


def _buttons(methods: list[Method], language: str) -> list[Button]:
    return [Button(localise(m.title[base(language)], language), f"/method {m.id}") for m in methods]


def _method(path: Path, name: str, entry: Any) -> Method:
    for part in ("title", "keys", "answer"):
        if not isinstance(entry, dict) or set(entry.get(part) or ()) != {"zh", "en"}:
            raise MethodsError(f"{path.name}: {name}: {part} needs exactly the languages zh and en")
    words = [*entry["title"].values(), *entry["keys"]["zh"], *entry["keys"]["en"]]
    return Method(name, entry["title"], entry["answer"], tuple(grams(word) for word in words))
