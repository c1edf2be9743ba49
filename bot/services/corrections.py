"""A leader's verdicts beside the machine's: on a turn's label, and on a line of the scorecard. Both stay.

A verdict that equals the machine's confirms it. The session is scored again after each, under the version
`<scorer>+corrected.<n>`; earlier scores stay.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.coach.access import Viewer
from bot.coach.buyer import Scene
from bot.store.unit import UnitOfWork


@dataclass(frozen=True)
class Verdict:
    """A correction or confirmation as it is shown."""

    id: int
    session_id: int
    turn_number: int | None
    what: str
    """`label` or `score`."""
    item: str
    """For a label its kind (`rep`, `customer`, `case`), for a score the line (`needs`, …)."""
    old: Mapping[str, Any]
    """`{"label", "level", "confidence", "version"}` or `{"score", "version"}`; scores are 0 to 1, as in the card."""
    new: Mapping[str, Any]
    """`{"label", "level"}` or `{"score"}`."""
    reason: str
    by_id: int | None
    by: str
    at: datetime
    withdrawn_at: datetime | None

    @property
    def confirms(self) -> bool:
        """Say whether the leader agrees with the machine."""
        return all(self.old.get(key) == value for key, value in self.new.items())


@dataclass(frozen=True)
class Corrections:
    """Giving and withdrawing verdicts; `scenes` gives all scenes by id, for scoring again."""

    unit: Callable[[], UnitOfWork]
    scenes: Callable[[], Mapping[str, Scene]]

    def of_session(self, viewer: Viewer, session_id: int) -> list[Verdict]:
        """Return a session's verdicts, oldest first, the withdrawn ones too.

        Raises `Refused("people.not_found")` where the viewer may not read the session.
        """
        raise NotImplementedError

    def label(
        self,
        viewer: Viewer,
        session_id: int,
        turn_number: int,
        label: str,
        reason: str,
        now: datetime,
        *,
        level: str | None = None,
        sampled: bool = False,
    ) -> Verdict:
        """Give the turn the label (and for the two need labels the level) that the leader sees; score again.

        The same label and level as the judge's confirm it and need no reason. A new verdict of the same person on
        the same turn withdraws the earlier one. `sampled` says that the turn came from `Trust.queue`.
        Raises `Refused`: `people.not_found`, `coaching.no_label` (the turn was not judged), `coaching.wrong_label`,
        `coaching.wrong_level`, `coaching.reason_missing`, `coaching.too_long` (limit).
        """
        raise NotImplementedError

    def score(self, viewer: Viewer, session_id: int, line: str, score: float, reason: str, now: datetime) -> Verdict:
        """Give a line of the scorecard (`needs`, …) the score that the leader sees, 0 to 100 points; score again.

        Raises `Refused`: `people.not_found`, `coaching.no_line` (the card has no such line), `coaching.wrong_score`,
        `coaching.reason_missing`, `coaching.too_long` (limit).
        """
        raise NotImplementedError

    def withdraw(self, viewer: Viewer, correction_id: int, now: datetime) -> Verdict:
        """Take back a verdict (its author, or a leader of the team); score again without it.

        Raises `Refused("people.not_found")`; a verdict that is withdrawn already is returned as it is.
        """
        raise NotImplementedError
