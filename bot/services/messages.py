"""What a service answers: messages that every channel can render."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

LONGEST_ACTION = 60
"""Bytes of a button's action: Telegram takes 64."""


@dataclass(frozen=True)
class Button:
    """A choice under a message. `action` is a command line (`/spin`) or a press (`<session>.<step>.<value>`)."""

    label: str
    action: str

    def __post_init__(self) -> None:
        if len(self.action.encode()) > LONGEST_ACTION:
            raise ValueError(f"button action longer than {LONGEST_ACTION} bytes: {self.action}")


@dataclass(frozen=True)
class Message:
    """One message: text, rows of buttons in order, a picture or a file by path, who speaks (`coach` or `customer`)."""

    text: str
    buttons: tuple[Button, ...] = ()
    image: str | None = None
    document: str | None = None
    speaker: str = "coach"

    def to_json(self) -> dict[str, Any]:
        """Return the message as plain data (for Rasa's `custom` payload and the `handled` table)."""
        return {
            "text": self.text,
            "buttons": [{"label": b.label, "action": b.action} for b in self.buttons],
            "image": self.image,
            "document": self.document,
            "speaker": self.speaker,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Message:
        """Return the message that `to_json` wrote."""
        return cls(
            text=data["text"],
            buttons=tuple(Button(b["label"], b["action"]) for b in data.get("buttons", ())),
            image=data.get("image"),
            document=data.get("document"),
            speaker=data.get("speaker", "coach"),
        )


@dataclass
class Reply:
    """The messages that answer one turn, gathered in order."""

    messages: list[Message] = field(default_factory=list)

    def say(
        self,
        text: str,
        *buttons: Button,
        speaker: str = "coach",
        image: str | None = None,
    ) -> Reply:
        """Add a message and return the reply, so that calls chain."""
        self.messages.append(Message(text, tuple(buttons), image=image, speaker=speaker))
        return self
