"""Small helps around a case: its sentences, what is no answer at all, and the facts in an answer."""

from __future__ import annotations

import re
from typing import Any

from bot.coach.decide.signs import find_signs
from bot.coach.decide.verdict import STRONG_OPEN, STRONG_RIVAL
from bot.coach.text import plain
from bot.coach.trace.answers import CHAT, META
from bot.language import is_unsupported

from .turn import TurnContext

QUOTE = 80
"""Characters of a quote in a message."""


def t(turn: TurnContext, key: str, **values: object) -> str:
    """Return the sentence `decide.<key>`."""
    return turn.text(f"decide.{key}", **values)


def short(text: str, length: int = QUOTE) -> str:
    """Return `text` on one line without its last full stop, cut at `length` characters: it stands in a sentence."""
    line = " ".join(text.split()).rstrip("。.；;，,")
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def refused(text: str) -> str | None:
    """Return the key of a sentence for what is no answer at all, or None."""
    if not re.search(r"\w", text):
        return "empty"
    if is_unsupported(text):
        return "foreign"
    return (
        "chat"
        if CHAT.search(plain(text)) and len(text) < 40
        else "meta"
        if META.search(plain(text)) and len(text) < 20
        else None
    )


def facts_in(words: str) -> dict[str, Any]:
    """Return the facts that an answer tells beside the one it was asked for."""
    signs = {sign.name for sign in find_signs(words)}
    line = plain(words)
    facts: dict[str, Any] = {}
    if "us" in signs:
        facts |= {"leader": "us", "evaluation": "over"}
    if "rival" in signs or STRONG_RIVAL.search(line):
        facts["leader"] = "rival"
    if "open" in signs or STRONG_OPEN.search(line):
        facts["evaluation"] = "open"
    return facts
