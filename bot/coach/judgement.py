"""The labels of the annotation guide, and a judgement of one line by them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import Any, Literal, Protocol

Kind = Literal["rep", "customer", "case"]

LABELS: dict[Kind, tuple[str, ...]] = {
    "rep": (
        "situation",
        "problem",
        "implication",
        "need_payoff",
        "trace",
        "pitch",
        "commitment",
        "confirm",
        "acknowledge",
        "other",
    ),
    "customer": (
        "requirement",
        "implied_need",
        "explicit_need",
        "resistance",
        "buying_signal",
        "information",
    ),
    "case": ("objection", "concern", "unclear"),
}
LEVELS = ("business", "personal")
NEEDS = ("implied_need", "explicit_need")
LIKELY = 0.1
"""Confidence from which the second label of an unsure line is taken for possible."""


@dataclass(frozen=True)
class Span:
    """A stretch of the judged text, characters `start` to before `end`, and the cue that it is (`money`, `loss`, …)."""

    start: int
    end: int
    text: str
    cue: str


@dataclass(frozen=True)
class Judgement:
    """What the judge makes of one line."""

    kind: Kind
    text: str
    label: str
    """The best label of the guide, also where the judge is unsure."""
    confidence: float
    """Calibrated probability of `label`, 0 to 1."""
    unsure: bool = False
    """True where the confidence is under the threshold: nobody is scored down on it."""
    level: str | None = None
    """`business` or `personal` for the two need labels, else None."""
    alternatives: tuple[tuple[str, float], ...] = ()
    """All labels with their confidence, best first."""
    spans: tuple[Span, ...] = ()

    def may_be(self, labels: Collection[str]) -> bool:
        """Say whether the line may be one of `labels`: its label is, or, where the judge is unsure, a likely other."""
        if not self.unsure or self.label in labels:
            return self.label in labels
        likely = [label for label, share in self.alternatives[:2] if share >= LIKELY]
        return not self.alternatives or any(label in labels for label in likely)

    def to_json(self) -> dict[str, Any]:
        """Return the judgement as plain data for `turns.evidence`."""
        return asdict(self)


class Judge(Protocol):
    """What the services ask of a judge; `bot.judge` has the trained one, tests a fake."""

    version: str

    def judge(self, kind: Kind, text: str, before: str | None = None) -> Judgement:
        """Label one line; `before` is the line it answers, where there is one."""

    def moves(self, text: str, before: str | None = None) -> tuple[Judgement, ...]:
        """Split what a rep said into its moves (sentences) and label each as `rep`."""
