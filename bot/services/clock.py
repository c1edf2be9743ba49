"""The clock of the house."""

from __future__ import annotations

from datetime import datetime, timezone


def utc_now() -> datetime:
    """Return the time, aware, in UTC."""
    return datetime.now(timezone.utc)
