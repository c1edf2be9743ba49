"""What a move is by its form, where that speaks against the label of the judge."""

from __future__ import annotations

import re

from .asked import asks, question_types
from .cues import (
    BAD_IF,
    HELPS,
    IF_ABLE,
    KEEPS,
    MOVED,
    OR_ELSE,
    OURS,
    PLAINLY_ASKS,
    PLAYBACK,
    REFERS_AND_ASKS,
    RIGHT,
    SUGGESTS,
    SYMPATHY,
    TROUBLE,
    WE,
    WIDE,
)
from .manners import ASKS_ANEW, DAY, LISTENS, STAYS, WH_FIRST
from .move import CERTAIN, SURELY, Move
from .proposing import no_proposal
from .scene import ASKS_FOR
from .talk import Talk

SENTENCE_END = re.compile(
    r"(?<=[。！？!?])(?=.)|(?<=[.!?:;,'\"])\s+(?=(?:And |So )?(?:How|What|Who|When|Where|Why|Would|Will|Do|Does|Did)\b)"
)
"""Where another sentence begins that may ask."""
OPENS = re.compile(
    r"用得?(?:怎么样|怎样|如何|顺手吗|还好吗)|效果(?:怎么样|如何)|"
    r"(?i:^(?:and |so |but |hi,? |hello,? )*"
    r"(?:how (?:has|have|is|are|did|does|do|was|well|happy)|what (?:do|does|did|is|was|has)|who|when|where|why)\b)"
)
"""How a question opens that is none of rhetoric, even where it speaks of our house."""
OPEN = frozenset({"howmuch", "howmany", "howlong", "howoften", "where", "why", "which", "who", "what", "when", "how"})
"""Kinds of question that no playback is."""
SHORT = {"zh": 14, "en": 40}
"""Signs of a question that only asks whether what was said before it is right."""


def by_form(talk: Talk, move: Move) -> str | None:
    """Return what a move is whose form speaks against its label; None where it does not."""
    asking = asks(move, talk.language)
    if move.label == "commitment" and STAYS.search(move.text) and not SUGGESTS.search(move.text):
        return as_asked(talk, move) if asking else "other"
    plainly = asking and (move.confidence < SURELY or "?" in move.text or "？" in move.text)
    if move.label in ("pitch", "acknowledge") and plainly and _of_the_buyer(move.text):
        return as_asked(talk, move)
    if move.label == "confirm" and not asking and MOVED.search(move.text) and SYMPATHY.search(move.text):
        return "acknowledge"
    plain = PLAINLY_ASKS.search(move.text) and not PLAYBACK.search(move.text)
    own = OR_ELSE.search(move.text) or REFERS_AND_ASKS.search(move.text) or plain
    anew = ASKS_ANEW.search(move.text) or (own and not RIGHT.search(move.text))
    if move.label == "confirm" and asking and anew:
        return as_asked(talk, move)
    if move.label == "confirm" and asking and move.confidence < SURELY and not PLAYBACK.search(move.text):
        return as_asked(talk, move)
    if asking and len(move.text) <= SHORT[talk.language] and RIGHT.search(move.text) and _played_back(talk, move):
        return "confirm"
    if move.label == "other" and not asking and KEEPS.search(move.text) and talk.state.revealed:
        return "acknowledge"
    if SUGGESTS.search(move.text) and not HELPS.search(move.text):
        return "commitment"
    if move.label == "commitment" and asking and WH_FIRST.search(move.text) and not DAY.search(move.text):
        return as_asked(talk, move)
    if move.label == "commitment" and asking and HELPS.search(move.text):
        return "need_payoff"
    if move.label == "need_payoff" and BAD_IF.search(move.text) and not IF_ABLE.search(move.text):
        return "implication"
    if (
        move.label == "confirm"
        and asking
        and not RIGHT.search(move.text)
        and question_types(move.text, talk.language) & OPEN
    ):
        return as_asked(talk, move)
    if move.label == "implication" and move.confidence < SURELY and IF_ABLE.search(move.text):
        return "need_payoff"
    if move.label == "pitch" and move.confidence < SURELY and LISTENS.search(move.text):
        return "other"
    if move.label == "commitment" and not asking and LISTENS.search(move.text) and no_proposal(talk, move):
        return "other"
    if (
        move.label == "need_payoff"
        and move.confidence < SURELY
        and TROUBLE.search(move.text)
        and WIDE.search(move.text)
    ):
        return "problem"
    if asking or move.label not in ("pitch", "acknowledge", "confirm"):
        return None
    if move.label == "pitch" and not OURS.search(move.text) and not (talk.needs_out() and move.confidence >= CERTAIN):
        return "acknowledge" if SYMPATHY.search(move.text) else "other"
    # Before anything was told there is nothing to play back or to feel with.
    if talk.state.turn == 1 and (
        move.label == "confirm" or (move.label == "acknowledge" and (WE.search(move.text) or LISTENS.search(move.text)))
    ):
        return "other"
    return None


def _of_the_buyer(text: str) -> bool:
    """Say whether a question asks something of the buyer, and is no rhetoric about our own house."""
    # "Suppose they ask for our own data. How would the others take that?"
    return any(not WE.search(one) or OPENS.search(one) or PLAINLY_ASKS.search(one) for one in (text, _last(text)))


def _last(text: str) -> str:
    return SENTENCE_END.split(text.rstrip())[-1] if "?" in text or "？" in text else text


def _played_back(talk: Talk, move: Move) -> bool:
    """Say whether the sentence before a move plays something back."""
    at = talk.line.moves.index(move) if move in talk.line.moves else 0
    return at > 0 and talk.line.moves[at - 1].label == "confirm"


def as_asked(talk: Talk, move: Move) -> str:
    """Return which question a move is, by what it is about."""
    scores = talk.scores(move.text)
    fits = {
        label: max((scores[i.id] for i in talk.scene.of_kind(*kinds) if talk.ready(i)), default=0.0)
        for label, kinds in ASKS_FOR.items()
        if label in ("situation", "problem", "implication")
    }
    return max(fits, key=lambda label: fits[label])
