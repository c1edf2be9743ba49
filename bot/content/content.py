"""All content, read once, with the version that sessions are stored with."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from bot.language import Catalog


@dataclass(frozen=True)
class Content:
    """Everything that was written by hand for the coach."""

    version: str
    """A short hash over all files: the same version means the same words."""
    catalog: Catalog


def read_content(folder: Path) -> Content:
    """Read `data/content`; raise a ValueError of the room that found a fault, naming file and place."""
    return Content(version=_version(folder), catalog=Catalog.read(folder / "replies"))


def _version(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
