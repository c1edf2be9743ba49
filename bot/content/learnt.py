"""What is learnt from the scenes, and where it is kept: beside the judge and the dialogue, in `models/scenes/`."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

from bot.language.shelf import Shelf, code
from bot.language.space import Space
from bot.settings import ROOT, Settings

from .scene_fields import LANGUAGES

if TYPE_CHECKING:
    from bot.language.contrast import Same

CONTENT = ROOT / "data" / "content"
ASKED = ("wordings", "followups")
"""In which folders beside the scenes stands how reps ask."""
CODE = ("learnt.py", "scene_followups.py", "scene_wordings.py")
LEARNS_FROM = ("scenes", "questions")
FINGERPRINT = "fingerprint"


def shelf() -> Shelf:
    """Return the shelf of what is learnt from the scenes."""
    return Shelf(_folder(Settings.from_env().models))


def read_spaces(folder: Path) -> dict[str, Space]:
    """Return by language the space that the wordings of a folder teach; empty where it has none."""
    found = {}
    for language in LANGUAGES:
        paths = [path for name in ASKED for path in sorted((folder / name).glob(f"*.{language}.yaml"))]
        if paths:
            found[language] = _space(folder, language, tuple((path, path.stat().st_mtime_ns) for path in paths))
    return found


@lru_cache(maxsize=16)
def _space(folder: Path, language: str, files: tuple[tuple[Path, int], ...]) -> Space:
    """Return one space for each state of the wordings; it reads them only where it has to learn."""
    digest = sha256(_code())
    for path, _ in files:
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return Space(lambda: _groups(folder, language), digest.hexdigest(), shelf())


def _groups(folder: Path, language: str) -> list[Same]:
    """Return what asks for the same thing in all sound scenes of a folder."""
    from bot.language.contrast import Same

    from .scenes import sound_scenes

    found: dict[tuple[str, str, frozenset[int]], list[str]] = {}
    for scene in sound_scenes(folder).values():
        asked = [(f"{line.item}#" if line.surface else line.item, line) for line in scene.asked[language]]
        for thing, line in asked:
            found.setdefault((scene.id, thing, frozenset(line.answers)), []).append(line.text)
        for one in scene.followups[language]:
            # With the answer before it a line asks for the same as its question does alone.
            best, told = one.wants[0], scene.by_id[one.item].says[language][one.answer]
            thing = f"{best.item}#" if best.surface else best.item
            found.setdefault((scene.id, thing, frozenset(best.answers)), []).append(f"{told} {one.text}")
        for item in scene.items:
            if item.kind != "facet" and (examples := item.asks.get(language)):
                found.setdefault((scene.id, item.id, frozenset()), []).extend(examples)
    return [Same(room, thing, texts, sides) for (room, thing, sides), texts in found.items()]


def is_fresh(models: Path) -> bool:
    """Say whether `models/scenes` holds what learning from all scenes would keep."""
    mark = _folder(models) / FINGERPRINT
    return mark.is_file() and mark.read_text() == _fingerprint()


def learn(language: str, progress: Callable[[str], None] = lambda line: None) -> None:
    """Learn all sound scenes of the house in one language, some minutes on one core; what is kept is only read."""
    from bot.coach.buyer.finding import finding

    from .scenes import sound_scenes

    started = time.monotonic()
    for scene in sound_scenes(CONTENT / "scenes").values():
        if found := finding(scene, language):
            found.warm()
    progress(f"scenes: {language} learnt, {time.monotonic() - started:.0f} s")


def finish(before: float) -> None:
    """Note that all languages were learnt from `before` on (seconds since the epoch), and remove what none uses."""
    shelf().clear(before)
    folder = _folder(Settings.from_env().models)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FINGERPRINT).write_text(_fingerprint())


def forget(models: Path) -> None:
    """Remove all that was learnt, so that it is learnt anew."""
    Shelf(_folder(models)).clear(before=inf)


def _folder(models: Path) -> Path:
    return models / "scenes"


@lru_cache(maxsize=1)
def _code() -> bytes:
    """Return the code that makes of the files what is learnt."""
    return b"".join((Path(__file__).parent / name).read_bytes() for name in CODE)


def _fingerprint() -> str:
    digest = sha256(code().encode() + _code())
    for name in LEARNS_FROM:
        for path in sorted((CONTENT / name).rglob("*.yaml")):
            digest.update(path.relative_to(CONTENT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
