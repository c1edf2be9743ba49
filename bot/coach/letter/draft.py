"""What a follow-up letter can hold: only what came out in the talk, in the buyer's own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.coach.buyer import Item
from bot.coach.buyer.cues import PROMISE
from bot.coach.buyer.voice import prints
from bot.coach.scorecard import Played

FACTS = 3
"""Facts in a letter at most: it is no report."""
PROMISES = 3


@dataclass(frozen=True)
class Quote:
    """A point of the letter: its name, and how the buyer put it (empty where they did not say it in one go)."""

    name: str
    quote: str = ""
    why: str = ""
    """Of a requirement: the reason, where it was traced."""


@dataclass(frozen=True)
class Draft:
    """The four parts; an empty part is a gap that the talk left."""

    goal: tuple[Quote, ...]
    situation: tuple[Quote, ...]
    needed: tuple[Quote, ...]
    theirs: Quote | None
    """The step that was agreed, as the buyer said it."""
    ours: tuple[str, ...]
    """What the rep promised, in the rep's words."""

    def gaps(self) -> tuple[str, ...]:
        """Return the names of the parts that the talk left empty."""
        parts = {"goal": self.goal, "situation": self.situation, "needed": self.needed}
        steps = {"theirs": self.theirs, "ours": self.ours}
        return tuple(name for name, part in {**parts, **steps}.items() if not part)


def draft(played: Played) -> Draft:
    """Return what the talk gives for a letter. What somebody wants for themselves stays out of it."""
    found = [played.scene.by_id[i] for i in played.end.revealed if i in played.scene.by_id]
    facts = [i for i in found if i.kind == "fact" and not i.idea][:FACTS]
    pains = [i for i in found if i.kind in ("problem", "implication")]
    business = [i for i in found if i.kind == "need" and i.level != "personal"]
    payoffs = [i for i in found if i.kind in ("payoff", "goal")]
    demands = [i for i in found if i.kind == "requirement"]
    return Draft(
        goal=tuple(_quote(played, i) for i in business or payoffs),
        situation=tuple(_quote(played, i) for i in (*facts, *pains)),
        needed=tuple(_quote(played, i) for i in (*payoffs, *demands)),
        theirs=_agreed(played),
        ours=tuple(dict.fromkeys(_promises(played)))[:PROMISES],
    )


def spoken(played: Played, item: Item) -> str:
    """Return the wording in which the buyer said an item; empty where it was not said in one go."""
    said = set(played.end.said)
    options = item.says.get(played.language, ())
    return next((text for text in options if set(prints(text)) <= said), "")


def _quote(played: Played, item: Item) -> Quote:
    why = ""
    if item.kind == "requirement" and f"{item.id}.why" in played.end.revealed:
        why = spoken(played, played.scene.by_id[f"{item.id}.why"])
    return Quote(item.called(played.language), spoken(played, item), why)


def _promises(played: Played) -> Iterator[str]:
    """Give what the rep promised, and the proposal that was agreed to: it binds the one who made it."""
    for said in played.said:
        agreed = any(tag.startswith("agreed:") for tag in said.tags)
        for move in said.moves:
            if PROMISE.search(move.text) or (agreed and move.label == "commitment"):
                yield move.text


def _agreed(played: Played) -> Quote | None:
    step = next((s for s in played.scene.steps if s.id == played.end.agreed), None)
    if step is None:
        return None
    said = set(played.end.said)
    text = next((t for t in step.says[played.language] if set(prints(t)) <= said), "")
    return Quote(step.name[played.language], text)
