"""How the judge reads a line: one script, one width, one case; sentences; and where each character stood before."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from bot.language import to_simplified

TOKEN = re.compile(r"[a-z]+(?=n't\b)|n't\b|'[a-z]+|[a-z]+|\d+(?:[.,:/]\d+)*|[\u3400-\u4dbf\u4e00-\u9fff]|[^\s\w]|\w")
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_TITLE = r"(?<!\bmr)(?<!\bms)(?<!\bmrs)(?<!\bdr)(?<!\bst)"
"""No sentence ends with "Mr."."""
_SENTENCE = re.compile(rf".+?(?:[。!?;\n]+|{_TITLE}\.(?=\s|$)|…+|$)['\")」』]*\s*", re.S)
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "「": '"', "」": '"', "—": "-", "–": "-", "、": ","})


@dataclass(frozen=True)
class Line:
    """A normalised line; `offsets[i]` is the raw place of character `i` of `text`, one more marks the end."""

    raw: str
    text: str
    offsets: tuple[int, ...]
    chinese: bool

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw start and end of the normalised stretch from `start` to before `end`."""
        return self.offsets[start], self.offsets[end - 1] + 1


def read(raw: str) -> Line:
    """Return `raw` in Simplified script, NFKC width and lower case, with the way back to its characters."""
    simple = to_simplified(raw)
    if len(simple) != len(raw):  # no conversion by characters: the way back would be wrong
        simple = raw
    characters: list[str] = []
    offsets: list[int] = []
    for place, character in enumerate(simple):
        for piece in unicodedata.normalize("NFKC", character).lower().translate(_SAME):
            characters.append(piece)
            offsets.append(place)
    text = "".join(characters)
    words = len(re.findall(r"[a-z]{2,}", text))
    return Line(raw, text, (*offsets, len(raw)), len(HAN.findall(text)) >= max(1, words * 2 // 3))


def sentences(text: str) -> list[tuple[int, int]]:
    """Return start and end of the sentences of a normalised text, blanks at their ends left out."""
    found = []
    for match in _SENTENCE.finditer(text):
        piece = match.group()
        start = match.start() + len(piece) - len(piece.lstrip())
        end = match.start() + len(piece.rstrip())
        if re.search(r"\w", piece):
            found.append((start, end))
    return found or [(0, len(text))]
