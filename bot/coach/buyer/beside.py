"""What lies next to a question: told where just what was asked is not on the sheet.

A person who cannot say how long it takes still says what he does know of it; a bare "not now" stops the talk. Strangers
found nothing so stray as "half an answer, then" before it: he just says it.
"""

from __future__ import annotations

from . import cues, unknown
from .aim import Aim, aim
from .asked import is_question
from .move import QUESTIONS, Move
from .reading import leans
from .scene import Item
from .talk import Talk
from .told import told

NEW, TOLD = 0.3, 0.2
"""How likely a question must ask for an item, that what lies next to it is taken from there: by whether it is out."""
BESIDE = 0.2
"""How likely a question must ask for an answer, that it stands beside the matter."""
LOOKED_AT = 3
"""How many of the likeliest items are looked at."""
WHOLE = frozenset({"personal", "want"})
"""Kinds of question that are answered themselves or not at all."""


def answer(talk: Talk, move: Move) -> bool:
    """Tell the likeliest thing that may be told; say whether there was one likely enough."""
    if not _may(talk, move):
        return False
    found = aim(talk, move)
    for item, p in found.items[:LOOKED_AT]:
        if p < max(TOLD if talk.out(item.id) else NEW, found.nothing):
            continue
        if text := _beside(talk, item, move, found):
            _tell(talk, item, move, text)
            return True
    return False


def _may(talk: Talk, move: Move) -> bool:
    # "Slides would not have done it, that is learnt at the machine" holds a question word and asks nothing.
    asks = move.label in QUESTIONS or (move.label == "confirm" and is_question(move.text, talk.language))
    if (
        not (asks or move.text.rstrip().endswith(("?", "？")))
        or talk.played_back
        or leans(move.text, talk.language)
        or not talk.found(move.text)
    ):
        return False
    own = cues.YOURS.search(move.text) and cues.SYMPATHY.search(move.text)
    return not own and unknown.kind_of(talk, move.text) not in WHOLE


def _beside(talk: Talk, item: Item, move: Move, found: Aim) -> str | None:
    """Return what may be told of an item: of a fact that is not out, or a detail left of what is."""
    if not talk.out(item.id) and not (item.kind == "fact" and talk.ready(item) and talk.trusted(item)):
        return None
    left, kinds = talk.unsaid(item), talk.kinds(move.text) - {"opinion"}
    # Who asks who decided it hears no sum of money instead.
    return talk.voice.first(
        text
        for text, p in found.answers[item.id]
        if text in left and p >= BESIDE and (not kinds or told(text, talk.language) & kinds)
    )


def _tell(talk: Talk, item: Item, move: Move, text: str) -> None:
    talk.add(text, item.person)
    talk.tag("beside")
    if talk.out(item.id):
        talk.point(item)
    else:
        talk.release(item, move, speak=False)
