"""Which of the three languages a text is written in."""

from __future__ import annotations

import re

from .foreign import OTHER_SCRIPT
from .script import HAN, convert, corner_quotes, to_simplified, to_traditional

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")


def detect(text: str) -> str | None:
    """Return the language of `text`, or None where it does not tell (digits, emoji, one Latin word)."""
    han = len(HAN.findall(text))
    words = LATIN_WORD.findall(text)
    if han and han * 3 >= len(words) * 2:
        simplified = to_simplified(text)
        changed = sum(a != b for a, b in zip(text, simplified)) if len(simplified) == len(text) else 1
        return "zh-Hant" if changed and changed >= _only_simplified(text) else "zh-Hans"
    if len(words) >= 2 and not OTHER_SCRIPT.search(text):
        return "en"
    return None


def follow(current: str, text: str) -> str:
    """Return the language to answer `text` in; `current` stays where the text does not tell."""
    written = detect(text)
    # 你好 is the same in both scripts: it must not take Traditional from who reads it.
    if written == "zh-Hans" and current == "zh-Hant" and not _only_simplified(text):
        return current
    return written or current


def _only_simplified(text: str) -> int:
    """Count the characters that exist in Simplified script only."""
    traditional = convert(text, "s2t")
    return sum(a != b for a, b in zip(text, traditional))


def localise(text: str, language: str) -> str:
    """Return Simplified or English `text` as a reader of `language` should see it."""
    return corner_quotes(to_traditional(text)) if language == "zh-Hant" else text


def base(language: str) -> str:
    """Return the key under which content is written: `zh` or `en`."""
    return "en" if language == "en" else "zh"
