"""What a question aims at: one of the scene's items, or nothing in it, each with a probability.

A conditional logit: every item gets a score from a dozen signs (how reps ask for it, its words, the label of the move,
what the talk has come to), and the softmax over all items and "nothing" gives the probabilities. The weights were
fitted by `tools/fit_aim.py` to lines of strangers, whose topics were marked by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from bot.language.finder import NONE

from .finding import surface
from .move import Move
from .scene import ASKS_FOR, Item
from .talk import Talk

WEIGHTS = {
    "asked": 2.34,
    "words": 1.87,
    "label": 1.78,
    "surface": 0.29,
    "near": 6.14,
    "told": -0.73,
    "done": -0.17,
    "more": 1.39,
    "kin": 1.37,
    "held": -0.0,
    "shut": -0.33,
    "next": 0.68,
    "holds": 1.59,
    "fact": -1.94,
    "effect": -0.85,
    "trouble": -0.6,
    "need": -0.35,
    "facet": -0.91,
    "away": -3.0,
    "nothing": 4.0,
    "nothing_asked": 2.31,
    "nothing_near": 1.74,
}
"""What each sign weighs (see `signs`); `away` by hand: hardly any of the lines called somebody by name."""
NEAR_ASKED, NEAR_WORDS = 0.2, 0.3
"""Only an item that is found at least so surely is looked at for the kind of answer that it holds."""


@dataclass(frozen=True)
class Aim:
    """The probabilities of what a question asks for."""

    items: tuple[tuple[Item, float], ...]
    """Every item with its probability, the likeliest first."""
    nothing: float
    """The probability that nothing in the scene answers it."""

    def of(self, item: Item) -> float:
        """Return the probability of an item, 0 to 1."""
        return next((p for one, p in self.items if one.id == item.id), 0.0)


def aim(talk: Talk, move: Move) -> Aim:
    """Weigh what a question asks for, at this point of the talk."""
    scores = {item.id: _weigh(signs(talk, move, item)) for item in talk.scene.items}
    nothing = _weigh(of_nothing(talk, move))
    top = max(nothing, *scores.values())
    total = exp(nothing - top) + sum(exp(score - top) for score in scores.values())
    ranked = sorted(talk.scene.items, key=lambda item: -scores[item.id])
    return Aim(tuple((item, exp(scores[item.id] - top) / total) for item in ranked), exp(nothing - top) / total)


def signs(talk: Talk, move: Move, item: Item) -> dict[str, float]:
    """Return what speaks for and against an item as what a question asks for, by the names of `WEIGHTS`."""
    found = talk.found(move.text)
    words = talk.words(move.text)
    own, beside = found.get(item.id, 0.0), found.get(surface(item), 0.0)
    asked = max(own, beside)
    known = words[item.parent or item.id] if item.kind == "facet" else words[item.id]
    near = asked > NEAR_ASKED or known > NEAR_WORDS
    fits = talk.fitting(item, move.text) if near else []
    left = talk.unsaid(item)
    told, last = talk.out(item.id), talk.last()
    label = sum(p for name, p in _judged(move).items() if item.kind in ASKS_FOR.get(name, ()))
    return {
        "asked": asked,
        "words": known,
        "label": label,
        "surface": float(beside > 0 and beside >= own),
        "near": talk.near(move.text).get(item.id, 0.0),
        "told": float(told),
        "done": float(told and not left),
        "more": float(told and bool(left) and last is item),
        "kin": float(last is not None and last is not item and (last.parent or last.id) == (item.parent or item.id)),
        "shut": float(not talk.ready(item) or (item.kind == "facet" and not talk.out(item.parent or ""))),
        "next": float(item.parent is not None and item.parent == talk.state.focus),
        "holds": float(any(text in left for text in fits)),
        "held": float(bool(fits) and not any(text in left for text in fits)),
        "fact": float(item.kind in ("fact", "requirement")),
        "effect": float(item.kind in ("implication", "payoff")),
        "trouble": float(item.kind in ("problem", "fear")),
        "need": float(item.kind == "need"),
        "facet": float(item.kind == "facet"),
        "away": float(talk.addressed is not None and item.person != talk.addressed),
    }


def of_nothing(talk: Talk, move: Move) -> dict[str, float]:
    """Return what speaks for a question that nothing in the scene answers, by the names of `WEIGHTS`."""
    return {
        "nothing": 1.0,
        "nothing_asked": talk.found(move.text).get(NONE, 0.0),
        "nothing_near": talk.near(move.text).get(NONE, 0.0),
    }


def _judged(move: Move) -> dict[str, float]:
    return {move.label: move.confidence, **dict(move.alternatives)}


def _weigh(found: dict[str, float]) -> float:
    return sum(WEIGHTS[name] * value for name, value in found.items())
