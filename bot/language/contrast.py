"""A space in which texts lie near each other that ask for the same thing: learnt by contrast.

The method is InfoNCE (van den Oord and others, "Representation Learning with Contrastive Predictive Coding", 2018) over
sums of the grams of a text: of two texts that ask for one thing, each is to be nearer to the other than to all other
texts of a batch. Batches hold few scenes, since only the things of one scene are taken for each other. The space begins
with latent semantic analysis over all that asks for one thing; the steps are those of AdaGrad, a rate for each gram.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from .reader import Reader

DIMENSIONS = 128
SHARPNESS = 0.08
"""The temperature of the contrast: the smaller, the more the nearest wrong text counts."""
BATCH, ROOMS = 512, 2
"""How many pairs a batch has, and from how many scenes."""
ROUNDS = 8
"""How often each text is met."""
RATE = 0.1
SPREAD = 0.3
"""How wide the space is at the beginning, beside one in which the grams of a text lie at random."""


@dataclass(frozen=True)
class Same:
    """Texts that ask for the same thing."""

    room: str
    """Within which things are told apart: a scene."""
    thing: str
    """What they ask for: an item; empty for what asks for nothing here."""
    texts: Sequence[str]
    sides: frozenset[int] = field(default_factory=frozenset)
    """Which of the thing's answers they ask for; empty for any."""


def learn(groups: Sequence[Same]) -> tuple[Reader, NDArray[np.float32]]:
    """Return what reads texts as grams and the place of each gram, a row each."""
    texts = [text for group in groups for text in group.texts]
    of = np.array([n for n, group in enumerate(groups) for _ in group.texts], dtype=np.intp)
    reader = Reader(least=2, dtype=np.float32)
    read = reader.fit(texts).tocsr()
    places = _beginning(read, of, len(groups))
    _Contrast(groups, read, of, places).run(np.random.default_rng(0))
    return reader, places


def _beginning(read: csr_matrix, of: NDArray[np.intp], size: int) -> NDArray[np.float32]:
    """Return the places that latent semantic analysis gives to the grams, a group being a document."""
    from sklearn.decomposition import TruncatedSVD
    from sklearn.preprocessing import normalize

    together = csr_matrix((np.ones(len(of), dtype=np.float32), (of, np.arange(len(of)))), shape=(size, len(of))) @ read
    together.data = np.log1p(together.data)
    svd = TruncatedSVD(min(DIMENSIONS, min(together.shape) - 1), random_state=0).fit(normalize(together))
    wide = SPREAD * np.sqrt(read.shape[1] / svd.n_components)
    return np.ascontiguousarray(svd.components_.T, dtype=np.float32) * np.float32(wide)


class _Contrast:
    """One learning: moves the places of the grams."""

    def __init__(
        self, groups: Sequence[Same], read: csr_matrix, of: NDArray[np.intp], places: NDArray[np.float32]
    ) -> None:
        self.groups, self.read, self.of, self.places = groups, read, of, places
        self.paid = np.full(len(places), 1e-6, dtype=np.float32)
        """By gram the sum of its squared slopes: what AdaGrad divides a step by."""
        self.members = [np.flatnonzero(of == n) for n in range(len(groups))]
        rooms = np.array([group.room for group in groups])[of]
        taught = np.array([bool(group.thing) and len(group.texts) > 1 for group in groups])[of]
        self.rooms = [np.flatnonzero(taught & (rooms == room)) for room in sorted(set(rooms.tolist()))]
        self.rooms = [texts for texts in self.rooms if len(texts)]
        self.things = np.unique([f"{group.room}/{group.thing}" for group in groups], return_inverse=True)[1]

    def run(self, random: np.random.Generator) -> None:
        """Go through all texts, some rounds long, in ever smaller steps."""
        steps = int(ROUNDS * sum(map(len, self.rooms)) / BATCH)
        for step in range(steps):
            chosen = random.choice(len(self.rooms), min(ROOMS, len(self.rooms)), replace=False)
            size = BATCH // len(chosen)
            ours = np.concatenate([random.choice(self.rooms[n], min(size, len(self.rooms[n])), False) for n in chosen])
            self._step(ours, np.array([self._other(n, random) for n in ours]), RATE * (1 - step / steps))

    def _other(self, text: int, random: np.random.Generator) -> int:
        """Return another text of the same group."""
        members = self.members[self.of[text]]
        at = int(random.integers(len(members) - 1))
        return int(members[at] if members[at] != text else members[-1])

    def _step(self, ours: NDArray[np.intp], theirs: NDArray[np.intp], rate: float) -> None:
        read = self.read[np.concatenate([ours, theirs])]
        used, places = np.unique(read.indices, return_inverse=True)
        near = csr_matrix((read.data, places, read.indptr), shape=(read.shape[0], len(used)))
        found = near @ self.places[used]
        length = np.linalg.norm(found, axis=1, keepdims=True) + 1e-8
        unit = found / length
        half = len(ours)
        one, other = unit[:half], unit[half:]
        likeness = one @ other.T / SHARPNESS
        likeness[self._alike(ours)] = -1e9
        slope = (_shares(likeness, 1) + _shares(likeness, 0)) / 2
        slope[np.arange(half), np.arange(half)] -= 1
        slope /= SHARPNESS * half
        pull = np.concatenate([slope @ other, slope.T @ one])
        # A text's length says nothing: only what turns it counts.
        turned = (pull - (pull * unit).sum(axis=1, keepdims=True) * unit) / length
        moved = (near.T @ turned).astype(np.float32)
        self.paid[used] += (moved * moved).mean(axis=1)
        self.places[used] -= np.float32(rate) * moved / np.sqrt(self.paid[used])[:, None]

    def _alike(self, ours: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Say which pairs of a batch ask for the same thing, or may: these are no contrast."""
        groups = self.of[ours]
        alike: NDArray[np.bool_] = self.things[groups][:, None] == self.things[groups][None, :]
        for row, column in np.argwhere(alike & (groups[:, None] != groups[None, :])):
            mine, yours = self.groups[groups[row]].sides, self.groups[groups[column]].sides
            alike[row, column] = not mine or not yours or bool(mine & yours)
        np.fill_diagonal(alike, False)
        return alike


def _shares(likeness: NDArray[np.float32], axis: int) -> NDArray[np.float32]:
    powers = np.exp(likeness - likeness.max(axis=axis, keepdims=True))
    return np.asarray(powers / powers.sum(axis=axis, keepdims=True), dtype=np.float32)
