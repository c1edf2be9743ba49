"""What is deleted must be gone from the file too, not only from the tables."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.orm import Session as OrmSession


def scrub(orm: OrmSession) -> None:
    """Write the search's index anew where the database is SQLite: it keeps the words of deleted rows until then.

    Freed pages are overwritten by SQLite itself (`secure_delete`), PostgreSQL's are its administrator's to vacuum.
    """
    orm.flush()
    if orm.get_bind().dialect.name == "sqlite":
        orm.execute(text("INSERT INTO session_search (session_search) VALUES ('optimize')"))
