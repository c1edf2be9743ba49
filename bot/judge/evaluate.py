"""`make evaluate`: how exact the judge is on authors it has not seen, written into docs/judge.md with pictures.

Every line is judged by models that saw no line of its author. Confidence and the threshold of "unsure" are fitted, for
each fold, on the other folds only. `--compare` measures the other approaches too (some minutes more).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import numpy as np

from bot.judge import compare, cues, lines, report
from bot.judge.errors import JudgeError
from bot.judge.features import features, view
from bot.judge.fit import Blend, folds, held_out
from bot.judge.linear import Floats, Linear
from bot.judge.measure import Texts, Verdicts
from bot.judge.pipeline import QUESTIONS
from bot.judge.text import read
from bot.judge.train import DATA, chosen, count, learn
from bot.settings import ROOT

DOCS = ROOT / "docs"
TEST = ROOT / "tests" / "judge" / "held_out"


class Measured(NamedTuple):
    """What the judge says of the lines of authors held out, of one machine's, and of strangers' lines."""

    found: Verdicts
    alone: Verdicts
    test: Verdicts


def measured(question: str, examples: Sequence[lines.Example], unseen: Sequence[lines.Example]) -> Measured:
    """Measure one question: each line when its author is held out, and lines by authors in no training file."""
    mine, answers = chosen(question, examples)
    counts = count(question, mine, answers)
    scores = held_out(counts)
    langs = np.asarray([example.lang for example in mine])
    true, authors, labels = counts.labels[counts.lines], counts.authors[counts.lines], np.unique(counts.labels)
    found = blended(scores[counts.lines], true, authors, langs)
    first = labels[scores[counts.lines, : len(labels)].argmax(axis=1)]
    alone = Verdicts(found.labels, true, first, found.confidence, found.unsure, langs, authors)
    return Measured(found, alone, strangers(learn(counts, scores), *chosen(question, unseen)))


def blended(scores: Floats, true: Texts, authors: Texts, langs: Texts) -> Verdicts:
    """Return what the blend says of held-out scores, when it is fitted to the scores of other authors' lines."""
    labels = np.unique(true)
    said, confidence = np.empty_like(true), np.zeros(len(true), dtype=np.float32)
    unsure = np.zeros(len(true), dtype=bool)
    for out in folds(authors):
        blend = Blend.of(scores[~out], true[~out])
        chances = blend.chances(scores[out])
        said[out] = labels[chances.argmax(axis=1)]
        confidence[out] = chances.max(axis=1)
        unsure[out] = confidence[out] < blend.threshold
    return Verdicts(tuple(map(str, labels)), true, said, confidence, unsure, langs, authors)


def strangers(model: Linear, theirs: Sequence[lines.Example], true: Sequence[str]) -> Verdicts:
    """Return what a model says of lines by authors in no training file."""
    chances = np.stack([model.probabilities(features(view(read(e.text), cues.lexicon()))) for e in theirs])
    said, confidence = np.asarray(model.labels)[chances.argmax(axis=1)], chances.max(axis=1)
    langs, authors = (np.asarray([getattr(example, name) for example in theirs]) for name in ("lang", "author"))
    return Verdicts(model.labels, np.asarray(true), said, confidence, confidence < model.threshold, langs, authors)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, write docs/judge.md and its pictures; return 0, or 2 where there is nothing to measure."""
    parser = argparse.ArgumentParser(prog="python -m bot.judge.evaluate", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder of training lines")
    parser.add_argument("--test", type=Path, default=TEST, help="folder of lines by authors in no training file")
    parser.add_argument("--docs", type=Path, default=DOCS, help="folder of judge.md")
    parser.add_argument("--compare", action="store_true", help="measure the other approaches too")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="processes at work (2)")
    options = parser.parse_args(argv)
    try:
        examples, unseen = lines.load(options.data), lines.load(options.test)
    except JudgeError as error:
        print(error, file=sys.stderr)
        return 2
    with ProcessPoolExecutor(options.jobs, get_context("spawn")) as workers:
        asked = {question: workers.submit(measured, question, examples, unseen) for question in QUESTIONS}
        plain = {question: workers.submit(compare.baseline, question, examples) for question in QUESTIONS}
        whole = {question: _told(question, future.result()) for question, future in asked.items()}
        found = {question: each.found for question, each in whole.items()}
        base = {question: future.result() for question, future in plain.items()}
        report.write(options.docs, examples, found, base, {question: each.test for question, each in whole.items()})
        print(f"evaluate: {options.docs / report.PAGE} is written", flush=True)
        if options.compare:
            alone = {question: each.alone for question, each in whole.items()}
            others = compare.approaches(examples, base, alone, found, workers)
            report.write_comparison(options.docs, others)
            print("evaluate: the comparison is written", flush=True)
    return 0


def _told(question: str, each: Measured) -> Measured:
    print(f"evaluate: {question} measured", flush=True)
    return each


if __name__ == "__main__":
    sys.exit(main())
