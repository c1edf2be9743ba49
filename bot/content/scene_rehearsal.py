"""The `rehearsal` section of a scene: reading it, and what can be wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.coach.buyer.rehearsal import Rehearsal
from bot.coach.buyer.scene import NOTHING, Scene

from .scene_fields import known, words

LISTS = ("open", "pitch")
MAPS = ("confirm", "acknowledge", "trace", "value", "answer", "trade")
FEWEST = {"confirm": 3, "acknowledge": 2, "value": 2}
PITCHES = 6
HOLDS = {
    "confirm": ("problem", "implication", "payoff", "fear", "goal", "need", "facet", "fact"),
    "acknowledge": ("problem", "implication", "payoff", "fear", "need", "facet"),
    "trace": ("requirement",),
    "value": ("need",),
}
"""The kinds of item that each mapping speaks of."""


def read_rehearsal(data: Any) -> Rehearsal:
    """Return the rehearsal of a scene file; raise `SceneError` for a field that cannot be read."""
    if not data:
        return Rehearsal()
    known(data, "rehearsal", (*LISTS, *MAPS), ())
    lists: dict[str, Any] = {
        name: words(data[name], f"rehearsal.{name}") if data.get(name) else NOTHING for name in LISTS
    }
    maps: dict[str, Any] = {
        name: {str(key): words(entry, f"rehearsal.{name}.{key}") for key, entry in (data.get(name) or {}).items()}
        for name in MAPS
    }
    return Rehearsal(**lists, **maps)


def rehearsal_faults(scene: Scene) -> Iterator[str]:
    """Say what is missing from a scene's rehearsal, and what it names that is not there."""
    own = scene.rehearsal
    if not own.pitch["en"]:
        yield "rehearsal: is missing (what good and bad reps would say; docs/scenes.md shows it)"
        return
    if not own.open["en"]:
        yield "rehearsal.open: is missing"
    if min(len(own.pitch["zh"]), len(own.pitch["en"])) < PITCHES:
        yield f"rehearsal.pitch: at least {PITCHES} lines are needed in each language"
    for name, kinds in HOLDS.items():
        for key in getattr(own, name):
            if key not in scene.by_id or scene.by_id[key].kind not in kinds:
                yield f"rehearsal.{name}: {key} is not a {' or '.join(kinds)} of the scene"
    for name, least in FEWEST.items():
        if len(getattr(own, name)) < least:
            yield f"rehearsal.{name}: {len(getattr(own, name))}, at least {least} are needed"
    yield from _complete("trace", own.trace, [r.id for r in scene.of_kind("requirement")])
    yield from _complete("answer", own.answer, [c.id for c in scene.challenges])
    yield from _complete("trade", own.trade, [g.id for g in scene.price.gives] if scene.price else [])


def _complete(name: str, have: Any, wanted: list[str]) -> Iterator[str]:
    yield from (f"rehearsal.{name}: {key} is missing" for key in wanted if key not in have)
    yield from (f"rehearsal.{name}: {key} is not in the scene" for key in have if key not in wanted)
