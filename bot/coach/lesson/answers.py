"""Answers to quiz items as people type them: `2`, `B`, `A C`, `3-1-2`, `1B 2A 3C`, the words of a choice."""

from __future__ import annotations

import re
import unicodedata
from random import Random

from .figures import DIGITS, Figure, figure
from .items import Item, Match, Multiple, Number, Order, Single

LETTERS = "ABCDEF"
FILLER = re.compile(
    r"我觉得|觉得|我猜|应该|大概|可能|估计|好像|就是|顺序|次序|然后|接着|最后|其次|选项|"
    r"[我选選答案是和跟与與及第个個项項先再吧呢啊哦嗯,，、;；:：.。!！?？\s\-–—>→+&()（）]|"
    r"\b(?:and|then|answers?|options?|choose|choice|is|are|its|it's|it|i|i'd|would|say|think|guess|maybe|probably|perhaps|"
    r"the|both|of|them|number|finally|last|next|one|ones|goes|with|to)\b",
    re.IGNORECASE,
)
"""What people say around an answer."""
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
NTH = re.compile(rf"\b(?:{'|'.join(ORDINALS)})\b|\b([1-6])(?:st|nd|rd|th)\b", re.IGNORECASE)
LAST = re.compile(r"最后一?[个個项項]|\blast(?: one)?\b", re.IGNORECASE)
ALL = re.compile(
    r"(?:我觉得|我选)?(?:[四五六]个)?(?:都对|都选|都是|全选|全部|全对|全都对)"
    r"|all(?: of (?:them|these))?(?: are right)?",
    re.IGNORECASE,
)
GIVEN_UP = re.compile(
    r"(?:我)?(?:真)?(?:不知道|不会|不懂|不清楚|不晓得|没想出来|想不出来|答不上来|没头绪|跳过|放弃|过|看答案)(?:了|啊|呀|诶|呢)*"
    r"|(?:i )?(?:do not|don'?t) know|(?:i have )?no (?:idea|clue)|dunno|idk|(?:i am |i'm )?not sure"
    r"|skip(?: it| this)?|pass|i give up|(?:show me )?the answer",
    re.IGNORECASE,
)
HAN, LATIN = 3, 10
"""Characters of a choice that name it, where no other choice holds them."""
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
        return _pairs(_lettered(item, layout, text, language), len(layout))
    if isinstance(item, Order):
        marks = _marks(re.sub(r"\bfirst\b", " ", text, flags=re.IGNORECASE), len(layout))
        return marks if marks is not None and sorted(marks) == list(range(len(layout))) else None
    if isinstance(item, Multiple) and ALL.fullmatch(text.strip("。.!！ ")):
        return tuple(range(len(layout)))
    marks = _by_words(item, layout, text, language) or _marks(_ordinals(text, len(layout)), len(layout))
    if marks is None or (isinstance(item, Single) and len(set(marks)) != 1):
        return None
    return tuple(sorted(set(marks)))


def gives_up(text: str) -> bool:
    """Say whether somebody says that they do not know."""
    return bool(GIVEN_UP.fullmatch(unicodedata.normalize("NFKC", text).strip().strip("。.!！?？~ ")))


def _shown(item: Item) -> tuple[object, ...]:
    if isinstance(item, Single | Multiple):
        return item.choices
    if isinstance(item, Order):
        return item.steps
    return item.pairs if isinstance(item, Match) else ()


def _ordinals(text: str, count: int) -> str:
    """Return `text` with ordinals (`the third one`, `2nd`, `最后一个`) as figures."""
    text = LAST.sub(f" {count} ", text)
    return NTH.sub(lambda found: f" {found[1] or ORDINALS.index(found[0].lower()) + 1} ", text)


def _marks(text: str, count: int) -> tuple[int, ...] | None:
    """Return the positions that letters or digits name, in the order of the text."""
    bare = FILLER.sub("", text).upper()
    places = []
    for c in bare:
        place = LETTERS.find(c) if c in LETTERS else int(c) - 1 if c.isdecimal() else DIGITS.get(c, 0) - 1
        if not 0 <= place < count:
            return None
        places.append(place)
    return tuple(places) or None


def _by_words(item: Single | Multiple, layout: tuple[int, ...], text: str, language: str) -> tuple[int, ...] | None:
    """Return the choice that is named by its words, or by enough of them."""
    texts = [_plain(item.choices[original].text.of(language)) for original in layout]
    least = LATIN if language == "en" else HAN
    led = re.match(r"([A-Fa-f])\W+(.+)", text)
    if led and len(_plain(led[2])) >= least:
        place = LETTERS.index(led[1].upper())
        if place < len(texts) and _plain(led[2]) in texts[place]:
            return (place,)
    wanted = _plain(text)
    if len(wanted) < least:
        return (texts.index(wanted),) if wanted in texts else None
    found = [place for place, each in enumerate(texts) if wanted in each]
    return (found[0],) if len(found) == 1 else None


def _lettered(item: Match, layout: tuple[int, ...], text: str, language: str) -> str:
    """Return `text` with the right sides' words as their letters, the longest first."""
    rights = {item.pairs[original].right.of(language): LETTERS[place] for place, original in enumerate(layout)}
    for words in sorted(rights, key=len, reverse=True):
        plain = unicodedata.normalize("NFKC", words).strip("。.")
        text = re.sub(re.escape(plain), f" {rights[words]} ", text, flags=re.IGNORECASE)
    return re.sub(r"\b(?:is|and|goes with|with|to)\b", " ", text, flags=re.IGNORECASE)


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
