"""What the tests of the console share."""

import shutil

import pytest

from bot.store.database import open_engine, upgrade

from .house import House


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """Build the firm once, and return it with its database file: a talk and its marks take a second."""
    folder = tmp_path_factory.mktemp("built")
    engine = open_engine(f"sqlite:///{folder / 'firm.sqlite3'}")
    upgrade(engine)
    firm = House(engine, folder)
    with engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
    engine.dispose()
    return firm, folder / "firm.sqlite3"


def opened(built, folder):
    """Return the firm on a database of its own in `folder`, and the engine."""
    firm, file = built
    shutil.copy(file, folder / "firm.sqlite3")
    engine = open_engine(f"sqlite:///{folder / 'firm.sqlite3'}")
    return firm.copied(engine, folder), engine


@pytest.fixture
def house(built, tmp_path):
    """Return a firm with its console, on a database of its own."""
    firm, engine = opened(built, tmp_path)
    yield firm
    engine.dispose()
