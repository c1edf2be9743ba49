"""Words that do what a button does: a whole line, politely wrapped or not, that stands for a button's value."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .text import plain

LEAD = r"^\W*(?:(?:{more}|那就?|好的?|行|嗯|我们|ok(?:ay)?|well|right|let's|let us|please|can we|now)[\s,，]*)*"
TAIL = r"(?:吧|了|啊|\s*(?:please|now{more}))?\W*$"


class Typed:
    """Reads the buttons of one exercise out of lines: `words` are pairs of value and pattern, the first that fits."""

    def __init__(self, words: Sequence[tuple[str, str]], *, lead: str, tail: str = "") -> None:
        """Compile `words`; `lead` and `tail` are patterns of what may stand before and after beside the usual."""
        before, after = LEAD.format(more=lead), TAIL.format(more=tail)
        self._words = tuple((value, re.compile(f"{before}(?:{pattern}){after}")) for value, pattern in words)

    def __call__(self, text: str) -> str | None:
        """Return the value that the whole of `text` stands for, or None."""
        line = plain(text)
        return next((value for value, pattern in self._words if pattern.match(line)), None)
