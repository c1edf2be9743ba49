"""`python -m bot benchmark`: reps of known skill through every scene, and random walks."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from bot.bench.skills import LANGUAGES, TARGETS, Bench
from bot.coach.buyer import Scene


def main(argv: list[str]) -> int:
    """Play reps of four skills through the scenes, then walk at random; 1 where a target is missed."""
    found = argparse.ArgumentParser(prog="python -m bot benchmark", description="Measure scenes and scorecard.")
    found.add_argument("--scene", action="append", metavar="ID", help="only this scene; may be repeated")
    found.add_argument("--language", choices=LANGUAGES, help="only this language")
    found.add_argument("--walks", type=int, default=1000, metavar="N", help="random walks a scene (1000; 0 for none)")
    found.add_argument("--details", action="store_true", help="print every dimension")
    options = found.parse_args(argv)
    bench, scenes = _open()
    chosen = [s for s in scenes.values() if not options.scene or s.id in options.scene]
    languages = [options.language] if options.language else list(LANGUAGES)
    broken = 0 if options.scene else _broken(scenes)
    faults = broken + _skills(bench, chosen, languages, options.details)
    faults += _walks(bench, chosen, languages, options.walks) if options.walks else 0
    print(f"{len(chosen)} scenes: " + ("all targets met" if not faults else f"{faults} targets missed"))
    return 1 if faults else 0


def _open() -> tuple[Bench, dict[str, Scene]]:
    from bot.bench.table import Ears, read_lines
    from bot.content.scene_check import common_lines
    from bot.content.scenes import sound_scenes
    from bot.judge import load_judge
    from bot.language import Catalog
    from bot.settings import ROOT, Settings

    content = ROOT / "data" / "content"
    judge = load_judge(Settings.from_env().models / "judge")
    catalog = Catalog.read(content / "replies")
    bench = Bench(common_lines(content / "replies"), Ears(judge), catalog, read_lines()["noise"])
    return bench, sound_scenes(content / "scenes")


def _broken(scenes: dict[str, Scene]) -> int:
    from bot.settings import ROOT

    lost = len(list((ROOT / "data" / "content" / "scenes").glob("*.yaml"))) - len(scenes)
    if lost:
        print(f"{lost} scenes cannot be read: see `python -m bot scene check`")
    return lost


def _skills(bench: Bench, scenes: Sequence[Scene], languages: Sequence[str], details: bool) -> int:
    faults = 0
    print(f"{'scene':<24} {'':<3}" + "".join(f"{skill:>13}" for skill in TARGETS))
    for scene in scenes:
        for language in languages:
            results = [bench.play(scene, language, skill) for skill in TARGETS]
            row = "".join(f"{r.card.total:>12.1f}{'*' if r.fault else ' '}" for r in results)
            print(f"{scene.id:<24} {language:<3}{row}", flush=True)
            for result in results:
                if result.fault:
                    faults += 1
                    print(f"  * {result.skill}: {result.fault}")
                if details or result.fault:
                    shares = " ".join(f"{line.dimension} {line.score:.2f}" for line in result.card.lines)
                    print(f"    {result.skill}, {result.turns} turns: {shares}")
    return faults


def _walks(bench: Bench, scenes: Sequence[Scene], languages: Sequence[str], number: int) -> int:
    from bot.bench.table import read_lines
    from bot.bench.walks import Walks, pool, walk

    faults = 0
    for scene in scenes:
        found = Walks()
        for language in languages:
            said = pool(scene, language, read_lines())
            for seed in range(number // len(languages)):
                walk(scene, bench.lines, bench.ears, said, language, seed, found)
        faults += bool(found.dead) + bool(found.repeated)
        ends = ", ".join(f"{name} {n}" for name, n in found.ended.most_common())
        print(
            f"{scene.id:<24} {found.walks} walks, {found.turns} turns ({ends}):"
            f" {len(found.dead)} dead ends, {len(found.repeated)} repeats, {found.long} long replies",
            flush=True,
        )
        for line in (*found.dead[:3], *found.repeated[:3]):
            print(f"  * {line}")
    return faults
