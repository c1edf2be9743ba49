"""`python -m bot rescore`."""

from __future__ import annotations

import argparse


def main(argv: list[str]) -> int:
    """Score all finished role-plays again under a new version; the older scores stay."""
    argparse.ArgumentParser(prog="python -m bot rescore", description=main.__doc__).parse_args(argv)
    from bot.channels.open import upgrade_database
    from bot.content.scenes import sound_scenes
    from bot.services.house import utc_now
    from bot.services.scoring import rescore
    from bot.settings import ROOT, Settings
    from bot.store.database import open_engine
    from bot.store.unit import units

    settings = Settings.from_env()
    upgrade_database(settings)
    scenes = sound_scenes(ROOT / "data" / "content" / "scenes")
    done = rescore(units(open_engine(settings.database_url)), scenes, utc_now(), print)
    print(f"version {done.version}: {done.sessions} talks scored, {done.changed} totals changed", end="")
    print(f", by {done.largest:.1f} points at most" if done.changed else "")
    return 0
