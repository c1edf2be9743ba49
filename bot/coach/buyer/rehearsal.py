"""What good and bad reps would say in a scene: hand-written lines for better wordings and for the benchmark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Words = Mapping[str, tuple[str, ...]]
NOTHING: Words = {"zh": (), "en": ()}


@dataclass(frozen=True)
class Rehearsal:
    """Lines of a rep in one scene, by what they are for; the mappings go from an item's id to its lines."""

    open: Words = field(default_factory=lambda: NOTHING)
    """How a good rep begins."""
    pitch: Words = field(default_factory=lambda: NOTHING)
    """Praise of the product without regard to the customer."""
    confirm: Mapping[str, Words] = field(default_factory=dict)
    """Playing back what was said of an item."""
    acknowledge: Mapping[str, Words] = field(default_factory=dict)
    """Meeting the feeling behind an item."""
    trace: Mapping[str, Words] = field(default_factory=dict)
    """Asking why a requirement stands."""
    value: Mapping[str, Words] = field(default_factory=dict)
    """What the product does for a need that was said."""
    answer: Mapping[str, Words] = field(default_factory=dict)
    """A good answer to a question or an objection."""
    trade: Mapping[str, Words] = field(default_factory=dict)
    """Asking for something in exchange, by the id of what the buyer can give."""
