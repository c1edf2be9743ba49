"""What a question aims at: one answer of one of the scene's items, or nothing in it, each with a probability.

A conditional logit: every answer gets a score from the signs of its item (how reps ask for it, its words, the label of
the move, what the talk has come to) and from its own (how near the question comes to it, in words and in a space learnt
by contrast), and the softmax over all answers and "nothing" gives the probabilities; those of an item's answers add up
to that of the item. The weights were fitted by `tools/fit_aim.py` to lines of strangers, whose topics and answers were
marked by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bot.language.finder import NONE

from .finding import surface
from .move import QUESTIONS, Move
from .reading import little
from .rows import rows_of
from .scene import ASKS_FOR, FLOATS, Item
from .talk import Talk

WEIGHTS = {
    "asked": 0.06,
    "words": 0.5,
    "label": 0.34,
    "surface": 0.56,
    "told": -0.79,
    "done": 0.25,
    "more": 0.6,
    "kin": 0.47,
    "shut": -0.8,
    "next": -0.15,
    "echoed": 0.77,
    "echoed_bare": 1.03,
    "fact": -1.1,
    "effect": 0.09,
    "trouble": -0.12,
    "need": -0.19,
    "facet": -0.71,
    "away": -3.0,
    "nothing": 2.71,
    "nothing_asked": 0.82,
    "nothing_near": 0.95,
}
"""What each sign of an item weighs (see `item_signs`); `away` by hand: hardly any line called somebody by name."""
OF_ANSWER = {
    "near": -0.44,
    "behind_own": -0.97,
    "behind_all": -0.95,
    "left": -0.77,
    "fits": 0.74,
    "first": 0.57,
    "digs": 1.08,
    "opens": 2.17,
    "covered": 1.45,
    "alike": -0.19,
    "kind": 2.33,
}
"""What each sign of an answer weighs (see `answer_signs`)."""
OF_CLOSENESS = {
    "close": 3.1,
    "close_few": 4.75,
    "line_close": 1.36,
    "line_close_few": 2.69,
    "says": 2.31,
    "line_says": 1.5,
}
"""What each of `closeness.MEASURES` weighs."""
OF_FOLLOWED = {"followed": 2.15, "followed_same": 1.33, "followed_often": 0.26}
"""What each of `followed.MEASURES` weighs."""
NEAR_ASKED, NEAR_WORDS = 0.2, 0.3
"""Only an item that is found at least so surely is looked at for the kind of answer that it holds."""


@dataclass(frozen=True)
class Aim:
    """The probabilities of what a question asks for."""

    items: tuple[tuple[Item, float], ...]
    """Every item with its probability, the likeliest first."""
    nothing: float
    """The probability that nothing in the scene answers it."""
    answers: Mapping[str, tuple[tuple[str, float], ...]] = field(default_factory=dict)
    """By item its answers with their probabilities, the likeliest first."""

    def of(self, item: Item) -> float:
        """Return the probability of an item, 0 to 1."""
        return next((p for one, p in self.items if one.id == item.id), 0.0)


def aim(talk: Talk, move: Move) -> Aim:
    """Weigh what a question asks for, at this point of the talk."""
    state = talk.state
    # A turn comes back to a question several times; only what was told meanwhile changes what it aims at.
    now = (move, talk.addressed, state.who, state.topic, state.focus, len(state.revealed), len(state.said))
    if now not in talk.aims:
        talk.aims[now] = _weighed(talk, move)
    return talk.aims[now]


def _weighed(talk: Talk, move: Move) -> Aim:
    items, rows = talk.scene.items, rows_of(talk.scene, talk.language)
    scores = signs(talk, move) @ _ALL
    powers = np.exp(scores - scores.max())
    shares = powers / powers.sum()
    by_item = np.bincount(rows.owners[:-1], weights=shares[:-1], minlength=len(items))
    order = np.argsort(-by_item, kind="stable").tolist()
    own = {}
    for item in items:
        pairs = zip(item.says.get(talk.language, ()), shares[rows.answers[item.id]].tolist())
        own[item.id] = tuple(sorted(pairs, key=lambda pair: -pair[1]))
    return Aim(tuple((items[n], float(by_item[n])) for n in order), float(shares[-1]), own)


def signs(talk: Talk, move: Move) -> NDArray[np.float64]:
    """Return all signs of all that a question may aim at: rows as in `rows_of`, columns by `NAMES`."""
    of_items, of_answers = item_signs(talk, move), answer_signs(talk, move)
    owners = rows_of(talk.scene, talk.language).owners
    found = np.zeros((len(owners), len(NAMES)))
    found[:-1, : len(WEIGHTS)] = of_items[owners[:-1]]
    found[-1, : len(WEIGHTS)] = of_nothing(talk, move)
    found[: len(of_answers), len(WEIGHTS) : len(WEIGHTS) + len(OF_ANSWER)] = of_answers
    line = _line(talk, move)
    at = len(WEIGHTS) + len(OF_ANSWER)
    close, followed = talk.closeness(move.text, line), talk.followed(line, talk.last_answer())
    if close is not None:
        found[:, at : at + len(OF_CLOSENESS)] = close
    if followed is not None:
        found[:, at + len(OF_CLOSENESS) :] = followed
    return found


def _line(talk: Talk, move: Move) -> str:
    """Return a question with what the line says beside it; other questions aim at other things."""
    beside = [m.text for m in talk.line.moves if m.label not in QUESTIONS and m.text not in move.text]
    return " ".join([*beside, move.text])


def item_signs(talk: Talk, move: Move) -> NDArray[np.float64]:
    """Return what speaks for and against each item as what a question asks for: columns by the names of `WEIGHTS`."""
    found, words, last = talk.found(move.text), talk.words(move.text), talk.last()
    before, bare = talk.found(talk.leading(move.text)), little(move.text, talk.language)
    judged = {move.label: move.confidence, **dict(move.alternatives)}
    kinds = {item.kind for item in talk.scene.items}
    label = {kind: sum(p for name, p in judged.items() if kind in ASKS_FOR.get(name, ())) for kind in kinds}
    floats = sum(judged.get(name, 0.0) for name in FLOATS)
    family = (last.parent or last.id) if last else None
    rows = []
    for item in talk.scene.items:
        own, beside = found.get(item.id, 0.0), found.get(surface(item), 0.0)
        told = talk.out(item.id)
        left = told and bool(talk.unsaid(item))
        facet = item.kind == "facet"
        rows.append(
            (
                max(own, beside),
                words[(item.parent or item.id) if facet else item.id],
                label[item.kind] + (floats if item.idea else 0.0),
                beside > 0 and beside >= own,
                told,
                told and not left,
                left and last is item,
                last is not item and family == (item.parent or item.id),
                not talk.ready(item) or (facet and not talk.out(item.parent or "")),
                item.parent is not None and item.parent == talk.state.focus,
                echoed := min(1.0, max(before.get(item.id, 0.0), before.get(surface(item), 0.0))),
                echoed * bare,
                item.kind in ("fact", "requirement"),
                item.kind in ("implication", "payoff"),
                item.kind in ("problem", "fear"),
                item.kind == "need",
                facet,
                talk.addressed is not None and item.person != talk.addressed,
                *_NO_NOTHING,
            )
        )
    return np.array(rows, dtype=np.float64)


def answer_signs(talk: Talk, move: Move) -> NDArray[np.float64]:
    """Return what speaks for and against each answer of the scene, in the order of `rows_of`.

    A row each, columns by the names of `OF_ANSWER`. An item without an answer of its own (a facet) has no row.
    """
    rows, measures = rows_of(talk.scene, talk.language), talk.measures(move.text)
    near, covered, alike, kind = measures.T if measures is not None else np.zeros((4, rows.said))
    found, words = talk.found(move.text), talk.words(move.text)
    nearest = np.repeat(np.maximum.reduceat(near, rows.firsts), rows.counts)
    first, told, unsaid, fits = np.zeros((4, rows.said))
    first[rows.firsts], unsaid[:] = 1.0, 1.0
    for item in map(talk.scene.by_id.__getitem__, talk.state.revealed):
        own, left = rows.answers[item.id], talk.unsaid(item)
        told[own], unsaid[own] = 1.0, [text in left for text in item.says.get(talk.language, ())]
    for item in talk.scene.items:
        asked = max(found.get(item.id, 0.0), found.get(surface(item), 0.0))
        if asked > NEAR_ASKED or words[(item.parent or item.id) if item.kind == "facet" else item.id] > NEAR_WORDS:
            fitting = talk.fitting(item, move.text)
            fits[rows.answers[item.id]] = [text in fitting for text in item.says.get(talk.language, ())]
    behind = near.max(initial=0.0) - near
    signs = (near, nearest - near, behind, unsaid, fits, first, unsaid * told, first * (1 - told), covered, alike, kind)
    return np.column_stack(signs)


def of_nothing(talk: Talk, move: Move) -> NDArray[np.float64]:
    """Return what speaks for a question that nothing in the scene answers, by the names of `WEIGHTS`."""
    signs = {
        "nothing": 1.0,
        "nothing_asked": talk.found(move.text).get(NONE, 0.0),
        "nothing_near": talk.near(move.text).get(NONE, 0.0),
    }
    return np.array([signs.get(name, 0.0) for name in WEIGHTS])


NAMES = (*WEIGHTS, *OF_ANSWER, *OF_CLOSENESS, *OF_FOLLOWED)
_ALL = np.array([w for group in (WEIGHTS, OF_ANSWER, OF_CLOSENESS, OF_FOLLOWED) for w in group.values()])
_NO_NOTHING = (0.0, 0.0, 0.0)
"""What an item has in the columns of nothing."""
