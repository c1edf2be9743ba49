"""That a person's next text is an answer to a comment, as it is kept beside their preferences."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.store.tables import User

ANSWERING = "answering"
"""Where it is kept: `{"comment": 12, "at": "…"}`."""
PATIENCE = timedelta(hours=1)
"""After this a text is no answer any more."""


def awaited(user: User, now: datetime) -> int | None:
    """Return the comment that the person's next text answers, None where no answer is awaited."""
    kept = user.preferences.get(ANSWERING)
    if not kept or now - datetime.fromisoformat(kept["at"]) > PATIENCE:
        return None
    return int(kept["comment"])


def await_answer(user: User, comment_id: int, now: datetime) -> None:
    """Take the person's next text as an answer."""
    user.preferences = {**user.preferences, ANSWERING: {"comment": comment_id, "at": now.isoformat()}}


def stop_awaiting(user: User) -> None:
    """Take the person's next text as what it always was."""
    if ANSWERING in user.preferences:
        user.preferences = {k: v for k, v in user.preferences.items() if k != ANSWERING}
