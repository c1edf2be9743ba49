"""How the three difficulties behave: the house's defaults by entry role, and what a scene changes of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from typing import Any

from bot.coach.buyer.scene import LEVELS, Level

from .scene_fields import SceneError, choice, known

START = {"receptive": (42, 100), "dissatisfied": (34, 90), "powerful": (30, 80)}
"""Trust and patience at the start of a normal talk, by entry role."""

BASE = {
    "easy": Level(12, 25, -10, 12, 5, 2, True, 9, 5, gap=4, price=2),
    "normal": Level(0, 0, 0, 7, 4, 1, True, 6, 8, warmth=90),
    "hard": Level(-8, -15, 8, 4, 3, 1, False, 4, 11, warmth=66, max_turns=46, price=-2),
}
"""Trust and patience here are what the difficulty adds to the start."""


def levels(data: Any, entry: str) -> Mapping[str, Level]:
    """Return the three levels of a scene; `data` overrides single fields of single levels."""
    names = tuple(field.name for field in fields(Level))
    known(data, "levels", LEVELS, ())
    result = {}
    for name in LEVELS:
        own = data.get(name) or {}
        known(own, f"levels.{name}", names, ())
        for key, value in own.items():
            if not isinstance(value, int):
                raise SceneError(f"levels.{name}.{key}: should be a number (or true, false)")
        result[name] = replace(_default(name, entry), **own)
    return result


def _default(name: str, entry: str) -> Level:
    trust, patience = START[choice(entry, "entry", START)]
    base = asdict(BASE[name])
    return Level(**{**base, "trust": trust + base["trust"], "patience": min(100, patience + base["patience"])})
