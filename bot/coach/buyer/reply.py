"""What stays of a reply: the pieces that gather during a turn, and which of them have something to say."""

from __future__ import annotations

from typing import NamedTuple

from .reading import alike

SAME = 0.4
"""Which share of one answer must stand in another, that it only says it over again."""
EMPTY = frozenset(
    {
        "ack_early",
        "ack_empty",
        "confirm_no",
        "gesture",
        "guarded_fact",
        "guarded_personal",
        "guarded_problem",
        "implication_nothing",
        "implication_out",
        "implication_unsaid",
        "lead_fact",
        "lead_implication",
        "lead_payoff",
        "other",
        "our_firm",
        "payoff_early",
        "payoff_nothing",
        "payoff_out",
        "permission",
        "problem_out",
        "remark",
        "told_before",
        "trace_out",
        "why_ask",
    }
)
"""Common lines that would only contradict or water down an answer beside which they stand."""
SPARE = ("which_meant", "held")
"""What answers a question for want of something better, the least first: beside an answer it would hang in the air."""
REACTIONS = frozenset(
    {
        "ack_empty",
        "ack_enough",
        "ack_warm",
        "confirm_vague",
        "confirm_yes",
        "granted",
        "greeting",
        "introduce",
        "logistics",
        "pitch_early",
        "pitch_early_again",
        "pitch_fit",
        "pitch_loose",
        "pitch_soon",
        "promise",
        "reference_fit",
        "resell",
        "small_talk",
        "sorry",
        "thanks",
    }
)
"""Common lines about what is stated before a question: who is asked something answers that."""
ASKED_FOR = frozenset({"confirm_yes", "confirm_vague"})
"""Those that a playback with "right?" asks for."""


class Said(NamedTuple):
    """A piece of a reply."""

    person: str
    text: str
    slot: str = ""
    """Which common line it is; empty for what the scene holds."""


def _passes(piece: Said) -> bool:
    return piece.slot in EMPTY or piece.slot in SPARE or piece.slot.startswith("offsheet")


def _weight(piece: Said) -> int:
    """Return how much a passing phrase says: of several the weightiest stays."""
    if piece.slot in SPARE:
        return 2 + SPARE.index(piece.slot)
    return int(piece.slot.startswith("offsheet"))


def tidied(said: list[Said], language: str, *, asks: bool, played_back: bool) -> list[Said]:
    """Leave out phrases that only pass the time where there is something to say, and what is said twice.

    `asks` tells that the line asks something, `played_back` that it also asks whether a playback is right.
    """
    reactions = REACTIONS - ASKED_FOR if played_back else REACTIONS
    if asks and any(piece.slot not in reactions for piece in said):
        said = [piece for piece in said if piece.slot not in reactions]
    # What answers the rep's own answer is no answer to the question after it.
    if any(not piece.slot for piece in said):
        said = [piece for piece in said if not _passes(piece)]
    else:
        # One such phrase is enough: the honest no, where there is one.
        best = max((piece for piece in said if _passes(piece)), key=_weight, default=None)
        said = [piece for piece in said if piece is best or not _passes(piece)]
    return _once(said, language)


def _once(said: list[Said], language: str) -> list[Said]:
    """Leave out what says over again what stands before it: two questions of a line may aim at one thing."""
    kept: list[Said] = []
    for piece in said:
        before = [one.text for one in kept if not one.slot and one.person == piece.person]
        if piece.slot or all(alike(text, piece.text, language) < SAME for text in before):
            kept.append(piece)
    return kept
