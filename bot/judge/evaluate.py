"""`make evaluate`: how exact the judge is on authors it has not seen, written into docs/judge.md with pictures.

Every line is judged by models that saw no line of its author. Confidence and the threshold of "unsure" are fitted, for
each fold, on the other folds only. `--compare` measures the other approaches too (some minutes more).
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bot.judge import compare, cues, lines, report
from bot.judge.counts import Counts
from bot.judge.errors import JudgeError
from bot.judge.features import features, view
from bot.judge.fit import Blend, folds, held_out
from bot.judge.measure import Verdicts
from bot.judge.pipeline import QUESTIONS
from bot.judge.text import read
from bot.judge.train import DATA, chosen, count, learn
from bot.settings import ROOT

DOCS = ROOT / "docs"
TEST = ROOT / "tests" / "judge" / "held_out"


def verdicts(question: str, examples: Sequence[lines.Example]) -> Verdicts:
    """Return what the judge says of each line when its author is held out."""
    mine, answers = chosen(question, examples)
    counts = count(question, mine, answers)
    return _held_out_verdicts(counts, [example.lang for example in mine])


def _held_out_verdicts(counts: Counts, langs: Sequence[str]) -> Verdicts:
    every = counts.lines
    scores = held_out(counts)[every]
    true, authors = counts.labels[every], counts.authors[every]
    labels = np.unique(true)
    said, confidence = np.empty_like(true), np.zeros(len(true), dtype=np.float32)
    unsure = np.zeros(len(true), dtype=bool)
    for out in folds(authors):
        blend = Blend.of(scores[~out], true[~out])
        chances = blend.chances(scores[out])
        said[out] = labels[chances.argmax(axis=1)]
        confidence[out] = chances.max(axis=1)
        unsure[out] = confidence[out] < blend.threshold
    return Verdicts(tuple(map(str, labels)), true, said, confidence, unsure, np.asarray(langs), authors)


def strangers(question: str, examples: Sequence[lines.Example], unseen: Sequence[lines.Example]) -> Verdicts:
    """Return what the judge, taught by all of `examples`, says of lines by authors in no training file."""
    mine, answers = chosen(question, examples)
    model = learn(count(question, mine, answers))
    theirs, true = chosen(question, unseen)
    chances = np.stack([model.probabilities(features(view(read(e.text), cues.lexicon()))) for e in theirs])
    said, confidence = np.asarray(model.labels)[chances.argmax(axis=1)], chances.max(axis=1)
    langs, authors = (np.asarray([getattr(example, name) for example in theirs]) for name in ("lang", "author"))
    unsure = confidence < model.threshold
    return Verdicts(model.labels, np.asarray(true), said, confidence, unsure, langs, authors)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, write docs/judge.md and its pictures; return 0, or 2 where there is nothing to measure."""
    parser = argparse.ArgumentParser(prog="python -m bot.judge.evaluate", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder of training lines")
    parser.add_argument("--test", type=Path, default=TEST, help="folder of lines by authors in no training file")
    parser.add_argument("--docs", type=Path, default=DOCS, help="folder of judge.md")
    parser.add_argument("--compare", action="store_true", help="measure the other approaches too")
    options = parser.parse_args(argv)
    started = time.process_time()
    try:
        examples, unseen = lines.load(options.data), lines.load(options.test)
    except JudgeError as error:
        print(error, file=sys.stderr)
        return 2
    found, test = {}, {}
    for question in QUESTIONS:
        found[question] = verdicts(question, examples)
        test[question] = strangers(question, examples, unseen)
        print(f"evaluate: {question} measured, {time.process_time() - started:.0f} s of CPU", flush=True)
    baseline = {question: compare.baseline(question, examples) for question in QUESTIONS}
    report.write(options.docs, examples, found, baseline, test)
    if options.compare:
        report.write_comparison(options.docs, compare.approaches(examples, found))
    print(f"evaluate: {options.docs / 'judge.md'} is written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
