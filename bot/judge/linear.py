"""A linear model over named features: small, quick, and without scikit-learn once it is trained."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.judge.features import Features

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


@dataclass
class Vocabulary:
    """The features worth weighing: the column of each name by block, each column's idf, each block's weight."""

    columns: list[dict[str, int]]
    idf: Floats
    scales: tuple[float, ...]

    def row(self, line: Features) -> tuple[Ints, Floats]:
        """Return columns and values of a line; each block is brought to length 1, then times its weight."""
        places: list[Ints] = []
        values: list[Floats] = []
        for table, names, scale in zip(self.columns, line, self.scales):
            count = Counter(table[name] for name in names if name in table)
            if count:
                here = np.fromiter(count, dtype=np.int32, count=len(count))
                often = np.fromiter(count.values(), dtype=np.float32, count=len(count))
                value = (1 + np.log(often)) * self.idf[here]
                places.append(here)
                values.append(value * np.float32(scale / np.linalg.norm(value)))
        if not places:
            return np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.float32)
        return np.concatenate(places), np.concatenate(values)


@dataclass
class Linear:
    """Weights (columns, labels) and bias of one question, with what turns its scores into probabilities."""

    labels: tuple[str, ...]
    vocabulary: Vocabulary
    weights: Floats
    bias: Floats
    mix: Floats
    """(labels, labels): calibration, scores to logits."""
    shift: Floats
    threshold: float = 0.0
    """Under this confidence the answer is unsure."""

    def scores(self, line: Features) -> Floats:
        """Return the raw score of each label."""
        places, values = self.vocabulary.row(line)
        return np.asarray(values @ self.weights[places] + self.bias, dtype=np.float32)

    def probabilities(self, line: Features) -> Floats:
        """Return the calibrated probability of each label."""
        return softmax(self.scores(line) @ self.mix + self.shift)

    def save(self, folder: Path) -> None:
        """Write the model into `folder`."""
        folder.mkdir(parents=True, exist_ok=True)
        names = [list(table) for table in self.vocabulary.columns]
        facts = {"labels": self.labels, "scales": self.vocabulary.scales, "threshold": self.threshold, "names": names}
        (folder / "facts.json").write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")
        weights = self.weights.astype(np.float16)  # half the size on disk; no answer changes
        rest = {"bias": self.bias, "mix": self.mix, "shift": self.shift}
        np.savez(folder / "arrays.npz", idf=self.vocabulary.idf, weights=weights, **rest)

    @classmethod
    def open(cls, folder: Path) -> Linear:
        """Read the model that `save` wrote into `folder`."""
        facts = json.loads((folder / "facts.json").read_text(encoding="utf-8"))
        columns: list[dict[str, int]] = []
        for names in facts["names"]:
            start = sum(map(len, columns))
            columns.append({name: start + number for number, name in enumerate(names)})
        with np.load(folder / "arrays.npz") as arrays:
            vocabulary = Vocabulary(columns, arrays["idf"], tuple(facts["scales"]))
            weights = arrays["weights"].astype(np.float32)
            rest = arrays["bias"], arrays["mix"], arrays["shift"]
        return cls(tuple(facts["labels"]), vocabulary, weights, *rest, facts["threshold"])


def softmax(logits: Floats) -> Floats:
    """Return probabilities along the last axis."""
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True), dtype=np.float32)
