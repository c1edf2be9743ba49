"""Lines that are no sentence of the talk's language: silence, noise, another tongue."""

from __future__ import annotations

import re

from .asked import is_question

HAN = re.compile(r"[\u3400-\u9fff]")
LATIN = re.compile(r"[A-Za-z]{2,}")
FOREIGN = re.compile(
    r"[\u0370-\u03ff\u0400-\u04ff\u0590-\u06ff\u0900-\u097f\u0e00-\u0e7f\u3040-\u30ff\uac00-\ud7af]|[ñßçãõâêôåøæ¿¡]"
)


def wrong_language(text: str, language: str) -> bool:
    """Say whether a line is in another language than the talk's; a word or an abbreviation does not count."""
    han, words = len(HAN.findall(text)), LATIN.findall(text)
    if len(FOREIGN.findall(text)) >= 3:
        return True
    if language == "zh":
        return han == 0 and len(words) >= 3
    return han >= 2 and han > len(words)


def is_silence(text: str) -> bool:
    """Say whether a line holds no letter or digit at all ("…", an emoji, nothing)."""
    return not any(c.isalnum() for c in text)


def is_gibberish(text: str, language: str) -> bool:
    """Say whether a line is noise: keyboard runs, code, one sign over and over, bare digits or an address."""
    bare = re.sub(r"[\W_]+", "", text)
    if not bare:
        return False
    if bare.isdigit() or re.search(r"https?://|[{};<>]{2,}|</|\bdef |\bselect \*|=>|/\w+\{", text, re.IGNORECASE):
        return not is_question(text, language) or "{" in text
    if len(bare) >= 4 and len(set(bare.lower())) <= min(3, len(bare) // 4):
        return True
    words = re.findall(r"[A-Za-z]+", text)
    odd = [w for w in words if len(w) >= 4 and _unsayable(w)]
    if language == "zh" and HAN.search(text):
        return False
    return bool(words) and len(odd) * 2 >= len(words)


def _unsayable(word: str) -> bool:
    low = word.lower()
    if word.isupper() and len(word) <= 5:
        return False
    keyboard = any(run in low for run in ("asdf", "qwer", "zxcv", "hjkl", "sdfg", "dfgh", "fghj"))
    return keyboard or not re.search(r"[aeiouy]", low) or re.search(r"[bcdfghjklmnpqrstvwxz]{5,}", low) is not None
