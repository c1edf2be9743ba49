"""What a move most likely is, where the judge was not sure: its alternatives, its form and its topic decide."""

from __future__ import annotations

import re
from itertools import pairwise

from . import digging
from .aim import aim
from .asked import INDIRECT, NO_QUESTIONS, asks, question_type, question_types
from .cues import (
    FEELS,
    LEADS_TO,
    PLAYBACK,
    REMEDY,
    RIGHT,
    SUGGESTS,
    SYMPATHY,
    YOURS,
    either,
)
from .forms import OPEN, as_asked, by_form
from .hearing import FLOOR
from .manners import (
    ASKED_BEFORE,
    BOT,
    COULD_WE,
    DAY,
    GOODBYE,
    GREETING,
    INTRODUCE,
    LOGISTICS,
    OFF_TOPIC,
    PERMISSION,
    SMALL_TALK,
)
from .move import CERTAIN, QUESTIONS, SURELY, Move
from .proposing import no_proposal
from .scene import ASKS_FOR
from .talk import Talk

CLEARLY, LIKE = 0.6, 0.35
"""How likely one thing must be asked for, and how like a way of asking for it, that it is so whatever the label."""
SURE = 0.60
PARTLY = 0.75
"""Confidence at most of one of two questions in a sentence: it was judged as a whole."""
TAKEN_AS_FACT = frozenset({"problem", "implication", "need_payoff", "trace", "confirm", "other", "pitch"})
"""Labels under which a question may still be one for a fact."""
FOUND = 0.7
"""How surely a fact must be asked for to be told whatever the label; and how much more than what the label asks for."""
FAR, NEAR = 0.4, 0.15
COURTESIES = (GOODBYE, LOGISTICS, INTRODUCE, SMALL_TALK, GREETING, PERMISSION, BOT, OFF_TOPIC)
CHAT = 2
"""Up to which turn an open question may still be chat."""
HEARD_OF = 0.25
"""How like any way of asking it must be after that, that an open question is one of business."""
OF_BUSINESS = 0.3
"""The score by its words from which a question is one of business."""
OWES = either(
    r"觉得(?:欠|亏|对不起|对不住|冤|丢人|委屈)|放不下|忘不了", r"\b(?:owe|ashamed|guilty|blame yourself|let down)\b"
)
"""A burden that somebody names who feels with another."""
HEARSAY = either(
    r"^(?:我|另外|对了)?[，,]?(?:我)?(?:听说|听人说|据说|外面(?:都)?(?:在)?说|有人(?:跟我)?说)",
    r"^(?:and |but |so )?(?:i(?:'ve| have)? (?:also )?(?:heard|read|been told|was told)|(?:they|people) say|word is)\b",
)
"""How somebody tells what he has from others."""
SUPPOSITION = re.compile(
    r"^(?:那|好|嗯|您看)?[，,]?(?:假如|假设|如果|要是|万一|比如说?)|"
    r"(?i:^(?:and |so |now )?(?:suppose|imagine|let us say|let's say|say)\b)"
)


def settled(talk: Talk, move: Move) -> str:
    """Return the label under which the buyer takes a move."""
    label = _settled(talk, move)
    if label == "other" and _asks_after_all(talk, move):
        return as_asked(talk, move)
    if label in NO_QUESTIONS and _clearly_asks(talk, move, label):
        return as_asked(talk, move)
    return label


def _clearly_asks(talk: Talk, move: Move, label: str) -> bool:
    """Say whether what was taken for no question asks for something of the scene, clearly and in the form of one."""
    text = move.text
    if not (asks(move, talk.language) or INDIRECT.search(text)) or any(p.search(text) for p in COURTESIES):
        return False
    if label == "acknowledge" and feels_with(text, talk.language):
        return False
    if label == "confirm" and (RIGHT.search(text) or PLAYBACK.search(text)):
        return False
    if label == "commitment" and any(p.search(text) for p in (COULD_WE, DAY, SUGGESTS)):
        return False
    if digging.meant(talk, move):
        return True
    item, p = aim(talk, Move(text, "situation", 1.0, ())).items[0]
    heard = label == "confirm" and talk.out(item.id)
    return p >= CLEARLY and not heard and talk.near(text).get(item.id, 0.0) >= LIKE


def feels_with(text: str, language: str) -> bool:
    """Say whether a question only guesses what the buyer feels ("that must have hurt, no?"): sympathy in its form."""
    guesses = question_types(text, language) <= {"yesno"} and YOURS.search(text)
    return bool(guesses and (SYMPATHY.search(text) or FEELS.search(text) or OWES.search(text)))


