"""Answers to quiz items as people type them: `2`, `B`, `A C`, `3-1-2`, `1B 2A 3C`, the words of a choice."""

from __future__ import annotations

import re
import unicodedata
from random import Random

from .figures import DIGITS, Figure, figure
from .items import Item, Match, Multiple, Number, Order, Single

LETTERS = "ABCDEF"
FILLER = re.compile(
    r"[我选選答案是和跟与與及,，、;；:：.。\s\-–—>→+&()（）]|第|个|個|项|項|选项|\b(?:and|then|answer|option|options|choose|choice|is|it|i|the|s)\b",
    re.IGNORECASE,
)
ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5}
Given = tuple[int, ...] | Figure
"""Positions as shown, from 0 (choices; the order; for each left side its right side), or a number."""


def lay_out(item: Item, rng: Random) -> tuple[int, ...]:
    """Return in which order the choices, steps or right sides are shown; an order never comes ready-made."""
    count = len(_shown(item))
    places = list(range(count))
    rng.shuffle(places)
    if isinstance(item, Order) and places == sorted(places):
        places = places[1:] + places[:1]
    return tuple(places)


def read(item: Item, layout: tuple[int, ...], text: str, language: str) -> Given | None:
    """Return the answer in `text`, or None where it has not the form of an answer to this item."""
    text = unicodedata.normalize("NFKC", text).strip()
    if isinstance(item, Number):
        return figure(text)
    if isinstance(item, Match):
        return _pairs(text, len(layout))
    marks = None if isinstance(item, Order) else _by_words(item, layout, text, language)
    marks = marks or _marks(text, len(layout))
    if isinstance(item, Order):
        return marks if marks is not None and sorted(marks) == list(range(len(layout))) else None
    if marks is None or (isinstance(item, Single) and len(set(marks)) != 1):
        return None
    return tuple(sorted(set(marks)))


def _shown(item: Item) -> tuple[object, ...]:
    if isinstance(item, Single | Multiple):
        return item.choices
    if isinstance(item, Order):
        return item.steps
    return item.pairs if isinstance(item, Match) else ()


def _marks(text: str, count: int) -> tuple[int, ...] | None:
    """Return the positions that letters, digits or ordinals name, in the order of the text."""
    word = text.lower().removeprefix("the ").removesuffix(" one").strip()
    if word in ORDINALS:
        return (ORDINALS[word],) if ORDINALS[word] < count else None
    bare = FILLER.sub("", text).upper()
    places = []
    for c in bare:
        place = LETTERS.find(c) if c in LETTERS else int(c) - 1 if c.isdecimal() else DIGITS.get(c, 0) - 1
        if not 0 <= place < count:
            return None
        places.append(place)
    return tuple(places) or None


def _by_words(item: Item, layout: tuple[int, ...], text: str, language: str) -> tuple[int, ...] | None:
    assert isinstance(item, Single | Multiple)
    wanted = _plain(text)
    texts = [_plain(item.choices[original].text.of(language)) for original in layout]
    return (texts.index(wanted),) if wanted in texts else None


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def _pairs(text: str, count: int) -> tuple[int, ...] | None:
    upper = text.upper()
    if re.match(r"\W*[A-F]\W*[1-9]", upper):
        pairs = [(digit, letter) for letter, digit in re.findall(r"([A-F])[^A-Z\d]{0,3}([1-9])", upper)]
    else:
        pairs = re.findall(r"([1-9])[^A-Z\d]{0,3}([A-F])(?![A-Z])", upper)
    if pairs:
        places = {int(left) - 1: LETTERS.index(right) for left, right in pairs}
        found = tuple(places.get(left, -1) for left in range(count))
        complete = len(pairs) == count
    else:
        found = _marks(text, count) or ()
        complete = len(found) == count
    return found if complete and sorted(found) == list(range(count)) else None
