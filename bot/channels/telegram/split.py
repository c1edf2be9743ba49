"""Long texts in parts that Telegram takes. Telegram counts UTF-16 units: most emoji count twice."""

from __future__ import annotations

import re

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024

BREAKS = tuple(
    re.compile(pattern) for pattern in (r"\n\s*\n", r"\n", r"(?<=[。！？；])|(?<=[.!?;])\s", r"(?<=[，、])|(?<=,)\s|\s")
)
"""Where a text may be cut, best first: paragraph, line, sentence, phrase or word."""


def units(text: str) -> int:
    """Return the length of `text` in UTF-16 units."""
    return len(text) + sum(ord(c) > 0xFFFF for c in text)


def split(text: str, limit: int = LONGEST_TEXT) -> list[str]:
    """Return `text` in parts of at most `limit` UTF-16 units, cut at the best break in the second half of a part.

    Nothing but blanks at the cuts is dropped; a part is never empty.
    """
    parts = []
    rest = text.strip()
    while units(rest) > limit:
        cut, after = _cut(rest[: _characters(rest, limit)])
        parts.append(rest[:cut].rstrip())
        rest = rest[after:].lstrip()
    return [part for part in (*parts, rest) if part]


def _characters(text: str, limit: int) -> int:
    """Return how many characters from the start of `text` fit into `limit` units."""
    used = 0
    for index, character in enumerate(text):
        used += 2 if ord(character) > 0xFFFF else 1
        if used > limit:
            return index
    return len(text)


def _cut(head: str) -> tuple[int, int]:
    """Return where the part ends and where the rest begins."""
    for pattern in BREAKS:
        found = [match for match in pattern.finditer(head) if match.start() >= len(head) // 2]
        if found:
            return found[-1].start(), found[-1].end()
    return len(head), len(head)
