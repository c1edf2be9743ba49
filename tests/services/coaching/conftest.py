"""What the tests of coaching share: a team on each database, with one manager and people who talk."""

import pytest

from .house import House


@pytest.fixture
def house(database, tmp_path):
    """Return a house on SQLite and on PostgreSQL."""
    return House(database, tmp_path)
