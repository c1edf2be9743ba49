"""Questions about the methods as reps ask them, by author; and texts that ask about none."""

from __future__ import annotations

import re
from collections.abc import Container
from pathlib import Path

from bot.language.finder import NONE, Wording
from bot.language.plain import read_yaml

LANGUAGES = ("zh", "en")
CHINESE = re.compile(r"[\u3400-\u9fff]")
UNKNOWN = "unknown"
"""The key of the questions that no method answers."""
ASKING = "ask_method"
"""The intent whose examples do ask about methods."""
OF_INTENT = 0.5
"""What an intent's example counts beside an asked question."""


class MethodsError(ValueError):
    """A methods file that cannot be used; the message names the file, the entry and the fault."""


def read_questions(folder: Path, known: Container[str]) -> dict[str, list[Wording]]:
    """Read `AUTHOR.yaml` in `folder`: by language and method what this author asked; raise `MethodsError`."""
    found: dict[str, list[Wording]] = {language: [] for language in LANGUAGES}
    for path in sorted(folder.glob("*.yaml")):
        for language, asked in (read_yaml(path) or {}).items():
            for name, questions in asked.items():
                if language not in LANGUAGES or (name != UNKNOWN and name not in known):
                    raise MethodsError(f"{path.name}: {language}: {name}: no such method or language")
                found[language] += [Wording(question, NONE if name == UNKNOWN else name) for question in questions]
    return found


def read_other_intents(folder: Path) -> dict[str, list[Wording]]:
    """Read the examples of all intents in Rasa's `data/nlu` but the one that asks about methods."""
    found: dict[str, list[Wording]] = {language: [] for language in LANGUAGES}
    for path in sorted(folder.glob("*.yml")):
        for entry in read_yaml(path).get("nlu", ()):
            if entry.get("intent", ASKING) == ASKING:
                continue
            for line in entry["examples"].splitlines():
                if text := line.removeprefix("- ").strip():
                    found[language_of(text)].append(Wording(text, NONE, OF_INTENT))
    return found


def language_of(text: str) -> str:
    """Return the language in which a text is looked up: `zh` where it holds Chinese, else `en`."""
    return "zh" if CHINESE.search(text) else "en"
