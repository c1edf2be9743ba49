"""The limit on signing in: five failures of a name or of an address within a quarter of an hour."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import delete, select

from bot.store.locks import hold
from bot.store.people_tables import SignInAttempt
from bot.store.unit import UnitOfWork

from .refusal import Refused

MOST = 5
WITHIN = timedelta(minutes=15)


def begin(uow: UnitOfWork, login: str, address: str, now: datetime) -> list[int]:
    """Count an attempt as failed until it is said to have succeeded, and return its rows.

    It is counted before the password is looked at, so that attempts at the same instant cannot slip through.
    Raises `Refused("signin.wait", minutes)` where name or address failed too often.
    """
    hold(uow.orm, "sign-in")
    uow.orm.execute(delete(SignInAttempt).where(SignInAttempt.at < now - timedelta(days=1)))
    sources = [source("login", login), source("address", address)]
    waits = [wait for each in sources if (wait := _wait(uow, each, now)) > timedelta(0)]
    if waits:
        raise Refused("signin.wait", minutes=math.ceil(max(waits) / timedelta(minutes=1)))
    rows = [SignInAttempt(source=each, at=now, ok=False) for each in sources]
    uow.orm.add_all(rows)
    uow.orm.flush()
    return [row.id for row in rows]


def succeeded(uow: UnitOfWork, attempt: list[int]) -> None:
    """Note that the attempt with these rows was a right one."""
    for number in attempt:
        row = uow.orm.get(SignInAttempt, number)
        if row is not None:
            row.ok = True


def _wait(uow: UnitOfWork, counted: str, now: datetime) -> timedelta:
    """Return how long until the fifth newest failure is a quarter of an hour old; zero where there are fewer."""
    query = select(SignInAttempt.at).where(
        SignInAttempt.source == counted, SignInAttempt.ok.is_(False), SignInAttempt.at > now - WITHIN
    )
    times = uow.orm.scalars(query.order_by(SignInAttempt.at.desc()).limit(MOST)).all()
    return times[-1] + WITHIN - now if len(times) == MOST else timedelta(0)


def source(kind: str, value: str) -> str:
    """Return what an attempt is counted under: the hash of a login or an address."""
    return sha256(f"{kind}:{value}".encode()).hexdigest()
