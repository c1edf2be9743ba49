"""Which sentences of a line the buyer answers, and under which label."""

from __future__ import annotations

from . import acts, manners
from .asked import INDIRECT, echoes, is_question
from .compound import parts
from .move import CERTAIN, QUESTIONS, Move
from .settle import PARTLY, settled
from .talk import Talk

PARTED = QUESTIONS - {"need_payoff"}
"""Under these labels a sentence may hold two questions that are answered one by one."""
ANSWERED = 2
"""Moves of one line that are answered; the buyer says so where there are many more."""


def pick(talk: Talk, labels: list[str]) -> list[tuple[Move, str]]:
    """Return the moves of the line that are answered, in their order, each with the label under which it is taken.

    `labels` holds one label for each move of the line; a sentence with two questions comes as two moves.
    """
    pairs = [pair for move, label in zip(talk.line.moves, labels) for pair in _parted(talk, move, label)]
    pairs = [p for n, p in enumerate(pairs) if not (_only_leads(talk, *p) and _asked_after(talk, pairs[n + 1 :]))]
    weighty = [p for p in pairs if p[1] != "other" or asks(talk, p[0].text)] or pairs[:1]
    if any(asks(talk, move.text) for move, _ in weighty):
        # Beside a real question a plain statement asks nothing, whatever its label.
        weighty = [p for p in weighty if p[1] not in QUESTIONS or _forms(talk, p[0].text)]
    return _chosen(weighty, [pair for pair in weighty if pair[1] in QUESTIONS])


def _only_leads(talk: Talk, move: Move, label: str) -> bool:
    """Say whether a sentence only leads to the next: an echo with a question mark, a wish that proposes nothing."""
    text = move.text.rstrip()
    if text.endswith(("?", "？")):
        return echoes(text, talk.language)
    if label != "commitment" or manners.DAY.search(text):
        return False
    # What is only announced ("first I want to try it in one room") is not yet asked for.
    return not acts.names_step(talk, text) or not is_question(text, talk.language)


def _asked_after(talk: Talk, pairs: list[tuple[Move, str]]) -> bool:
    return any(
        label in QUESTIONS and asks(talk, move.text) and not manners.AGREES.search(move.text) for move, label in pairs
    )


def _parted(talk: Talk, move: Move, label: str) -> list[tuple[Move, str]]:
    """Return a move with its label, or the two questions that its sentence holds, each with its own."""
    split = parts(move.text, talk.language) if label in PARTED else (move.text,)
    if len(split) < 2:
        return [(move, label)]
    sure = move.confidence if move.confidence >= CERTAIN else min(move.confidence, PARTLY)
    moves = [Move(text, label, sure, move.alternatives) for text in split]
    return [(one, new if (new := settled(talk, one)) in PARTED else label) for one in moves]


def _chosen(weighty: list[tuple[Move, str]], asked: list[tuple[Move, str]]) -> list[tuple[Move, str]]:
    # The last questions are answered, and of statements the last one that came before them.
    statements_ = [pair for pair in weighty if pair not in asked]
    keep = asked[-ANSWERED:] + statements_[-(1 if asked else ANSWERED) :]
    # What is proposed ends the talk: first the question beside it gets its answer.
    return sorted((pair for pair in weighty if pair in keep), key=lambda pair: pair[1] == "commitment")


def asks(talk: Talk, text: str) -> bool:
    """Say whether a sentence asks something: by its question mark and form, or as a wish to know."""
    marked = text.rstrip().endswith(("?", "？")) and is_question(text, talk.language)
    return marked or INDIRECT.search(text) is not None


def _forms(talk: Talk, text: str) -> bool:
    return is_question(text, talk.language) or INDIRECT.search(text) is not None
