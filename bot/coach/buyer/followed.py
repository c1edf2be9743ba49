"""What reps ask after an answer like the one just given: a question means half of what it does by what was told."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.language.space import Space

from .rows import rows_of
from .scene import Scene
from .ways import Asked, FollowUp

MEASURES = ("followed", "followed_same", "followed_often")
"""What stands in the columns of `Followed.measures`:

`followed`, how close a line with the answer before it comes to a follow-up with the answer before that (a cosine, 0 for
one below); `followed_same`, how close the line alone comes to a follow-up to an answer of the same item;
`followed_often`, how often follow-ups to that item ask for this one, as the logarithm of a share. All are 0 where
nothing was told before.
"""
RARE, PRIOR = 0.01, 5
"""The least share, and how many follow-ups that ask for nothing known are imagined beside those there are."""


class Followed:
    """The follow-ups of one scene in one language; rows as in `rows_of`."""

    def __init__(self, scene: Scene, language: str, space: Space) -> None:
        self._scene, self._language, self._space = scene, language, space
        self._lines = scene.followups[language]
        self._says = {item.id: item.says.get(language, ()) for item in scene.items}
        self._rows = rows_of(scene, language)
        # A pair for each row and each line that asks for it, by row, for `np.maximum.reduceat`.
        pairs = sorted((row, n) for n, line in enumerate(self._lines) for row in self._wanted(line))
        rows, self._line = np.array(pairs, dtype=np.intp).reshape(-1, 2).T
        self._asked, self._firsts = np.unique(rows, return_index=True)
        self._after = np.array([line.item for line in self._lines])
        self._together, self._alone = scene.shelf.keep(
            f"{scene.id}.{language}.followed",
            ([(self._told(line.item, line.answer), line.text) for line in self._lines], space.mark),
            self._learn,
        )
        self._often = {item: self._shares(item) for item in self._says}
        # A question is weighed several times in a turn.
        self.measures = lru_cache(maxsize=16)(self._measure)

    def _learn(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        told = [self._told(line.item, line.answer) for line in self._lines]
        together = [f"{before} {line.text}" for before, line in zip(told, self._lines)]
        return self._space.places(together), self._space.places([line.text for line in self._lines])

    def _told(self, item: str, answer: int | None) -> str:
        return self._says[item][answer] if answer is not None else ""

    def _measure(self, line: str, item: str, answer: int | None) -> NDArray[np.float64]:
        """Return a row for each answer, each item without any, and nothing, for a line after an answer of an item."""
        found = np.zeros((self._rows.size, len(MEASURES)))
        together, alone = self._space.places([f"{self._told(item, answer)} {line}", line])
        same = np.where(self._after == item, self._alone @ alone, 0.0)
        for column, like in enumerate((self._together @ together, same)):
            found[self._asked, column] = np.maximum.reduceat(like[self._line], self._firsts).clip(min=0.0)
        found[:, 2] = self._often[item]
        return found

    def _wanted(self, line: FollowUp) -> list[int]:
        return sorted({row for want in line.wants for row in self._meets(want)})

    def _meets(self, want: Asked) -> Sequence[int]:
        own = self._rows.of[want.item]
        return [own[k] for k in want.answers] if want.answers else own

    def _shares(self, item: str) -> NDArray[np.float64]:
        """Return for each row the logarithm of the share of the item's follow-ups that ask for the row's item."""
        after = [line for line in self._lines if line.item == item]
        asked = np.zeros(self._rows.size)
        for line in after:
            items = {want.item for want in line.wants}
            for wanted in items:
                asked[list(self._rows.of[wanted])] += 1 / len(items)
        shares: NDArray[np.float64] = np.log(asked / (len(after) + PRIOR) + RARE)
        return shares
