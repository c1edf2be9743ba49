"""`python -m bot lesson check [FOLDER]`, `python -m bot lesson table`."""

from __future__ import annotations

import argparse


def main(argv: list[str]) -> int:
    """Check the lessons; the status is 1 where one has a fault."""
    found = argparse.ArgumentParser(
        prog="python -m bot lesson", description="Check the lessons, or write their coverage."
    )
    found.add_argument("what", choices=["check", "table"])
    found.add_argument("folder", nargs="*", metavar="FOLDER", help="the house's own lessons without it")
    options = found.parse_args(argv)
    from bot.content import lessons

    return lessons.table() if options.what == "table" else lessons.main(options.folder)
