"""Which rows of a scene's tables are whose: all answers in the order of the items, items without any, and nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from .scene import Scene

NOTHING = ""
"""Under which the row of what nothing in the scene answers is found."""


@dataclass(frozen=True, eq=False)
class Rows:
    """The rows of one scene in one language."""

    of: Mapping[str, range]
    """By item its rows: one for each answer, or one where it has none of its own (a facet)."""
    answers: Mapping[str, slice]
    """By item which of the rows are answers; empty where it has none of its own."""
    said: int
    """How many answers there are: they are the first rows."""
    firsts: NDArray[np.intp]
    """The row of the first answer of each item that has any."""
    counts: NDArray[np.intp]
    """How many answers each of these items has."""
    size: int
    owners: NDArray[np.intp]
    """Whose each row is, as the item's number; that of nothing is one more than the last."""


@lru_cache(maxsize=64)
def rows_of(scene: Scene, language: str) -> Rows:
    """Return the rows of a scene's tables."""
    counts = [len(item.says.get(language, ())) for item in scene.items]
    ends = np.cumsum([0, *counts]).tolist()
    said, silent = ends[-1], [n for n, count in enumerate(counts) if not count]
    found = {item.id: range(start, end) for item, start, end in zip(scene.items, ends, ends[1:])}
    own = {scene.items[n].id: range(said + k, said + k + 1) for k, n in enumerate(silent)}
    size = said + len(silent) + 1
    return Rows(
        of={**found, **own, NOTHING: range(size - 1, size)},
        answers={item: slice(rows.start, rows.stop) for item, rows in found.items()},
        said=said,
        firsts=np.array([start for start, count in zip(ends, counts) if count], dtype=np.intp),
        counts=np.array([count for count in counts if count], dtype=np.intp),
        size=size,
        owners=np.array([*np.repeat(np.arange(len(counts)), counts), *silent, len(counts)], dtype=np.intp),
    )
