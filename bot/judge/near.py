"""Lines that are the same, or nearly: they teach nothing new and flatter every measurement."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from bot.judge.text import read

SIZE = 3
LIMIT = 0.85
"""Jaccard similarity of character 3-grams from which two lines are near-duplicates."""


def key(text: str) -> str:
    """Return the letters and digits of a text, normalised; two lines with one key are duplicates."""
    return re.sub(r"\W+", "", read(text).text)


def grams(text: str) -> frozenset[str]:
    """Return the character n-grams of a normalised text."""
    bare = f"^{key(text)}$"
    return frozenset(bare[start : start + SIZE] for start in range(max(1, len(bare) - SIZE + 1)))


def near(texts: Sequence[str], limit: float = LIMIT) -> Iterator[tuple[int, int, float]]:
    """Yield the places of each pair of near-duplicates and their similarity.

    Only lines that share a rare gram are compared: of `n` grams, two lines at `limit` share at least one of the rarest
    `n - ceil(limit * n) + 1` (prefix filtering).
    """
    sets = [grams(text) for text in texts]
    often = Counter(gram for found in sets for gram in found)
    holders: dict[str, list[int]] = defaultdict(list)
    for place, found in enumerate(sets):
        rarest = sorted(found, key=lambda gram: (often[gram], gram))[: len(found) - int(limit * len(found)) + 1]
        candidates = {other for gram in rarest for other in holders[gram]}
        for other in sorted(candidates):
            size = len(sets[other])
            if min(size, len(found)) >= limit * max(size, len(found)):
                shared = len(found & sets[other])
                similarity = shared / (len(found) + size - shared)
                if similarity >= limit:
                    yield other, place, similarity
        for gram in rarest:
            holders[gram].append(place)
