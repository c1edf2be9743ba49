"""Fitting the model of one question: a few linear models that see and learn differently, blended into one.

The blend is fitted to the scores of lines whose authors the machines have not seen. It learns there how far each kind
of feature can be trusted with strangers, and what confidence is worth.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from bot.judge.counts import Counts, Mask
from bot.judge.linear import Floats, Linear, softmax
from bot.judge.members import MEMBERS, Member, Members, columns, fit

FOLDS = 4
SURE = 0.98
"""What is said with confidence shall be right this often; a little above what is promised, 0.97."""
BLEND = 0.1
"""The strength of the blend (the inverse of its regularisation)."""


def folds(authors: Sequence[str] | NDArray[np.str_], number: int = FOLDS) -> Iterator[Mask]:
    """Yield masks of held-out lines; all lines of an author are held out together."""
    names = sorted(set(authors))
    for fold in range(min(number, len(names))):
        yield np.isin(np.asarray(authors), names[fold::number])


def held_out(counts: Counts, among: Mask | None = None, using: Mapping[str, Member] = MEMBERS) -> Floats:
    """Return the members' scores of lines whose authors they have not seen; only what is in `among` teaches them."""
    among = np.ones(len(counts.labels), dtype=bool) if among is None else among
    width = len(using) * len(set(counts.labels))
    scores = np.zeros((len(counts.labels), width), dtype=np.float32)
    mine = among & counts.lines
    for mask in folds(counts.authors[mine]):
        out = np.zeros(len(mine), dtype=bool)
        out[np.flatnonzero(mine)[mask]] = True
        scores[out] = fit(counts, among & ~out, using)[1][out]
    return scores


@dataclass
class Blend:
    """How members' scores become probabilities: a matrix (members x labels, labels), a shift, and a threshold."""

    mix: Floats
    shift: Floats
    threshold: float

    @classmethod
    def of(cls, scores: Floats, labels: NDArray[np.str_]) -> Blend:
        """Fit to held-out scores and the labels of their lines; this calibrates the confidence as well."""
        with warnings.catch_warnings():
            # After 200 steps nothing changes but the last digits; scikit-learn would tell every reader of the log.
            warnings.simplefilter("ignore", ConvergenceWarning)
            machine = LogisticRegression(C=BLEND, max_iter=200, tol=1e-3).fit(scores, labels)
        mix, shift = columns(machine.coef_, machine.intercept_)
        chances = softmax(np.asarray(scores @ mix + shift, dtype=np.float32))
        right = machine.classes_[chances.argmax(axis=1)] == labels
        blend = cls(mix.astype(np.float32), shift.astype(np.float32), 0.0)
        return replace(blend, threshold=threshold(chances.max(axis=1), right))

    def chances(self, scores: Floats) -> Floats:
        """Return the probabilities (lines, labels) of members' scores."""
        return softmax(scores @ self.mix + self.shift)

    def applied(self, members: Members) -> Linear:
        """Return the one linear model that does what the members and the blend do: a sum of linear models is linear."""
        size = len(members.labels)
        parts = [self.mix[start : start + size] for start in range(0, len(self.mix), size)]
        weights = sum((weights @ part for weights, part in zip(members.weights, parts)), np.float32(0))
        bias = sum((bias @ part for bias, part in zip(members.biases, parts)), self.shift)
        return Linear(members.labels, members.vocabulary, np.asarray(weights), np.asarray(bias), self.threshold)


def threshold(confidence: Floats, right: Mask) -> float:
    """Return the lowest confidence over which the share of right answers is `SURE`."""
    order = np.argsort(-confidence)
    share = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(share >= SURE)
    return float(confidence[order[enough[-1]]]) if len(enough) else 1.0
