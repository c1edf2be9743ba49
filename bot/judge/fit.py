"""Fitting one linear model: weights by a support vector machine, confidence on lines of authors it has not seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from bot.judge.features import Features
from bot.judge.linear import Floats, Linear, Vocabulary, softmax

FOLDS = 5
SURE = 0.97
"""What is said with confidence shall be right this often."""
SCALES = (1.0, 1.0, 1.0, 1.0)
STRENGTH = 0.15


def matrix(vocabulary: Vocabulary, lines: Sequence[Features]) -> csr_matrix:
    """Return the lines as rows (lines, columns)."""
    rows = [vocabulary.row(line) for line in lines]
    ends = np.cumsum([0, *(len(places) for places, _ in rows)])
    places = np.concatenate([places for places, _ in rows])
    values = np.concatenate([values for _, values in rows])
    return csr_matrix((values, places, ends), shape=(len(rows), len(vocabulary.idf)))


def fit(lines: Sequence[Features], labels: Sequence[str], authors: Sequence[str]) -> Linear:
    """Fit a model without calibration."""
    vocabulary = Vocabulary.of(lines, authors, SCALES)
    machine = LinearSVC(C=STRENGTH).fit(matrix(vocabulary, lines), labels)
    weights, bias = machine.coef_.T, machine.intercept_
    if len(machine.classes_) == 2:  # one column for two labels
        weights, bias = np.hstack([-weights, weights]), np.array([-bias[0], bias[0]])
    size = len(machine.classes_)
    return Linear(
        tuple(machine.classes_),
        vocabulary,
        weights.astype(np.float32),
        bias.astype(np.float32),
        np.eye(size, dtype=np.float32),
        np.zeros(size, dtype=np.float32),
    )


def folds(authors: Sequence[str], number: int = FOLDS) -> Iterator[NDArray[np.bool_]]:
    """Yield masks of held-out lines; all lines of an author are held out together."""
    names = sorted(set(authors))
    for fold in range(min(number, len(names))):
        yield np.isin(np.asarray(authors), names[fold::number])


def held_out(lines: Sequence[Features], labels: Sequence[str], authors: Sequence[str]) -> Floats:
    """Return the scores (lines, labels) that models give to authors they have not seen."""
    scores = np.zeros((len(lines), len(set(labels))), dtype=np.float32)
    for mask in folds(authors):
        seen = np.flatnonzero(~mask)
        model = fit([lines[i] for i in seen], [labels[i] for i in seen], [authors[i] for i in seen])
        rows = matrix(model.vocabulary, [lines[i] for i in np.flatnonzero(mask)])
        scores[mask] = rows @ model.weights + model.bias
    return scores


def calibrate(model: Linear, scores: Floats, labels: Sequence[str]) -> Linear:
    """Return the model with its confidence fitted to held-out scores and labels."""
    machine = LogisticRegression(C=1.0, max_iter=500).fit(scores, labels)
    mix, shift = machine.coef_.T, machine.intercept_
    if len(model.labels) == 2:
        mix, shift = np.hstack([-mix / 2, mix / 2]), np.array([-shift[0] / 2, shift[0] / 2])
    mix, shift = mix.astype(np.float32), shift.astype(np.float32)
    found = softmax(scores @ mix + shift)
    right = np.asarray(model.labels)[found.argmax(axis=1)] == np.asarray(labels)
    return replace(model, mix=mix, shift=shift, threshold=threshold(found.max(axis=1), right))


def threshold(confidence: Floats, right: NDArray[np.bool_]) -> float:
    """Return the lowest confidence over which the share of right answers is `SURE`."""
    order = np.argsort(-confidence)
    share = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(share >= SURE)
    return float(confidence[order[enough[-1]]]) if len(enough) else 1.0
