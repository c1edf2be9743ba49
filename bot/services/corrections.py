"""A leader's verdicts beside the machine's: on a turn's label, and on a line of the scorecard. Both stay.

A verdict that equals the machine's confirms it. The session is scored again after each, under the version
`<scorer>+corrected.<n>`; earlier scores stay.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select

from bot.coach import access
from bot.coach.access import Viewer
from bot.coach.buyer import Scene
from bot.coach.judgement import LABELS, LEVELS, NEEDS
from bot.store.people_tables import Correction
from bot.store.tables import Session, Turn, User
from bot.store.unit import UnitOfWork

from .comments import checked
from .people import owned
from .refusal import Refused
from .scoring import EXERCISE, correct, latest_machine
from .sight import name_of, session_for, turn_of

LONGEST_REASON = 2000
SCORES = 100
"""A line's score is given in points of a hundred and kept from 0 to 1, as in the card."""


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
        with self.unit() as uow:
            session_for(uow, viewer, session_id, access.may_read)
            return [_verdict(*row) for row in uow.orm.execute(_rows().where(Correction.session_id == session_id))]

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
        with self.unit() as uow:
            session = session_for(uow, viewer, session_id, access.may_correct)
            turn = turn_of(uow, session, turn_number)
            if turn.kind not in LABELS or turn.label is None:
                raise Refused("coaching.no_label")
            if label not in LABELS[turn.kind]:
                raise Refused("coaching.wrong_label")
            if level is not None and (level not in LEVELS or label not in NEEDS):
                raise Refused("coaching.wrong_level")
            old = {
                "label": turn.label,
                "level": turn.level,
                "confidence": turn.confidence,
                "version": session.judge_version,
                **({"sampled": True} if sampled else {}),
            }
            row = Correction(what="label", item=turn.kind, turn_id=turn.id, old=old)
            return self._given(uow, viewer, session, row, {"label": label, "level": level}, reason, now)

    def score(self, viewer: Viewer, session_id: int, line: str, score: float, reason: str, now: datetime) -> Verdict:
        """Give a line of the scorecard (`needs`, …) the score that the leader sees, 0 to 100 points; score again.

        Raises `Refused`: `people.not_found`, `coaching.no_line` (the card has no such line), `coaching.wrong_score`,
        `coaching.reason_missing`, `coaching.too_long` (limit).
        """
        with self.unit() as uow:
            session = session_for(uow, viewer, session_id, access.may_correct)
            machine = latest_machine(uow, session)
            lines = {data["dimension"]: data["score"] for data in machine.lines} if machine else {}
            if machine is None or line not in lines:
                raise Refused("coaching.no_line")
            if not 0 <= score <= SCORES:
                raise Refused("coaching.wrong_score")
            old = {"score": lines[line], "version": machine.version}
            row = Correction(what="score", item=line, turn_id=None, old=old)
            # Whole points are shown: who leaves the shown figure alone confirms it.
            same = round(score) == round(lines[line] * SCORES)
            new = {"score": lines[line] if same else round(score / SCORES, 4)}
            return self._given(uow, viewer, session, row, new, reason, now)

    def withdraw(self, viewer: Viewer, correction_id: int, now: datetime) -> Verdict:
        """Take back a verdict (its author, or a leader of the team); score again without it.

        Raises `Refused("people.not_found")`; a verdict that is withdrawn already is returned as it is.
        """
        with self.unit() as uow:
            row = uow.orm.get(Correction, correction_id)
            session = uow.sessions.get(row.session_id) if row is not None else None
            if row is None or session is None or not access.may_correct(viewer, owned(session)):
                raise Refused("people.not_found")
            if row.withdrawn_at is None:
                row.withdrawn_at = now
                uow.orm.flush()
                self._again(uow, session, now)
            return _shown(uow, row.id)

    def _given(
        self,
        uow: UnitOfWork,
        viewer: Viewer,
        session: Session,
        row: Correction,
        new: dict[str, Any],
        reason: str,
        now: datetime,
    ) -> Verdict:
        confirms = all(row.old.get(key) == value for key, value in new.items())
        if not confirms and not reason.strip():
            raise Refused("coaching.reason_missing")
        row.session_id, row.by_id, row.at, row.new = session.id, viewer.user_id, now, new
        row.reason = checked(reason, LONGEST_REASON) if reason.strip() else ""
        earlier = select(Correction).where(
            Correction.session_id == session.id,
            Correction.what == row.what,
            Correction.item == row.item,
            Correction.turn_id == row.turn_id if row.turn_id is not None else Correction.turn_id.is_(None),
            Correction.by_id == viewer.user_id,
            Correction.withdrawn_at.is_(None),
        )
        for own in uow.orm.scalars(earlier):
            own.withdrawn_at = now
        uow.orm.add(row)
        uow.orm.flush()
        self._again(uow, session, now)
        return _shown(uow, row.id)

    def _again(self, uow: UnitOfWork, session: Session, now: datetime) -> None:
        scene = self.scenes().get(session.scene or "") if session.exercise == EXERCISE else None
        if scene is not None:
            correct(uow, scene, session, now)


def correctors(uow: UnitOfWork, session_id: int) -> list[str]:
    """Return the names of those whose verdicts stand on a session; who is gone has none."""
    standing = select(Correction.by_id).where(
        Correction.session_id == session_id, Correction.withdrawn_at.is_(None), Correction.by_id.is_not(None)
    )
    return sorted(name_of(user) for user in uow.orm.scalars(select(User).where(User.id.in_(standing))))


def _rows() -> Select[tuple[Correction, int, User]]:
    query = select(Correction, Turn.number, User).outerjoin(Turn, Correction.turn_id == Turn.id)
    return query.outerjoin(User, Correction.by_id == User.id).order_by(Correction.id)


def _shown(uow: UnitOfWork, correction_id: int) -> Verdict:
    return _verdict(*uow.orm.execute(_rows().where(Correction.id == correction_id)).one())


def _verdict(row: Correction, number: int | None, by: User | None) -> Verdict:
    return Verdict(
        id=row.id,
        session_id=row.session_id,
        turn_number=number,
        what=row.what,
        item=row.item,
        old=row.old,
        new=row.new,
        reason=row.reason,
        by_id=row.by_id,
        by=name_of(by),
        at=row.at,
        withdrawn_at=row.withdrawn_at,
    )
