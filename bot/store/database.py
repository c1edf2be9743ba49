"""Opening the database and bringing its schema up to date."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

MIGRATIONS = Path(__file__).parent / "migrations"
READING = "peilian_reading"
"""The execution option of a connection that only reads."""


class DatabaseError(RuntimeError):
    """The database cannot be used; the message says in one line which and why, without the password."""


def open_engine(url: str) -> Engine:
    """Return an engine for `url` (sqlite or postgresql); nothing is connected yet."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        return create_engine(address, pool_pre_ping=True)
    if address.database and address.database != ":memory:":
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(address, connect_args={"timeout": 15})
    event.listen(engine, "connect", _sqlite_pragmas)
    event.listen(engine, "begin", _sqlite_begin)
    return engine


def upgrade(engine: Engine) -> None:
    """Create the tables, or bring them to the newest migration; raise `DatabaseError` where that fails."""
    try:
        with engine.begin() as connection:
            config = _config()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except (SQLAlchemyError, OSError) as error:
        raise DatabaseError(f"{_shown(engine)} cannot be used: {_first_line(error)}") from error


def is_current(engine: Engine) -> bool:
    """Say whether the schema is at the newest migration."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    try:
        with engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision() == head
    except SQLAlchemyError as error:
        raise DatabaseError(f"{_shown(engine)} cannot be used: {_first_line(error)}") from error


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


def _shown(engine: Engine) -> str:
    return f"DATABASE_URL {engine.url.render_as_string(hide_password=True)}"


def _first_line(error: Exception) -> str:
    return str(getattr(error, "orig", None) or error).strip().splitlines()[0]


def _sqlite_pragmas(connection: Any, _record: object) -> None:
    # The driver's own transaction handling is switched off so that `begin` below decides.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=NORMAL", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _sqlite_begin(connection: Any) -> None:
    # IMMEDIATE takes the write lock at once: two turns wait for each other instead of failing half-way.
    reading = connection.get_execution_options().get(READING)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
