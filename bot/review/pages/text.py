"""Sentences that more than one page needs."""

from __future__ import annotations

from bot.review.visit import Visit
from bot.services.team import Standing


def step_words(visit: Visit, standing: Standing) -> tuple[str, str]:
    """Return what a person should do next, and why, in words."""
    step, coaching = standing.next, visit.room.coaching
    why = coaching.words.step(visit.language, step)
    if step.kind == "task":
        return visit.words("next_task"), why
    return coaching.assignments.title(step.kind, step.ref, visit.language), why
