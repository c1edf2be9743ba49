"""`python -m bot bench`: the time and memory of the judge, the time of a turn; `bench review`: that of the console."""

from __future__ import annotations

import argparse

LIMIT = 30.0
"""Milliseconds of a turn in the median."""
LINE_LIMIT, MEMORY_LIMIT = 5.0, 300.0
"""Milliseconds of a judged line in the median; megabytes of a process with the loaded judge."""


def main(argv: list[str]) -> int:
    """Time the judge and whole turns of a role-play (judge, state, reply, store); 1 where a limit is passed."""
    found = argparse.ArgumentParser(prog="python -m bot bench", description="Measure the time that a turn takes.")
    found.add_argument("--turns", type=int, default=60, metavar="N", help="turns in each language (60)")
    found.add_argument(
        "what",
        nargs="?",
        choices=("all", "judge", "turns", "review"),
        default="all",
        help="what to measure (judge and turns)",
    )
    options = found.parse_args(argv)
    if options.what == "review":
        return _review()
    judged = _judge() if options.what in ("all", "judge") else 0
    return max(judged, _turns(options.turns) if options.what in ("all", "turns") else 0)


def _judge() -> int:
    """Time lines and weigh the judge; 1 where it is slower than 5 ms in the median or larger than 300 MB."""
    from bot.bench.judging import time_judge
    from bot.judge import lines
    from bot.judge.train import DATA
    from bot.settings import Settings

    found = time_judge(Settings.from_env().models / "judge", lines.load(DATA))
    print(
        f"judge: {found.lines} lines, median {found.median:.1f} ms ({found.computing:.1f} ms of them computing), "
        f"95 % under {found.worst_of_20:.1f} ms, {found.megabytes:.0f} MB"
    )
    return 1 if found.median > LINE_LIMIT or found.megabytes > MEMORY_LIMIT else 0


def _turns(number: int) -> int:
    """Time turns in both languages; 1 where a median is over 30 ms."""
    from bot.bench.table import read_lines
    from bot.bench.timing import time_turns
    from bot.bench.walks import pool
    from bot.content import read_content
    from bot.content.scenes import sound_scenes
    from bot.judge import load_judge
    from bot.settings import ROOT, Settings

    content = ROOT / "data" / "content"
    judge = load_judge(Settings.from_env().models / "judge")
    stored = read_content(content)
    scene = next(iter(sound_scenes(content / "scenes").values()))
    slow = 0
    for key, language in (("zh", "zh-Hans"), ("en", "en")):
        lines = pool(scene, key, {"leaning": read_lines()["leaning"]})[: number + 1]
        timing = time_turns(judge, stored, content / "scenes", scene.id, lines, language)
        slow += timing.median > LIMIT
        print(
            f"{language}: {timing.turns} turns, median {timing.median:.1f} ms, 95 % under {timing.worst_of_20:.1f} ms"
        )
    return 1 if slow else 0


def _review() -> int:
    """Time the console's pages with 50 people and 20,000 sessions; 1 where a median is over 100 ms."""
    from bot.bench.console import LIMIT, time_pages

    slow = 0
    for name, milliseconds in time_pages():
        slow += milliseconds > LIMIT
        print(f"{name:<24}{milliseconds:7.1f} ms", flush=True)
    return 1 if slow else 0
