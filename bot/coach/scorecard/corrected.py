"""A leader's verdict laid over what the machine saw: a line's label, or the score of a dimension."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from .card import Card

FOLLOWS: Mapping[str, frozenset[str]] = {
    "pitch": frozenset({"pitch_early", "resell", "pitch_loose", "pitch_fit", "reference_fit", "pitch_soon"}),
    "implication": frozenset({"implication_nothing"}),
    "need_payoff": frozenset({"payoff_nothing", "payoff_early"}),
    "commitment": frozenset({"commit_early", "not_yet"}),
    "confirm": frozenset({"confirm_yes", "confirm_no"}),
    "acknowledge": frozenset({"ack_warm", "ack_empty"}),
}
"""Tags that the engine gave because it took a line for this: they fall with the label."""
BRINGS = {"confirm": "confirm_yes", "acknowledge": "ack_warm"}
"""What a line that a leader sees as this has done, although the buyer did not take it so."""


def relabelled(evidence: Mapping[str, Any], old: str, new: str) -> dict[str, Any]:
    """Return a turn's evidence with the line taken as `new` where the judge took it as `old`, now surely.

    Only moves that were taken as `old` change (else the longest one); a move that is `new` already makes the line
    what the leader says. The state and what was released stay: the talk went as it went.
    """
    moves = [dict(move) for move in evidence.get("moves", ())]
    labels = list(evidence.get("labels", ())) or [move["label"] for move in moves]
    if not moves:
        return dict(evidence)
    chosen = [n for n, label in enumerate(labels) if label == new]
    chosen = chosen or [n for n, label in enumerate(labels) if label == old]
    chosen = chosen or [max(range(len(moves)), key=lambda n: len(moves[n]["text"]))]
    before = set(labels)
    for n in chosen:
        labels[n] = new
        moves[n].update(label=new, confidence=1.0)
    gone = frozenset().union(*(FOLLOWS.get(label, frozenset()) for label in before - set(labels)))
    tags = [tag for tag in evidence.get("tags", ()) if tag not in gone]
    brought = BRINGS.get(new) if new not in before else None
    if brought and brought not in tags:
        tags.append(brought)
    return {**evidence, "moves": moves, "labels": labels, "tags": tags}


def rescored(card: Card, scores: Mapping[str, float]) -> Card:
    """Return the card with the leader's scores (0 to 1, by dimension) in place of the scorer's."""
    lines = (replace(line, score=scores.get(line.dimension, line.score)) for line in card.lines)
    return Card(tuple(lines))
