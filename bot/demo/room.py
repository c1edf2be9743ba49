"""What the manager of the demo team does: comments, corrections, assignments, as through the console."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from sqlalchemy import select

from bot.coach.access import Viewer
from bot.language import base, localise
from bot.services.coaching import Coaching
from bot.services.scoring import EXERCISE, card_of, latest
from bot.store.tables import Session, User
from bot.store.unit import UnitOfWork

from .cast import Cast

COMMENTED, ANSWERED, CHECKED, CHANGED = 6, 3, 24, 3
"""Talks with a comment, comments with an answer, turns whose label was checked, and those of them that were changed."""


def lead(coaching: Coaching, cast: Cast, viewer: Viewer, people: dict[str, int], now: datetime, rng: Random) -> None:
    """Let the manager read, comment, correct and assign; `people` are the reps' ids by key."""
    with coaching.comments.unit() as uow:
        talks = _talks(uow, list(people.values()))
    _comment(coaching, cast, viewer, talks[:COMMENTED], rng)
    _check(coaching, cast, viewer, now)
    for session in talks[:1]:
        _score(coaching, cast, viewer, session, now)
    _assign(coaching, cast, viewer, people, now)


def _talks(uow: UnitOfWork, ids: list[int]) -> list[Session]:
    """Return scored talks that may be read, of different reps first, newest first."""
    query = select(Session).where(
        Session.user_id.in_(ids), Session.exercise == EXERCISE, Session.total.is_not(None), Session.private.is_(False)
    )
    rows = list(uow.orm.scalars(query.order_by(Session.started_at.desc(), Session.id)))
    nth: dict[int, int] = {}
    ranked = []
    for row in rows:
        nth[row.user_id] = nth.get(row.user_id, 0) + 1
        ranked.append((nth[row.user_id], row))
    return [row for _, row in sorted(ranked, key=lambda pair: pair[0])]


def _comment(coaching: Coaching, cast: Cast, viewer: Viewer, talks: list[Session], rng: Random) -> None:
    for n, session in enumerate(talks):
        with coaching.comments.unit() as uow:
            user = uow.orm.get_one(User, session.user_id)
            stored = latest(uow, session)
            assert stored is not None
            faults = [(proof.cost * line.weight, line, proof) for line in card_of(stored).lines for proof in line.bad]
        if not faults:
            continue
        _, line, proof = max(faults, key=lambda fault: (fault[0], -fault[2].number))
        key = base(user.language)
        text = localise(cast.words["comments"][line.dimension][key], user.language)
        at = session.started_at + timedelta(hours=5)
        said = coaching.comments.write(viewer, session.id, text, at, turn_number=proof.number)
        if n < ANSWERED:
            answer = localise(rng.choice(cast.words["answers"][key]), user.language)
            coaching.comments.answer(Viewer(user.id), said.id, answer, at + timedelta(hours=2))


def _check(coaching: Coaching, cast: Cast, viewer: Viewer, now: datetime) -> None:
    samples = coaching.trust.queue(viewer, now, CHECKED)
    unsure = sorted((s for s in samples if s.kind == "rep" and s.label != "confirm"), key=lambda s: s.confidence)
    for sample in samples:
        wrong = sample in unsure[:CHANGED]
        label, reason = ("confirm", cast.words["reasons"]["zh"]) if wrong else (sample.label, "")
        level, place = None if wrong else sample.level, (sample.session_id, sample.turn_number)
        coaching.corrections.label(viewer, *place, label, reason, now, level=level, sampled=True)


def _score(coaching: Coaching, cast: Cast, viewer: Viewer, session: Session, now: datetime) -> None:
    with coaching.corrections.unit() as uow:
        lines = {line.dimension: line.score for line in card_of(latest(uow, session)).lines}  # type: ignore[arg-type]
    name = min(sorted(lines), key=lambda line: lines[line])
    reason = cast.words["score_reason"]["zh"]
    coaching.corrections.score(viewer, session.id, name, min(100.0, 100 * lines[name] + 25), reason, now)


def _assign(coaching: Coaching, cast: Cast, viewer: Viewer, people: dict[str, int], now: datetime) -> None:
    day, give = timedelta(days=1), coaching.assignments.give
    keys = list(people)
    note = cast.words["notes"]["zh"]
    done, lesson, sheet, late = (people[keys[n % len(keys)]] for n in (0, 1, 2, -1))
    with coaching.assignments.unit() as uow:
        scene = uow.orm.scalars(
            select(Session.scene).where(Session.user_id == done, Session.total.is_not(None)).order_by(Session.id.desc())
        ).first()
    give(viewer, done, "scene", scene or cast.scenes[0], now + 2 * day, now - 20 * day)
    give(viewer, lesson, "lesson", "7", now + 5 * day, now - 3 * day, note=note)
    give(viewer, sheet, "worksheet", "spin", now + 7 * day, now - 2 * day)
    give(viewer, late, "scene", f"{cast.scenes[0]}:hard", now - 4 * day, now - 14 * day, note=note)
