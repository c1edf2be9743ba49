"""What a question aims at: one answer of one of the scene's items, or nothing in it, each with a probability.

A conditional logit: every answer gets a score from the signs of its item (how reps ask for it, its words, the label of
the move, what the talk has come to) and from its own (how near the question comes to it), and the softmax over all
answers and "nothing" gives the probabilities; those of an item's answers add up to that of the item. The weights were
fitted by `tools/fit_aim.py` to lines of strangers, whose topics and answers were marked by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bot.language.finder import NONE

from .finding import surface
from .move import Move
from .reading import content
from .scene import ASKS_FOR, Item
from .talk import Talk

WEIGHTS = {
    "asked": 1.49,
    "words": 0.77,
    "label": 0.93,
    "surface": 0.77,
    "told": -1.04,
    "done": 0.07,
    "more": 1.29,
    "kin": 0.65,
    "shut": -0.57,
    "next": 0.48,
    "echoed": 1.57,
    "echoed_bare": 0.45,
    "fact": -1.78,
    "effect": -0.79,
    "trouble": -0.7,
    "need": -0.35,
    "facet": -0.72,
    "away": -3.0,
    "nothing": 3.94,
    "nothing_asked": 1.85,
    "nothing_near": 1.57,
}
"""What each sign of an item weighs (see `item_signs`); `away` by hand: hardly any line called somebody by name."""
OF_ANSWER = {
    "near": 2.57,
    "behind_own": -1.84,
    "behind_all": -4.76,
    "left": -1.35,
    "fits": 1.08,
    "first": 1.43,
    "digs": 1.01,
    "opens": 2.02,
    "covered": 3.43,
    "alike": 1.69,
    "kind": 2.13,
}
"""What each sign of an answer weighs (see `answer_signs`)."""
LITTLE = {"zh": 3, "en": 1}
"""So many signs or words of its own, at most, has a question that leans on what stands before it."""
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
    items = talk.scene.items
    of_items = item_signs(talk, move) @ _ITEM
    rows = answers_of(talk)
    owners = np.array([n for n, own in enumerate(rows) for _ in range(own.start, own.stop)], dtype=np.intp)
    scores = of_items[owners] + answer_signs(talk, move) @ _ANSWER
    silent = np.array([n for n, own in enumerate(rows) if own.start == own.stop], dtype=np.intp)
    nothing = float(of_nothing(talk, move) @ _ITEM)
    powers = np.exp(np.concatenate((scores, of_items[silent], [nothing])) - max(scores.max(initial=nothing), nothing))
    shares = powers / powers.sum()
    by_item = np.bincount(np.concatenate((owners, silent)), weights=shares[:-1], minlength=len(items))
    order = np.argsort(-by_item, kind="stable").tolist()
    own = {
        item.id: tuple(sorted(zip(item.says.get(talk.language, ()), shares[at].tolist()), key=lambda pair: -pair[1]))
        for item, at in zip(items, rows)
    }
    return Aim(tuple((items[n], float(by_item[n])) for n in order), float(shares[-1]), own)


def item_signs(talk: Talk, move: Move) -> NDArray[np.float64]:
    """Return what speaks for and against each item as what a question asks for: columns by the names of `WEIGHTS`."""
    found, words, last = talk.found(move.text), talk.words(move.text), talk.last()
    before, bare = talk.found(talk.leading(move.text)), _says_little(move.text, talk.language)
    judged = {move.label: move.confidence, **dict(move.alternatives)}
    kinds = {item.kind for item in talk.scene.items}
    label = {kind: sum(p for name, p in judged.items() if kind in ASKS_FOR.get(name, ())) for kind in kinds}
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
                label[item.kind],
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


def _says_little(text: str, language: str) -> bool:
    """Say whether a question has hardly a word of its own, so that what stands before it tells what it is about."""
    left = content(text, language)
    return len(left.split()) <= LITTLE["en"] if language == "en" else len(left) <= LITTLE["zh"]


def answer_signs(talk: Talk, move: Move) -> NDArray[np.float64]:
    """Return what speaks for and against each answer of the scene, in the order of `answers_of`.

    A row each, columns by the names of `OF_ANSWER`. An item without an answer of its own (a facet) has no row.
    """
    rows, measures = answers_of(talk), talk.measures(move.text)
    size = max((own.stop for own in rows), default=0)
    near, covered, alike, kind = measures.T if measures is not None else np.zeros((4, size))
    found, words = talk.found(move.text), talk.words(move.text)
    nearest, first, told, unsaid, fits = np.zeros((5, size))
    unsaid[:] = 1.0
    for item, own in zip(talk.scene.items, rows):
        if own.start == own.stop:
            continue
        says = item.says[talk.language]
        nearest[own] = near[own].max()
        first[own.start] = 1.0
        if talk.out(item.id):
            left = talk.unsaid(item)
            told[own], unsaid[own] = 1.0, [text in left for text in says]
        asked = max(found.get(item.id, 0.0), found.get(surface(item), 0.0))
        if asked > NEAR_ASKED or words[(item.parent or item.id) if item.kind == "facet" else item.id] > NEAR_WORDS:
            fitting = talk.fitting(item, move.text)
            fits[own] = [text in fitting for text in says]
    behind = near.max(initial=0.0) - near
    signs = (near, nearest - near, behind, unsaid, fits, first, unsaid * told, first * (1 - told), covered, alike, kind)
    return np.column_stack(signs)


def answers_of(talk: Talk) -> list[slice]:
    """Return for each item which rows of `answer_signs` are its answers."""
    ends = np.cumsum([0, *(len(item.says.get(talk.language, ())) for item in talk.scene.items)]).tolist()
    return [slice(*pair) for pair in pairwise(ends)]


def of_nothing(talk: Talk, move: Move) -> NDArray[np.float64]:
    """Return what speaks for a question that nothing in the scene answers, by the names of `WEIGHTS`."""
    signs = {
        "nothing": 1.0,
        "nothing_asked": talk.found(move.text).get(NONE, 0.0),
        "nothing_near": talk.near(move.text).get(NONE, 0.0),
    }
    return np.array([signs.get(name, 0.0) for name in WEIGHTS])


_ITEM, _ANSWER = np.array(list(WEIGHTS.values())), np.array(list(OF_ANSWER.values()))
_NO_NOTHING = (0.0, 0.0, 0.0)
"""What an item has in the columns of nothing."""
