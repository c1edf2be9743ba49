"""What the buyer feels and remembers during a talk; plain data that can be stored."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass
class State:
    """The state after a turn. Trust, patience, pain and belief run from 0 to 100."""

    scene: str
    difficulty: str
    language: str
    """`zh` or `en`."""
    seed: int
    trust: dict[str, int]
    patience: int
    person: str
    """Who spoke last."""
    stage: str
    turn: int = 0
    pain: int = 0
    belief: int = 0
    revealed: list[str] = field(default_factory=list)
    focus: str | None = None
    """The problem (or requirement) that is being talked of."""
    topic: str | None = None
    """The item that was last spoken of."""
    told_at: int = 0
    """The turn in which `topic` was last spoken of."""
    demanded: str | None = None
    """The requirement that was stated unasked in the last turn."""
    hinted: str | None = None
    """The trouble that the buyer hinted at unasked in the last turn."""
    between: list[str] = field(default_factory=list)
    """The two items of which the buyer asked last which one is meant."""
    unclear: str = ""
    """The question that could have meant either of them."""
    who: str | None = None
    """The person outside the room who was named last."""
    in_a_row: int = 0
    """Questions of fact since the last other move."""
    counts: dict[str, int] = field(default_factory=dict)
    heard: list[str] = field(default_factory=list)
    """What the rep said, stripped, to notice repetition."""
    said: list[int] = field(default_factory=list)
    """Fingerprints of the sentences that were used."""
    pending: str | None = None
    """The challenge that waits for the rep's answer."""
    raised: list[str] = field(default_factory=list)
    settled: list[str] = field(default_factory=list)
    promises: list[str] = field(default_factory=list)
    agreed: str | None = None
    """The step that was agreed to."""
    offer: float | None = None
    """The rep's last price."""
    bid: float | None = None
    """The buyer's last price."""
    traded: list[str] = field(default_factory=list)
    ended: str | None = None
    """Why the buyer ended it: `agreed`, `patience`, `time`."""

    def copy(self) -> State:
        """Return an independent copy."""
        return deepcopy(self)

    def count(self, name: str) -> int:
        """Count `name` once more and return how often it came."""
        self.counts[name] = self.counts.get(name, 0) + 1
        return self.counts[name]

    def mood(self) -> str:
        """Return `cold`, `plain` or `warm`, by the trust of the one who speaks and the patience left."""
        trust = self.trust[self.person]
        if trust < 25 or self.patience < 25:
            return "cold"
        return "warm" if trust >= 60 else "plain"

    def to_json(self) -> dict[str, Any]:
        """Return the state as plain data."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> State:
        """Return the state that `to_json` wrote."""
        return cls(**deepcopy(data))
