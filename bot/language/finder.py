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

from .grams import grams
from .meaning import Meaning
from .shelf import Shelf

OF_MEANING = 1.3
"""What the place of a text in the space of meaning weighs beside its words."""
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
        self,
        wordings: Sequence[Wording],
        meaning: Meaning | None = None,
        shelf: Shelf | None = None,
        name: str = "finder",
    ) -> None:
        """Fit to `wordings`, which need at least three topics; `meaning` brings near what shares no word.

        What is learnt is kept on `shelf` under `name`.
        """
        self._meaning = meaning
        self._texts = [wording.text for wording in wordings]
        taught = (list(wordings), meaning.mark if meaning else "")
        learnt = (shelf or Shelf()).keep(name, taught, lambda: _learn(wordings, meaning))
        self._words, self._taught, self._places, self._topics, self._weights, self._bias = learnt
        # A question is looked at several times in a turn.
        self._seen = lru_cache(maxsize=64)(self._read)
        self._like = lru_cache(maxsize=4)(self._compare)

    def rank(self, text: str) -> list[Found]:
        """Return every topic with its margin, best first; empty for a text without known words."""
        indices, data, place = self._seen(text)
        if not len(indices) and not place.any():
            return []
        size = self._taught.shape[1]
        margins = data @ self._weights[indices] + place @ self._weights[size:] * OF_MEANING + self._bias
        order = np.argsort(-margins, kind="stable")
        return [Found(self._topics[i], float(margins[i])) for i in order]

    def margins(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Return the margins of many texts at once: a row for each, a column for each topic by name."""
        size = self._taught.shape[1]
        places = self._meaning.places(texts) if self._meaning else self._places[:0].repeat(len(texts), axis=0)
        found = self._words.transform(texts) @ self._weights[:size] + self._bias
        if places.size:
            found = found + places @ self._weights[size:] * OF_MEANING
        return np.asarray(found, dtype=np.float64)

    def where(self, texts: Sequence[str]) -> NDArray[np.intp]:
        """Return where each text stands among the wordings, in the order of `likeness`; -1 where it does not."""
        at = {text: n for n, text in enumerate(self._texts)}
        return np.array([at.get(text, -1) for text in texts], dtype=np.intp)

    def likeness(self, text: str) -> NDArray[np.float64]:
        """Return how like a text is to each wording it was fitted to, in their order: 0 to 1; not to be changed."""
        return self._like(text)

    def _compare(self, text: str) -> NDArray[np.float64]:
        indices, data, place = self._seen(text)
        words = np.zeros(self._taught.shape[1])
        words[indices] = data
        heavier = OF_MEANING**2 if self._meaning else 0
        likeness: NDArray[np.float64] = (self._taught @ words + heavier * (self._places @ place)) / (1 + heavier)
        return np.clip(likeness, 0, 1)

    def _read(self, text: str) -> tuple[NDArray[np.int32], NDArray[np.float64], NDArray[np.float32]]:
        """Return where the words of a text stand, what each weighs, and the place of the text in meaning."""
        seen = self._words.transform([text])
        place = self._meaning.places([text])[0] if self._meaning else self._places[0] * 0
        return seen.indices, seen.data, place


def _learn(wordings: Sequence[Wording], meaning: Meaning | None) -> tuple[Any, ...]:
    """Return what reads words, the wordings as words and as places, the topics by name, their weights and biases."""
    # Imported here: importing a module opens nothing, and these take a second.
    from scipy.sparse import csr_matrix, hstack
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import LinearSVC

    words = TfidfVectorizer(analyzer=grams, sublinear_tf=True)
    texts = [wording.text for wording in wordings]
    taught = words.fit_transform(texts)
    places = meaning.places(texts) if meaning else np.zeros((len(texts), 0), dtype=np.float32)
    model = LinearSVC(C=1.0, random_state=0)
    model.fit(
        hstack([taught, csr_matrix(places * OF_MEANING)]).tocsr(),
        [wording.topic for wording in wordings],
        sample_weight=[wording.weight for wording in wordings],
    )
    # Single precision ranks the same in half the memory: a house keeps dozens of finders.
    weights, bias = model.coef_.T.astype(np.float32), model.intercept_.astype(np.float32)
    return words, taught, places, [str(topic) for topic in model.classes_], np.ascontiguousarray(weights), bias
