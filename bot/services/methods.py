"""Answers to questions about the methods ("what is an implication question?"), found by the words people ask with."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from bot.language import Catalog, base, clean, localise, to_simplified

from .messages import Button, Reply

PIECE = re.compile(r"[\u3400-\u9fff]+|[a-z0-9]+")
ENOUGH = {"zh": 0.3, "en": 0.5}
"""Likeness of a question to a wording (0 to 1) from which the answer is given."""
NEAR = 0.12
"""Likeness from which a method counts as near enough to be offered."""
SHELL = re.compile(
    r"什么是|是什么|怎么办|怎么样|为什么|怎么|如何|什么|哪些|哪|请问|吗|呢|的|了|我们|我|该|要"
    r"|\b(?:what'?s?|is|are|how|do|does|did|should|can|could|would|i|we|my|our|the|a|an|to|of|in|me|you|it|please|tell|about)\b"
)
"""Words that every question is made of; they tell no method from another."""
FIRST = ("spin", "requirement_and_need", "objection_and_concern")
"""What is offered where nothing is asked for."""


class MethodsError(ValueError):
    """A methods file that cannot be used; the message names the file, the entry and the fault."""


@dataclass(frozen=True)
class Method:
    """One method: title and answer by `zh` and `en`, the lesson that teaches it, the gram sets of its wordings."""

    id: str
    title: Mapping[str, str]
    answer: Mapping[str, str]
    lesson: int
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

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """Return how much each gram tells: the fewer methods use it, the more."""
        used = Counter(gram for method in self.all for gram in frozenset().union(*method.keys))
        return {gram: math.log(1 + len(self.all) / count) for gram, count in used.items()}

    def find(self, question: str) -> Method | None:
        """Return the method that a question asks about, or None where none is like it enough."""
        ranked = self._ranked(question)
        return ranked[0][1] if ranked and ranked[0][0] >= ENOUGH["en" if question.isascii() else "zh"] else None

    def nearest(self, question: str, count: int = 3) -> list[Method]:
        """Return up to `count` methods that are most like a question, nearest first."""
        return [method for like, method in self._ranked(question)[:count] if like >= NEAR]

    def _ranked(self, question: str) -> list[tuple[float, Method]]:
        asked = grams(question)
        if not asked:
            return []
        found = [(max(self._likeness(key, asked) for key in method.keys), method) for method in self.all]
        return sorted(found, key=lambda pair: -pair[0])

    def _likeness(self, key: frozenset[str], asked: frozenset[str]) -> float:
        # A gram that no wording has counts in full against the question: it is about something else.
        shared = key & asked
        if not shared:
            return 0.0
        return self._mass(shared) / math.sqrt(self._mass(key) * self._mass(asked) or 1.0)

    def _mass(self, some: frozenset[str]) -> float:
        unknown = math.log(1 + len(self.all))
        return sum(self.weights.get(gram, unknown) for gram in some)

    def reply(self, question: str, language: str, catalog: Catalog) -> Reply:
        """Answer a question, or say honestly that there is no answer and offer the nearest."""
        method = self.by_id(clean(question)) or self.find(question)
        if method is not None:
            title = localise(method.title[base(language)], language)
            heading = catalog.say("methods.heading", language, title=title)
            button = Button(catalog.say("methods.lesson", language, n=method.lesson), f"/lesson {method.lesson}")
            return Reply().say(f"{heading}\n{localise(method.answer[base(language)], language)}", button)
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
    for piece in PIECE.findall(SHELL.sub(" ", to_simplified(clean(text)).lower())):
        size = 3 if piece.isascii() else 2
        padded = f" {piece.rstrip('s') if len(piece) > 3 else piece} " if piece.isascii() else piece
        found.update(padded[i : i + size] for i in range(max(1, len(padded) - size + 1)))
        found.update(padded if not piece.isascii() else [piece])
    return frozenset(found)


def _buttons(methods: list[Method], language: str) -> list[Button]:
    return [Button(localise(m.title[base(language)], language), f"/method {m.id}") for m in methods]


def _method(path: Path, name: str, entry: Any) -> Method:
    for part in ("title", "keys", "answer"):
        if not isinstance(entry, dict) or set(entry.get(part) or ()) != {"zh", "en"}:
            raise MethodsError(f"{path.name}: {name}: {part} needs exactly the languages zh and en")
    if not isinstance(entry.get("lesson"), int):
        raise MethodsError(f"{path.name}: {name}: lesson needs the number of the lesson that teaches it")
    words = [*entry["title"].values(), *entry["keys"]["zh"], *entry["keys"]["en"]]
    keys = tuple(key for word in words if (key := grams(word)))
    return Method(name, entry["title"], entry["answer"], entry["lesson"], keys)
