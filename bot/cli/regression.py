"""`python -m bot regression export FILE|check`: the lines that managers judged."""

from __future__ import annotations

import argparse
from pathlib import Path

from bot.settings import Settings


def main(argv: list[str]) -> int:
    """Write the corrected lines into a file, or hold the judge against them; 1 where it misses one."""
    found = argparse.ArgumentParser(prog="python -m bot regression", description="Lines that managers judged.")
    what = found.add_subparsers(dest="what", required=True, metavar="COMMAND")
    what.add_parser("export", help="write them as JSON lines").add_argument("file", type=Path, metavar="FILE")
    what.add_parser("check", help="say how many the judge gets right, and print the misses")
    options = found.parse_args(argv)
    from bot.channels.open import upgrade_database
    from bot.services.regression import cases, check, export
    from bot.store.database import open_engine
    from bot.store.unit import units

    settings = Settings.from_env()
    upgrade_database(settings)
    lines = cases(units(open_engine(settings.database_url)))
    if options.what == "export":
        options.file.write_text(export(lines), encoding="utf-8")
        print(f"{len(lines)} lines")
        return 0
    from bot.judge import load_judge

    misses = check(load_judge(settings.models / "judge"), lines)
    for miss in misses:
        wanted, seen = _shown(miss.case.label, miss.case.level), _shown(miss.label, miss.level)
        print(f"{miss.case.id} {miss.case.kind}: {wanted}, not {seen} ({miss.confidence:.2f}): {miss.case.text}")
    print(f"{len(lines) - len(misses)} of {len(lines)} right")
    return 1 if misses else 0


def _shown(label: str, level: str | None) -> str:
    return f"{label}/{level}" if level else label
