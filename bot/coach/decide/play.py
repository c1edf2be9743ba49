"""Which play fits a verdict: the steps by name; their wording is content."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bot.coach.decide.signs import demand, find_signs

BEHIND = frozenset({"rival", "dropped"})


@dataclass(frozen=True)
class Play:
    """A play: `name` for its wording; for a concern also what they hesitate over."""

    name: str
    fear: str = ""


def choose_play(label: str, text: str, facts: Mapping[str, str] | None = None) -> Play:
    """Return the play for a label: `concern`, `behind`, `no_need`, `renewal`, `evaluating` or `unclear`."""
    facts = facts or {}
    if label == "concern":
        return Play("concern", demand(text) or "unsaid")
    if label != "objection":
        return Play("unclear")
    return Play(_stage({sign.name for sign in find_signs(text)}, facts))


def _stage(signs: Collection[str], facts: Mapping[str, str]) -> str:
    if facts.get("leader") == "rival" or BEHIND & set(signs):
        return "behind"
    if "no_intention" in signs:
        return "no_need"
    return "renewal" if "renewal" in signs else "evaluating"
