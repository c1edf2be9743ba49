"""Texts of lessons and of the catalogue in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.coach.lesson.words import Words
from bot.language import base, localise, to_simplified

from ..messages import Button
from ..turn import TurnContext


def w(turn: TurnContext, words: Words) -> str:
    """Return a lesson's text in the session's language."""
    return localise(words.of(base(turn.language)), turn.language)


def t(turn: TurnContext, key: str, **values: object) -> str:
    """Return the sentence `lesson.<key>`."""
    return turn.text(f"lesson.{key}", **values)


def press(turn: TurnContext, key: str, value: str, **values: object) -> Button:
    """Return a button of this step, labelled by `lesson.<key>`."""
    return turn.button(f"lesson.{key}", value, **values)


def link(turn: TurnContext, key: str, what: str, **values: object) -> Button:
    """Return a button that opens `/lesson <what>`, wherever the person is by then."""
    return Button(t(turn, key, **values), f"/lesson {what}".strip())


def label_of(turn: TurnContext, text: str, labels: Mapping[str, str]) -> str:
    """Return the value of the button whose label was typed instead of pressed (`labels`: value by key), or nothing."""
    plain = _bare(text)
    for key, value in labels.items():
        if plain in {_bare(turn.catalog.say(f"lesson.{key}", language, None)) for language in ("zh-Hans", "en")}:
            return value
    return ""


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", to_simplified(text)).lower()


def joined(turn: TurnContext, *sentences: str) -> str:
    """Return sentences in one line, as the language sets them: with a blank in English, without in Chinese."""
    return (" " if turn.language == "en" else "").join(filter(None, sentences))
