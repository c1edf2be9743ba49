"""`python -m bot transcript`: print a stored talk, for checking and for people."""

from __future__ import annotations

import argparse
import json
import sys

from bot.language import Catalog
from bot.settings import ROOT, Settings


def main(argv: list[str]) -> int:
    """Print one session: the one that is asked for, else the newest of the person; 1 where there is none."""
    options = _parser().parse_args(argv)
    settings = Settings.from_env()
    from bot.channels.open import terminal_user, upgrade_database
    from bot.channels.terminal.transcript import as_json, as_markdown, find
    from bot.store.database import open_engine
    from bot.store.unit import units

    who = terminal_user(options.user, None)
    catalog = Catalog.read(ROOT / "data" / "content" / "replies", "channel")
    upgrade_database(settings)
    with units(open_engine(settings.database_url))() as uow:
        session = find(uow, who.key if options.user or options.session is None else None, options.session)
        if session is None:
            print(catalog.say("channel.transcript_none", who.language or "zh-Hans"), file=sys.stderr)
            return 1
        if options.json:
            print(json.dumps(as_json(session), ensure_ascii=False, indent=2))
        else:
            print(as_markdown(session, catalog), end="")
    return 0


def _parser() -> argparse.ArgumentParser:
    found = argparse.ArgumentParser(prog="python -m bot transcript", description="Print a stored talk.")
    found.add_argument("--user", metavar="NAME", help="whose; a name of the terminal, or a key such as tg:123")
    found.add_argument("--session", type=int, metavar="N", help="which session; the newest without it")
    found.add_argument("--json", action="store_true", help="as JSON, with every label and its evidence")
    return found
