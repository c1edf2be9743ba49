"""`python -m bot audit`: who changed rights, took data away, or deleted it."""

from __future__ import annotations

import argparse
import json

from bot.services.clock import utc_now

from .office import open_desk


def main(argv: list[str]) -> int:
    """Print the log of the last days, newest first, a line each."""
    found = argparse.ArgumentParser(prog="python -m bot audit", description="Show the audit log.")
    found.add_argument("--days", type=int, default=30, metavar="N", help="how far back; 30 without it")
    options = found.parse_args(argv)
    if options.days < 1:
        found.error("--days must be 1 or more")
    desk = open_desk()
    entries = desk.office.audit.since(None, utc_now(), options.days, limit=100_000)
    for entry in entries:
        about = json.dumps(entry.about, ensure_ascii=False)
        print(f"{entry.at:%Y-%m-%d %H:%M:%S}Z\t{entry.by}\t{entry.what}\t{about}")
    if not entries:
        print(desk.say("audit_none", days=options.days))
    return 0
