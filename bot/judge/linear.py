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
    """The features worth weighing: for each block a sorted hash of each and its idf; columns count on over the blocks.

    Hashes stand for the names: a dictionary of half a million names would take more memory than all else together.
    """

    hashes: tuple[Hashes, ...]
    idf: tuple[Floats, ...]

    def row(self, line: Features) -> tuple[Ints, Floats]:
        """Return columns and values of a line; each block has length 1."""
        places: list[Ints] = [np.zeros(0, dtype=np.int64)]
        values: list[Floats] = [np.zeros(0, dtype=np.float32)]
        start = 0
        for block, (names, hashes, idf) in enumerate(zip(line, self.hashes, self.idf)):
            count = Counter(names)
            wanted = hashed(block, count)
            here = np.minimum(np.searchsorted(hashes, wanted), len(hashes) - 1)
            known = hashes[here] == wanted if len(hashes) else np.zeros(len(wanted), dtype=bool)
            if known.any():
                often = np.fromiter(count.values(), dtype=np.float32, count=len(count))[known]
                value = (1 + np.log(often)) * idf[here[known]]
                places.append(here[known] + start)
                values.append(value / np.linalg.norm(value))
            start += len(hashes)
        return np.concatenate(places), np.concatenate(values)


def hashed(block: int, names: Iterable[str]) -> Hashes:
    """Return a 32-bit hash of each name of a block; it is the same in every process."""
    return np.fromiter((crc32(name.encode(), block * 0x9E3779B1 & 0xFFFFFFFF) for name in names), dtype=np.uint32)


@dataclass
class Linear:
    """Weights (columns, labels) and bias of one question; its confidence is calibrated."""

    labels: tuple[str, ...]
    vocabulary: Vocabulary
    weights: NDArray[np.floating[Any]]
    bias: Floats
    threshold: float = 0.0
    """Under this confidence the answer is unsure."""

    def probabilities(self, line: Features) -> Floats:
        """Return the probability of each label."""
        places, values = self.vocabulary.row(line)
        return softmax(np.asarray(values @ self.weights[places].astype(np.float32) + self.bias, dtype=np.float32))

    def save(self, folder: Path) -> None:
        """Write the model into `folder`."""
        folder.mkdir(parents=True, exist_ok=True)
        facts = {"labels": self.labels, "threshold": self.threshold}
        (folder / "facts.json").write_text(json.dumps(facts), encoding="utf-8")
        blocks = {"ends": np.cumsum([len(hashes) for hashes in self.vocabulary.hashes])}
        words = {"hashes": np.concatenate(self.vocabulary.hashes), "idf": np.concatenate(self.vocabulary.idf)}
        weights = self.weights.astype(np.float16)  # half the size; no answer changes
        np.savez(folder / "arrays.npz", weights=weights, bias=self.bias, **blocks, **words)

    @classmethod
    def open(cls, folder: Path) -> Linear:
        """Read the model that `save` wrote into `folder`; the weights stay at half precision."""
        facts = json.loads((folder / "facts.json").read_text(encoding="utf-8"))
        with np.load(folder / "arrays.npz") as arrays:
            ends = arrays["ends"][:-1]
            vocabulary = Vocabulary(tuple(np.split(arrays["hashes"], ends)), tuple(np.split(arrays["idf"], ends)))
            return cls(tuple(facts["labels"]), vocabulary, arrays["weights"], arrays["bias"], facts["threshold"])


def softmax(logits: Floats) -> Floats:
    """Return probabilities along the last axis."""
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True), dtype=np.float32)
