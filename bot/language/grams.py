"""The pieces of a text by which questions are compared."""

from __future__ import annotations

import re
from itertools import pairwise

from .script import clean, to_simplified

PIECE = re.compile(r"[\u3400-\u9fff]+|[a-z0-9']+")


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
