"""How reps ask in a scene, and what they say next."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Asked:
    """A way in which reps ask for something in a scene."""

    text: str
    item: str
    """The item's id, `step:<id>`, or empty where nothing in the scene answers it."""
    answers: tuple[int, ...] = ()
    """Which of the item's wordings answer it directly, counted from 0; all where it is empty."""
    surface: bool = False
    """True for a bare question of fact beside a problem."""


@dataclass(frozen=True)
class FollowUp:
    """What a rep says after an answer of the buyer's."""

    text: str
    """The whole line: often an echo or some sympathy, then a question."""
    item: str
    """Whose answer the buyer gave."""
    answer: int
    """Which of the item's wordings it was, counted from 0."""
    wants: tuple[Asked, ...]
    """What meets the question, each with its text, the best first; with an empty item where nothing does."""
