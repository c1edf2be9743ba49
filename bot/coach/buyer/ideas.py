"""What a rep floats that is no next step of the scene ("let us run both side by side"): what the buyer makes of it."""

from __future__ import annotations

from .aim import aim
from .asked import is_question
from .manners import PROPOSES
from .move import Move
from .proposing import JOINT
from .talk import Talk

MEANT = 0.4
"""How likely a proposal must be for one of the buyer's views, that he gives it."""
OFFERED = 0.6
"""The same for what was taken for a pitch or a remark."""
BELIEF = 2
"""What a sound idea, heard for the first time, adds to the belief in us."""


def floated(talk: Talk, move: Move, label: str) -> bool:
    """Say what the buyer makes of an idea that stands in a pitch or a remark; say whether there was one."""
    if label not in ("pitch", "other") or is_question(move.text, talk.language):
        return False
    joint = PROPOSES.search(move.text) or JOINT.search(move.text)
    return bool(joint) and answer(talk, move, OFFERED)


def answer(talk: Talk, move: Move, least: float = MEANT) -> bool:
    """Say what the buyer makes of an idea that a move surely proposes; say whether there was one with words left."""
    if not any(item.idea for item in talk.scene.items) or not talk.found(move.text):
        return False
    found = aim(talk, move)
    first, p = found.items[0]
    if not first.idea or p < least or not (talk.ready(first) and talk.trusted(first)):
        return False
    unsaid = talk.unsaid(first)
    text = talk.voice.first(text for text, _ in found.answers[first.id] if text in unsaid)
    if not text:
        return False
    if not talk.out(first.id):
        talk.release(first, move, speak=False)
        talk.believe(BELIEF)
    talk.point(first)
    talk.tag("idea")
    return talk.add(text, first.person)
