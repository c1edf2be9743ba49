"""`python -m bot retention`: delete now what is older than PEILIAN_RETENTION_DAYS; running processes do it daily."""

from __future__ import annotations

import argparse

from bot.services.clock import utc_now

from .office import open_desk


def main(argv: list[str]) -> int:
    """Delete, or with --dry-run only say what would be deleted."""
    found = argparse.ArgumentParser(prog="python -m bot retention", description="Delete what is too old.")
    found.add_argument("--dry-run", action="store_true", help="only say what would be deleted")
    options = found.parse_args(argv)
    desk = open_desk()
    done = desk.office.retention.run(utc_now(), dry_run=options.dry_run)
    values = {name: getattr(done, name) for name in ("sessions", "turns", "comments", "answers", "files")}
    print(desk.say("retention_would" if options.dry_run else "retention", days=desk.settings.retention_days, **values))
    return 0
