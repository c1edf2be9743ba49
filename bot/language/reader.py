"""Reads texts as weighted grams: term frequency (sublinear) by inverse document frequency, to length 1.

scikit-learn weighs the grams. Single texts are read here: its own transformer sums all weights up at every call, and a
turn reads some ten texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray
from scipy.sparse import csr_matrix

from .grams import grams

Weights = NDArray[Any]
"""In the precision that a reader was given."""


class Reader:
    """Knows the grams of the texts it was fitted to; pickled small."""

    def __init__(self, least: int = 1, dtype: DTypeLike = np.float64) -> None:
        """Leave out grams that stand in fewer than `least` texts; weigh in `dtype`."""
        self._least, self._dtype = least, dtype
        self._places: dict[str, int] = {}
        self._rarity: Weights = np.zeros(0, dtype=dtype)

    def fit(self, texts: Sequence[str]) -> csr_matrix:
        """Learn the grams of `texts`; return these as read: a row for each text, a column for each gram."""
        # Imported here: importing a module opens nothing, and this takes a second.
        from sklearn.feature_extraction.text import TfidfVectorizer

        weighs = TfidfVectorizer(analyzer=grams, sublinear_tf=True, min_df=self._least, dtype=self._dtype)
        read = weighs.fit_transform(texts)
        self._places = {gram: int(place) for gram, place in weighs.vocabulary_.items()}
        self._rarity = weighs.idf_.astype(self._dtype)
        return read

    def read(self, text: str) -> tuple[NDArray[np.intp], Weights]:
        """Return the columns of a text's known grams, in their order, and what each weighs."""
        counts = Counter(self._places[gram] for gram in grams(text) if gram in self._places)
        columns = np.array(sorted(counts), dtype=np.intp)
        weights = (1 + np.log(np.array([counts[c] for c in columns.tolist()], dtype=self._dtype))) * self._rarity[
            columns
        ]
        length = np.linalg.norm(weights)
        return columns, weights / length if length else weights

    def transform(self, texts: Sequence[str]) -> csr_matrix:
        """Return texts as read: a row for each, a column for each gram that was fitted."""
        rows = [self.read(text) for text in texts]
        ends = np.cumsum([0, *(len(columns) for columns, _ in rows)])
        columns = np.concatenate([columns for columns, _ in rows]) if rows else np.zeros(0, dtype=np.intp)
        weights = np.concatenate([weights for _, weights in rows]) if rows else np.zeros(0, dtype=self._dtype)
        return csr_matrix((weights, columns, ends), shape=(len(rows), len(self._places)))
