"""What is learnt from: how often each feature stands in each line and in each phrase of the lexicon."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from bot.judge.features import BLOCKS, Features
from bot.judge.linear import Floats, Hashes, Vocabulary, hashed

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
    """How often each feature stands in each line: for each block the hashed names and a matrix (lines, names)."""

    hashes: list[Hashes]
    tables: list[csr_matrix]
    labels: NDArray[np.str_]
    authors: NDArray[np.str_]
    weights: Floats
    """How much each line counts: 1 for a line of an author, less for a phrase of the lexicon."""

    @classmethod
    def of(cls, lines: Sequence[Features], lessons: Sequence[Lesson]) -> Counts:
        """Count the features of the lines; `lessons` says what each of them teaches."""
        hashes: list[Hashes] = []
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
            hashes.append(hashed(block, columns))
        labels, authors, weights = zip(*lessons)
        return cls(hashes, tables, np.asarray(labels), np.asarray(authors), np.asarray(weights, dtype=np.float32))

    @property
    def lines(self) -> Mask:
        """Return the mask of what an author wrote."""
        return np.asarray(self.authors != LEXICON, dtype=bool)

    def vocabulary(self, seen: Mask) -> tuple[Vocabulary, dict[str, csr_matrix]]:
        """Return the vocabulary of the lines in `seen`, and all lines weighed by it, as rows, by block."""
        kept: list[Hashes] = []
        idfs: list[Floats] = []
        blocks: dict[str, csr_matrix] = {}
        for name, hashes, table in zip(BLOCKS, self.hashes, self.tables):
            often = np.bincount(table[seen].indices, minlength=table.shape[1])
            used = np.flatnonzero(often)
            places, first = np.unique(hashes[used], return_index=True)
            idf = (np.log((1 + seen.sum()) / (1 + often[used[first]])) + 1).astype(np.float32)
            kept.append(places)
            idfs.append(idf)
            blocks[name] = _weighed(table[:, used[first]], idf)
        return Vocabulary(tuple(kept), tuple(idfs)), blocks


def _weighed(table: csr_matrix, idf: Floats) -> csr_matrix:
    """Return `(1 + log count) * idf`, each row brought to length 1."""
    lines = np.repeat(np.arange(table.shape[0]), np.diff(table.indptr))
    values = (1 + np.log(table.data)) * idf[table.indices]
    values /= np.sqrt(np.bincount(lines, values**2, table.shape[0]).astype(np.float32))[lines]
    return csr_matrix((values, table.indices, table.indptr), shape=table.shape)
