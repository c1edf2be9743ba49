"""Whether a text is in a language that Peilian does not speak. Conservative: names and short lines pass."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

import yaml

from .script import HAN

OTHER_SCRIPT = re.compile(
    r"[\u0370-\u03ff\u0400-\u04ff\u0590-\u06ff\u0900-\u097f\u0e00-\u0e7f\u3040-\u30ff\uac00-\ud7af]"
)
HIRAGANA = re.compile(r"[\u3041-\u309f]")
KANA = re.compile(r"[\u3041-\u30ff]")
THAI = re.compile(r"[\u0e00-\u0e7f]")
SENTENCE_END = re.compile(r"[.?!。？！؟]\s*$")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

NOT_FOREIGN = ("greetings", "english")


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    data = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in data.items()}


def is_unsupported(text: str) -> bool:
    """Say whether `text` is a sentence in neither Chinese nor English (Japanese, Russian, Spanish, …)."""
    text = unicodedata.normalize("NFC", text)
    words = WORD.findall(text)
    if 0 < len(words) <= 2 and all(word.lower() in _words()["greetings"] for word in words):
        return True
    return _is_japanese(text) or _is_other_script(text, words) or _is_other_latin(text, words)


def _is_japanese(text: str) -> bool:
    # Hiragana carries the grammar; names in katakana, and single の in Chinese, are none.
    letters = sum(c.isalpha() for c in text)
    return letters >= 6 and len(HIRAGANA.findall(text)) >= 2 and 4 * len(KANA.findall(text)) >= letters


def _is_other_script(text: str, words: list[str]) -> bool:
    letters = sum(c.isalpha() for c in text)
    if 2 * len(OTHER_SCRIPT.findall(text)) <= letters or letters < 2 or KANA.search(text):
        return False
    capitalised = all(word[0].isupper() for word in words)
    long_without_blanks = len(THAI.findall(text)) >= 12
    return bool(SENTENCE_END.search(text)) or (len(words) >= 3 and not capitalised) or long_without_blanks


def _is_other_latin(text: str, words: list[str]) -> bool:
    if HAN.search(text) or len(words) < 3:
        return False
    lower = [word.lower().replace("’", "'") for word in words]
    english = sum(word in _words()["english"] for word in lower)
    languages = [words for name, words in _words().items() if name not in NOT_FOREIGN]
    foreign = max(len(language.intersection(lower)) for language in languages)
    marked = "¿" in text or "¡" in text
    return foreign > english and foreign * 5 >= len(words) and (foreign >= 2 or (marked and foreign >= 1))
