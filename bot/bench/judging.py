"""How long the judge takes for a line, and how much memory a process holds that has nothing but the judge."""

from __future__ import annotations

import resource
import statistics
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from bot.coach.judgement import Kind
from bot.judge import load_judge
from bot.judge.lines import Example

EVERY, WARM = 40, 20
"""One line in so many is judged; so many are judged before, to warm up."""


@dataclass(frozen=True)
class Judging:
    """Milliseconds of a line, and megabytes of the process at its largest."""

    lines: int
    median: float
    computing: float
    """The median without the time in which other processes had the processor."""
    worst_of_20: float
    """19 of 20 lines were faster."""
    megabytes: float


def time_judge(folder: Path, examples: Sequence[Example]) -> Judging:
    """Judge one line in `EVERY` in a process of its own, after some to warm up."""
    lines = [(example.kind, example.text) for example in examples[::EVERY]]
    # A fork would count what this process holds; the judge is to be weighed alone.
    with ProcessPoolExecutor(1, get_context("spawn")) as worker:
        return worker.submit(_judged, folder, lines).result()


def _judged(folder: Path, lines: Sequence[tuple[Kind, str]]) -> Judging:
    judge = load_judge(folder)
    taken, computed = [], []
    for kind, text in (*lines[:WARM], *lines):
        started, began = time.perf_counter(), time.process_time()
        judge.judge(kind, text)
        taken.append(1000 * (time.perf_counter() - started))
        computed.append(1000 * (time.process_time() - began))
    warm = sorted(taken[WARM:])
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    worst = warm[int(0.95 * (len(warm) - 1))]
    return Judging(len(warm), statistics.median(warm), statistics.median(computed[WARM:]), worst, kilobytes / 1024)
