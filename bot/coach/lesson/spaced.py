"""Spaced return: when something failed comes back (py-fsrs), and what of it is for today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import Any

from fsrs import Card, Rating, Scheduler, State

from .clock import Habits

KNOWN_AFTER = 60
"""Days: what would come back only after that counts as known, and does not."""


@lru_cache(maxsize=1)
def _scheduler() -> Scheduler:
    # No steps of minutes: returns are counted in days. No fuzz: the same answers give the same days.
    return Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def failed(now: datetime, card: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return the card of something that failed at `now`, new or again; its due day is the next at the earliest."""
    return _reviewed(card, Rating.Again, now)


def recalled(now: datetime, card: Mapping[str, Any]) -> dict[str, Any]:
    """Return the card after it was answered well at `now`."""
    return _reviewed(card, Rating.Good, now)


def due_of(card: Mapping[str, Any]) -> datetime:
    """Return when a card is due."""
    return datetime.fromisoformat(card["due"])


def is_known(card: Mapping[str, Any]) -> bool:
    """Say whether a card has been answered well so often that it need not come back."""
    last = card.get("last_review")
    if not last or card["state"] == State.Learning.value:
        return False
    return due_of(card) - datetime.fromisoformat(last) >= timedelta(days=KNOWN_AFTER)


def _reviewed(card: Mapping[str, Any] | None, rating: Rating, now: datetime) -> dict[str, Any]:
    now = now.astimezone(timezone.utc)
    given = Card.from_dict(dict(card)) if card else Card(card_id=1, due=now)  # type: ignore[arg-type]
    return dict(_scheduler().review_card(given, rating, now)[0].to_dict())


@dataclass(frozen=True)
class Due:
    """One thing that returns: its reference, and when."""

    ref: str
    due: datetime


@dataclass(frozen=True)
class Plan:
    """What is for today, and what was moved to later days."""

    today: tuple[str, ...]
    moved: Mapping[str, datetime]
    last_day: date | None = None
    """The last day that something was moved to."""


def plan(waiting: Sequence[Due], now: datetime, habits: Habits, done_today: int = 0) -> Plan:
    """Choose what is for today and spread the rest, so that nothing piles up after a holiday.

    Oldest first, at most what the learner set, less what was done today. The rest goes to the next days that have
    room, at the start of the learner's day. Planning twice changes nothing.
    """
    today = habits.day(now)
    days = sorted(waiting, key=lambda each: (each.due, each.ref))
    overdue = [each for each in days if habits.day(each.due) <= today]
    load = Counter(habits.day(each.due) for each in days if habits.day(each.due) > today)
    room = max(habits.per_day - done_today, 0)
    moved: dict[str, datetime] = {}
    day = today
    for each in overdue[room:]:
        day = _next_with_room(max(day, today + timedelta(1)), load, habits.per_day)
        load[day] += 1
        moved[each.ref] = datetime.combine(day, time(), habits.tz).astimezone(timezone.utc)
    return Plan(tuple(each.ref for each in overdue[:room]), moved, day if moved else None)


def _next_with_room(day: date, load: Mapping[date, int], per_day: int) -> date:
    while load.get(day, 0) >= max(per_day, 1):
        day += timedelta(1)
    return day
