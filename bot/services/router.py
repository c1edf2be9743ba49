"""A customer's line that a rep reports: what kind it is, and which exercise fits it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.coach.judgement import Judgement
from bot.language import clean, to_simplified

from .lobby import Lobby
from .messages import Button, Reply
from .practice import Who

EXERCISES = {
    "requirement": ("trace",),
    "resistance": ("decide", "roleplay"),
    "implied_need": ("spin", "roleplay"),
    "explicit_need": ("spin", "roleplay"),
    "buying_signal": ("decide", "roleplay"),
    "information": ("spin", "trace", "decide"),
}
"""Which exercises fit a customer's line, best first."""
TAKES_LINE = frozenset({"trace", "decide"})
QUOTED = re.compile(r"[“\"「『«](.{2,}?)[”\"」』»]")
REPORTED = re.compile(
    r"^.{0,24}?(?:客户|对方|甲方|买方|采购|老板|总监|经理|.总|他们|[他她])[^，,：:。？?]{0,14}?"
    r"(?:说了?|讲了?|提出?|问|回复|表示|觉得)(?:[，,：:\s])*(?P<zh>.{2,})$"
    r"|^.{0,40}?\b(?:customer|client|buyer|prospect|they|he|she|cfo|ceo|cio|procurement|purchasing|boss|director)\b[^,:.]{0,30}?"
    r"\b(?:said|says|told (?:me|us)|tells (?:me|us)|asked|asks|wrote|replied|insists?|claims?)\b"
    r"[:,]?\s*(?:that\s+)?(?P<en>.{2,})$",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class Router:
    """Judges a reported line and offers exercises for it."""

    lobby: Lobby

    def route(self, who: Who, text: str, language: str) -> Reply:
        """Say what the customer's line in `text` is and offer what fits; the line is kept for the exercise."""
        practice = self.lobby.practice
        line = quoted_line(text)
        judgement = practice.judge.judge("customer", line)
        self.lobby.keep_line(who, line)
        say = practice.content.catalog.say
        key = "router.unsure" if judgement.unsure else f"router.{judgement.label}"
        fitting = [name for name in _fitting(judgement) if name in practice.exercises]
        buttons = [Button(say(f"router.to_{name}", language), _action(name)) for name in fitting]
        return Reply().say(say(key, language, line=line), *buttons)


def quoted_line(text: str) -> str:
    """Return what the customer said: the words in quotation marks, else what follows "the customer said", else all."""
    text = clean(text)
    if found := QUOTED.search(text):
        return found.group(1).strip()
    # Simplifying keeps every character's place, so the words are cut from the text as it was written.
    if found := REPORTED.match(to_simplified(text)):
        start, end = found.span("zh" if found.group("zh") else "en")
        return text[start:end].strip()
    return text


def _fitting(judgement: Judgement) -> tuple[str, ...]:
    return ("trace", "decide", "spin") if judgement.unsure else EXERCISES[judgement.label]


def _action(name: str) -> str:
    return f"/{name} pending" if name in TAKES_LINE else f"/{name}"
