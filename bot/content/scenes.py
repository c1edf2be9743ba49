"""Scenes from `data/content/scenes/*.yaml`: reading and `python -m bot scene check [FILE]`."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.coach.buyer import scene as model
from bot.coach.buyer.scene import Person, Scene
from bot.settings import ROOT

from .learnt import read_spaces, shelf
from .scene_fields import SceneError, choice, known, load, pair, words
from .scene_followups import FOLDER as FOLLOWUPS
from .scene_followups import read_followups, ways_of_asking
from .scene_items import read_items
from .scene_levels import levels
from .scene_moves import read_aside, read_challenges, read_price, read_step
from .scene_names import FOLDER as NAMES
from .scene_names import read_names
from .scene_rehearsal import read_rehearsal
from .scene_wordings import FOLDER as WORDINGS
from .scene_wordings import read_wordings
from .wants import read_wants

__all__ = ["SceneError", "check_scene", "main", "read_scene", "read_scenes", "sound_scenes"]

log = logging.getLogger(__name__)

KEYS = (
    "id",
    "order",
    "stage",
    "industry",
    "title",
    "teaser",
    "brief",
    "people",
    "company",
    "opening",
    "rival",
    "levels",
    "facts",
    "ideas",
    "problems",
    "needs",
    "requirements",
    "asks",
    "objections",
    "fears",
    "goals",
    "steps",
    "price",
    "asides",
    "rehearsal",
)


def read_scenes(folder: Path) -> dict[str, Scene]:
    """Read all scenes of a folder, in their order; raise `SceneError` for the first fault."""
    scenes = [read_scene(path) for path in sorted(folder.glob("*.yaml"))]
    return {scene.id: scene for scene in sorted(scenes, key=lambda s: (s.order, s.id))}


def sound_scenes(folder: Path) -> dict[str, Scene]:
    """Read the scenes of a folder that have no fault; a file with one is left out and named in the log."""
    scenes = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            scenes.append(read_scene(path))
        except SceneError as error:
            # One slip in a new file must not take all other talks away from everybody.
            log.warning("a scene is left out: %s", error)
    return {scene.id: scene for scene in sorted(scenes, key=lambda s: (s.order, s.id))}


def read_scene(path: Path) -> Scene:
    """Read one scene, and how reps ask in it; raise `SceneError` naming file, place and fault."""
    beside = [file for folder in (WORDINGS, FOLLOWUPS) for file in sorted((path.parent / folder).glob("*.yaml"))]
    files = (path, *beside, path.parent / NAMES / path.name)
    return _read(path, tuple(file.stat().st_mtime_ns for file in files if file.is_file()))


@lru_cache(maxsize=64)
def _read(path: Path, stamps: tuple[int, ...]) -> Scene:
    """Read a scene once for each state of its files: what is learnt for a scene is kept with the scene."""
    data = load(path)
    try:
        scene = _scene(data)
        wordings, followups = read_wordings(path.parent, scene), read_followups(path.parent, scene)
        return replace(
            scene,
            named=read_names(path.parent, scene.id),
            asked={name: (*lines, *ways_of_asking(followups[name], name)) for name, lines in wordings.items()},
            followups=followups,
            wants=read_wants(),
            spaces=read_spaces(path.parent),
            shelf=shelf(),
        )
    except SceneError as error:
        raise SceneError(f"{path.name}: {error}") from error


def _scene(data: Any) -> Scene:
    known(
        data,
        "scene",
        KEYS,
        ("id", "stage", "industry", "title", "teaser", "brief", "people", "company", "opening", "steps"),
    )
    people = tuple(_person(p, f"people[{n}]") for n, p in enumerate(data["people"]))
    first = people[0]
    return Scene(
        id=str(data["id"]),
        order=int(data.get("order", 100)),
        stage=choice(data["stage"], "stage", model.STAGES),
        industry=pair(data["industry"], "industry"),
        title=pair(data["title"], "title"),
        teaser=pair(data["teaser"], "teaser"),
        brief=_brief(data["brief"]),
        people=people,
        company=pair(data["company"], "company"),
        opening=words(data["opening"], "opening"),
        items=tuple(read_items(data, first.id)),
        challenges=tuple(read_challenges(data, first.id)),
        steps=tuple(read_step(s, f"steps[{n}]", first.id) for n, s in enumerate(data["steps"])),
        levels=levels(data.get("levels") or {}, first.entry),
        rival=words(data["rival"], "rival") if data.get("rival") else model.NOTHING,
        price=read_price(data["price"]) if data.get("price") else None,
        asides=tuple(read_aside(a, f"asides[{n}]") for n, a in enumerate(data.get("asides") or ())),
        rehearsal=read_rehearsal(data.get("rehearsal")),
    )


def _brief(data: Any) -> dict[str, Mapping[str, str]]:
    names = ("who", "offer", "known", "goal")
    known(data, "brief", names, names)
    return {name: pair(data[name], f"brief.{name}") for name in names}


def _person(data: Any, at: str) -> Person:
    fields = ("layer", "maslow", "change", "focus", "closeness", "stance", "entry", "temper")
    known(
        data, at, ("id", "name", "role", "aliases", "voice", "intro", *fields), ("id", "name", "role", "intro", *fields)
    )
    voice = {slot: words(entry, f"{at}.voice.{slot}") for slot, entry in (data.get("voice") or {}).items()}
    return Person(
        id=str(data["id"]),
        name=pair(data["name"], f"{at}.name"),
        role=pair(data["role"], f"{at}.role"),
        layer=choice(data["layer"], f"{at}.layer", model.LAYERS),
        maslow=choice(data["maslow"], f"{at}.maslow", model.MASLOW),
        change=choice(data["change"], f"{at}.change", model.CHANGE),
        focus=choice(data["focus"], f"{at}.focus", model.FOCUS),
        closeness=choice(data["closeness"], f"{at}.closeness", model.CLOSENESS),
        stance=choice(data["stance"], f"{at}.stance", model.STANCE),
        entry=choice(data["entry"], f"{at}.entry", model.ENTRY),
        temper=choice(data["temper"], f"{at}.temper", model.TEMPERS),
        aliases=words(data["aliases"], f"{at}.aliases") if data.get("aliases") else model.NOTHING,
        voice={**voice, "intro": words(data["intro"], f"{at}.intro")},
    )


def check_scene(path: Path, replies: Path | None = None) -> list[str]:
    """Return the faults of a scene file, in words for its author; `replies` is the folder of the common lines."""
    from .scene_check import common_lines, faults

    try:
        scene = read_scene(path)
    except SceneError as error:
        return [str(error)]
    return faults(scene, common_lines(replies or ROOT / "data" / "content" / "replies"))


def main(argv: list[str]) -> int:
    """Check the files of `argv`, or every scene of the house; print the faults and return the exit status."""
    paths = [Path(name) for name in argv] or sorted((ROOT / "data" / "content" / "scenes").glob("*.yaml"))
    bad = 0
    for path in paths:
        found = check_scene(path) if path.is_file() else ["no such file"]
        bad += bool(found)
        print(f"{path.name}: {'good' if not found else f'{len(found)} fault(s)'}")
        for fault in found:
            print(f"  {fault}")
    if not argv:
        print(f"{len(paths)} scenes")
    return 1 if bad else 0
