"""`python -m bot scene check [FILE …]`."""

from __future__ import annotations

import argparse


def main(argv: list[str]) -> int:
    """Check scenes; the status is 1 where one has a fault."""
    found = argparse.ArgumentParser(prog="python -m bot scene", description="Check scenes of the role-play.")
    found.add_argument("what", choices=["check"])
    found.add_argument("files", nargs="*", metavar="FILE", help="all scenes without it")
    options = found.parse_args(argv)
    from bot.content.scenes import main as check

    return check(options.files)
