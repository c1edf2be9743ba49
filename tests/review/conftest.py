"""What the tests of the console share."""

import pytest

from .house import House


@pytest.fixture
def house(sqlite_engine, tmp_path):
    """Return a firm with its console, on a database of its own."""
    return House(sqlite_engine, tmp_path)
