"""`python -m bot demo load|clear`: a team to look around with, and away with it again."""

from __future__ import annotations

import argparse
import time

from bot.settings import ROOT, Settings


def main(argv: list[str]) -> int:
    """Play a demo team into the store, or remove it with everything that hangs on it."""
    found = argparse.ArgumentParser(prog="python -m bot demo", description="A team to look around with.")
    found.add_argument("what", choices=("load", "clear"))
    found.add_argument("--seed", type=int, default=None, metavar="N", help="another seed plays other talks")
    options = found.parse_args(argv)
    from bot.channels.open import upgrade_database
    from bot.content import read_content
    from bot.demo.demo import SEED, Demo
    from bot.store.database import open_engine
    from bot.store.unit import units

    settings = Settings.from_env()
    upgrade_database(settings)
    demo = Demo(units(open_engine(settings.database_url)), read_content(ROOT / "data" / "content"))
    if options.what == "clear":
        gone = demo.clear()
        print(f"the demo team is gone ({gone} people)" if gone else "there is no demo team")
        return 0
    return _load(demo, settings, SEED if options.seed is None else options.seed)


def _load(demo: object, settings: Settings, seed: int) -> int:
    from bot.content.scene_check import common_lines
    from bot.demo.demo import Demo
    from bot.judge import load_judge
    from bot.services.house import exercises, utc_now

    assert isinstance(demo, Demo)
    started = time.monotonic()
    content = ROOT / "data" / "content"
    done = demo.load(
        load_judge(settings.models / "judge"),
        lambda folder: exercises(content, folder / "exports"),
        common_lines(content / "replies"),
        utc_now(),
        seed=seed,
    )
    if done.password is None:
        print(f"{done.team} is there already; `python -m bot demo clear` removes it")
        return 0
    print(f"{done.team}: {done.people} people, {done.sessions} sessions, {time.monotonic() - started:.0f} s")
    print(f"sign in at {settings.console_url} as {done.login} with the password {done.password}")
    print("sit down as one of the reps with `python -m bot chat --user demo-emily`")
    return 0
