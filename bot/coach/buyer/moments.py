"""Which lines of a rep won or cost most, from the effects that were stored with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

WEIGHT = {
    "need": 12,
    "payoff": 4,
    "implication": 6,
    "problem": 5,
    "facet": 5,
    "fear": 8,
    "goal": 5,
    "requirement": 0,
    "fact": 0,
}


@dataclass(frozen=True)
class Moment:
    """A line and what it moved; `tag` says why, in the words of the engine."""

    text: str
    worth: int
    tag: str


def moments(lines: Iterable[tuple[str, Mapping[str, Any]]]) -> tuple[Moment | None, Moment | None]:
    """Return the best and the costliest line of (text, evidence) pairs; None where nothing won or nothing cost."""
    weighed = [_weigh(text, evidence) for text, evidence in lines if evidence.get("effects")]
    best = max((m for m in weighed if m.worth > 0), key=lambda m: m.worth, default=None)
    worst = min((m for m in weighed if m.worth < 0), key=lambda m: m.worth, default=None)
    return best, worst


def _weigh(text: str, evidence: Mapping[str, Any]) -> Moment:
    effects = evidence["effects"]
    own = [r for r in evidence.get("released", ()) if r["label"] != "volunteered"]
    worth = 2 * effects["trust"] + effects["patience"] + effects["belief"] // 2 + sum(WEIGHT[r["kind"]] for r in own)
    return Moment(text, worth, telling(evidence.get("tags", ()), worth >= 0))


BAD = (
    "rude",
    "attack_rival",
    "invented",
    "discount_free",
    "resell",
    "pitch_early",
    "blanket",
    "interrogated",
    "break_role",
    "bot",
    "off_topic",
    "gibberish",
    "silence",
    "wrong_language",
    "repeated",
    "commit_early",
    "objection_missed",
    "ask_missed",
    "implication_nothing",
    "payoff_nothing",
    "payoff_early",
    "told_before",
    "confirm_no",
    "ack_empty",
    "ack_enough",
    "guarded_problem",
    "guarded_fact",
    "guarded_personal",
    "pitch_loose",
    "vague",
    "too_many",
    "interrupt",
    "not_yet",
)
GOOD = (
    "agreed:commit",
    "agreed:advance",
    "released:need",
    "released:fear",
    "released:payoff",
    "released:goal",
    "released:implication",
    "released:facet",
    "objection_answered",
    "ask_answered",
    "traded",
    "released:problem",
    "confirm_yes",
    "ack_warm",
    "pitch_fit",
    "reference_fit",
    "discount_traded",
    "dug",
    "granted",
    "promise",
    "surface",
    "why_ask",
    "released:fact",
    "no_problem",
    "presented",
    "offsheet",
)


def telling(tags: Iterable[str], good: bool = True) -> str:
    """Return the tag that says most about a turn, the good ones or the bad ones first; `plain` where none does."""
    have = set(tags)
    order = (*GOOD, *BAD) if good else (*BAD, *GOOD)
    return next((tag for tag in order if tag in have), "plain")
