"""`python -m bot plan [DEAL]` (or `export`): print the call plan of a deal as Markdown."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bot.settings import Settings


def main(argv: list[str]) -> int:
    """Print what the coach answers to /plan; with --out write it into a file."""
    found = argparse.ArgumentParser(prog="python -m bot plan", description="Print a call plan as Markdown.")
    found.add_argument("deal", nargs="?", default="", metavar="DEAL", help="number of the deal; the newest without it")
    found.add_argument("--user", metavar="NAME", help="whose; a name of the terminal, or a key such as tg:123")
    found.add_argument("--out", type=Path, metavar="FILE", help="where it goes; standard output without it")
    options = found.parse_args(argv)
    from bot.channels.open import terminal_user, upgrade_database
    from bot.services.house import house

    upgrade_database(Settings.from_env())
    reply = house().lobby.plan(terminal_user(options.user, None), f"{options.deal} export")
    parts = [_content(message.document) if message.document else message.text for message in reply.messages]
    text = "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"
    if options.out is None:
        sys.stdout.write(text)
    else:
        options.out.write_text(text, encoding="utf-8")
    return 0


def _content(path: str) -> str:
    return Path(path).read_text(encoding="utf-8")
