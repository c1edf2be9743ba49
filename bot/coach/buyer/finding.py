"""What a question asks for in a scene, and which answers meet it: learnt from how reps ask (`Scene.asked`)."""

from __future__ import annotations

from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.language.finder import NONE, Finder, Wording

from .asked import STRICT, question_types
from .closeness import Closeness
from .cues import POINTS_BACK
from .followed import Followed
from .reading import leans
from .scene import Item, Scene
from .sides import Sides
from .ways import Asked

OF_ANSWER = 0.3
"""What an answer or a keyword counts beside a question: its words are near, but nobody asked them."""

BARE = 0.0
"""What a bare question counts, of which only the talk tells what it asks for; the item told last still knows it."""


class Finding:
    """The ways in which reps ask in one scene and one language."""

    def __init__(self, scene: Scene, language: str) -> None:
        self._scene, self._language = scene, language
        self._asked = [*scene.asked[language], *_examples(scene, language)]

    @cached_property
    def _finder(self) -> Finder:
        near = [
            Wording(text, item.id, OF_ANSWER)
            for item in self._scene.items
            if item.kind != "facet"
            for text in (*item.says.get(self._language, ()), *item.words.get(self._language, ()))
        ]
        return Finder(
            [*(Wording(line.text, _topic(line), self._weight(line)) for line in self._asked), *near],
            self._scene.shelf,
            f"{self._scene.id}.{self._language}",
            least=2,
        )

    def _weight(self, line: Asked) -> float:
        """Return what a way of asking counts: one that only digs into what was told ("Since when?") names no topic."""
        item = self._scene.by_id.get(line.item)
        if item is None or not leans(line.text, self._language):
            return 1.0
        return BARE if item.kind != "fact" or POINTS_BACK.search(line.text) else 1.0

    @cached_property
    def _kinds(self) -> dict[tuple[str, int], frozenset[str]]:
        found: dict[tuple[str, int], frozenset[str]] = {}
        for line in self._asked:
            kinds = question_types(line.text, self._language) & STRICT
            for answer in line.answers:
                found[line.item, answer] = found.get((line.item, answer), frozenset()) | kinds
        return found

    def warm(self) -> None:
        """Learn now, so that the first question need not wait for it."""
        if space := self._scene.spaces.get(self._language):
            # Where all places are known it is not needed now, but it is for the first line.
            space.warm()
        assert self._finder
        assert self.sides
        assert self.closeness or not self._scene.spaces
        assert self.followed or not self._scene.followups

    def scores(self, text: str) -> dict[str, float]:
        """Return how surely `text` asks for each topic, 0 to about 1.5: items, steps, `NONE`, surfaces (`surface`)."""
        return {found.topic: max(0.0, 1.0 + found.margin) for found in self._finder.rank(text)}

    @cached_property
    def _places(self) -> tuple[list[str], NDArray[np.intp]]:
        topics = sorted({line.item for line in self._asked})
        at = {topic: n for n, topic in enumerate(topics)}
        return topics, np.array([at[line.item] for line in self._asked])

    def nearest(self, text: str) -> dict[str, float]:
        """Return by topic (items, steps, `NONE`) how like `text` is to the nearest question for it, 0 to 1."""
        topics, at = self._places
        near = np.zeros(len(topics))
        np.maximum.at(near, at, self._finder.likeness(text)[: len(at)])
        return dict(zip(topics, near.tolist()))

    @cached_property
    def sides(self) -> Sides:
        """How near questions come to each answer."""
        return Sides(self._scene, self._language, self._asked, self._finder)

    @cached_property
    def closeness(self) -> Closeness | None:
        """How close questions come to each answer; None where nobody wrote down how reps ask in other scenes."""
        space = self._scene.spaces.get(self._language)
        return Closeness(self._scene, self._language, space) if space else None

    @cached_property
    def followed(self) -> Followed | None:
        """What reps ask after each answer; None where nobody wrote that down."""
        space, lines = self._scene.spaces.get(self._language), self._scene.followups.get(self._language)
        return Followed(self._scene, self._language, space) if space and lines else None

    def nearness(self, item: Item, text: str) -> list[float]:
        """Return for each answer of an item how like `text` is to the nearest question that it meets, 0 to 1."""
        near: list[float] = self.sides.measures(text)[self.sides.of(item), 0].tolist()
        return near

    def kinds(self, item: Item, answer: int) -> frozenset[str]:
        """Return the strict kinds of question (`who`, `when`, …) that one answer of an item is asked with."""
        return self._kinds.get((item.id, answer), frozenset())


# A scene takes a second or two to learn and some ten megabytes: a house with all scenes in both languages keeps them.
@lru_cache(maxsize=32)
def finding(scene: Scene, language: str) -> Finding | None:
    """Return what was learnt for a scene; None where nobody wrote down how reps ask in it."""
    return Finding(scene, language) if scene.asked.get(language) else None


def surface(item: Item) -> str:
    """Return the topic of the bare questions of fact beside a problem."""
    return f"{item.id}#surface"


def _topic(line: Asked) -> str:
    return f"{line.item}#surface" if line.surface else line.item or NONE


def _examples(scene: Scene, language: str) -> list[Asked]:
    found = [Asked(t, i.id) for i in scene.items if i.kind != "facet" for t in i.asks.get(language, ())]
    found += [Asked(i.meant[language], i.id) for i in scene.items if i.meant.get(language)]
    return found + [Asked(text, f"step:{s.id}") for s in scene.steps for text in s.asks.get(language, ())]
