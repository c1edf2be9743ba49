"""One turn in the making: the state that changes, the words that gather, the releases with their evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from random import Random

from bot.language.finder import NONE

from . import people
from .asked import COUNTED, STRICT, kind_named, question_types
from .cues import BECAUSE
from .finding import finding
from .move import Line, Move
from .reading import covered, grams, leans
from .scene import Item, Level, Person, Scene
from .state import State
from .told import told
from .topics import Topic, TopicIndex
from .voice import Lines, Voice, sentences

FLOOR = 0.36
"""The score from which a sentence is taken to be about a topic."""
LEAST = 0.3
"""The share that it must know where only the kind of the answer is tested besides."""
NEAR = 0.5
"""The share of a question that an item must know to be an answer to it."""
HOLDS = 0.3
"""What it weighs that a wording holds the kind asked for, beside the share of the question that it holds."""
NEAR_YES = 0.6
"""The same for an English yes-or-no question, whose verb matters more."""
OF_WORDS, OF_ASKING = 0.2, 0.6
"""What the words of a topic and the ways of asking for it make of a score; chosen on questions of strangers."""
OTHERS = 0.75
"""What is left of the score of what another than the one who is called by name would say."""
SURE = 0.55
"""How surely a question must be found to ask for an item, by how reps ask, that its words need no second look."""
SURELY_NONE = 0.8
"""How surely a question must be found to be answered by nothing, that it is taken so."""
ROOM = 4
"""Sentences in one reply at most."""


@dataclass(frozen=True)
class Release:
    """Evidence that a hidden item came out."""

    item: str
    kind: str
    turn: int
    move: str
    """What the rep said, or empty where the buyer volunteered it."""
    label: str

    def to_json(self) -> dict[str, str | int]:
        """Return the release as plain data."""
        return {"item": self.item, "kind": self.kind, "by_turn": self.turn, "move": self.move, "label": self.label}


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


@dataclass
class Talk:
    """The hands of the handlers during one turn."""

    scene: Scene
    state: State
    level: Level
    lines: Lines
    line: Line
    rng: Random
    said: list[tuple[str, str]] = field(default_factory=list)
    released: list[Release] = field(default_factory=list)
    addressed: str | None = None
    """Who is called by name in the line, where several sit at the table."""
    tags: list[str] = field(default_factory=list)
    """What happened, for the coach's note and the scorecard (`pitch_early`, `released:problem`, …)."""

    def __post_init__(self) -> None:
        self.voice = Voice(self.lines, self.state, self.rng)
        self._scores: dict[str, dict[str, float]] = {}
        self._found: dict[str, dict[str, float]] = {}
        self._shares: dict[str, dict[str, float]] = {}

    @property
    def language(self) -> str:
        """`zh` or `en`."""
        return self.state.language

    @property
    def person(self) -> Person:
        """Who speaks now."""
        return self.scene.person(self.state.person)

    # words

    def room(self) -> int:
        """Return how many sentences still fit."""
        return ROOM - sum(len(sentences(text)) for _, text in self.said)

    def add(self, text: str | None, person: str | None = None) -> bool:
        """Add a line of `person` (else of who speaks now); say whether there was one."""
        if text:
            self.said.append((person or self.state.person, text))
        return bool(text)

    def say(self, slot: str, *tags: str, **fields: str) -> bool:
        """Add an unused wording of a slot, its fields filled, and note its tags (the slot's own name first)."""
        self.tag(slot, *tags)
        return self.add(self.voice.slot(slot, self.person, fields))

    def tag(self, *tags: str) -> None:
        """Note what happened, each thing once."""
        self.tags.extend(tag for tag in tags if tag not in self.tags)

    # feelings

    def trust(self, change: int, person: str | None = None) -> None:
        """Change trust; gains shrink near the top."""
        who = person or self.state.person
        now = self.state.trust[who]
        if change > 1:
            change = max(1, round(change * self.level.warmth / 100))
        if change > 0 and now >= 75:
            change = max(1, change // 2)
        self.state.trust[who] = max(0, min(100, now + change))

    def patience(self, change: int) -> None:
        """Change patience, 0 to 100."""
        self.state.patience = max(0, min(100, self.state.patience + change))

    def believe(self, change: int) -> None:
        """Change the belief in us, 0 to 100."""
        self.state.belief = max(0, min(100, self.state.belief + change))

    # topics

    def scores(self, text: str) -> dict[str, float]:
        """Return how well a sentence fits each topic as a question: by its words, and by how reps ask."""
        if text not in self._scores:
            meant = people.means(text, self.language, self.state.who)
            scores = question_index(self.scene, self.language).fit(text, meant)
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

    def found(self, text: str) -> dict[str, float]:
        """Return how surely a sentence asks for each topic, by how reps ask; empty where nobody wrote that down."""
        if text not in self._found:
            learnt = finding(self.scene, self.language)
            meant = people.means(text, self.language, self.state.who)
            # "And what does that lead to?" has a form and no topic: its words must not decide.
            found = learnt.scores(meant or text) if learnt and not leans(meant or text, self.language) else {}
            # Who asks why a requirement stands asks for the requirement too.
            for facet in self.scene.of_kind("facet") if found else ():
                whole = facet.parent or ""
                found[whole] = max(found.get(whole, 0.0), found.get(facet.id, 0.0))
            self._found[text] = found
        return self._found[text]

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
        kinds, holding = self.kinds(text), self._holding(item, text)
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
            options = options if asked else tuple(holding)
        elif options and not (sure or self.about(item, text)):
            return []
        near = self._nearness(item, text) if len(options) > 1 else {}
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

    def _nearness(self, item: Item, text: str) -> dict[str, float]:
        learnt = finding(self.scene, self.language)
        return dict(zip(item.says.get(self.language, ()), learnt.nearness(item, text))) if learnt else {}

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
        known = frozenset(grams(option, self.language))
        parts = covered(text, self.language, known)
        return sum(held for _, held in parts) / len(parts) if parts else 0.0

    def out(self, item_id: str) -> bool:
        """Say whether an item is out."""
        return item_id in self.state.revealed

    def needs_out(self) -> int:
        """Count the needs that are out."""
        return sum(self.out(need.id) for need in self.scene.of_kind("need"))

    def ready(self, item: Item) -> bool:
        """Say whether what must come before an item is out."""
        if item.parent and item.kind != "facet" and not self.out(item.parent):
            return False
        return all(map(self.out, item.after)) and (not item.any_of or any(map(self.out, item.any_of)))

    def trusted(self, item: Item) -> bool:
        """Say whether trust reaches the item's threshold at this difficulty."""
        return item.trust <= 0 or self.state.trust[item.person] >= item.trust + self.level.bar

    # releases

    def release(self, item: Item, move: Move | None, *, speak: bool = True) -> None:
        """Let an item out, say it in the wording that fits the move best, and log by which move."""
        if self.out(item.id):
            return
        self.state.revealed.append(item.id)
        self.released.append(
            Release(
                item.id, item.kind, self.state.turn, move.text if move else "", move.label if move else "volunteered"
            )
        )
        self.state.person = item.person
        self.state.pain = min(100, self.state.pain + item.pain)
        self.state.topic, self.state.told_at = item.id, self.state.turn
        if item.kind in ("problem", "requirement", "fear"):
            self.state.focus = item.id
        elif item.parent and item.kind != "facet":
            self.state.focus = item.parent
        self.tag(f"released:{item.kind}")
        if speak and not self.add(self.wording(item, move)):
            self.say("remark")
        if item.gives and not self.out(item.gives):
            need = self.scene.by_id[item.gives]
            self.release(need, move, speak=False)
            self.state.topic = item.id
        self._aside(item)

    def wording(self, item: Item, move: Move | None) -> str | None:
        """Return an unused wording of an item, the one that answers the move best where one does."""
        return (self.voice.first(self.fitting(item, move.text)) if move else None) or self.voice.fresh(
            item.says.get(self.language, ())
        )

    def _aside(self, item: Item) -> None:
        for aside in self.scene.asides:
            if aside.after == item.id and (text := self.voice.fresh(aside.says.get(self.language, ()))):
                self.add(text, aside.person)
                self.tag("aside")

    def point(self, item: Item) -> None:
        """Make an item what the talk is about."""
        self.state.topic, self.state.told_at = item.id, self.state.turn
        self.state.person = item.person
        if item.kind in ("problem", "requirement", "fear"):
            self.state.focus = item.id

    def holds(self, texts: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
        """Return the kinds of answer that texts by language hold."""
        return frozenset(kind for text in texts.get(self.language, ()) for kind in told(text, self.language))

    def again(self, item: Item) -> None:
        """Say that this was said before, with another wording of it where one is left."""
        self.point(item)
        # Another wording answers by itself; only where none is left does the buyer point back.
        if self.add(self.voice.fresh(item.says.get(self.language, ()))):
            self.tag("told_before")
        else:
            self.say("told_before")
        self.patience(-2)
