"""Languages and scripts: detection, conversion, and the catalogue of the coach's sentences."""

from .catalog import Catalog
from .detect import LANGUAGES, base, detect, follow, localise
from .foreign import is_unsupported
from .script import clean, to_simplified, to_traditional

__all__ = [
    "LANGUAGES",
    "Catalog",
    "base",
    "clean",
    "detect",
    "follow",
    "is_unsupported",
    "localise",
    "to_simplified",
    "to_traditional",
]
