"""A stored talk, as the scorecard reads it: each line of the rep with what it met and what it brought."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bot.coach.buyer import Item, Move, Scene, State
from bot.coach.buyer.move import QUESTIONS
from bot.coach.buyer.settle import SURE

VOLUNTEERED = "volunteered"


@dataclass(frozen=True)
class Row:
    """A stored turn of the rep: its number in the transcript, its text, its evidence, and what was heard before it."""

    number: int
    text: str
    evidence: Mapping[str, Any]
    heard: str = ""


@dataclass(frozen=True)
class Said:
    """One line of the rep that stands."""

    turn: int
    """Counts the rep's lines from 1."""
    number: int
    text: str
    heard: str
    moves: tuple[Move, ...]
    labels: tuple[str, ...]
    """How each move was taken; empty where the whole line was no business."""
    own: tuple[str, ...]
    """Ids of the items that this line released; what the buyer volunteered is not among them."""
    given: tuple[str, ...]
    """Ids of the items that came out unasked."""
    tags: frozenset[str]
    effects: Mapping[str, int]
    before: State
    after: State

    @property
    def asks(self) -> bool:
        """Say whether the line holds one of the five kinds of question."""
        return bool(QUESTIONS.intersection(self.labels))

    def unsure(self, *labels: str) -> bool:
        """Say whether the judge was unsure of all moves that were taken as one of `labels` (of any without labels)."""
        pairs = list(zip(self.moves, self.labels))
        taken = [move for move, label in pairs if not labels or label in labels]
        return bool(taken) and all(move.confidence < SURE for move in taken)


@dataclass(frozen=True)
class Played:
    """A whole talk."""

    scene: Scene
    start: State
    said: tuple[Said, ...]

    @property
    def end(self) -> State:
        """The state after the last line."""
        return self.said[-1].after if self.said else self.start

    @property
    def language(self) -> str:
        """`zh` or `en`, as the talk ended."""
        return self.end.language

    @cached_property
    def own(self) -> frozenset[str]:
        """Ids of all items that the rep released."""
        return frozenset(item for said in self.said for item in said.own)

    @cached_property
    def engagement(self) -> float:
        """How much of a talk it was, 0 to 1: what was not said cannot be praised for its manners."""
        told = [i for i in self.own if self.scene.by_id[i].kind != "fact"]
        return min(1.0, len(told) / 5)

    def found(self, *kinds: str) -> list[Item]:
        """Return the items of these kinds that the rep released, in the order of the scene."""
        return [item for item in self.scene.of_kind(*kinds) if item.id in self.own]

    def tagged(self, *tags: str) -> list[Said]:
        """Return the lines on which one of these things happened."""
        return [said for said in self.said if said.tags.intersection(tags)]

    def labelled(self, *labels: str) -> list[Said]:
        """Return the lines that hold a move taken as one of these labels."""
        return [said for said in self.said if set(labels).intersection(said.labels)]


def read(scene: Scene, start: State, rows: Iterable[Row]) -> Played:
    """Return the talk of stored rows; `start` is the state at its opening. Items that the scene lost are left out."""
    said: list[Said] = []
    state = start
    for row in rows:
        said.append(_said(scene, len(said) + 1, row, state))
        state = said[-1].after
    return Played(scene, start, tuple(said))


def _said(scene: Scene, turn: int, row: Row, before: State) -> Said:
    seen = row.evidence
    released = [r for r in seen.get("released", ()) if r["item"] in scene.by_id]
    return Said(
        turn=turn,
        number=row.number,
        text=row.text,
        heard=row.heard,
        moves=tuple(Move.from_json(move) for move in seen.get("moves", ())),
        labels=tuple(seen.get("labels", ())),
        own=tuple(r["item"] for r in released if r["label"] != VOLUNTEERED),
        given=tuple(r["item"] for r in released if r["label"] == VOLUNTEERED),
        tags=frozenset(seen.get("tags", ())),
        effects=seen.get("effects", {}),
        before=before,
        after=State.from_json(seen["state"]),
    )
