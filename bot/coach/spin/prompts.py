"""What the coach asks at each step, woven around this customer, this product and this person."""

from __future__ import annotations

import re

from .deal import Deal
from .examples import Examples
from .say import Say
from .text import shorten
from .walk import TYPES, WANTED, Walk

KEYS = {"situation": "s", "problem": "p", "implication": "i", "need_payoff": "n"}
SHORT = 24
LINE = 60
_BARE_JOB = re.compile(
    r"^[A-Za-z ]*\b(?:manager|director|c[efiot]o|owner|president|engineer|buyer|officer|lead|supervisor|founder"
    r"|boss|team|chief)$"
    r"|^(?:head|vp|director|chief) of ",
    re.IGNORECASE,
)
_TITLE_AFTER = re.compile(r"[,，;；(（]")
_NAMED = re.compile(r"^(?:the|an?|my|our|their|your|mr|ms|mrs|dr)\b", re.IGNORECASE)


def names(deal: Deal) -> dict[str, str | Say]:
    """Return the names that the wordings weave in; where one is unknown a plain word stands for it."""
    person = _person(shorten(_TITLE_AFTER.split(deal.meets)[0], SHORT))
    return {
        "customer": shorten(deal.customer, SHORT) or Say("some_customer"),
        "product": shorten(deal.product, SHORT) or Say("some_product"),
        "person": person or Say("some_person"),
        "person_start": person[:1].upper() + person[1:] or Say("some_person"),
    }


def _person(meets: str) -> str:
    """Return "the plant manager" for a bare English job; names and Chinese stay as they are."""
    return f"the {meets}" if _BARE_JOB.search(meets) and not _NAMED.search(meets) else meets


def prompt(walk: Walk, examples: Examples, language: str) -> Say:
    """Return the question that `walk` waits with."""
    values = names(walk.deal) | {"customers": examples.customers(walk.deal, language)}
    if walk.at == "deal":
        return Say(f"ask_{walk.deal.missing[0]}", values)
    if walk.at in TYPES:
        return Say(_key(walk), values | _carried(walk))
    return Say(f"ask_{walk.at}", values | _carried(walk))


def wants_downstream(walk: Walk) -> bool:
    """Say whether the open implication question is the one for the customer's customer."""
    return walk.at == "implication" and not walk.has_downstream and walk.count("implication") > 0


def nudge(walk: Walk, examples: Examples, language: str) -> Say:
    """Return a push without the solution: where to start from in this step."""
    key = "nudge_downstream" if wants_downstream(walk) else f"nudge_{walk.at}"
    return Say(key, names(walk.deal) | {"customers": examples.customers(walk.deal, language)} | _carried(walk))


def example(walk: Walk, examples: Examples, language: str) -> str:
    """Return an example question (or answer) for the open step of this deal."""
    if walk.at in ("answer", "worst", "give"):
        return examples.line(walk.deal, "a" if walk.at == "answer" else "i", language)
    key = "d" if wants_downstream(walk) else KEYS[walk.at]
    return examples.line(walk.deal, key, language, walk.count(walk.at) + walk.shown)


def example_told(walk: Walk, examples: Examples, language: str) -> Say:
    """Return the sentence that gives an example for the open step."""
    key = "example_answer" if walk.at == "answer" else "example"
    return Say(key, {**prompt(walk, examples, language).values, "example": example(walk, examples, language)})


def _key(walk: Walk) -> str:
    if wants_downstream(walk):
        return "ask_downstream"
    later = walk.count(walk.at) > 0 and WANTED[walk.at] > 1
    if walk.at == "implication" and not later and not walk.answer:
        return "ask_implication_asked" if walk.count("problem") else "ask_implication_bare"
    return f"ask_{walk.at}_more" if later or (walk.at == "situation" and walk.count("situation")) else f"ask_{walk.at}"


def _carried(walk: Walk) -> dict[str, str | Say]:
    problems = [question.text for question in walk.questions if question.kind == "problem"]
    return {
        "problem": _part(problems[0] if problems else ""),
        "pain": _part(walk.answer or (problems[-1] if problems else "")) or Say("some_pain"),
        "worst": _part(walk.worst or "") or Say("some_worst"),
    }


def _part(text: str) -> str:
    """Return `text` to be quoted inside a sentence."""
    return shorten(text, LINE).rstrip("。？?！!；;，,. ")
