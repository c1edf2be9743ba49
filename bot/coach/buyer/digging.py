"""Digging into what was told: another answer of the same item, to the question that asks for just that."""

from __future__ import annotations

from collections.abc import Sequence

from .move import Move
from .reading import leans
from .scene import Item
from .talk import Talk

LIKE = 0.46
"""How like a question without a topic ("Since when?") must be to one that an answer still left was written for."""


WORD_BY_WORD = 0.85
"""The same for a question that may well name a topic: it is asked as it was written."""


def leaning(talk: Talk, move: Move) -> bool:
    """Answer a question that names no topic of its own from what is left of what was told last; say if it could."""
    last, best = talk.last(), meant(talk, move)
    return last is not None and best is not None and tell(talk, last, move, [best])


def meant(talk: Talk, move: Move) -> str | None:
    """Return the answer left of what was told last that a question without a topic was written for; None where none."""
    last = talk.last()
    if last is None or not talk.out(last.id):
        return None
    near = talk.nearness(last, move.text)
    best = max(talk.unsaid(last), key=lambda text: near.get(text, 0.0), default=None)
    least = LIKE if leans(move.text, talk.language) else WORD_BY_WORD
    return best if best is not None and near.get(best, 0.0) >= least else None


def tell(talk: Talk, item: Item, move: Move, answers: Sequence[str]) -> bool:
    """Tell the first unused one of an item's answers; say whether there was one.

    It is new where the question comes nearer to it than to all that was told; else the rep asked what he had heard.
    """
    near, left = talk.nearness(item, move.text), talk.unsaid(item)
    text = talk.voice.first(answers)
    if not talk.add(text, item.person):
        return False
    heard = max((like for told, like in near.items() if told not in left), default=0.0)
    if text and near.get(text, 0.0) > heard:
        talk.tag("dug")
        talk.trust(1)
    else:
        talk.tag("told_before")
        talk.patience(-1)
    talk.point(item)
    return True
