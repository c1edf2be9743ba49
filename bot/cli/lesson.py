"""`python -m bot lesson check [FOLDER]`."""

from __future__ import annotations

import argparse


def main(argv: list[str]) -> int:
    """Check the lessons; the status is 1 where one has a fault."""
    found = argparse.ArgumentParser(prog="python -m bot lesson", description="Check the lessons.")
    found.add_argument("what", choices=["check"])
    found.add_argument("folder", nargs="*", metavar="FOLDER", help="the house's own lessons without it")
    options = found.parse_args(argv)
    from bot.content.lessons import main as check

    return check(options.folder)
