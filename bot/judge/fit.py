"""Fitting one linear model: weights by a support vector machine, confidence on lines of authors it has not seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from bot.judge.features import BLOCKS, Features
from bot.judge.linear import Floats, Hashes, Linear, Vocabulary, hashed, softmax

FOLDS = 5
SURE = 0.975
"""What is said with confidence shall be right this often; a little above what is promised, 0.97."""
STRENGTH = 1.0

LEXICON = "lexicon"
"""The author of the phrases."""

Mask = NDArray[np.bool_]


class Lesson(NamedTuple):
    """What a line or a phrase teaches: its label, its author, how much it counts."""

    label: str
    author: str
    weight: float = 1.0


@dataclass
class Counts:
    """How often each feature stands in each line: for each block the names and a matrix (lines, names)."""

    names: list[list[str]]
    tables: list[csr_matrix]
    labels: NDArray[np.str_]
    authors: NDArray[np.str_]
    weights: Floats
    """How much each line counts: 1 for a line of an author, less for a phrase of the lexicon."""

    @classmethod
    def of(cls, lines: Sequence[Features], lessons: Sequence[Lesson]) -> Counts:
        """Count the features of the lines; `lessons` says what each of them teaches."""
        names: list[list[str]] = []
        tables: list[csr_matrix] = []
        for block in range(len(BLOCKS)):
            columns: dict[str, int] = {}
            places: list[int] = []
            values: list[int] = []
            ends = [0]
            for line in lines:
                for name, often in Counter(line[block]).items():
                    places.append(columns.setdefault(name, len(columns)))
                    values.append(often)
                ends.append(len(places))
            shape = (len(lines), len(columns))
            tables.append(csr_matrix((np.asarray(values, dtype=np.float32), places, ends), shape=shape))
            names.append(list(columns))
        labels, authors, weights = zip(*lessons)
        return cls(names, tables, np.asarray(labels), np.asarray(authors), np.asarray(weights, dtype=np.float32))

    @property
    def lines(self) -> Mask:
        """Return the mask of what an author wrote."""
        return np.asarray(self.authors != LEXICON, dtype=bool)

    def vocabulary(self, seen: Mask) -> tuple[Vocabulary, csr_matrix]:
        """Return the vocabulary of the lines in `seen`, and all lines weighed by it, as rows."""
        hashes: list[Hashes] = []
        idfs: list[Floats] = []
        rows: list[csr_matrix] = []
        for block, (names, table, scale) in enumerate(zip(self.names, self.tables, BLOCKS.values())):
            often = np.bincount(table[seen].indices, minlength=table.shape[1])
            kept = np.flatnonzero(often)
            idf = (np.log((1 + seen.sum()) / (1 + often[kept])) + 1).astype(np.float32)
            hashes.append(hashed(block, (names[place] for place in kept)))
            idfs.append(idf)
            rows.append(_weighed(table[:, kept], idf) * np.float32(scale))
        known, first = np.unique(np.concatenate(hashes), return_index=True)
        vocabulary = Vocabulary(known, np.concatenate(idfs)[first], tuple(BLOCKS.values()))
        return vocabulary, hstack(rows).tocsc()[:, first].tocsr()


def _weighed(table: csr_matrix, idf: Floats) -> csr_matrix:
    """Return `(1 + log count) * idf`, each row brought to length 1."""
    rows = table.copy()
    rows.data = 1 + np.log(rows.data)
    rows = (rows @ diags(idf)).tocsr()
    norms = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1))).ravel()
    return (diags(1 / np.where(norms > 0, norms, 1)) @ rows).tocsr().astype(np.float32)


def fit(counts: Counts, seen: Mask) -> tuple[Linear, Floats]:
    """Fit a model, not calibrated, on the lines in `seen`; return it and the scores (lines, labels) of all lines."""
    vocabulary, rows = counts.vocabulary(seen)
    machine = LinearSVC(C=STRENGTH, random_state=0)
    machine.fit(rows[seen], counts.labels[seen], sample_weight=counts.weights[seen])
    weights, bias = machine.coef_.T, machine.intercept_
    if len(machine.classes_) == 2:  # one column for two labels
        weights, bias = np.hstack([-weights, weights]), np.array([-bias[0], bias[0]])
    size = len(machine.classes_)
    model = Linear(
        tuple(map(str, machine.classes_)),
        vocabulary,
        weights.astype(np.float32),
        bias.astype(np.float32),
        np.eye(size, dtype=np.float32),
        np.zeros(size, dtype=np.float32),
    )
    return model, np.asarray(rows @ model.weights + model.bias, dtype=np.float32)


def folds(authors: Sequence[str] | NDArray[np.str_], number: int = FOLDS) -> Iterator[Mask]:
    """Yield masks of held-out lines; all lines of an author are held out together."""
    names = sorted(set(authors))
    for fold in range(min(number, len(names))):
        yield np.isin(np.asarray(authors), names[fold::number])


def held_out(counts: Counts, among: Mask | None = None) -> Floats:
    """Return the scores (lines, labels) that models give to authors they have not seen; only lines in `among` count."""
    among = np.ones(len(counts.labels), dtype=bool) if among is None else among
    scores = np.zeros((len(counts.labels), len(set(counts.labels))), dtype=np.float32)
    mine = among & counts.lines
    for mask in folds(counts.authors[mine]):
        out = np.zeros(len(mine), dtype=bool)
        out[np.flatnonzero(mine)[mask]] = True
        scores[out] = fit(counts, among & ~out)[1][out]
    return scores


def calibrate(model: Linear, scores: Floats, labels: NDArray[np.str_]) -> Linear:
    """Return the model with its confidence fitted to held-out scores and labels of lines."""
    machine = LogisticRegression(C=1.0, max_iter=500).fit(scores, labels)
    mix, shift = machine.coef_.T, machine.intercept_
    if len(model.labels) == 2:
        mix, shift = np.hstack([-mix / 2, mix / 2]), np.array([-shift[0] / 2, shift[0] / 2])
    mix, shift = mix.astype(np.float32), shift.astype(np.float32)
    found = softmax(scores @ mix + shift)
    right = np.asarray(model.labels)[found.argmax(axis=1)] == labels
    return replace(model, mix=mix, shift=shift, threshold=threshold(found.max(axis=1), right))


def threshold(confidence: Floats, right: Mask) -> float:
    """Return the lowest confidence over which the share of right answers is `SURE`."""
    order = np.argsort(-confidence)
    share = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(share >= SURE)
    return float(confidence[order[enough[-1]]]) if len(enough) else 1.0
