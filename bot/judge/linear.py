"""A linear model over named features: small, quick, and without scikit-learn once it is trained."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from bot.judge.features import Features

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Hashes = NDArray[np.uint32]


@dataclass
class Vocabulary:
    """The features worth weighing: a sorted hash of each, its idf, and the weight of each block.

    Hashes stand for the names: a dictionary of half a million names would take more memory than all else together.
    """

    hashes: Hashes
    idf: Floats
    scales: tuple[float, ...]

    def row(self, line: Features) -> tuple[Ints, Floats]:
        """Return columns and values of a line; each block is brought to length 1, then times its weight."""
        places: list[Ints] = []
        values: list[Floats] = []
        for block, (names, scale) in enumerate(zip(line, self.scales)):
            count = Counter(names)
            wanted = hashed(block, count)
            here = np.minimum(np.searchsorted(self.hashes, wanted), len(self.hashes) - 1)
            known = self.hashes[here] == wanted
            if known.any():
                often = np.fromiter(count.values(), dtype=np.float32, count=len(count))[known]
                value = (1 + np.log(often)) * self.idf[here[known]]
                places.append(here[known])
                values.append(value * np.float32(scale / np.linalg.norm(value)))
        if not places:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
        return np.concatenate(places), np.concatenate(values)


def hashed(block: int, names: Iterable[str]) -> Hashes:
    """Return a 32-bit hash of each name of a block; it is the same in every process."""
    return np.fromiter((crc32(name.encode(), block * 0x9E3779B1 & 0xFFFFFFFF) for name in names), dtype=np.uint32)


@dataclass
class Linear:
    """Weights (columns, labels) and bias of one question, with what turns its scores into probabilities."""

    labels: tuple[str, ...]
    vocabulary: Vocabulary
    weights: NDArray[np.floating[Any]]
    bias: Floats
    mix: Floats
    """(labels, labels): calibration, scores to logits."""
    shift: Floats
    threshold: float = 0.0
    """Under this confidence the answer is unsure."""

    def scores(self, line: Features) -> Floats:
        """Return the raw score of each label."""
        places, values = self.vocabulary.row(line)
        return np.asarray(values @ self.weights[places].astype(np.float32) + self.bias, dtype=np.float32)

    def probabilities(self, line: Features) -> Floats:
        """Return the calibrated probability of each label."""
        return softmax(self.scores(line) @ self.mix + self.shift)

    def save(self, folder: Path) -> None:
        """Write the model into `folder`."""
        folder.mkdir(parents=True, exist_ok=True)
        facts = {"labels": self.labels, "scales": self.vocabulary.scales, "threshold": self.threshold}
        (folder / "facts.json").write_text(json.dumps(facts), encoding="utf-8")
        rest = {"bias": self.bias, "mix": self.mix, "shift": self.shift}
        words = {"hashes": self.vocabulary.hashes, "idf": self.vocabulary.idf}
        np.savez(folder / "arrays.npz", weights=self.weights.astype(np.float16), **words, **rest)

    @classmethod
    def open(cls, folder: Path) -> Linear:
        """Read the model that `save` wrote into `folder`; the weights stay at half precision."""
        facts = json.loads((folder / "facts.json").read_text(encoding="utf-8"))
        with np.load(folder / "arrays.npz") as arrays:
            vocabulary = Vocabulary(arrays["hashes"], arrays["idf"], tuple(facts["scales"]))
            rest = arrays["weights"], arrays["bias"], arrays["mix"], arrays["shift"]
        return cls(tuple(facts["labels"]), vocabulary, *rest, facts["threshold"])


def softmax(logits: Floats) -> Floats:
    """Return probabilities along the last axis."""
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True), dtype=np.float32)
