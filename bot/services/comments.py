"""Comments on a session or on one turn of it, and their answers; both sides get them in the bot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.coach.access import Viewer
from bot.store.unit import UnitOfWork

LONGEST = 8000
"""Characters of a comment; what is longer is refused with `coaching.too_long`."""


@dataclass(frozen=True)
class Remark:
    """A comment as it is shown."""

    id: int
    session_id: int
    turn_number: int | None
    """The number of the turn it stands on; None for the whole session."""
    author_id: int | None
    author: str
    """The author's name; empty where the person is gone."""
    text: str
    at: datetime
    told_at: datetime | None
    """When the other side got it in the bot."""
    answers: tuple[Remark, ...] = ()
    """Oldest first; an answer has none of its own."""


@dataclass(frozen=True)
class Comments:
    """Writing and reading comments."""

    unit: Callable[[], UnitOfWork]

    def of_session(self, viewer: Viewer, session_id: int) -> list[Remark]:
        """Return a session's comments with their answers, by turn (the whole session last), then by time.

        Raises `Refused("people.not_found")` where the viewer may not read the session.
        """
        raise NotImplementedError

    def write(
        self, viewer: Viewer, session_id: int, text: str, now: datetime, *, turn_number: int | None = None
    ) -> Remark:
        """Comment on a turn, or on the whole session without one; the rep gets it in the bot.

        Raises `Refused`: `people.not_found` (no such session or turn, or not for this viewer), `coaching.empty`,
        `coaching.too_long` (limit).
        """
        raise NotImplementedError

    def answer(self, viewer: Viewer, comment_id: int, text: str, now: datetime) -> Remark:
        """Answer a comment (an answer to an answer joins the same thread); the author gets it in the bot.

        Raises `Refused` as `write` does.
        """
        raise NotImplementedError
