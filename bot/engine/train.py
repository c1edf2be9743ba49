"""Training of Rasa's dialogue, only where something it learns from has changed."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from bot.settings import ROOT

from .prepare import prepare, quiet, silence

LEARNS_FROM = (
    "config.yml",
    "domain.yml",
    "data/nlu",
    "data/rules",
    "bot/engine/normaliser.py",
    "bot/engine/classifier.py",
)
ARCHIVE = "peilian.tar.gz"
FINGERPRINT = "fingerprint"


class TrainingError(RuntimeError):
    """The dialogue could not be trained; the message says why."""


def fingerprint(root: Path = ROOT) -> str:
    """Return a hash over everything that the dialogue learns from, and Rasa's version."""
    digest = hashlib.sha256(version("rasa").encode())
    for path in _files(root):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def is_fresh(models: Path, root: Path = ROOT) -> bool:
    """Say whether `models/rasa` holds what training would build."""
    mark = models / "rasa" / FINGERPRINT
    return (models / "rasa" / ARCHIVE).exists() and mark.exists() and mark.read_text() == fingerprint(root)


def train(models: Path, progress: Callable[[str], None] = lambda line: None) -> bool:
    """Train `models/rasa`, about half a minute; return False where nothing had changed. Raises `TrainingError`."""
    if is_fresh(models):
        return False
    progress("dialogue: training")
    target = models / "rasa"
    target.mkdir(parents=True, exist_ok=True)
    mark = fingerprint()
    with tempfile.TemporaryDirectory(dir=models) as folder:
        archive = _train(Path(folder))
        # The mark is written last: an interrupted training is simply done again.
        (target / FINGERPRINT).unlink(missing_ok=True)
        os.replace(archive, target / ARCHIVE)
    (target / FINGERPRINT).write_text(mark)
    progress("dialogue: ready")
    return True


def training_files(root: Path = ROOT) -> list[str]:
    """Return the folders that Rasa reads; `data/content` and `data/utterances` are none of them."""
    return [str(root / "data" / name) for name in ("nlu", "rules")]


def _train(folder: Path) -> Path:
    prepare()
    with silence():
        import rasa.model_training
        from rasa.shared.exceptions import RasaException

    quiet()
    chatter = io.StringIO()
    try:
        with contextlib.redirect_stdout(chatter), contextlib.redirect_stderr(chatter):
            result = rasa.model_training.train(
                domain=str(ROOT / "domain.yml"),
                config=str(ROOT / "config.yml"),
                training_files=training_files(),
                output=str(folder),
                fixed_model_name=ARCHIVE,
            )
    except RasaException as error:
        raise TrainingError(f"the dialogue cannot be trained: {error}") from error
    if not result.model:
        raise TrainingError("the dialogue cannot be trained: Rasa built no model")
    return Path(result.model)


def _files(root: Path) -> list[Path]:
    found: list[Path] = []
    for name in LEARNS_FROM:
        path = root / name
        found += sorted(p for p in path.rglob("*.yml")) if path.is_dir() else [path]
    return found
