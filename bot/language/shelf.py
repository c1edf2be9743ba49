"""Keeps on disk what takes long to learn, so that the processes of a machine learn it once between them."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TypeVar

T = TypeVar("T")
log = logging.getLogger(__name__)


class Shelf:
    """A folder of what was learnt; without a folder everything is learnt anew."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder

    def keep(self, name: str, taught: object, learn: Callable[[], T]) -> T:
        """Return what `learn` returns: from disk, if it was learnt before from the same `taught` by the same code.

        `taught` is told apart by its `repr`. A file that cannot be read is learnt anew, and where none can be written
        (a full disk, a folder without leave) the log says so. Arrays come as they lie on disk, for all processes once:
        they are not to be changed.
        """
        if self.folder is None:
            return learn()
        import joblib

        mark = sha256(repr((code(), taught)).encode()).hexdigest()[:32]
        path = self.folder / f"{name}-{mark}.joblib"
        try:
            found: T = joblib.load(path, mmap_mode="r")
            path.touch()
            return found
        except FileNotFoundError:
            pass
        except Exception as error:
            # Whatever is wrong with a file, what it holds can be learnt again.
            log.warning("%s cannot be read and is learnt anew: %s", path.name, error)
        learnt = learn()
        self._put(path, learnt)
        return learnt

    def clear(self, before: float) -> None:
        """Remove what nobody has used since `before`, in seconds since the epoch."""
        for path in self.folder.glob("*") if self.folder else ():
            if path.stat().st_mtime < before:
                path.unlink(missing_ok=True)

    def _put(self, path: Path, learnt: object) -> None:
        import joblib

        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            # Another process may learn the same just now: whoever is last replaces a whole file by a whole file.
            with NamedTemporaryFile(dir=path.parent, delete=False) as file:
                joblib.dump(learnt, file)
            os.replace(file.name, path)
        except OSError as error:
            log.warning("%s cannot be kept: %s", path.name, error)


@lru_cache(maxsize=1)
def code() -> str:
    """Return the fingerprint of this room's code: what it learnt yesterday may not be what it would learn today."""
    digest = sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
