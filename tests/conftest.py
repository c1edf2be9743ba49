"""Databases that the tests start themselves: SQLite in a folder, PostgreSQL on a free port of loopback."""

import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from bot.store.database import open_engine, upgrade
from bot.store.tables import Base

# A loaded machine takes its time: how long things take is shown by `make bench`.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


def free_port() -> int:
    """Return a port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def missing(what: str) -> None:
    """Skip for want of a program; in CI that is a failure."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is not installed, and in CI nothing may skip")
    pytest.skip(f"{what} is not installed")


def postgres_programs() -> Path | None:
    """Return the folder of PostgreSQL's server programs, newest version first."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb")) if Path("/usr/lib/postgresql").exists() else []
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


@pytest.fixture(scope="session")
def postgresql_url():
    """Start a PostgreSQL server of our own and return its address."""
    programs = postgres_programs()
    if programs is None:
        missing("PostgreSQL")
    # Not under pytest's own folder: it closes that to all other users whenever another run begins.
    folder = Path(tempfile.mkdtemp(prefix="peilian-postgresql-"))
    port = free_port()
    # The server refuses to run as root: there it runs as the `postgres` user that the package made.
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_user:
        shutil.chown(folder, "postgres")
    run = lambda *command: subprocess.run([*as_user, *command], check=True, capture_output=True, cwd="/")  # noqa: E731
    data = folder / "data"
    run(str(programs / "initdb"), "-D", str(data), "-U", "peilian", "--auth=trust", "-E", "UTF8", "--no-sync")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
    run(str(programs / "pg_ctl"), "-D", str(data), "-l", str(folder / "log"), "-o", options, "-w", "start")
    yield f"postgresql+psycopg://peilian@127.0.0.1:{port}/postgres"
    run(str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop")
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory):
    """Return an SQLite file with all tables and no rows; tests copy it, for migrating takes longer than most tests."""
    file = tmp_path_factory.mktemp("migrated") / "empty.sqlite3"
    engine = open_engine(f"sqlite:///{file}")
    upgrade(engine)
    engine.dispose()
    return file


@pytest.fixture(scope="session")
def migrated_postgresql_url(postgresql_url):
    """Return the address of the server, its database migrated."""
    engine = open_engine(postgresql_url)
    upgrade(engine)
    engine.dispose()
    return postgresql_url


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request):
    """Return an engine on an empty, migrated database; every test with it runs on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_engine")
        return
    engine = open_engine(request.getfixturevalue("migrated_postgresql_url"))
    yield engine
    with engine.begin() as connection:
        for table in reversed(Base.metadata.sorted_tables):
            connection.execute(table.delete())
    engine.dispose()


@pytest.fixture
def sqlite_engine(migrated_file, tmp_path):
    """Return an engine on an empty, migrated SQLite file."""
    engine = open_engine(f"sqlite:///{shutil.copy(migrated_file, tmp_path / 'test.sqlite3')}")
    yield engine
    engine.dispose()
