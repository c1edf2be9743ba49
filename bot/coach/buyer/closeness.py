"""How close a question comes to each answer of a scene in a space that was learnt by contrast."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.language.space import Space

from .rows import rows_of
from .scene import Scene

FEW = 3
"""So many of the nearest questions are looked at beside the nearest one: a single odd one may lie near by chance."""
MEASURES = ("close", "close_few", "line_close", "line_close_few", "says", "line_says")
"""What stands in the columns of `Closeness.measures`, -1 to 1 each, as cosines:

`close`, to the nearest question that the answer meets; `close_few`, to the nearest few in the mean; `says`, to the
answer itself. With `line_` the same for the whole line, what stands before the question included.
"""


class Closeness:
    """The answers of one scene in one language, in the order of the items; then items without any, and nothing."""

    def __init__(self, scene: Scene, language: str, space: Space) -> None:
        self._space = space
        asked = [line for line in scene.asked[language] if not line.surface]
        texts = [text for item in scene.items for text in item.says.get(language, ())]
        rows: list[list[int]] = [[] for _ in range(rows_of(scene, language).size)]
        for n, line in enumerate(asked):
            own = rows_of(scene, language).of.get(line.item, range(0))
            for row in [own[k] for k in line.answers if k < len(own)] or own:
                rows[row].append(n)
        self._size = len(rows)
        self._has = np.array([bool(row) for row in rows], dtype=bool)
        self._lines = np.array([n for row in rows for n in row], dtype=np.intp)
        self._row = np.repeat(np.cumsum(self._has) - 1, [len(row) for row in rows])
        self._firsts = np.searchsorted(self._row, np.arange(int(self._has.sum())))
        # In one place of the disk: working the places of some thousand questions out takes a second.
        self._asked, self._says = scene.shelf.keep(
            f"{scene.id}.{language}.places",
            ([line.text for line in asked], texts, space.mark),
            lambda: (space.places([line.text for line in asked]), space.places(texts)),
        )
        # A question is weighed several times in a turn.
        self.measures = lru_cache(maxsize=16)(self._measure)

    def _measure(self, text: str, line: str) -> NDArray[np.float64]:
        """Return a row for each answer, each item without any, and nothing; not to be changed."""
        alone = self._beside(self._space.places([text])[0])
        whole = alone if line == text else self._beside(self._space.places([line])[0])
        return np.column_stack([alone[:, :2], whole[:, :2], alone[:, 2], whole[:, 2]])

    def _beside(self, place: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return for each row how near a place is to the nearest question, to the nearest few and to the answer."""
        found = np.zeros((self._size, 3))
        found[self._has, 0], found[self._has, 1] = self._nearest(self._asked @ place)
        found[: len(self._says), 2] = self._says @ place
        return found

    def _nearest(self, likeness: NDArray[np.float32]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return for each row that has questions the likeness of the nearest, and the mean of the nearest few."""
        if not len(self._lines):
            return np.zeros(0), np.zeros(0)
        left = likeness[self._lines].astype(np.float64)
        best = np.maximum.reduceat(left, self._firsts)
        total, count, nearest = best.copy(), np.ones(len(best)), best
        for _ in range(FEW - 1):
            left[left == nearest[self._row]] = -np.inf
            nearest = np.maximum.reduceat(left, self._firsts)
            there = np.isfinite(nearest)
            total[there] += nearest[there]
            count += there
        return best, total / count
