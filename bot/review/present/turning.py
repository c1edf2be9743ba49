"""The turns at which a talk turned: where a need came out, trust jumped or fell, a step was agreed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.coach.buyer import Scene
from bot.store.tables import Turn

MOST = 6
JUMP = 8
"""Points of trust that a line wins or loses to count."""


@dataclass(frozen=True)
class Turning:
    """A turn and why it counts: `need`, `trust_up`, `trust_down` or `agreed`."""

    number: int
    why: str
    points: int = 0
    weight: int = 0


def turning_points(turns: Sequence[Turn], scene: Scene | None) -> tuple[Turning, ...]:
    """Return the weightiest turning points of a talk, in its order; one at most for each turn."""
    found: list[Turning] = []
    agreed = None
    for turn in turns:
        evidence = turn.evidence or {}
        if turn.speaker != "rep" or evidence.get("undone") or "state" not in evidence:
            continue
        trust = int(evidence.get("effects", {}).get("trust", 0))
        step = evidence["state"].get("agreed")
        if step and step != agreed:
            found.append(Turning(turn.number, "agreed", weight=100))
        elif any(_is_need(scene, item) for item in turn.revealed or ()):
            found.append(Turning(turn.number, "need", weight=50))
        elif abs(trust) >= JUMP:
            found.append(Turning(turn.number, "trust_up" if trust > 0 else "trust_down", trust, abs(trust)))
        agreed = step
    weightiest = sorted(found, key=lambda point: -point.weight)[:MOST]
    return tuple(sorted(weightiest, key=lambda point: point.number))


def _is_need(scene: Scene | None, item: str) -> bool:
    found = scene.by_id.get(item) if scene is not None else None
    return found is not None and found.kind == "need"
