"""What a person did, as the engine takes it: wrote a text, gave one of our commands, or pressed one of our buttons."""

from __future__ import annotations

import json
from dataclasses import dataclass

from bot.language import clean


class RefusedText(ValueError):
    """A person's text that Rasa would read as a command (`/intent{…}`); the channel must answer it itself."""


@dataclass(frozen=True)
class Command:
    """One of our own commands, from the allow-list: `/roleplay cfo` is `Command("roleplay", "cfo")`."""

    name: str
    arg: str = ""


@dataclass(frozen=True)
class Press:
    """A button of an exercise, by its code `<session>.<step>.<value>`."""

    code: str


Said = str | Command | Press
"""A plain `str` is always text of a person, whatever it looks like."""


def compose(said: Said) -> str:
    """Return the text that Rasa gets; raise `RefusedText` where a person's text would act as a command."""
    if isinstance(said, Command):
        return "/command" + json.dumps({"name": said.name, "arg": said.arg})
    if isinstance(said, Press):
        return "/press" + json.dumps({"code": said.code})
    if is_commandlike(said):
        raise RefusedText("a text that starts with a slash reaches Rasa only as one of our commands")
    return said


def is_commandlike(text: str) -> bool:
    """Say whether `text` starts with a slash, also behind blanks or characters that cannot be seen."""
    return clean(text).startswith("/")
