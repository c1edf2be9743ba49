"""What a move most likely is, where the judge was not sure: its alternatives, its form and its topic decide."""

from __future__ import annotations

import re

from .cues import LISTENS, REMEDY, is_question, question_type, question_types
from .move import QUESTIONS, Move
from .talk import FLOOR, Talk

SURE = 0.60
CERTAIN = 0.92
"""Under this a question may be taken as another one, where its topic says so."""
FACTUAL = frozenset({"howmuch", "howmany", "howlong", "where", "why", "which"})
"""Kinds of question that no proposal of a next step is."""
ASKED_PLAINLY = re.compile(r"过了?[吧吗没]|(?i:^(and |so |but )?how (do|does|did) (?!you (feel|think)|we|that sound))")
"""Forms that ask how a thing is or whether it was done, never for a next step."""
ASKS_FOR = {
    "situation": ("fact", "requirement"),
    "problem": ("problem", "fear", "need"),
    "implication": ("implication",),
    "need_payoff": ("payoff", "goal"),
    "trace": ("facet", "requirement"),
}


def settled(talk: Talk, move: Move) -> str:
    """Return the label under which the buyer takes a move."""
    if move.label == "need_payoff" and not REMEDY.search(move.text):
        return _no_payoff(talk, move)
    if move.label in QUESTIONS and move.confidence < CERTAIN and _traces(talk, move):
        return "trace"
    if move.label in QUESTIONS and move.confidence < CERTAIN and (other := _by_topic(talk, move)):
        return other
    if move.confidence >= SURE and not _no_proposal(talk, move):
        return move.label
    asks = is_question(move.text, talk.language)
    options = dict(move.alternatives) or {move.label: move.confidence}
    options.setdefault(move.label, move.confidence)
    weighed = {label: p + _topic(talk, move, label, asks) for label, p in options.items() if p >= 0.05}
    if _no_proposal(talk, move):
        weighed.pop("commitment", None)
    if asks and not any(label in QUESTIONS or label in ("confirm", "commitment") for label in weighed):
        weighed.update({label: _topic(talk, move, label, asks) for label in QUESTIONS})
    return max(sorted(weighed), key=lambda label: weighed[label], default=move.label)


def _no_payoff(talk: Talk, move: Move) -> str:
    """Return what a question is that was taken for one of worth and names no remedy."""
    scores = talk.scores(move.text)
    payoff = max((scores[i.id] for i in talk.scene.of_kind("payoff", "goal") if talk.ready(i)), default=0.0)
    fits = {
        label: max((scores[i.id] for i in talk.scene.of_kind(*kinds)), default=0.0)
        for label, kinds in ASKS_FOR.items()
        if label in ("situation", "problem", "implication")
    }
    best = max(fits, key=lambda label: fits[label])
    if payoff >= FLOOR and payoff >= fits[best] - 0.1:
        return move.label
    if fits[best] >= FLOOR:
        return best
    if question_type(move.text, talk.language) in ("opinion", "who", "when", "howmany", "howlong"):
        return "situation"
    return "implication" if talk.state.pain else "situation"


def _traces(talk: Talk, move: Move) -> bool:
    """Say whether a half-sure question asks why or who about a requirement that was stated."""
    if not question_types(move.text, talk.language) & {"why", "who"}:
        return False
    scores = talk.scores(move.text)
    return any(talk.out(r.id) and scores[r.id] >= FLOOR - 0.1 for r in talk.scene.of_kind("requirement"))


def _no_proposal(talk: Talk, move: Move) -> bool:
    """Say whether what was taken for a proposal asks for a fact or only wants to listen, and names no next step."""
    if move.label != "commitment":
        return False
    if ASKED_PLAINLY.search(move.text):
        return True
    plainly = LISTENS.search(move.text)
    if not question_types(move.text, talk.language) & FACTUAL and not plainly:
        return False
    scores = talk.scores(move.text)
    return all(scores[f"step:{step.id}"] < FLOOR - 0.05 for step in talk.scene.steps)


def _by_topic(talk: Talk, move: Move) -> str | None:
    """Return the label whose topics fit a half-sure question far better than those of its own."""
    if move.label == "trace" and any(talk.out(r.id) for r in talk.scene.of_kind("requirement")):
        return None
    scores = talk.scores(move.text)
    fits = {
        label: max((scores[i.id] for i in talk.scene.of_kind(*kinds) if talk.ready(i)), default=0.0)
        for label, kinds in ASKS_FOR.items()
    }
    best = max(fits, key=lambda label: fits[label])
    far = fits[best] >= (0.42 if fits[move.label] >= 0.1 else 0.35) and fits[best] > fits[move.label] + 0.15
    return best if far else None


def _topic(talk: Talk, move: Move, label: str, asks: bool) -> float:
    if label not in ASKS_FOR:
        return 0.0
    scores = talk.scores(move.text)
    best = max((scores[i.id] for i in talk.scene.of_kind(*ASKS_FOR[label]) if talk.ready(i)), default=0.0)
    return (0.5 * best if best >= FLOOR else 0.0) + (0.1 if asks else 0.0)
