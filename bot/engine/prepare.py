"""What must be done before Rasa is imported: TensorFlow's stand-in, no telemetry, no chatter."""

from __future__ import annotations

import contextlib
import logging
import os
import warnings
from collections.abc import Iterator

from . import no_tensorflow


def prepare() -> None:
    """Make this process ready to import Rasa; may be called again."""
    os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
    os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
    # The fingerprint of `train` decides what is retrained; Rasa's own cache would only fill the disk.
    os.environ.setdefault("RASA_MAX_CACHE_SIZE", "0")
    no_tensorflow.install()


@contextlib.contextmanager
def silence() -> Iterator[None]:
    """Hide the warnings that Rasa's libraries give about each other while they are imported, or load a model."""
    with warnings.catch_warnings(record=True):
        yield


def quiet() -> None:
    """Silence `structlog`, which prints debug lines unless it is told not to."""
    import structlog

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
