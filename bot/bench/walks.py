"""Random walks: whatever a rep may say, in any order, must be answered, and never twice with the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from bot.coach.buyer import Lines, Scene
from bot.coach.buyer.hints import hint
from bot.coach.buyer.scene import LEVELS
from bot.coach.buyer.voice import prints, sentences

from .table import Ears, Table

AGAIN = 0.1
"""How often a line is said that may have been said before."""
ROOM = 5
"""Sentences in a reply at most; a second person's aside may come on top of four."""


@dataclass
class Walks:
    """What many walks through one scene brought."""

    walks: int = 0
    turns: int = 0
    ended: Counter[str] = field(default_factory=Counter)
    dead: list[str] = field(default_factory=list)
    """Lines that got no answer, or walks that did not end."""
    repeated: list[str] = field(default_factory=list)
    """Sentences that came twice in one walk."""
    long: int = 0
    """Replies of more than `ROOM` sentences."""


def pool(scene: Scene, language: str, extra: Mapping[str, Mapping[str, Sequence[str]]]) -> list[str]:
    """Return all that a walk may say in a scene."""
    own = scene.rehearsal
    groups = [item.asks for item in scene.items] + [step.asks for step in scene.steps] + [own.open, own.pitch]
    for mapping in (own.confirm, own.acknowledge, own.trace, own.value, own.answer, own.trade):
        groups += mapping.values()
    lines = [text for group in groups for text in group.get(language, ())]
    return list(dict.fromkeys([*lines, *(text for kind in extra.values() for text in kind[language])]))


def walk(scene: Scene, lines: Lines, ears: Ears, said: Sequence[str], language: str, seed: int, found: Walks) -> None:
    """Walk once and add what happened to `found`."""
    rng = Random(f"{scene.id}:{language}:{seed}")
    table = Table.lay(scene, lines, ears, language=language, difficulty=LEVELS[seed % len(LEVELS)], seed=seed)
    left = list(said)
    rng.shuffle(left)
    heard: set[int] = set(prints(table.opened))
    most = scene.levels[table.state.difficulty].max_turns
    while not table.state.ended and table.state.turn <= most:
        text = rng.choice(said) if rng.random() < AGAIN or not left else left.pop()
        replies = [reply for _, reply in table.say(text).replies]
        found.turns += 1
        if not any(reply.strip() for reply in replies):
            found.dead.append(f"{language} {seed}: no answer to {text!r}")
        found.long += sum(len(sentences(reply)) for reply in replies) > ROOM
        for mark, sentence in _marks(replies):
            if mark in heard:
                found.repeated.append(f"{language} {seed}: {sentence!r}")
            heard.add(mark)
        if not table.state.ended and not hint(scene, table.state).move:
            found.dead.append(f"{language} {seed}: nothing left to do after {text!r}")
    if not table.state.ended:
        found.dead.append(f"{language} {seed}: no end after {table.state.turn} turns")
    found.walks += 1
    found.ended[table.state.ended or "open"] += 1


def _marks(replies: Sequence[str]) -> list[tuple[int, str]]:
    return [(mark, sentence) for reply in replies for sentence in sentences(reply) for mark in _full(sentence)]


def _full(sentence: str) -> list[int]:
    # A short nod ("All right.") may open more than one reply.
    size = len(sentence.split()) > 2 if sentence.isascii() else len(sentence) > 5
    return list(prints(sentence)) if size else []
