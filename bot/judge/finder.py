"""Finds what a question is about among many topics: a linear support vector machine over words and their pieces.

One finder serves one language. A few thousand short texts are fitted in about a second: nothing is kept on disk.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.language import clean, to_simplified

PIECE = re.compile(r"[\u3400-\u9fff]+|[a-z0-9']+")
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

    def __init__(self, wordings: Sequence[Wording]) -> None:
        """Fit to `wordings`, which need at least two topics."""
        # Imported here: importing a module opens nothing, and these take a second.
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.svm import LinearSVC

        self._grams = TfidfVectorizer(tokenizer=grams, token_pattern=None, lowercase=False, sublinear_tf=True)
        seen = self._grams.fit_transform([wording.text for wording in wordings])
        self._model: Any = LinearSVC(C=1.0, random_state=0)
        self._model.fit(
            seen, [wording.topic for wording in wordings], sample_weight=[wording.weight for wording in wordings]
        )

    def rank(self, text: str) -> list[Found]:
        """Return every topic with its margin, best first; empty for a text without words."""
        seen = self._grams.transform([text])
        if seen.nnz == 0:
            return []
        margins: NDArray[np.float64] = self._model.decision_function(seen)[0]
        order = np.argsort(-margins, kind="stable")
        return [Found(str(self._model.classes_[i]), float(margins[i])) for i in order]


def grams(text: str) -> list[str]:
    """Return the grams of a text, script and case aside: one to three Chinese characters; Latin words and pieces."""
    found: list[str] = []
    words: list[str] = []
    for piece in PIECE.findall(to_simplified(clean(text)).lower()):
        if piece.isascii():
            words.append(piece.rstrip("s") if len(piece) > 3 else piece)
        else:
            found += [piece[i : i + size] for size in (1, 2, 3) for i in range(len(piece) - size + 1)]
    found += words + [f"{first} {second}" for first, second in pairwise(words)]
    for word in words:
        padded = f" {word} "
        found += ["#" + padded[i : i + 4] for i in range(len(padded) - 3)]
    return found
