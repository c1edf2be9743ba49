"""Whom a rep can ask about a link that is not known."""

from __future__ import annotations

from bot.coach.trace.ledger import Open, Row
from bot.coach.trace.sort import topic

BY_TOPIC = {
    "price": "finance",
    "date": "operations",
    "standard": "quality",
    "quantity": "operations",
    "model": "engineering",
    "service": "operations",
    "other": "users",
}
"""Who mostly stands behind a requirement of a topic."""
BY_LINK = {"who": "procurement", "source": "owner"}
"""Who knows about a link, whatever the requirement is about."""


def ask_whom(row: Row, link: str) -> Open:
    """Return the open question about `link`: to who set the requirement where known, else a fitting role."""
    if row.who and link != "who" and "who" not in row.weak:
        return Open(link, whom=row.who, role=row.role)
    about = topic(row.requirement, [cue for cue, _ in row.spans])
    return Open(link, role=BY_LINK.get(link, BY_TOPIC[about]))
