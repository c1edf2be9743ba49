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
from bot.coach.scorecard.model import Line
from bot.coach.scorecard.trend import Trend, trend
from bot.language import base
from bot.store.tables import Score, Session
from bot.store.unit import UnitOfWork

EXERCISE = "roleplay"


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


def played(uow: UnitOfWork, scene: Scene, session: Session) -> Played:
    """Return a session's talk as the scorecard reads it: the lines that stand."""
    start, heard = opened(scene, session)
    rows = []
    for row in uow.sessions.turns(session.id):
        evidence = row.evidence or {}
        if evidence.get("undone"):
            continue
        if row.speaker == "customer":
            heard = row.text
        elif row.speaker == "rep" and "state" in evidence:
            rows.append(Row(row.number, row.text, evidence, heard))
    return read(scene, start, rows)


def keep(uow: UnitOfWork, scene: Scene, session: Session, now: datetime, version: str = SCORER) -> Card | None:
    """Score a session and store the card under `version`; None where the rep said nothing."""
    talk = played(uow, scene, session)
    if not talk.said:
        return None
    card = score(talk)
    lines = [line.to_json() for line in card.lines]
    uow.sessions.add_score(Score(session_id=session.id, version=version, total=card.total, lines=lines, at=now))
    return card


def latest(uow: UnitOfWork, session: Session) -> Score | None:
    """Return a session's newest score."""
    query = select(Score).where(Score.session_id == session.id).order_by(Score.id.desc()).limit(1)
    return uow.orm.scalars(query).one_or_none()


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
    """Score every finished role-play again under a new version; the older cards stay."""
    with unit() as uow:
        over = select(Session.id).where(Session.exercise == EXERCISE, Session.outcome.in_(OUTCOMES))
        ids = list(uow.orm.scalars(over.order_by(Session.id)))
        version = _next_version(set(uow.orm.scalars(select(Score.version).distinct())))
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
