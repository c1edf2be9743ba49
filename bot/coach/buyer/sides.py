"""How near a question comes to each answer of a scene, by four measures: what `aim` weighs beside the items."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.language.finder import Finder
from bot.language.grams import grams
from bot.language.wants import Wants

from .asked import last_question
from .rows import rows_of
from .scene import Item, Scene
from .ways import Asked

MEASURES = ("near", "covered", "alike", "kind")
"""What stands in the columns of `Sides.measures`, 0 to 1 each:

`near`, how like the question is to the nearest one that the answer meets; `covered`, which share of its words stands in
the answer and in the questions for it, rare words counting more; `alike`, how like it is to the answer itself; `kind`,
how far it wants the kind of answer (who, how often, …) that the questions for it want.
"""


class Sides:
    """All answers of one scene in one language, in the order of the items."""

    def __init__(self, scene: Scene, language: str, asked: Sequence[Asked], finder: Finder) -> None:
        """Take the questions `asked`, to which `finder` was fitted first; its other texts stand behind them."""
        self._language, self._asked, self._finder = language, asked, finder
        self._wants: Wants | None = scene.wants.get(language)
        self._at = rows_of(scene, language).answers
        self._texts = texts = [text for item in scene.items for text in item.says.get(language, ())]
        self._meets = self._met()
        # A row for each pair of an answer and a question that it meets, by answer, for `np.maximum.reduceat`.
        pairs = [(answer, line) for answer, lines in enumerate(self._meets) for line in lines]
        self._rows = np.array([line for _, line in pairs], dtype=np.intp)
        self._firsts = np.searchsorted([answer for answer, _ in pairs], [a for a, m in enumerate(self._meets) if m])
        self._have = np.array([bool(lines) for lines in self._meets], dtype=bool)
        self._said = finder.where(texts)
        self._learn_words(scene)
        self._learn_kinds()
        # A question is weighed several times in a turn.
        self.measures = lru_cache(maxsize=16)(self._measure)

    def of(self, item: Item) -> slice:
        """Return which rows are an item's answers; empty for a facet, which has none of its own."""
        return self._at[item.id]

    def _met(self) -> list[list[int]]:
        """Return by answer the questions that it meets: those written for it, and those for any of its item's."""
        found: list[list[int]] = [[] for _ in self._texts]
        for n, line in enumerate(self._asked):
            rows = self._at.get(line.item)
            if rows is None or line.surface:
                continue
            all_of_item = range(rows.start, rows.stop)
            for answer in [all_of_item[k] for k in line.answers if k < len(all_of_item)] or all_of_item:
                found[answer].append(n)
        return found

    def _learn_words(self, scene: Scene) -> None:
        from scipy.sparse import csr_matrix

        taught = [frozenset(_pieces(line.text)) for line in self._asked]
        own = [frozenset(_pieces(text)) for text in self._texts]
        known = [own[a].union(*(taught[n] for n in lines)) for a, lines in enumerate(self._meets)]
        by_item = [frozenset[str]().union(*known[self._at[item.id]]) for item in scene.items]
        items_with: dict[str, int] = {}
        for pieces in by_item:
            for piece in pieces:
                items_with[piece] = items_with.get(piece, 0) + 1
        self._piece = {piece: n for n, piece in enumerate(items_with)}
        # The inverse document frequency, an item being a document.
        self._rarity = np.log((len(scene.items) + 1) / (np.array(list(items_with.values())) + 0.5)).clip(min=0.0)
        answers = [answer for answer, pieces in enumerate(known) for _ in pieces]
        pieces_ = [self._piece[piece] for pieces in known for piece in pieces]
        self._knows = csr_matrix(
            (np.ones(len(answers), dtype=np.float32), (pieces_, answers)), shape=(len(self._piece), len(self._texts))
        )

    def _learn_kinds(self) -> None:
        if self._wants is None:
            self._kinds = np.zeros((len(self._texts), 1))
            return
        shares = self._wants.shares([last_question(line.text, self._language) for line in self._asked])
        means = [shares[lines].mean(axis=0) if lines else 0 * shares[0] for lines in self._meets]
        self._kinds = _unit(np.array(means))

    def _measure(self, text: str) -> NDArray[np.float64]:
        """Return a row for each answer with its `MEASURES`; not to be changed."""
        likeness = self._finder.likeness(text)
        found = np.zeros((len(self._texts), len(MEASURES)))
        found[self._have, 0] = np.maximum.reduceat(likeness[self._rows], self._firsts)
        found[:, 1] = self._covered(text)
        found[:, 2] = np.where(self._said < 0, 0.0, likeness[self._said])
        if self._wants is not None:
            wanted = self._wants.shares([last_question(text, self._language)])
            found[:, 3] = self._kinds @ _unit(wanted)[0]
        return found

    def _covered(self, text: str) -> NDArray[np.float64]:
        places = [self._piece[piece] for piece in frozenset(_pieces(text)) if piece in self._piece]
        weights = self._rarity[places]
        total = float(weights.sum())
        return (weights @ self._knows[places]) / total if total else np.zeros(len(self._texts))


def _pieces(text: str) -> list[str]:
    """Return the words and pairs of words of a text; single Chinese signs and parts of words say too little."""
    return [gram for gram in grams(text) if not gram.startswith("#") and (len(gram) > 1 or gram.isascii())]


def _unit(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(length > 0, length, 1.0))
