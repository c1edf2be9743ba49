"""What reps ask next, by the answer just given: `followups/<scene>.<language>.yaml` beside the scenes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.coach.buyer.asked import last_question
from bot.coach.buyer.reading import leans
from bot.coach.buyer.scene import Scene
from bot.coach.buyer.ways import Asked, FollowUp

from .scene_fields import LANGUAGES, SceneError, load
from .scene_wordings import target

FOLDER = "followups"
OR = " | "
"""What stands between the keys of answers that meet a question each."""


def read_followups(folder: Path, scene: Scene) -> dict[str, tuple[FollowUp, ...]]:
    """Return by language what reps ask in `scene` after each answer; empty where nobody wrote it down.

    A key is an answer of the scene (`seven.2`, counted from 1), under it a list of mappings of one line each: what
    meets the question (keys as in the wordings, the best first, joined by ` | `; `none` where nothing does), and the
    line. Raise `SceneError` naming the file and the key for what the scene does not have.
    """
    found = {}
    for language in LANGUAGES:
        path = folder / FOLDER / f"{scene.id}.{language}.yaml"
        found[language] = tuple(_followups(path, scene, language)) if path.is_file() else ()
    return found


def ways_of_asking(followups: tuple[FollowUp, ...], language: str) -> Iterator[Asked]:
    """Give for each follow-up its question as a way of asking for what meets it best."""
    for one in followups:
        question = last_question(one.text, language)
        # "Since when?" asks for nothing by itself: what leads to it belongs to it.
        text = one.text if leans(question, language) else question
        best = one.wants[0]
        yield Asked(text, best.item, best.answers, best.surface)


def _followups(path: Path, scene: Scene, language: str) -> Iterator[FollowUp]:
    data = load(path)
    if not isinstance(data, Mapping):
        raise SceneError(f"{path.name}: should be a mapping of answers to lists of lines")
    for key, lines in data.items():
        at = f"{path.name}: {key}"
        item, answers, _ = target(str(key), at, scene, language)
        if len(answers) != 1:
            raise SceneError(f"{at}: should be one answer of an item, such as {item}.1")
        if not isinstance(lines, list):
            raise SceneError(f"{at}: should be a list of lines, each behind what meets it")
        for line in lines:
            wants, text = _pair(line, at)
            targets = [target(want.strip(), f"{at}: {want}", scene, language) for want in wants.split(OR)]
            yield FollowUp(text, item, answers[0], tuple(Asked(text, *one) for one in targets))


def _pair(line: Any, at: str) -> tuple[str, str]:
    if not isinstance(line, Mapping) or len(line) != 1 or not all(isinstance(text, str) for text in line.values()):
        raise SceneError(f"{at}: {line!r} should be one line behind what meets it (`size.1: How many are you?`)")
    (wants, text), *_ = line.items()
    return str(wants), text
