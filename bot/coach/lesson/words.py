"""Texts of a lesson, each written by hand in Chinese and in English, and the limits that hold for them."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel, Extra, validator

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
LATIN_WORD = re.compile(r"[A-Za-z0-9][\w.,%'’-]*")
CARD_CHARACTERS = 150
CARD_WORDS = 90


class Part(BaseModel):
    """What every piece of a lesson is: fixed once read, and refusing keys that it does not know."""

    class Config:
        """Pydantic's own settings."""

        extra = Extra.forbid
        frozen = True


class Words(Part):
    """One text in both languages."""

    zh: str
    en: str

    @validator("zh", "en")
    def _plain(cls, text: str) -> str:
        text = text.strip()
        if not text:
            raise ValueError("is empty")
        if re.search(r"[!！]", text):
            raise ValueError("holds an exclamation mark")
        return text

    @validator("en")
    def _english(cls, text: str) -> str:
        if HAN.search(text):
            raise ValueError("holds Chinese characters")
        return text

    def of(self, language: str) -> str:
        """Return the text of `language` (`zh` or `en`)."""
        return self.en if language == "en" else self.zh


class Lists(Part):
    """Several words or lines in each language."""

    zh: tuple[str, ...]
    en: tuple[str, ...]

    @validator("zh", "en", pre=True)
    def _filled(cls, texts: Any) -> tuple[str, ...]:
        cleaned = tuple(str(text).strip() for text in texts or ())
        if not cleaned or not all(cleaned):
            raise ValueError("needs at least one entry, none empty")
        return cleaned

    def of(self, language: str) -> tuple[str, ...]:
        """Return the entries of `language` (`zh` or `en`)."""
        return self.en if language == "en" else self.zh


def count_zh(text: str) -> int:
    """Count the characters of Chinese text: each Han character, and each Latin word or figure as one."""
    return len(HAN.findall(text)) + len(LATIN_WORD.findall(HAN.sub(" ", text)))


def count_en(text: str) -> int:
    """Count the words of English text."""
    return len(text.split())


def too_long(words: Words) -> str | None:
    """Say by how much a card's text passes the limits, or return None."""
    if (zh := count_zh(words.zh)) > CARD_CHARACTERS:
        return f"zh has {zh} characters; a card holds {CARD_CHARACTERS}"
    if (en := count_en(words.en)) > CARD_WORDS:
        return f"en has {en} words; a card holds {CARD_WORDS}"
    return None
