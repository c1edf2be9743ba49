"""Rasa's own command line, prepared: `python -m bot rasa data validate`, `… run`, `… run actions`, `… test core`."""

from __future__ import annotations

import os
import sys

from bot.settings import ROOT, Settings

from .prepare import prepare, silence
from .train import training_files


def main(argv: list[str]) -> None:
    """Run `rasa` with `argv`; the house's own files are the defaults. Leaves by SystemExit where Rasa does."""
    prepare()
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    sys.argv = ["rasa", *with_defaults(argv, Settings.from_env())]
    with silence():
        from rasa.__main__ import main as rasa_main

    rasa_main()


def with_defaults(argv: list[str], settings: Settings) -> list[str]:
    """Return `argv` with the model, the data and the HTTP interface of this house where none are named."""
    model = ["--model", str(settings.models / "rasa")]
    if argv[:2] == ["run", "actions"]:
        return argv
    if argv[:1] == ["run"]:
        # The interface takes anybody's word for who writes: it is for this machine only unless told otherwise.
        address = ["--interface", "127.0.0.1"]
        return argv + _absent(argv, model) + _absent(argv, ["--enable-api"]) + _absent(argv, address)
    if argv[:2] == ["data", "validate"]:
        return argv + _absent(argv, ["--data", *training_files()])
    if argv[:1] == ["test"]:
        return argv + _absent(argv, model)
    return argv


def _absent(argv: list[str], option: list[str]) -> list[str]:
    return [] if option[0] in argv else option


if __name__ == "__main__":
    main(sys.argv[1:])
