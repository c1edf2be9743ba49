"""The commands that people may give: the allow-list. Anything else that starts with a slash is only text to us."""

from __future__ import annotations

import re

from bot.engine.said import Command
from bot.language import Catalog, clean

COMMANDS = (
    "start",
    "help",
    "spin",
    "roleplay",
    "trace",
    "decide",
    "lesson",
    "hint",
    "pause",
    "resume",
    "undo",
    "restart",
    "end",
    "score",
    "replay",
    "compare",
    "letter",
    "plan",
    "deals",
    "method",
    "progress",
    "note",
    "why",
    "tasks",
    "comments",
    "team",
    "private",
    "submit",
    "readers",
    "console",
    "invite",
    "language",
    "export",
    "forget",
)
"""In the order of Telegram's menu; each is described in `data/content/replies/commands.yaml`."""
OF_BUTTONS = ("consent", "answer", "cancel")
"""Commands that buttons give; no menu lists them."""

LINE = re.compile(r"/(?P<name>[a-z]+)(?:@\w+)?(?:\s+(?P<arg>.*))?", re.IGNORECASE | re.DOTALL)
LONGEST_ARG = 200
"""Characters of an argument that are read."""


def parse(text: str) -> Command | None:
    """Return the command that `text` gives (`/roleplay cfo`, `/help@OurBot`), None where it is none of ours."""
    found = LINE.fullmatch(clean(text))
    if found is None or found["name"].lower() not in (*COMMANDS, *OF_BUTTONS):
        return None
    return Command(found["name"].lower(), (found["arg"] or "").strip()[:LONGEST_ARG])


def described(catalog: Catalog, language: str) -> list[tuple[str, str]]:
    """Return each command with its description in `language`, as Telegram's menu wants them."""
    return [(name, catalog.say(f"commands.{name}", language)) for name in COMMANDS]
