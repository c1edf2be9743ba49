"""Where log lines go: standard error, or a file while a person talks in the terminal."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start_logging(level: str, file: Path | None = None) -> None:
    """Log from `level` on, to `file` where one is given: faults must not be written across a talk."""
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
    handler = logging.FileHandler(file, encoding="utf-8") if file else logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter(FORMAT))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # These write every request with its address, and the address of the Bot API holds the token.
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    # Warnings of libraries are for those who build, not for those who talk.
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").setLevel(logging.INFO if level == "DEBUG" else logging.ERROR)