def _asks_after_all(talk: Talk, move: Move) -> bool:
    """Say whether what was taken for small talk asks something of the business ("Sorry, I only asked who pays")."""
    if ASKED_BEFORE.search(move.text):
        return True
    asking = asks(move, talk.language) or INDIRECT.search(move.text)
    if not asking or any(pattern.search(move.text) for pattern in COURTESIES):
        return False
    near = max(talk.near(move.text).values(), default=1.0)
    open_ = talk.state.turn > CHAT and question_types(move.text, talk.language) & OPEN
    if open_ and move is talk.line.moves[-1] and near >= HEARD_OF:
        return True
    # By its words: in the way it is asked, a question about the weather is like many of the trade.
    return max(talk.words(move.text).values(), default=0.0) >= OF_BUSINESS


def _settled(talk: Talk, move: Move) -> str:
    if supposes(talk, move) and len(talk.line.moves) > 1 and move is not talk.line.moves[-1]:
        # "Suppose it warned you. What then?" is one question.
        return "other"
    if plain := by_form(talk, move):
        return plain
    if move.label == "need_payoff" and not REMEDY.search(move.text):
        return _no_payoff(talk, move)
    if _plain_fact(talk, move):
        return "situation"
    if move.label in QUESTIONS and move.confidence < CERTAIN and _traces(talk, move):
        return "trace"
    if move.label in QUESTIONS and move.confidence < CERTAIN and (other := _by_topic(talk, move)):
        return other
    if move.confidence >= SURE and not no_proposal(talk, move):
        return move.label
    asking = asks(move, talk.language)
    options = dict(move.alternatives) or {move.label: move.confidence}
    options.setdefault(move.label, move.confidence)
    weighed = {label: p + _topic(talk, move, label, asking) for label, p in options.items() if p >= 0.05}
    if no_proposal(talk, move):
        weighed.pop("commitment", None)
        weighed.setdefault("other", 0.0)
    back = PLAYBACK.search(move.text) or (asking and move.label == "confirm")
    if not back and weighed.keys() - {"confirm"}:
        # "It is all in the cloud" plays nothing back.
        weighed.pop("confirm", None)
    if asking and not any(label in QUESTIONS or label in ("confirm", "commitment") for label in weighed):
        weighed.update({label: _topic(talk, move, label, asking) for label in QUESTIONS})
    return max(sorted(weighed), key=lambda label: weighed[label], default=move.label)


def heard_say(talk: Talk, labels: list[str]) -> list[str]:
    """Return the labels of a line, where hearsay with "is that so?" after it is one question and plays nothing back."""
    moves, taken = talk.line.moves, list(labels)
    for n, (move, after) in enumerate(pairwise(moves)):
        if HEARSAY.search(move.text) and labels[n + 1] == "confirm" and RIGHT.search(after.text):
            taken[n : n + 2] = ["situation", "other"]
    return taken


def supposes(talk: Talk, move: Move) -> bool:
    """Say whether a sentence only supposes something, for the question that comes after it."""
    return SUPPOSITION.search(move.text) is not None and not asks(move, talk.language)


def _plain_fact(talk: Talk, move: Move) -> bool:
    """Say whether reps ask for a fact in these words, far more surely than for anything of the move's own label."""
    if move.label not in TAKEN_AS_FACT or not asks(move, talk.language) or PLAYBACK.search(move.text):
        return False
    found = talk.found(move.text)
    fact = max((found.get(i.id, 0.0) for i in talk.scene.of_kind("fact")), default=0.0)
    own = [i for i in talk.scene.items if i.kind in ASKS_FOR.get(move.label, ())]
    other = max((found.get(i.id, 0.0) for i in own), default=0.0)
    return fact >= FOUND and fact > other + (FAR if move.confidence >= CERTAIN else NEAR)


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
    margin = 0.3 if move.label in ("implication", "need_payoff") and LEADS_TO.search(move.text) else 0.15
    margin += 0.1 if move.confidence >= SURELY else 0.0
    far = fits[best] >= (0.42 if fits[move.label] >= 0.1 else 0.35) and fits[best] > fits[move.label] + margin
    return best if far else None


def _topic(talk: Talk, move: Move, label: str, asking: bool) -> float:
    if label not in ASKS_FOR:
        return 0.0
    scores = talk.scores(move.text)
    best = max((scores[i.id] for i in talk.scene.of_kind(*ASKS_FOR[label]) if talk.ready(i)), default=0.0)
    return (0.5 * best if best >= FLOOR else 0.0) + (0.1 if asking else 0.0)
