"""Locks over all processes that share the database, for work that only one of them may do at a time."""

from __future__ import annotations

from hashlib import sha256

from sqlalchemy import text
from sqlalchemy.orm import Session as OrmSession


def hold(orm: OrmSession, name: str) -> None:
    """Wait for the lock `name` and keep it until the transaction ends; SQLite's transactions hold one already."""
    if orm.get_bind().dialect.name == "postgresql":
        orm.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _number(name)})


def _number(name: str) -> int:
    return int.from_bytes(sha256(name.encode()).digest()[:8], "big", signed=True)
