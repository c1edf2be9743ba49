"""What a move most likely is, where the judge was not sure: its alternatives, its form and its topic decide."""

from __future__ import annotations

from .cues import is_question
from .move import QUESTIONS, Move
from .talk import FLOOR, Talk

SURE = 0.60
ASKS_FOR = {
    "situation": ("fact", "requirement"),
    "problem": ("problem", "fear"),
    "implication": ("implication",),
    "need_payoff": ("payoff", "goal"),
    "trace": ("facet", "requirement"),
}


def settled(talk: Talk, move: Move) -> str:
    """Return the label under which the buyer takes a move."""
    if move.confidence >= SURE:
        return move.label
    asks = is_question(move.text, talk.language)
    options = dict(move.alternatives) or {move.label: move.confidence}
    options.setdefault(move.label, move.confidence)
    weighed = {label: p + _topic(talk, move, label, asks) for label, p in options.items() if p >= 0.05}
    if asks and not any(label in QUESTIONS or label in ("confirm", "commitment") for label in weighed):
        weighed.update({label: _topic(talk, move, label, asks) for label in QUESTIONS})
    return max(sorted(weighed), key=lambda label: weighed[label])


def _topic(talk: Talk, move: Move, label: str, asks: bool) -> float:
    if label not in ASKS_FOR:
        return 0.0
    scores = talk.scores(move.text)
    best = max((scores[i.id] for i in talk.scene.of_kind(*ASKS_FOR[label]) if talk.ready(i)), default=0.0)
    return (0.5 * best if best >= FLOOR else 0.0) + (0.1 if asks else 0.0)
