"""Which kind of answer a question wants (who does it, what it leads to, how often, …), whatever it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from .finder import Finder, Wording

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


class Wants:
    """Tells the kinds of question apart in one language; compared by identity, fitted when first asked."""

    def __init__(self, lines: Mapping[str, Sequence[str]]) -> None:
        """Keep `lines`, questions by kind; at least three kinds are needed."""
        self._lines = lines

    @cached_property
    def _finder(self) -> Finder:
        return Finder([Wording(text, kind) for kind, texts in self._lines.items() for text in texts])

    def kind(self, text: str) -> str:
        """Return the likeliest kind of a question; empty for a text without known words."""
        return next((found.topic for found in self._finder.rank(text)), "")
