"""What a sentence can be about in a scene: as a question, and as a playback of the buyer's own words."""

from __future__ import annotations

from functools import lru_cache

from .scene import Item, Scene
from .topics import Topic, TopicIndex


@lru_cache(maxsize=128)
def question_index(scene: Scene, language: str) -> TopicIndex:
    """Return what questions of a scene can be about."""
    items = [item for item in scene.items if item.kind != "facet"]
    topics = [
        Topic(i.id, i.words.get(language, ()), i.asks.get(language, ()), i.kind, _vocabulary(scene, i, language))
        for i in items
    ]
    topics += [Topic(f"step:{s.id}", s.words.get(language, ()), s.asks.get(language, ()), "step") for s in scene.steps]
    return TopicIndex(topics, language)


def _vocabulary(scene: Scene, item: Item, language: str) -> tuple[str, ...]:
    own = (*item.says.get(language, ()), *item.surface.get(language, ()), item.called(language))
    parent = scene.by_id.get(item.parent or "")
    if parent is None:
        return own
    # What follows from a problem is asked for in the words of the problem.
    return (*own, *parent.words.get(language, ()), *parent.asks.get(language, ()), *parent.says.get(language, ()))


@lru_cache(maxsize=128)
def answer_index(scene: Scene, language: str) -> TopicIndex:
    """Return what playing back in a scene can be about: the buyer's own words."""
    topics = [Topic(i.id, i.words.get(language, ()), i.says.get(language, ())) for i in scene.items]
    return TopicIndex(topics, language)
