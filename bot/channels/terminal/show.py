"""How messages look in a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bot.language import Catalog
from bot.services.messages import Button, Message

BOLD, DIM, CYAN, YELLOW, END = "\033[1m", "\033[2m", "\033[36m", "\033[33m", "\033[0m"


class Screen:
    """Renders messages; `color` is for terminals only."""

    def __init__(self, catalog: Catalog, color: bool = False) -> None:
        self.catalog, self.color = catalog, color

    def render(self, messages: Sequence[Message], language: str) -> tuple[str, list[Button]]:
        """Return the text of `messages` and the buttons on screen, in the order of their numbers."""
        blocks: list[str] = []
        buttons: list[Button] = []
        for message in messages:
            lines = [self._spoken(message, language)] if message.text else []
            lines += [self._file("picture", path, language) for path in (message.image,) if path]
            lines += [self._file("file", path, language) for path in (message.document,) if path]
            for button in message.buttons:
                buttons.append(button)
                lines.append(self._paint(CYAN, f"  [{len(buttons)}] {button.label}"))
            blocks.append("\n".join(lines))
        return "\n\n".join(block for block in blocks if block), buttons

    def prompt(self, language: str) -> str:
        """Return what stands before the line that is being written."""
        return f"{self.catalog.say('channel.you', language)} > "

    def _spoken(self, message: Message, language: str) -> str:
        name = self.catalog.say(f"channel.{message.speaker}", language)
        mark = self._paint(BOLD + (YELLOW if message.speaker == "customer" else CYAN), name)
        colon = ": " if language == "en" else "："
        # More than one line stands better under the name than beside it.
        gap = f"{colon.strip()}\n" if "\n" in message.text else colon
        return f"{mark}{gap}{message.text}"

    def _file(self, kind: str, path: str, language: str) -> str:
        return self._paint(DIM, self.catalog.say(f"channel.{kind}", language, path=str(Path(path))))

    def _paint(self, code: str, text: str) -> str:
        return f"{code}{text}{END}" if self.color else text


def picked(line: str, buttons: Sequence[Button]) -> Button | None:
    """Return the button that `line` chooses by its number, None where the line is no number on screen."""
    line = line.strip()
    number = int(line) if line.isascii() and line.isdigit() and len(line) <= 3 else 0
    return buttons[number - 1] if 1 <= number <= len(buttons) else None
