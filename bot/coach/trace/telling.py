"""Of a long list: the requirements that tell most about what lies behind it, and why each was taken."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.coach.trace.ledger import Row
from bot.coach.trace.sort import topic

LONG = 30
"""A list longer than this is led through by its most telling items first."""
BATCH = 8
"""How many items of a long list are led through before the rep is asked how to go on."""
PER_REASON = 3
WEIGHTS = {"date": 5, "standard": 4, "model": 4, "price": 3, "absolute": 3, "service": 2, "odd": 2, "quantity": 1}
_ROUND = re.compile(r"^\d{1,2}$|0+$|[一二三四五六七八九十百千万半]")


def telling(rows: Sequence[Row], count: int = BATCH) -> tuple[tuple[Row, str], ...]:
    """Return the `count` most telling rows with the reason of each, most telling first, at most three of one reason."""
    scored = sorted(((-_score(row), row.number, row) for row in rows), key=lambda entry: entry[:2])
    taken: list[tuple[Row, str]] = []
    for limit in (PER_REASON, len(rows)):
        for _, _, row in scored:
            reason = main_reason(row)
            fits = sum(1 for _, other in taken if other == reason) < limit
            if len(taken) < count and fits and all(row.number != other.number for other, _ in taken):
                taken.append((row, reason))
    return tuple(taken)


def main_reason(row: Row) -> str:
    """Return why a row tells much: a key of `WEIGHTS`, or `first` where nothing stands out."""
    reasons = _reasons(row)
    return max(reasons, key=lambda reason: WEIGHTS[reason]) if reasons else "first"


def _score(row: Row) -> int:
    return sum(WEIGHTS[reason] for reason in _reasons(row))


def _reasons(row: Row) -> list[str]:
    cues = [cue for cue, _ in row.spans]
    reasons = [cue for cue in dict.fromkeys(cues) if cue in WEIGHTS]
    if topic(row.requirement, cues) == "service":
        # "Three years' warranty" names a time and still is no date with an event behind it.
        reasons = [*(reason for reason in reasons if reason != "date"), "service"]
    # A figure that is not round was calculated by somebody, for something.
    measured = [words for cue, words in row.spans if cue in ("quantity", "price")]
    figures = [match for words in measured for match in re.findall(r"\d+(?:\.\d+)?", words)]
    if any(not _ROUND.search(figure) for figure in figures):
        reasons.append("odd")
    return reasons
