"""How the SPIN walk speaks: the coach's sentences filled, and the buttons that fit a step."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from bot.coach.spin.deal import STAGES
from bot.coach.spin.prompts import names
from bot.coach.spin.say import Say
from bot.coach.spin.text import shorten
from bot.coach.spin.walk import TYPES, WANTED, Walk
from bot.language import Catalog

from .messages import Button
from .turn import TurnContext

LABEL = 28
"""Characters of a button's label."""


Names = Mapping[str, str | Say]


def fill(catalog: Catalog, language: str, say: Say | str, rng: Random | None = None, about: Names | None = None) -> str:
    """Return the words of `say`; values that are sentences are filled first, and `about` is known to all of them."""
    if isinstance(say, str):
        return say
    values = {name: fill(catalog, language, value, rng) for name, value in (about or {}).items()}
    values |= {name: fill(catalog, language, value, rng, about) for name, value in say.values.items()}
    return catalog.say(f"spin.{say.key}", language, rng, **values)


def words(turn: TurnContext, *says: Say) -> str:
    """Return several sentences as one paragraph in the language of the session."""
    gap = " " if turn.language == "en" else ""
    told = Walk.from_json(turn.state["walk"]).deal
    return gap.join(fill(turn.catalog, turn.language, say, turn.rng, names(told)) for say in says)


def buttons(turn: TurnContext, walk: Walk) -> list[Button]:
    """Return the buttons of the step that `walk` is at, in this step of the session."""

    def button(key: str, value: str) -> Button:
        return turn.button(f"spin.{key}", value)

    if walk.at == "deal":
        if walk.deal.missing[0] != "stage":
            return []
        return [button(f"b_stage_{stage}", f"stage:{stage}") for stage in STAGES]
    if walk.at == "worst":
        return [*_consequences(turn, walk), button("b_skip", "skip")]
    if walk.at == "answer":
        return [button("b_unknown", "skip"), button("b_hint", "hint")]
    found = [button("b_example" if tried(walk) else "b_hint", "hint")]
    if walk.pending:
        found.insert(0, button("b_count" if walk.pending.unsure else "b_keep", "keep"))
    enough = walk.at in TYPES and walk.count(walk.at) >= WANTED[walk.at] and walk.at != "implication"
    return [*found, button("b_go_on" if enough else "b_skip", "skip")]


def tried(walk: Walk) -> bool:
    """Say whether an example may be shown: after a try of one's own, or after a first hint."""
    return walk.tries > 0 or walk.shown > 0 or walk.pending is not None


def _consequences(turn: TurnContext, walk: Walk) -> list[Button]:
    asked = [question for question in walk.questions if question.kind == "implication"]
    return [Button(shorten(q.text, LABEL), turn.press_code(f"worst:{n}")) for n, q in enumerate(asked)]
