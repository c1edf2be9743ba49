"""How many days in a row somebody learned."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

SATURDAY = 5


def streak(days: Collection[date], today: date) -> int:
    """Count the days of learning in a row up to today or yesterday; a weekend without learning breaks nothing."""
    if not days:
        return 0
    count, day = 0, today if today in days else today - timedelta(1)
    while day >= min(days) and (day in days or day.weekday() >= SATURDAY):
        count += day in days
        day -= timedelta(1)
    return count
