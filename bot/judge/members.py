"""The models that a question's model is blended of: each sees some features, and learns from them in its own way.

All of them are linear, so that their blend is one linear model again, as quick as the smallest of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.svm import LinearSVC

from bot.judge.counts import Counts, Mask
from bot.judge.linear import Floats, Vocabulary

Labels = NDArray[np.str_]
Order = NDArray[np.intp]
Learn = Callable[[csr_matrix, Labels, Floats], tuple[Floats, Floats]]
"""Rows (lines, columns), the label and the weight of each line: weights (columns, labels) and bias (labels)."""
BALANCE, SMOOTH = 0.02, 0.03


def machine(rows: csr_matrix, labels: Labels, counts: Floats) -> tuple[Floats, Floats]:
    """Learn by a support vector machine."""
    found = LinearSVC(C=1.0, random_state=0, tol=1e-2).fit(rows, labels, sample_weight=counts)
    return columns(found.coef_, found.intercept_)


def ratios(rows: csr_matrix, labels: Labels, counts: Floats) -> tuple[Floats, Floats]:
    """Learn by a support vector machine for each label, over features scaled by how much they speak for the label.

    Wang and Manning, Baselines and bigrams (2012): the log ratio of naive Bayes decides how far a rare word is trusted.
    """
    weights, bias = [], []
    for label in np.unique(labels):
        mine = labels == label
        for_it, against = (rows[part].T @ counts[part] + BALANCE for part in (mine, ~mine))
        ratio = np.log((for_it / for_it.sum()) / (against / against.sum())).astype(np.float32)
        found = LinearSVC(C=0.3, random_state=0, tol=1e-2).fit(_scaled(rows, ratio), mine, sample_weight=counts)
        weights.append(found.coef_[0] * ratio)
        bias.append(found.intercept_[0])
    return np.stack(weights, axis=1).astype(np.float32), np.asarray(bias, dtype=np.float32)


def complement(rows: csr_matrix, labels: Labels, counts: Floats) -> tuple[Floats, Floats]:
    """Learn by naive Bayes on the complement of each label (Rennie and others, 2003): no fitting, only counting."""
    names = np.unique(labels)
    sums = np.stack([rows[labels == name].T @ counts[labels == name] for name in names], axis=1)
    rest = sums.sum(axis=1, keepdims=True) - sums + SMOOTH
    weights = -np.log(rest / rest.sum(axis=0))
    weights -= weights.mean(axis=1, keepdims=True)
    return weights.astype(np.float32), np.zeros(len(names), dtype=np.float32)


class Member(NamedTuple):
    """How one model learns, and the weight of each block of features it sees: each block has length 1 before."""

    learn: Learn
    scales: dict[str, float]


_ALL = {
    **{"words": 1.0, "letters": 1.0, "deciding": 1.0, "bones": 1.0, "all_bones": 0.7, "shape": 0.5},
    **{"cues": 0.2, "deciding_cues": 0.2, "cue_bones": 0.5, "all_cue_bones": 0.35},
}
_SPOKEN = {"words": 1.0, "letters": 1.0, "deciding": 1.0, "bones": 0.7}
MEMBERS: dict[str, Member] = {
    "all": Member(machine, _ALL),
    "words": Member(machine, {"words": 1.0, "letters": 1.0}),
    "deciding": Member(machine, {"deciding": 1.0, "shape": 0.5}),
    "bones": Member(machine, {"bones": 1.0, "all_bones": 0.7, "shape": 0.3}),
    "cues": Member(machine, {"cues": 0.7, "deciding_cues": 0.7, "cue_bones": 1.0, "all_cue_bones": 0.7, "shape": 0.3}),
    "ratios": Member(ratios, _SPOKEN),
    "complement": Member(complement, _SPOKEN),
}


@dataclass
class Members:
    """Models of one question that each see some blocks of features; weights are (columns, labels)."""

    labels: tuple[str, ...]
    vocabulary: Vocabulary
    weights: list[Floats]
    biases: list[Floats]


def fit(counts: Counts, seen: Mask, using: Mapping[str, Member] = MEMBERS) -> tuple[Members, Floats]:
    """Fit the members on the lines in `seen`; return them and the scores (lines, members x labels) of all lines."""
    vocabulary, blocks = counts.vocabulary(seen)
    members = Members(tuple(map(str, np.unique(counts.labels[seen]))), vocabulary, [], [])
    orders = {name: _by_use(block[seen]) for name, block in blocks.items()}
    ordered = {name: _in_order(block, orders[name]) for name, block in blocks.items()}
    scores: list[Floats] = []
    for learn, scales in using.values():
        rows = hstack([ordered[name] * np.float32(scale) for name, scale in scales.items()], format="csr")
        weights, bias = learn(rows[seen], counts.labels[seen], counts.weights[seen])
        scores.append(rows @ weights + bias)
        ends = np.cumsum([blocks[name].shape[1] for name in scales])
        own = {name: part * scales[name] for name, part in zip(scales, np.split(weights, ends[:-1]))}
        members.weights.append(_for_all(own, orders, len(members.labels)))
        members.biases.append(bias.astype(np.float32))
    return members, np.hstack(scores).astype(np.float32)


def _by_use(block: csr_matrix) -> Order:
    """Return the columns of a block, those first that stand in most lines.

    The weights that a machine needs all the time then lie side by side in memory: it learns the same in two thirds of
    the time.
    """
    return np.argsort(-np.bincount(block.indices, minlength=block.shape[1]), kind="stable")


def _in_order(block: csr_matrix, order: Order) -> csr_matrix:
    rows = block[:, order]
    rows.sort_indices()
    return rows


def _for_all(own: Mapping[str, Floats], orders: Mapping[str, Order], size: int) -> Floats:
    """Return the weights (columns, labels) of a model for all blocks, 0 for those it does not see, in first order."""
    parts = []
    for name, order in orders.items():
        part = np.zeros((len(order), size), dtype=np.float32)
        part[order] = own.get(name, 0)
        parts.append(part)
    return np.vstack(parts)


def _scaled(rows: csr_matrix, scales: Floats) -> csr_matrix:
    """Return the rows with each column times its scale; the product with a diagonal matrix would take far longer."""
    return csr_matrix((rows.data * scales[rows.indices], rows.indices, rows.indptr), shape=rows.shape)


def columns(coefficients: NDArray[Any], intercept: NDArray[Any]) -> tuple[Floats, Floats]:
    """Return weights (columns, labels) and bias of what scikit-learn fitted; it keeps one row for two labels."""
    if len(intercept) == 1:
        return np.vstack([-coefficients, coefficients]).T / 2, np.array([-intercept[0], intercept[0]]) / 2
    return coefficients.T, intercept
