"""Scoring a stored role-play, keeping the card by version, and scoring all of them again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from bot.coach.buyer import Scene, State, begin
from bot.coach.buyer.closing import OUTCOMES
from bot.coach.buyer.engine import opening
from bot.coach.scorecard import SCORER, Card, Played, Row, read, score
from bot.coach.scorecard.corrected import relabelled, rescored
from bot.coach.scorecard.model import Line
from bot.coach.scorecard.trend import Trend, trend
from bot.language import base
from bot.store.people_tables import Correction
from bot.store.tables import Score, Session
from bot.store.unit import UnitOfWork

EXERCISE = "roleplay"
CORRECTED = "+corrected."
"""Between the machine's version and a counter, in the version of a score that leaders' verdicts are part of."""
LabelVerdict = tuple[str, str]
"""The judge's label and the leader's."""


@dataclass(frozen=True)
class Rescored:
    """What scoring everything again brought."""

    version: str
    sessions: int
    changed: int
    largest: float
    """The largest change of a total, in points."""


def opened(scene: Scene, session: Session) -> tuple[State, str]:
    """Return the state in which a session's talk began, and the buyer's first line."""
    difficulty = session.difficulty or "normal"
    return opening(scene, begin(scene, difficulty=difficulty, language=base(session.language), seed=session.seed))


def played(uow: UnitOfWork, scene: Scene, session: Session, labels: Mapping[int, LabelVerdict] | None = None) -> Played:
    """Return a session's talk as the scorecard reads it: the lines that stand.

    `labels` are leaders' verdicts by turn id, which count instead of the judge's; what the buyer did with a line stays.
    """
    start, heard = opened(scene, session)
    rows = []
    for row in uow.sessions.turns(session.id):
        evidence = row.evidence or {}
        if evidence.get("undone"):
            continue
        if row.speaker == "customer":
            heard = row.text
        elif row.speaker == "rep" and "state" in evidence:
            if labels and (verdict := labels.get(row.id)):
                evidence = relabelled(evidence, *verdict)
            rows.append(Row(row.number, row.text, evidence, heard))
    return read(scene, start, rows)


def keep(uow: UnitOfWork, scene: Scene, session: Session, now: datetime, version: str = SCORER) -> Card | None:
    """Score a session and store the card under `version`; None where the rep said nothing.

    Where leaders' verdicts stand, the corrected card is stored behind it and returned: it is the one that counts.
    """
    talk = played(uow, scene, session)
    if not talk.said:
        return None
    card = score(talk)
    _store(uow, session, card, now, version)
    return correct(uow, scene, session, now) or card


def correct(uow: UnitOfWork, scene: Scene, session: Session, now: datetime) -> Card | None:
    """Score again with the verdicts that stand, under the machine's version and `+corrected.<n>`.

    Without verdicts the machine's card is the newest again, and None is returned.
    """
    machine = latest_machine(uow, session)
    if machine is None:
        return None
    labels, scores = standing(uow, session.id)
    if not labels and not scores:
        if latest(uow, session) is not machine:
            lines, total = list(machine.lines), machine.total
            again = Score(session_id=session.id, version=machine.version, total=total, lines=lines, at=now)
            uow.sessions.add_score(again)
        return None
    talk = played(uow, scene, session, labels)
    if not talk.said:
        return None
    card = rescored(score(talk), {name: value for name, (value, _) in scores.items()})
    prefix = f"{machine.version}{CORRECTED}"
    known = sum(stored.version.startswith(prefix) for stored in session_scores(uow, session.id))
    _store(uow, session, card, now, f"{prefix}{known + 1}", {name: by for name, (_, by) in scores.items()})
    return card


def standing(uow: UnitOfWork, session_id: int) -> tuple[dict[int, LabelVerdict], dict[str, tuple[float, int | None]]]:
    """Return the verdicts that stand: (judge's, leader's) label by turn id; score 0 to 1 and whose, by dimension.

    Of several leaders' verdicts on the same the newest counts.
    """
    query = select(Correction).where(Correction.session_id == session_id, Correction.withdrawn_at.is_(None))
    labels: dict[int, LabelVerdict] = {}
    scores: dict[str, tuple[float, int | None]] = {}
    for row in uow.orm.scalars(query.order_by(Correction.id)):
        if row.what == "label" and row.turn_id is not None:
            labels[row.turn_id] = (row.old["label"], row.new["label"])
        elif row.what == "score":
            scores[row.item] = (row.new["score"], row.by_id)
    return labels, scores


def _store(
    uow: UnitOfWork,
    session: Session,
    card: Card,
    now: datetime,
    version: str,
    corrected: Mapping[str, int | None] | None = None,
) -> None:
    lines = []
    for line in card.lines:
        data = line.to_json()
        if corrected and line.dimension in corrected:
            data["corrected_by"] = corrected[line.dimension]
        lines.append(data)
    uow.sessions.add_score(Score(session_id=session.id, version=version, total=card.total, lines=lines, at=now))


def session_scores(uow: UnitOfWork, session_id: int) -> list[Score]:
    """Return all scores of a session, oldest first."""
    return list(uow.orm.scalars(select(Score).where(Score.session_id == session_id).order_by(Score.id)))


def latest(uow: UnitOfWork, session: Session) -> Score | None:
    """Return a session's newest score: the one that counts."""
    query = select(Score).where(Score.session_id == session.id).order_by(Score.id.desc()).limit(1)
    return uow.orm.scalars(query).one_or_none()


