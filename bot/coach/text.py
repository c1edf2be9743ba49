"""Comparing short texts, whatever their script: what two sentences share, and how much of one is in the other."""

from __future__ import annotations

import re

from bot.language import to_simplified

_PIECE = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+|[a-z]+(?:'[a-z]+)*|\d+(?:\.\d+)?")
_COMMON_WORDS = (
    "a an the of to in on at by for from with and or but is are was were be been it its this that they them their "
    "we us our you your he she his her i my me as so if not no do does did have has had will would can could "
    "should must need needs want wants because there here what which who when just very too than then about into "
    "out up down over under more most some any all"
)
_COMMON = frozenset(_COMMON_WORDS.split())
_COMMON_HAN = frozenset("的了是在有和就都要我你他她们这那个不也很说对吗呢吧啊把被让给跟与到得着过会能因为所以他们我们")
_NARROW = {0xFF01 + i: chr(0x21 + i) for i in range(94) if chr(0x21 + i) not in ",;:!?()"} | {0x2019: "'", 0x3000: " "}


def plain(text: str) -> str:
    """Return `text` in Simplified script, plain width and lower case, as long in characters as it was."""
    return "".join(_lower(character) for character in to_simplified(text).translate(_NARROW))


def words(text: str) -> frozenset[str]:
    """Return what carries meaning in `text`: Latin words (stemmed a little), numbers, pairs of Chinese characters."""
    found: set[str] = set()
    for piece in _PIECE.findall(plain(text)):
        if piece[0] >= "\u3400":
            found.update(_pairs(piece))
        elif piece not in _COMMON:
            found.add(_stem(piece))
    return frozenset(found)


def shared(one: str, other: str) -> float:
    """Return how much of the shorter text's meaning is in the longer one, 0 to 1."""
    a, b = words(one), words(other)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def covered(text: str, by: str) -> float:
    """Return how much of `text` says nothing that `by` did not say, 0 to 1."""
    mine = words(text)
    return len(mine & words(by)) / len(mine) if mine else 0.0


def _pairs(piece: str) -> set[str]:
    pairs = {piece[i : i + 2] for i in range(len(piece) - 1)} or {piece}
    return {pair for pair in pairs if not all(character in _COMMON_HAN for character in pair)}


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _lower(character: str) -> str:
    # A few letters grow in lower case (İ): they stay, so that places in the text keep.
    small = character.lower()
    return small if len(small) == 1 else character
