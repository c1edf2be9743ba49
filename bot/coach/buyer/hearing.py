"""How a sentence is heard in a scene: what it asks for, and which answers meet it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.language.finder import NONE

from . import people, reading
from .asked import COUNTED, STRICT, kind_named, question_types
from .cues import BECAUSE
from .finding import finding
from .indexes import question_index
from .reading import leans
from .scene import Item, Scene
from .state import State
from .told import told

FLOOR = 0.36
"""The score from which a sentence is taken to be about a topic."""
LEAST = 0.3
"""The share that it must know where only the kind of the answer is tested besides."""
NEAR = 0.5
"""The share of a question that an item must know to be an answer to it."""
NEAR_YES = 0.6
"""The same for an English yes-or-no question, whose verb matters more."""
LIKE = 0.15
"""How like a question must be to one that a wording was written for, that it speaks for this wording."""
HOLDS = 0.3
"""What it weighs that a wording holds the kind asked for, beside the share of the question that it holds."""
OF_WORDS, OF_ASKING = 0.2, 0.6
"""What the words of a topic and the ways of asking for it make of a score; chosen on questions of strangers."""
OTHERS = 0.75
"""What is left of the score of what another than the one who is called by name would say."""
SURE = 0.5
"""How surely a question must be found to ask for an item, by how reps ask, that its words need no second look."""
USUAL = 0.79
"""How surely a question without a topic of its own must be found to ask for something none the less."""
SURELY_NONE = 0.6
"""How surely a question must be found to be answered by nothing, that it is taken so."""


class Hearing:
    """The ears of a talk; what was made of a sentence is kept for the turn."""

    scene: Scene
    state: State
    addressed: str | None = None
    """Who is called by name in the line, where several sit at the table."""

    def __init__(self) -> None:
        self._scores: dict[str, dict[str, float]] = {}
        self._found: dict[str, dict[str, float]] = {}
        self._near: dict[str, dict[str, float]] = {}
        self._shares: dict[str, dict[str, float]] = {}
        self._words: dict[str, dict[str, float]] = {}

    @property
    def language(self) -> str:
        """`zh` or `en`."""
        return self.state.language

    def scores(self, text: str) -> dict[str, float]:
        """Return how well a sentence fits each topic as a question: by its words, and by how reps ask."""
        if text not in self._scores:
            scores = dict(self.words(text))
            if found := self.found(text):
                scores = {
                    topic: OF_WORDS * score + OF_ASKING * found.get(topic, 0.0) for topic, score in scores.items()
                }
            if self.addressed:
                # Who is called by name is meant to answer.
                others = {i.id for i in self.scene.items if i.person != self.addressed}
                scores = {topic: score * (OTHERS if topic in others else 1.0) for topic, score in scores.items()}
            # A facet is asked for in the words of its requirement.
            scores.update({i.id: scores[i.parent] for i in self.scene.of_kind("facet") if i.parent})
            self._scores[text] = scores
        return self._scores[text]

    def words(self, text: str) -> dict[str, float]:
        """Return how well a sentence fits each topic by its words alone; facets have none of their own."""
        if text not in self._words:
            self._words[text] = question_index(self.scene, self.language).fit(text, self._meant(text))
        return self._words[text]

    def _meant(self, text: str) -> str:
        return people.means(text, self.language, self.state.who)

    def found(self, text: str) -> dict[str, float]:
        """Return how surely a sentence asks for each topic, by how reps ask; empty where nobody wrote that down."""
        if text not in self._found:
            learnt, meant = finding(self.scene, self.language), self._meant(text)
            found = learnt.scores(meant) if learnt else {}
            # "And what does that lead to?" has a form and no topic: its words must not decide. "Who else has a say?"
            # has none either, but wants one kind of answer, and is usual.
            usual = self.kinds(text) and max(found.values(), default=0.0) >= USUAL
            if leans(meant, self.language) and not usual:
                found = {}
            # Who asks why a requirement stands asks for the requirement too.
            for facet in self.scene.of_kind("facet") if found else ():
                whole = facet.parent or ""
                found[whole] = max(found.get(whole, 0.0), found.get(facet.id, 0.0))
            self._found[text] = found
        return self._found[text]

    def near(self, text: str) -> dict[str, float]:
        """Return by topic how like a sentence is to the nearest way of asking for it, 0 to 1."""
        if text not in self._near:
            learnt = finding(self.scene, self.language)
            self._near[text] = learnt.nearest(self._meant(text)) if learnt else {}
        return self._near[text]

    def nothing(self, text: str) -> bool:
        """Say whether a sentence surely asks for what nothing in the scene answers."""
        found = self.found(text)
        return found.get(NONE, 0.0) >= SURELY_NONE and found[NONE] >= max(found.values())

    def best(self, text: str, items: tuple[Item, ...] | list[Item]) -> tuple[Item | None, float]:
        """Return the item of `items` that fits `text` best, with its score; (None, 0) where there is none."""
        scores = self.scores(text)
        ranked = sorted(items, key=lambda item: -scores[item.id])
        return (ranked[0], scores[ranked[0].id]) if ranked else (None, 0.0)

    def kinds(self, text: str) -> frozenset[str]:
        """Return the strict kinds of answer that a question wants; empty where anything on the topic will do."""
        return question_types(text, self.language) & STRICT

    def fitting(self, item: Item, text: str) -> list[str]:
        """Return the item's wordings that hold the kind of answer a question wants, the closest first."""
        options = item.says.get(self.language, ())
        kinds = self.kinds(text)
        sure = self.found(text).get(item.id, 0.0) >= SURE
        if sure and item.kind not in ("fact", "requirement"):
            # What hurts is told as it is, however it is asked for.
            pass
        elif kinds:
            # Who, where and what they think may be answered in many words: there the author's example is trusted.
            meant = kinds | {"which"} if "who" in kinds else kinds
            asked = question_index(self.scene, self.language).kinds(item.id) & meant - COUNTED
            if not (sure or self.known(item, text)):
                return []
            options = options if asked else tuple(self._holding(item, text))
        elif options and not (sure or self.about(item, text)):
            return []
        return self.nearest(item, text, options)

    def nearest(self, item: Item, text: str, options: Sequence[str]) -> list[str]:
        """Return wordings of an item, those first that questions like this one were met with."""
        if len(options) < 2:
            return list(options)
        near = {option: like if like >= LIKE else 0.0 for option, like in self.nearness(item, text).items()}
        holding = self._holding(item, text)
        return sorted(options, key=lambda o: -(2 * near.get(o, 0.0) + self.share(text, o) / 2 + HOLDS * (o in holding)))

    def _holding(self, item: Item, text: str) -> list[str]:
        """Return the item's wordings that hold the kind of answer a question wants, or are asked for in that kind."""
        kinds, learnt = self.kinds(text), finding(self.scene, self.language)
        return [
            option
            for n, option in enumerate(item.says.get(self.language, ()))
            if ((item.kinds or told(option, self.language)) | (learnt.kinds(item, n) if learnt else frozenset()))
            & kinds
        ]

    def nearness(self, item: Item, text: str) -> dict[str, float]:
        """Return for each wording of an item how like a question is to those that it meets, 0 to 1."""
        learnt = finding(self.scene, self.language)
        return dict(zip(item.says.get(self.language, ()), learnt.nearness(item, text))) if learnt else {}

    def measures(self, text: str) -> NDArray[np.float64] | None:
        """Return a row of `MEASURES` for each answer of the scene; None where nobody wrote down how reps ask."""
        learnt = finding(self.scene, self.language)
        return learnt.sides.measures(text) if learnt else None

    def closeness(self, text: str, line: str) -> NDArray[np.float64] | None:
        """Return how close a question and the line that it stands in come to each answer: see `Closeness.measures`."""
        learnt = finding(self.scene, self.language)
        return learnt.closeness.measures(text, line) if learnt and learnt.closeness else None

    def followed(self, line: str, last: tuple[str, int | None] | None) -> NDArray[np.float64] | None:
        """Return how usual a line is after an answer, for each answer of the scene: see `Followed.measures`."""
        learnt = finding(self.scene, self.language)
        return learnt.followed.measures(line, *last) if learnt and learnt.followed and last else None

    def _covers(self, text: str) -> dict[str, float]:
        if text not in self._shares:
            self._shares[text] = question_index(self.scene, self.language).coverage(text)
        return self._shares[text]

    def known(self, item: Item, text: str) -> bool:
        """Say whether an item knows a third of what a question speaks of."""
        return leans(text, self.language) or self._covers(text).get(item.id, 1.0) >= LEAST

    def about(self, item: Item, text: str) -> bool:
        """Say whether an item is about what a question of no strict kind asks, and not merely near it."""
        if leans(text, self.language):
            return True
        index = question_index(self.scene, self.language)
        kinds = question_types(text, self.language)
        if "which" in kinds and (named := kind_named(text, self.language)) and not index.knows(item.id, named):
            return False
        share = self._covers(text).get(item.id, 1.0)
        if "why" in kinds and "why" not in index.kinds(item.id):
            return share >= NEAR and any(BECAUSE.search(t) for t in item.says.get(self.language, ()))
        return share >= (NEAR_YES if "yesno" in kinds and self.language == "en" else NEAR)

    def share(self, text: str, option: str) -> float:
        """Return which share of a question's content another text holds, 0 to 1."""
        return reading.share(text, self.language, reading.features(option, self.language))
