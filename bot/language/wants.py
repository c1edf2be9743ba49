"""Which kind of answer a question wants (who does it, what it leads to, how often, …), whatever it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .finder import Finder, Wording
from .shelf import Shelf

KINDS = (
    "doer",
    "decider",
    "knower",
    "sufferer",
    "leaning",
    "said",
    "would",
    "view",
    "want",
    "personal",
    "happened",
    "then",
    "worth",
    "why",
    "trouble",
    "how",
    "cope",
    "notice",
    "plan",
    "changed",
    "example",
    "meaning",
    "howmany",
    "howmuch",
    "howoften",
    "howlong",
    "when",
    "where",
    "most",
    "kind",
    "either",
    "yes_trouble",
    "yes_done",
    "yes_is",
    "yes_can",
)
"""The kinds of question; `data/content/questions/` teaches them, `docs/scenes.md` describes them."""


CLEAR = 0.3
"""By how much of a margin a kind must lead: there 85 of 100 questions of strangers are told rightly."""


SHARP = 4.0
"""How much a margin counts when kinds share a question between them."""


class Wants:
    """Tells the kinds of question apart in one language; compared by identity, fitted when first asked."""

    def __init__(self, lines: Mapping[str, Sequence[str]], shelf: Shelf | None = None) -> None:
        """Take `lines`, questions by kind; at least three kinds are needed. What is learnt is kept on `shelf`."""
        self._lines, self._shelf = lines, shelf

    @cached_property
    def _finder(self) -> Finder:
        wordings = [Wording(text, kind) for kind, texts in self._lines.items() for text in texts]
        return Finder(wordings, shelf=self._shelf, name="wants")

    def warm(self) -> None:
        """Fit now, so that the first question need not wait for it."""
        self.kind("?")

    def shares(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Return how far each text wants each kind: a row for each, which sums to 1."""
        powers = np.exp(SHARP * self._finder.margins(texts))
        return np.asarray(powers / powers.sum(axis=1, keepdims=True))

    def kind(self, text: str, clear: float = CLEAR) -> str:
        """Return the kind of a question; empty where the next likeliest is nearer than `clear`, or no word is known."""
        ranked = self._finder.rank(text)
        return ranked[0].topic if ranked and ranked[0].margin - ranked[1].margin >= clear else ""
