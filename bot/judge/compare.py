"""Other ways to judge, measured on the same folds: what the judge is better than, and what each of its parts gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.judge import lines
from bot.judge.fit import FOLDS, folds, held_out
from bot.judge.measure import Texts, Verdicts
from bot.judge.members import MEMBERS, Member, machine
from bot.judge.pipeline import QUESTIONS
from bot.judge.text import read
from bot.judge.textcats import BAG, ENSEMBLE, POOLED, Textcat
from bot.judge.train import chosen, count

Predict = Callable[[list[str], list[str], list[str]], Sequence[str]]
"""Training texts, their labels, texts to label: labels."""
Found = dict[str, Verdicts]
"""Verdicts by question."""
Examples = Sequence[lines.Example]
WORD = r"[a-z']+|[\u4e00-\u9fff]|\d+"
ABLATED = {
    "one machine without lexicon": ("cues", "deciding_cues", "cue_bones", "all_cue_bones"),
    "one machine without bones": ("bones", "all_bones", "cue_bones", "all_cue_bones"),
    "one machine without the deciding sentence": ("deciding", "bones", "cue_bones", "deciding_cues"),
}
"""The blocks of features that each leaves out."""
TEXTCATS = {
    "spaCy textcat, bag of words": (Textcat(BAG, 5), FOLDS),
    "first fold only: spaCy textcat, convolutions": (Textcat(POOLED, 10), 1),
    "first fold only: spaCy textcat, ensemble of bag and convolutions": (Textcat(ENSEMBLE, 10), 1),
}
"""Each with the number of folds on which it is measured: networks take a hundred times as long as what they measure."""


def baseline(question: str, examples: Examples) -> Verdicts:
    """Return what TF-IDF of words and a logistic regression say of authors they have not seen."""
    return by_folds(_word_counts, question, examples)


def approaches(examples: Examples, base: Found, alone: Found, ours: Found, workers: Executor) -> dict[str, Found]:
    """Return the verdicts of each approach by question; `alone` are those of the first member without the blend."""
    # The longest first, that no worker waits for it at the end.
    asked = {
        (name, question): workers.submit(by_folds, textcat.predict, question, examples, number)
        for question in QUESTIONS
        for name, (textcat, number) in reversed(TEXTCATS.items())
    } | {
        (name, question): workers.submit(ablated, question, examples, blocks, name != "one machine without lexicon")
        for question in QUESTIONS
        for name, blocks in ABLATED.items()
    }
    networks = [name for name, (_, number) in TEXTCATS.items() if number < FOLDS]
    found: dict[str, Found] = {"TF-IDF of words, logistic regression": base}
    for name in (*(name for name in TEXTCATS if name not in networks), *ABLATED):
        found[name] = {question: asked[name, question].result() for question in QUESTIONS}
        print(f"evaluate: {name}, measured", flush=True)
    found["one machine, all features"] = alone
    found["**ours: seven models blended**"] = ours
    for name in networks:
        found[name] = {question: asked[name, question].result() for question in QUESTIONS}
        print(f"evaluate: {name}, measured", flush=True)
    found["**first fold only: ours**"] = {question: first_fold(verdicts) for question, verdicts in ours.items()}
    return found


def by_folds(predict: Predict, question: str, examples: Examples, number: int = FOLDS) -> Verdicts:
    """Return what `predict` says of lines whose authors it has not seen, in the first `number` folds."""
    mine, answers = chosen(question, examples)
    texts = [read(example.text).text for example in mine]
    authors = np.asarray([example.author for example in mine])
    said = np.empty(len(mine), dtype=object)
    measured = np.zeros(len(mine), dtype=bool)
    for out in list(folds(authors))[:number]:
        seen = np.flatnonzero(~out)
        measured |= out
        said[out] = predict(
            [texts[i] for i in seen], [answers[i] for i in seen], [texts[i] for i in np.flatnonzero(out)]
        )
    return _verdicts(mine, answers, said.astype(str)).of(measured)


def first_fold(verdicts: Verdicts) -> Verdicts:
    """Return the verdicts on the lines of the first fold."""
    return verdicts.of(next(folds(verdicts.authors)))


def ablated(question: str, examples: Examples, blocks: Sequence[str], phrases: bool) -> Verdicts:
    """Return what the first member says without some blocks of features, taught by the lexicon's phrases or not."""
    mine, answers = chosen(question, examples)
    counts = count(question, mine, answers)
    first = Member(machine, {name: scale for name, scale in MEMBERS["all"].scales.items() if name not in blocks})
    among = np.ones(len(counts.labels), dtype=bool) if phrases else counts.lines
    scores = held_out(counts, among, {"all": first})[counts.lines]
    said = np.unique(answers)[scores.argmax(axis=1)]
    return _verdicts(mine, answers, said.astype(str))


def _verdicts(mine: Examples, answers: Sequence[str], said: Texts) -> Verdicts:
    size = len(mine)
    langs, authors = (np.asarray([getattr(example, name) for example in mine]) for name in ("lang", "author"))
    sure, unsure = np.ones(size, dtype=np.float32), np.zeros(size, dtype=bool)
    return Verdicts(tuple(sorted(set(answers))), np.asarray(answers), said, sure, unsure, langs, authors)


def _word_counts(texts: list[str], labels: list[str], unseen: list[str]) -> Sequence[str]:
    vectors = TfidfVectorizer(token_pattern=WORD, ngram_range=(1, 2), sublinear_tf=True)
    machine = LogisticRegression(C=10, solver="liblinear")
    machine.fit(vectors.fit_transform(texts), labels)
    return list(machine.predict(vectors.transform(unseen)))
