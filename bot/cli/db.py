"""`python -m bot db upgrade`."""

from __future__ import annotations

import argparse

from bot.settings import Settings


def main(argv: list[str]) -> int:
    """Create the tables, or bring them to the newest schema."""
    found = argparse.ArgumentParser(prog="python -m bot db", description="Care for the database.")
    found.add_argument("what", choices=["upgrade"])
    found.parse_args(argv)
    from bot.channels.open import upgrade_database

    print("database: upgraded" if upgrade_database(Settings.from_env()) else "database: up to date")
    return 0
