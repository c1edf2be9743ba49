"""`python -m bot train`: train the judge and the dialogue where what they learn from has changed."""

from __future__ import annotations

import argparse
import os
import sys
import time
from multiprocessing import Process

from bot.settings import Settings

from .logs import start_logging


def main(argv: list[str]) -> int:
    """Train what is missing or stale, with a line for each step."""
    found = argparse.ArgumentParser(prog="python -m bot train", description="Train what is missing or stale.")
    found.add_argument("--force", action="store_true", help="train everything again")
    options = found.parse_args(argv)
    settings = Settings.from_env()
    start_logging(settings.log_level)
    # Threads of linear algebra only wait for each other here: they would take a tenth more of the processor.
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    from bot.content import learnt
    from bot.content.scene_fields import LANGUAGES
    from bot.engine import train as dialogue
    from bot.judge import train as judge

    if options.force:
        learnt.forget(settings.models)
    started = time.time()
    # The scenes are learnt beside the judge: most machines have a second core.
    fresh = learnt.is_fresh(settings.models)
    languages = () if fresh else LANGUAGES
    beside = [Process(target=learnt.learn, args=(language, progress), daemon=True) for language in languages]
    for process in beside:
        process.start()
    if fresh:
        progress("scenes: up to date")
    if options.force or not judge.is_fresh(judge.DATA, settings.models / "judge"):
        judge.train(judge.DATA, settings.models / "judge", progress)
    else:
        progress("judge: up to date")
    if options.force:
        (settings.models / "rasa" / dialogue.FINGERPRINT).unlink(missing_ok=True)
    if not dialogue.train(settings.models, progress):
        progress("dialogue: up to date")
    for process in beside:
        process.join()
    if any(process.exitcode for process in beside):
        return 1
    if beside:
        learnt.finish(started)
    return 0


def stale(settings: Settings) -> bool:
    """Say whether training would do anything."""
    from bot.content import learnt
    from bot.engine import train as dialogue
    from bot.judge import train as judge

    fresh = (learnt.is_fresh(settings.models), judge.is_fresh(judge.DATA, settings.models / "judge"))
    return not (all(fresh) and dialogue.is_fresh(settings.models))


def progress(line: str) -> None:
    """Say what is done."""
    print(line, file=sys.stdout, flush=True)
