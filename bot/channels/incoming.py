"""What a text is before anybody answers it: pure checks, the same for every channel."""

from __future__ import annotations

import re
import unicodedata

from bot.language import is_unsupported

LONGEST = 8000
"""Characters of one message that are read: a full message of Telegram has 4096, a list pasted in the terminal more."""

KINDS = (
    "sticker",
    "animation",
    "photo",
    "video",
    "voice",
    "audio",
    "document",
    "location",
    "contact",
    "poll",
    "other",
)
"""What a person can send beside text; each has a sentence `channel.<kind>`."""

EXPRESSIVE = frozenset("?？!！…")
"""Marks that say something on their own: a customer can be answered with them."""

CODE = re.compile(
    # Only what nobody writes in a list of requirements: "IP65 (front);" and "import duties" are no code.
    r"```"
    r"|^\s*(?:async )?def \w+\(.*\)\s*(?:->.*)?:"
    r"|^\s*import [\w.]+\s*;|^\s*import \w+(?:\.\w+| as \w+)|^\s*from \w+\.[\w.]+ import \w"
    r"|^\s*#include\s*[<\"]"
    r"|^\s*(?:const|let|var)\s+\w+\s*=|^\s*function\s*\w*\s*\(|^\s*(?:public|private|class)\s+\w+.*\{\s*$"
    r"|\bfor ?\(.*;.*;.*\)"
    r"|\bSELECT\b.+\bFROM\b.+(?:;|\bWHERE\b)|\bDROP TABLE\b|\bINSERT INTO\b"
    r"|</?(?:script|html|div|span|body|head|p|a|table|img)\b[^>]*>"
    r"|^\s*[\[{]\s*\"[^\"]+\"\s*[:,]"
    r"|^\s*[a-z_]\w*(?:\.\w+)+\([^()]*\);?\s*$"
    r"|^\s*(?:sudo |rm -rf|curl -|pip install |git (?:clone|commit|push) )",
    re.MULTILINE,
)


def fault(text: str, *, in_exercise: bool) -> str | None:
    """Return why cleaned `text` is not taken (the key of the sentence, `channel.<key>`), or None where it is.

    A text that starts with `/` counts as an unknown command: ask for known ones first.
    """
    if not text:
        return "empty"
    if len(text) > LONGEST:
        return "too_long"
    if text.startswith("/"):
        return "unknown_command"
    if not any(c.isalnum() for c in text):
        return _wordless(text, in_exercise)
    if is_unsupported(text):
        return "unsupported_language"
    if CODE.search(text):
        return "code"
    return None


def _wordless(text: str, in_exercise: bool) -> str | None:
    emoji = any(unicodedata.category(c) == "So" for c in text)
    if in_exercise and (emoji or EXPRESSIVE & set(text)):
        # In a talk a smile or a bare question mark is an answer: the exercise decides what it is worth.
        return None
    return "emoji" if emoji else "marks"
