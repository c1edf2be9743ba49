"""A learner's own failed sentences: what in a talk missed what was asked, and what would have been wanted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

QUESTIONS = ("problem", "implication", "need_payoff")
MISSED_TAGS: Mapping[str, tuple[str, ...]] = {
    "pitch_early": ("problem", "implication", "situation"),
    "pitch_early_again": ("problem", "implication", "situation"),
    "payoff_early": ("problem", "implication"),
    "interrogated": ("problem", "implication", "confirm", "acknowledge"),
}
"""Tags of the role-play's engine for a line that fell flat, and the labels that would have carried further."""
PER_TALK = 2
"""Own sentences taken from one talk: the worst is enough to learn from."""
SHORTEST = 6
"""Characters of a line worth rewriting."""


def missed(text: str, label: str | None, evidence: Mapping[str, Any]) -> tuple[str, ...] | None:
    """Return the labels that were wanted of a line that missed them, or None where nothing was surely missed.

    `evidence` is that of the turn: `judgement`, and `wanted` (labels that the exercise asked for), the SPIN walk's
    `checks` or the role-play's `tags`. A line that the judge was unsure of is no failure; neither is one that was
    taken back.
    """
    judgement = evidence.get("judgement") or {}
    if label is None or judgement.get("unsure", True) or evidence.get("undone") or len(text.strip()) < SHORTEST:
        return None
    checks = evidence.get("checks") or {}
    wanted = evidence.get("wanted") or (checks.get("want") if checks.get("outcome") == "miss" else None) or ()
    wanted = (wanted,) if isinstance(wanted, str) else tuple(wanted)
    if wanted:
        return None if label in wanted else wanted
    for tag in evidence.get("tags") or ():
        if tag in MISSED_TAGS and label not in MISSED_TAGS[tag]:
            return MISSED_TAGS[tag]
    return None
