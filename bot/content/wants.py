"""The kinds of question from `data/content/questions/<author>.<language>.yaml`: a kind, a list of questions."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from bot.language.wants import KINDS, Wants
from bot.settings import ROOT

from .learnt import shelf
from .scene_fields import LANGUAGES, SceneError, load, strings

FOLDER = ROOT / "data" / "content" / "questions"


@lru_cache(maxsize=4)
def read_wants(folder: Path = FOLDER) -> dict[str, Wants]:
    """Return by language what tells the kinds of question apart; raise `SceneError` for a kind that there is not."""
    return {language: Wants(read_questions(folder, language), shelf()) for language in LANGUAGES}


def read_questions(folder: Path, language: str) -> dict[str, list[str]]:
    """Return the questions of all authors in a language, by kind."""
    found: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for path in sorted(folder.glob(f"*.{language}.yaml")):
        for kind, lines in load(path).items():
            if kind not in found:
                raise SceneError(f"{path.name}: {kind} is not a kind of question ({', '.join(KINDS)})")
            found[kind].extend(strings(lines, f"{path.name}: {kind}"))
    return found
