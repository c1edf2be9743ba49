"""What the rep said, as the buyer's engine takes it: a line and its judged moves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.coach.judgement import Judgement

QUESTIONS = frozenset({"situation", "problem", "implication", "need_payoff", "trace"})
SURELY, CERTAIN = 0.8, 0.92
"""Confidence from which a label holds against a likely other one, and from which only its form speaks against it."""


@dataclass(frozen=True)
class Move:
    """One judged sentence."""

    text: str
    label: str
    confidence: float = 1.0
    alternatives: tuple[tuple[str, float], ...] = ()

    @classmethod
    def of(cls, judgement: Judgement, text: str | None = None) -> Move:
        """Return the move of a judgement; `text` replaces its text (in Simplified characters)."""
        best = tuple((label, round(p, 3)) for label, p in judgement.alternatives[:4])
        return cls(text or judgement.text, judgement.label, round(judgement.confidence, 3), best)

    def to_json(self) -> dict[str, Any]:
        """Return the move as plain data for `turns.evidence`."""
        return {
            "text": self.text,
            "label": self.label,
            "confidence": self.confidence,
            "alternatives": [list(pair) for pair in self.alternatives],
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Move:
        """Return the move that `to_json` wrote."""
        pairs = tuple((str(label), float(p)) for label, p in data.get("alternatives", ()))
        return cls(data["text"], data["label"], float(data["confidence"]), pairs)


@dataclass(frozen=True)
class Line:
    """A whole line of the rep; Chinese in Simplified characters."""

    text: str
    moves: tuple[Move, ...]
