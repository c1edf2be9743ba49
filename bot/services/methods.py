"""Answers to questions about the methods ("what is an implication question?"), found by the words people ask with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from bot.language import Catalog, base, clean, localise, to_simplified
from bot.language.finder import NONE, Finder, Found, Wording
from bot.language.plain import read_yaml

from .messages import Button, Reply
from .method_questions import LANGUAGES, MethodsError, language_of, read_other_intents, read_questions

CLAUSE = re.compile(r"[。.；;：:]")
SHORTEST_CLAUSE = 5
"""Characters under which a clause of an answer tells nothing."""
OF_ANSWER = 0.3
"""What a clause of an answer counts beside a question: its words are near, but nobody asked them."""
ENOUGH = -0.6
"""Margin from which the answer is given; below it the nearest are offered. Chosen on author `a`, held out."""
SURE = -0.3
"""Margin from which the answer stands alone; below it the next nearest are offered beside it."""
OTHERS = 2
"""How many are offered beside an answer that does not stand alone."""
NEAR = -0.9
"""Margin from which a method is near enough to be offered."""
WORDINGS = "wordings"
"""The folder beside the methods in which each author of questions has a file."""
FIRST = ("spin", "requirement_and_need", "objection_and_concern")
"""What is offered where nothing is asked for."""


@dataclass(frozen=True)
class Method:
    """One method: title, answer and wordings by `zh` and `en`, and the lesson that teaches it."""

    id: str
    title: Mapping[str, str]
    answer: Mapping[str, str]
    lesson: int
    keys: Mapping[str, list[str]]


@dataclass(frozen=True)
class Methods:
    """All methods, in the order of their files, and the questions that reps ask about them by language."""

    all: tuple[Method, ...]
    wordings: Mapping[str, list[Wording]] = field(default_factory=lambda: {language: [] for language in LANGUAGES})

    @staticmethod
    def read(folder: Path, intents: Path | None = None) -> Methods:
        """Read `data/content/methods/*.yaml`; raise `MethodsError` for an entry that lacks something.

        What Rasa's `intents` are known by is no question about a method: the examples teach that.
        """
        files = [*folder.rglob("*.yaml"), *(intents.glob("*.yml") if intents else ())]
        return _read(folder, intents, tuple((path, path.stat().st_mtime_ns) for path in sorted(files)))

    def warm(self) -> None:
        """Fit the finders of both languages now, so that the first question need not wait a second for it."""
        assert self._finders

    def find(self, question: str) -> Method | None:
        """Return the method that a question asks about, or None where no one is likely enough."""
        if (named := self._titled(question)) is not None:
            return named
        ranked = self._ranked(question)
        surely = bool(ranked) and ranked[0].topic != NONE and ranked[0].margin >= ENOUGH
        return self.by_id(ranked[0].topic) if surely else None

    def nearest(self, question: str, count: int = 3) -> list[Method]:
        """Return up to `count` methods that a question may ask about, likeliest first."""
        likely = [found.topic for found in self._ranked(question) if found.topic != NONE and found.margin >= NEAR]
        return [method for topic in likely[:count] if (method := self.by_id(topic)) is not None]

    @cached_property
    def _finders(self) -> Mapping[str, Finder]:
        return {language: Finder([*self._taught(language), *self.wordings[language]]) for language in LANGUAGES}

    def _taught(self, language: str) -> list[Wording]:
        found: list[Wording] = []
        for method in self.all:
            found += [Wording(words, method.id) for words in (method.title[language], *method.keys[language])]
            clauses = CLAUSE.split(method.answer[language])
            found += [Wording(clause, method.id, OF_ANSWER) for clause in clauses if len(clause) >= SHORTEST_CLAUSE]
        return found

    def _ranked(self, question: str) -> list[Found]:
        return self._finders[language_of(question)].rank(question)

    def reply(self, question: str, language: str, catalog: Catalog) -> Reply:
        """Answer a question, or say honestly that there is no answer and offer the nearest."""
        method = self.by_id(clean(question))
        if method is not None:
            return Reply().say(*self._answer(method, language, catalog))
        if not clean(question):
            first = [found for name in FIRST if (found := self.by_id(name))]
            return Reply().say(catalog.say("methods.which", language), *_buttons(first, language))
        method, near = self.find(question), self.nearest(question)
        if method is not None:
            sure = self._ranked(question)[0].margin >= SURE
            others = [] if sure else [other for other in near if other is not method][:OTHERS]
            return Reply().say(*self._answer(method, language, catalog), *_buttons(others, language))
        key = "methods.unknown" if near else "methods.unknown_none"
        return Reply().say(catalog.say(key, language), *_buttons(near, language))

    def _answer(self, method: Method, language: str, catalog: Catalog) -> tuple[str, Button]:
        heading = catalog.say("methods.heading", language, title=localise(method.title[base(language)], language))
        button = Button(catalog.say("methods.lesson", language, n=method.lesson), f"/lesson {method.lesson}")
        return f"{heading}\n{localise(method.answer[base(language)], language)}", button

    def _titled(self, question: str) -> Method | None:
        """Return the method whose title a text is, script and case aside."""
        text = to_simplified(clean(question)).lower()
        return next((m for m in self.all if text in (m.title["zh"].lower(), m.title["en"].lower())), None)

    def by_id(self, name: str) -> Method | None:
        """Return the method of that id, if there is one."""
        return next((method for method in self.all if method.id == name), None)


@lru_cache(maxsize=4)
def _read(folder: Path, intents: Path | None, _files: tuple[tuple[Path, int], ...]) -> Methods:
    """Read the methods once for each state of their files: the finders, once fitted, are kept with them."""
    found: dict[str, Method] = {}
    for path in sorted(folder.glob("*.yaml")):
        for name, entry in (read_yaml(path) or {}).items():
            if name in found:
                raise MethodsError(f"{path.name}: {name}: stands in two places")
            found[name] = _method(path, name, entry)
    asked = read_questions(folder / WORDINGS, found)
    other = read_other_intents(intents) if intents else {}
    return Methods(tuple(found.values()), {each: [*asked[each], *other.get(each, ())] for each in LANGUAGES})


def _buttons(methods: list[Method], language: str) -> list[Button]:
    return [Button(localise(m.title[base(language)], language), f"/method {m.id}") for m in methods]


def _method(path: Path, name: str, entry: Any) -> Method:
    for part in ("title", "keys", "answer"):
        if not isinstance(entry, dict) or set(entry.get(part) or ()) != {"zh", "en"}:
            raise MethodsError(f"{path.name}: {name}: {part} needs exactly the languages zh and en")
    if not isinstance(entry.get("lesson"), int):
        raise MethodsError(f"{path.name}: {name}: lesson needs the number of the lesson that teaches it")
    return Method(name, entry["title"], entry["answer"], entry["lesson"], entry["keys"])
