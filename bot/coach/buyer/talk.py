"""One turn in the making: the state that changes, the words that gather, the releases with their evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from .hearing import Hearing
from .move import Line, Move
from .reading import content
from .reply import Said, tidied
from .scene import Item, Level, Person, Scene
from .state import State
from .told import told
from .voice import Lines, Voice, prints, sentences

if TYPE_CHECKING:
    from .aim import Aim

ROOM = 4
"""Sentences in one reply at most."""
AIMED = 4
"""How often in a talk a question that aims at something held back wins trust."""


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


@dataclass
class Talk(Hearing):
    """The hands of the handlers during one turn."""

    scene: Scene
    state: State
    level: Level
    lines: Lines
    line: Line
    rng: Random
    said: list[Said] = field(default_factory=list)
    released: list[Release] = field(default_factory=list)
    addressed: str | None = None
    """Who is called by name in the line, where several sit at the table."""
    asks: bool = False
    """True where the line asks something or proposes a step: that decides the reply, whatever it states besides."""
    several: bool = False
    """True where it asks more than one thing."""
    played_back: bool = False
    """True where it also asks whether a playback is right."""
    answers: Mapping[str, tuple[tuple[str, float], ...]] = field(default_factory=dict)
    """By item its answers, the likeliest to be asked for first, each with its probability; of the question weighed."""
    aims: dict[object, Aim] = field(default_factory=dict)
    """What was weighed in this turn (see `aim`)."""
    tags: list[str] = field(default_factory=list)
    """What happened, for the coach's note and the scorecard (`pitch_early`, `released:problem`, …)."""

    def __post_init__(self) -> None:
        super().__init__()
        self.voice = Voice(self.lines, self.state, self.rng)

    @property
    def person(self) -> Person:
        """Who speaks now."""
        return self.scene.person(self.state.person)

    # words

    def room(self) -> int:
        """Return how many sentences still fit."""
        return ROOM - sum(len(sentences(piece.text)) for piece in self.said)

    def add(self, text: str | None, person: str | None = None, slot: str = "") -> bool:
        """Add a line of `person` (else of who speaks now); say whether there was one."""
        if text:
            self.said.append(Said(person or self.state.person, text, slot))
        return bool(text)

    def say(self, slot: str, *tags: str, **fields: str) -> bool:
        """Add an unused wording of a slot, its fields filled, and note its tags (the slot's own name first)."""
        self.tag(slot, *tags)
        return self.add(self.voice.slot(slot, self.person, fields), slot=slot)

    def tidy(self) -> None:
        """Leave of the reply what has something to say."""
        self.said = tidied(self.said, self.language, asks=self.asks, played_back=self.played_back)

    def tag(self, *tags: str) -> None:
        """Note what happened, each thing once."""
        self.tags.extend(tag for tag in tags if tag not in self.tags)

    def leading(self, text: str) -> str:
        """Return what stands before a question in its line: the clauses of its sentence, else the sentence before."""
        asked = text.rstrip(" ?？.。")
        for n, move in enumerate(self.line.moves):
            at = move.text.find(asked)
            if at >= 0:
                clauses = move.text[:at]
                return clauses if content(clauses, self.language) else self.line.moves[n - 1].text if n else ""
        return ""

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

    # what is out

    def out(self, item_id: str) -> bool:
        """Say whether an item is out."""
        return item_id in self.state.revealed

    def unsaid(self, item: Item) -> tuple[str, ...]:
        """Return the wordings of an item of which no sentence was said."""
        says = item.says.get(self.language, ())
        if not self.out(item.id):
            return says
        said = set(self.state.said)
        return tuple(text for text in says if not said.intersection(prints(text)))

    def last(self) -> Item | None:
        """Return what was told last, in this turn or the one before; None where nothing was."""
        recent = self.state.turn - self.state.told_at <= 1
        return self.scene.by_id.get(self.state.topic or "") if recent else None

    def last_answer(self) -> tuple[str, int | None] | None:
        """Return whose answer was told last, and which, counted from 0 (None if not in full); None where none was."""
        last = self.last()
        if last is None:
            return None
        at = {mark: n for n, mark in enumerate(self.state.said)}
        told = [
            (max(at[mark] for mark in marks), n)
            for n, text in enumerate(last.says.get(self.language, ()))
            if (marks := [mark for mark in prints(text) if mark in at])
        ]
        return last.id, max(told)[1] if told else None

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
        says = item.says.get(self.language, ())
        if move is None:
            # What answers a follow-up stands behind what says the thing itself.
            return self.voice.first(says)
        if item.id in self.answers:
            return self.voice.first(text for text, _ in self.answers[item.id])
        return self.voice.first([*self.fitting(item, move.text), *self.nearest(item, move.text, says)])

    def hold(self, item: Item, slot: str, *tags: str) -> None:
        """Hold an item back that was clearly asked for: in words on its own matter, else in those of a slot."""
        # Who aims at the right thing wins a little trust, though he gets nothing for it yet.
        self.trust(1 if self.state.count("held") <= AIMED else 0, item.person)
        if text := self.voice.fresh(item.held.get(self.language, ())):
            self.tag(slot, *tags, "held")
            self.add(text, item.person, "held")
        else:
            self.say(slot, *tags)

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