def latest_machine(uow: UnitOfWork, session: Session) -> Score | None:
    """Return a session's newest score that no verdict of a leader is part of."""
    machine = [stored for stored in session_scores(uow, session.id) if not is_corrected(stored.version)]
    return machine[-1] if machine else None


def is_corrected(version: str) -> bool:
    """Say whether a score's version holds leaders' verdicts."""
    return CORRECTED in version


def card_of(stored: Score) -> Card:
    """Return the card of a stored score."""
    return Card(tuple(Line.from_json(line) for line in stored.lines))


def course(uow: UnitOfWork, user_id: int) -> Trend:
    """Return the course of a rep's own finished role-plays, oldest first; branches of a replay do not count."""
    sessions = uow.sessions.of_user(user_id, exercise=EXERCISE, limit=200)
    own = [s for s in reversed(sessions) if s.parent_id is None]
    return trend([stored.total for s in own if (stored := latest(uow, s)) is not None])


def rescore(
    unit: Callable[[], UnitOfWork], scenes: Mapping[str, Scene], now: datetime, progress: Callable[[str], object]
) -> Rescored:
    """Score every finished role-play again under a new version; the older cards stay, leaders' verdicts count again."""
    with unit() as uow:
        over = select(Session.id).where(Session.exercise == EXERCISE, Session.outcome.in_(OUTCOMES))
        ids = list(uow.orm.scalars(over.order_by(Session.id)))
        known = set(uow.orm.scalars(select(Score.version).distinct()))
        version = _next_version({name for name in known if not is_corrected(name)})
    changes: list[float] = []
    for number in ids:
        with unit() as uow:
            session = uow.sessions.get(number)
            scene = scenes.get(session.scene or "") if session else None
            if session is None or scene is None:
                continue
            before = latest(uow, session)
            old = before.total if before else None
            card = keep(uow, scene, session, now, version)
            if card is not None:
                changes.append(abs(card.total - old) if old is not None else 0.0)
        if len(changes) % 100 == 99:
            progress(f"rescore: {len(changes) + 1} of {len(ids)}")
    return Rescored(version, len(changes), sum(c >= 0.05 for c in changes), max(changes, default=0.0))


def _next_version(known: set[str]) -> str:
    """Return the scorer's version with a counter that was not used: `1`, `1.1`, `1.2`, …"""
    if SCORER not in known:
        return SCORER
    return next(name for n in range(1, len(known) + 2) if (name := f"{SCORER}.{n}") not in known)
