"""Finds what a question is about among many topics: a linear support vector machine over words and their pieces.

One finder serves one language. Some thousand short texts are fitted in a few seconds; a shelf keeps what was learnt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .reader import Reader, Weights
from .shelf import Shelf

NONE = ""
"""The topic of a text that belongs to none of the others."""


@dataclass(frozen=True)
class Wording:
    """A text with its topic (`NONE` for none) and how much it counts beside the others (1 for a full one)."""

    text: str
    topic: str
    weight: float = 1.0


@dataclass(frozen=True)
class Found:
    """A topic with its margin: above 0 the text lies on the topic's side, below on the side of all others."""

    topic: str
    margin: float


class Finder:
    """Ranks topics for a text."""

    def __init__(
        self, wordings: Sequence[Wording], shelf: Shelf | None = None, name: str = "finder", least: int = 1
    ) -> None:
        """Fit to `wordings`, which need at least three topics; what is learnt is kept on `shelf` under `name`.

        What stands in fewer than `least` wordings is left out: among thousands it is more than half, and tells little.
        """
        self._texts = [wording.text for wording in wordings]
        learnt = (shelf or Shelf()).keep(name, (list(wordings), least), lambda: _learn(wordings, least))
        self._words, self._taught, self._topics, self._weights, self._bias = learnt
        # A question is looked at several times in a turn.
        self._seen = lru_cache(maxsize=64)(self._read)
        self._like = lru_cache(maxsize=4)(self._compare)

    def rank(self, text: str) -> list[Found]:
        """Return every topic with its margin, best first; empty for a text without known words."""
        indices, data = self._seen(text)
        if not len(indices):
            return []
        margins = data @ self._weights[indices] + self._bias
        order = np.argsort(-margins, kind="stable")
        return [Found(self._topics[i], float(margins[i])) for i in order]

    def margins(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Return the margins of many texts at once: a row for each, a column for each topic by name."""
        return np.asarray(self._words.transform(texts) @ self._weights + self._bias, dtype=np.float64)

    def where(self, texts: Sequence[str]) -> NDArray[np.intp]:
        """Return where each text stands among the wordings, in the order of `likeness`; -1 where it does not."""
        at = {text: n for n, text in enumerate(self._texts)}
        return np.array([at.get(text, -1) for text in texts], dtype=np.intp)

    def likeness(self, text: str) -> NDArray[np.float64]:
        """Return how like a text is to each wording it was fitted to, in their order: 0 to 1; not to be changed."""
        return self._like(text)

    def _compare(self, text: str) -> NDArray[np.float64]:
        indices, data = self._seen(text)
        words = np.zeros(self._taught.shape[1])
        words[indices] = data
        likeness: NDArray[np.float64] = np.clip(self._taught @ words, 0, 1)
        return likeness

    def _read(self, text: str) -> tuple[NDArray[np.intp], Weights]:
        """Return where the words of a text stand and what each weighs."""
        words: Reader = self._words
        return words.read(text)


def _learn(wordings: Sequence[Wording], least: int) -> tuple[Any, ...]:
    """Return what reads words, the wordings as words, the topics by name, their weights and biases."""
    # Imported here: importing a module opens nothing, and this takes a second.
    from sklearn.svm import LinearSVC

    words = Reader(least)
    taught = words.fit([wording.text for wording in wordings])
    model = LinearSVC(C=1.0, random_state=0)
    model.fit(taught, [w.topic for w in wordings], sample_weight=[w.weight for w in wordings])
    # Single precision ranks the same in half the memory: a house keeps dozens of finders.
    weights, bias = model.coef_.T.astype(np.float32), model.intercept_.astype(np.float32)
    return words, taught, [str(topic) for topic in model.classes_], np.ascontiguousarray(weights), bias
