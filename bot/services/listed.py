"""A list in one line, joined as each language joins."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from .turn import TurnContext


def listed(turn: TurnContext, key: str, parts: Sequence[str]) -> str:
    """Return `parts` joined by the wording of `key` (`{one}, {two}`); empty where there are none."""
    # A wording cannot end in a blank, so the pair is worded and not the comma.
    return reduce(lambda one, two: turn.text(key, one=one, two=two), parts) if parts else ""
