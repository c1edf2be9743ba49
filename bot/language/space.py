"""A space of texts in which near each other lies what asks for the same thing; learnt by contrast, kept on a shelf."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from .reader import Reader
from .shelf import Shelf

if TYPE_CHECKING:
    from .contrast import Same


class Space:
    """The space of one language; compared by identity, learnt when it is first needed, in about a minute."""

    def __init__(self, groups: Callable[[], Sequence[Same]], mark: str, shelf: Shelf | None = None) -> None:
        """Take where what it is learnt from can be read, and what tells that from other texts (a fingerprint)."""
        self._groups, self.mark, self._shelf = groups, mark, shelf or Shelf()

    @cached_property
    def _learnt(self) -> tuple[Reader, NDArray[np.float32]]:
        # Imported here: importing a module opens nothing, and these take a second.
        from .contrast import learn

        return self._shelf.keep("space", self.mark, lambda: learn(self._groups()))

    def warm(self) -> None:
        """Learn now, so that the first question need not wait for it."""
        assert self._learnt

    def places(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the place of each text, a row of length 1 (of zeros where no gram is known)."""
        reader, places = self._learnt
        read = reader.transform(texts)
        used, at = np.unique(read.indices, return_inverse=True)
        near = type(read)((read.data, at, read.indptr), shape=(len(texts), len(used)))
        found: NDArray[np.float32] = near @ places[used]
        length = np.linalg.norm(found, axis=1, keepdims=True)
        return np.asarray(found / np.where(length > 0, length, 1), dtype=np.float32)
