"""What words mean beside each other: latent semantic analysis over texts that ask for the same thing.

Two words that come in questions for one thing ("人手" and "员工") lie near each other, though no text holds both.
One space serves one language; it is learnt in about fifteen seconds from some ten thousand texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from hashlib import sha256
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .grams import grams
from .shelf import Shelf

DIMENSIONS = 150
"""More bring nothing on questions that were held out."""


class Meaning:
    """A space of meaning, learnt when it is first needed from groups of texts that ask for one thing each."""

    def __init__(self, groups: Sequence[Sequence[str]], shelf: Shelf | None = None) -> None:
        self._groups = groups
        self._shelf = shelf or Shelf()

    @cached_property
    def _learnt(self) -> tuple[Any, NDArray[np.float32]]:
        return self._shelf.keep("meaning", self._groups, self._learn)

    def _learn(self) -> tuple[Any, NDArray[np.float32]]:
        # Imported here: importing a module opens nothing, and these take a second.
        from sklearn.decomposition import TruncatedSVD
        from sklearn.feature_extraction.text import TfidfVectorizer

        counts = TfidfVectorizer(analyzer=_grams_of, sublinear_tf=True, min_df=2)
        seen = counts.fit_transform(self._groups)
        svd = TruncatedSVD(min(DIMENSIONS, min(seen.shape) - 1), random_state=0).fit(seen)
        return counts, svd.components_.T.astype(np.float32)

    @cached_property
    def mark(self) -> str:
        """What tells this space from others: a fingerprint of the texts that it is learnt from."""
        return sha256(repr(self._groups).encode()).hexdigest()

    def warm(self) -> None:
        """Learn now, so that the first question need not wait for it."""
        assert self._learnt

    def places(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the place of each text, a row of length 1 (of zeros where no word is known)."""
        counts, directions = self._learnt
        seen = counts.transform([[text] for text in texts])
        # Row by row: a product of the whole would copy all directions for a handful of words.
        rows = [(seen.indices[a:b], seen.data[a:b]) for a, b in pairwise(seen.indptr)]
        found = np.array([data.astype(np.float32) @ directions[indices] for indices, data in rows], dtype=np.float32)
        length = np.linalg.norm(found, axis=1, keepdims=True)
        found /= np.where(length > 0, length, 1)
        return found


def _grams_of(group: Sequence[str]) -> list[str]:
    return [gram for text in group for gram in grams(text)]
