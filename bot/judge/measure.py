"""Figures about predictions: macro-F1 with its interval, confusion, calibration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.judge.linear import Floats

Texts = NDArray[np.str_]
BINS = 10
DRAWS = 500


@dataclass(frozen=True)
class Verdicts:
    """What a judge said of lines it had not seen, and what the guide says. All have one entry a line."""

    labels: tuple[str, ...]
    true: Texts
    said: Texts
    confidence: Floats
    unsure: NDArray[np.bool_]
    langs: Texts
    authors: Texts

    def of(self, which: NDArray[Any]) -> Verdicts:
        """Return the verdicts that `which`, a mask or places, chooses."""
        true, said, confidence = self.true[which], self.said[which], self.confidence[which]
        return Verdicts(self.labels, true, said, confidence, self.unsure[which], self.langs[which], self.authors[which])


def confusion(verdicts: Verdicts) -> NDArray[np.int_]:
    """Return the counts (true label, said label)."""
    place = {label: number for number, label in enumerate(verdicts.labels)}
    table = np.zeros((len(place), len(place)), dtype=int)
    pairs = zip(verdicts.true, verdicts.said)
    np.add.at(table, tuple(np.array([[place[a], place[b]] for a, b in pairs]).reshape(-1, 2).T), 1)
    return table


def by_label(table: NDArray[np.int_]) -> NDArray[np.float64]:
    """Return precision, recall and F1 of each label (labels, 3) from a confusion table."""
    right = np.diag(table).astype(float)
    precision = right / np.maximum(table.sum(axis=0), 1)
    recall = right / np.maximum(table.sum(axis=1), 1)
    f1 = 2 * right / np.maximum(table.sum(axis=0) + table.sum(axis=1), 1)
    return np.stack([precision, recall, f1], axis=1)


def macro_f1(verdicts: Verdicts) -> float:
    """Return the mean F1 over the labels that come in the lines."""
    table = confusion(verdicts)
    return float(by_label(table)[table.sum(axis=1) > 0, 2].mean())


def interval(verdicts: Verdicts, seed: int = 0) -> tuple[float, float]:
    """Return the 95 % interval of the macro-F1, by drawing the lines again `DRAWS` times."""
    rng = np.random.default_rng(seed)
    size = len(verdicts.true)
    drawn = [macro_f1(verdicts.of(rng.integers(0, size, size))) for _ in range(DRAWS)]
    low, high = np.percentile(drawn, [2.5, 97.5])
    return float(low), float(high)


def bins(verdicts: Verdicts) -> list[tuple[float, float, int]]:
    """Return mean confidence, share right and number of lines of each tenth of the confidence that is in use."""
    right = verdicts.true == verdicts.said
    tenth = np.minimum((verdicts.confidence * BINS).astype(int), BINS - 1)
    found = []
    for number in range(BINS):
        mask = tenth == number
        if mask.any():
            found.append((float(verdicts.confidence[mask].mean()), float(right[mask].mean()), int(mask.sum())))
    return found


def calibration_error(verdicts: Verdicts) -> float:
    """Return the expected calibration error: the mean distance of confidence and share right, by tenths."""
    return sum(abs(sure - right) * number for sure, right, number in bins(verdicts)) / max(len(verdicts.true), 1)


def when_sure(verdicts: Verdicts) -> tuple[float, float]:
    """Return the share of lines judged with confidence, and the share of these that are right."""
    sure = ~verdicts.unsure
    right = (verdicts.true == verdicts.said)[sure]
    return float(sure.mean()), float(right.mean()) if right.size else 1.0


def by_author(verdicts: Verdicts) -> list[tuple[str, float]]:
    """Return the macro-F1 of each author."""
    return [(str(name), macro_f1(verdicts.of(verdicts.authors == name))) for name in sorted(set(verdicts.authors))]


def languages(verdicts: Verdicts) -> Sequence[str]:
    """Return the languages of the lines."""
    return sorted(set(map(str, verdicts.langs)))
