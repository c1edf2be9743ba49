"""Reads YAML files with the C parser where it was built: ten times as fast, and content is read at every start."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path) -> Any:
    """Return what a file in UTF-8 holds, None for an empty one; raises `yaml.YAMLError` and `OSError`."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)
