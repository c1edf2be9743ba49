"""Which of the three languages a text is written in."""

from __future__ import annotations

import re

from .script import HAN, convert, to_simplified, to_traditional

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
OTHER_SCRIPT = re.compile(
    r"[\u0370-\u03ff\u0400-\u04ff\u0590-\u06ff\u0900-\u097f\u0e00-\u0e7f\u3040-\u30ff\uac00-\ud7af]"
)


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


def _only_simplified(text: str) -> int:
    """Count the characters that exist in Simplified script only."""
    traditional = convert(text, "s2t")
    return sum(a != b for a, b in zip(text, traditional))


def is_unsupported(text: str) -> bool:
    """Say whether `text` is mostly in a script that Peilian does not speak (Japanese kana, Hangul, Cyrillic, …)."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 2 and 2 * len(OTHER_SCRIPT.findall(text)) > len(letters)


def localise(text: str, language: str) -> str:
    """Return Simplified or English `text` as a reader of `language` should see it."""
    return to_traditional(text) if language == "zh-Hant" else text


def base(language: str) -> str:
    """Return the key under which content is written: `zh` or `en`."""
    return "en" if language == "en" else "zh"
