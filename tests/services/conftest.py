"""What the tests of the services share."""

import pytest

from .talking import Desk


@pytest.fixture
def desk(sqlite_engine, tmp_path):
    """Return Anna's desk on a database of its own."""
    return Desk(sqlite_engine, tmp_path)
