"""What somebody should practise next, and why: a rule for each reason, the first that fits."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

TRAINING: Mapping[str, tuple[tuple[int, ...], tuple[str, ...]]] = {
    "understanding": ((3, 5, 10), ("finance_chief", "receptive_engineer")),
    "spin": ((16, 17, 18), ("plant_manager", "hospital_director")),
    "needs": ((12, 13, 14), ("hospital_director", "finance_chief")),
    "requirements": ((15,), ("procurement_price", "it_director")),
    "listening": ((7, 16), ("plant_manager", "family_owner")),
    "resistance": ((28, 29), ("presign_fear", "learning_dip")),
    "value": ((19, 27), ("government_lead", "finance_chief")),
    "conduct": ((24, 30), ("rival_leads", "procurement_price")),
    "advance": ((10, 31), ("receptive_engineer", "two_in_room")),
}
"""Which lessons and scenes train a line of the scorecard, in the order in which they are proposed."""
WEAK = 0.6
"""Under this a line is worth practising for itself."""
STRONG = 75.0
"""From this average on a harder talk is proposed."""


@dataclass(frozen=True)
class Record:
    """What is known of a person."""

    passed: Collection[int]
    lesson: int | None
    """The next open lesson; None where all are passed."""
    practised: bool
    idle: bool
    """No practice for fourteen days."""
    average: float | None
    """Of the last scores, 0 to 100."""
    weakest: tuple[str, float] | None
    """The weakest line and its mean, 0 to 1; None where too little is known."""
    played: Collection[str]
    """Scenes that were played lately."""
    overdue: tuple[int, str, str] | None = None
    """The oldest overdue assignment: id, kind, ref."""


@dataclass(frozen=True)
class Proposal:
    """A next step with its reason (`coaching.why_<why>`)."""

    kind: str
    """`task`, `lesson` or `scene`."""
    ref: str
    why: str
    values: Mapping[str, str] = field(default_factory=dict)


def propose(record: Record, scenes: Collection[str]) -> Proposal:
    """Return what to do next: what is overdue, a first step, the weakest line, a harder talk, the next lesson."""
    if record.overdue is not None:
        number, kind, ref = record.overdue
        return Proposal("task", str(number), "overdue", {"kind": kind, "ref": ref})
    begin = _lesson(record, "new" if not record.practised else "idle")
    if (not record.practised or record.idle) and begin is not None:
        return begin
    if record.weakest is not None and record.weakest[1] < WEAK:
        return _training(record, *record.weakest, scenes)
    fresh = [name for name in scenes if name not in record.played]
    if record.average is not None and record.average >= STRONG and fresh:
        return Proposal("scene", f"{fresh[0]}:hard", "strong", {"average": f"{record.average:.0f}"})
    if record.weakest is None and record.practised and record.lesson and record.lesson > 3 and fresh:
        return Proposal("scene", fresh[0], "too_little")
    if following := _lesson(record, "next"):
        return following
    name = (fresh or sorted(scenes))[0]
    return Proposal("scene", name, "finished")


def _lesson(record: Record, why: str) -> Proposal | None:
    return Proposal("lesson", str(record.lesson), why) if record.lesson is not None else None


def _training(record: Record, line: str, share: float, scenes: Collection[str]) -> Proposal:
    values = {"line": line, "share": f"{100 * share:.0f}"}
    lessons, rooms = TRAINING[line]
    # A lesson that is still locked is no next step; one that is passed has done what it could.
    if record.lesson in lessons:
        return Proposal("lesson", str(record.lesson), "weak_lesson", values)
    known = [name for name in rooms if name in scenes] or sorted(scenes)
    fresh = [name for name in known if name not in record.played]
    return Proposal("scene", (fresh or known)[0], "weak_scene", values)
