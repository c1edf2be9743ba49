"""What one attempt at a question is worth: its type, the faults found in it, what is strong in it, a sharper "
"version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ..judgement import Judgement
from .cautions import Seen, gives, watch
from .improve import opened
from .shape import Shape, look
from .text import shared
from .walk import TYPES, Walk

Outcome = Literal["good", "sharpen", "bank", "unsure", "miss"]

HARD = ("product", "invented", "control")
"""Faults that spoil a question of the right type."""
SOFT = ("several", "closed", "long", "unbuilt")
"""Faults that are worth a second try."""
POSSIBLE = 0.12
"""An unsure judge must give the wanted type at least this for the question to count: the rep was asked for it."""
LIKELY, LIKELY_AHEAD = 0.6, 0.8
"""From here on an unsure judge's label is used where it speaks for the rep, and without a word about doubt."""
LONG_QUESTION = 70
"""Characters (a Latin word counts two) that a customer can hold in the ear."""


@dataclass(frozen=True)
class Verdict:
    """The coach's view of one attempt."""

    outcome: Outcome
    want: str
    got: str
    sure: bool
    text: str
    """The question that is kept: all of the line, or the one question of several that was wanted."""
    improved: str | None
    faults: tuple[str, ...]
    strengths: tuple[tuple[str, str], ...]
    """What is strong, best first, each with the rep's words."""
    cautions: tuple[Seen, ...]
    downstream: bool
    gift: str | None
    shape: Shape

    def evidence(self) -> dict[str, Any]:
        """Return the checks as plain data for the transcript."""
        return {
            "want": self.want,
            "got": self.got,
            "outcome": self.outcome,
            "faults": list(self.faults),
            "strengths": [list(strength) for strength in self.strengths],
            "cautions": [[seen.caution, seen.good, seen.quote, seen.detail] for seen in self.cautions],
            "open": self.shape.asks and not self.shape.closed,
            "questions": len(self.shape.questions),
            "downstream": self.downstream,
            "gift": self.gift,
            "improved": self.improved,
        }


def weigh(
    text: str, main: Judgement, moves: Sequence[Judgement], walk: Walk, language: str, customers: Sequence[str] = ()
) -> Verdict:
    """Return the verdict on `text` as an attempt at the question that `walk` is at.

    `main` is the judgement of the whole line, `moves` those of its sentences, `customers` words for the customer's
    customers.
    """
    want = walk.at
    kept, got, sure = _wanted(text, main, moves, want)
    shape = look(text, product=walk.deal.product, customers=customers)
    whole = look(kept, product=walk.deal.product, customers=customers)
    cautions = watch(text, walk.deal, asks=shape.asks, phrase=whole.phrase, heard=walk.heard, run=walk.run, kind=got)
    word = _taken_up(kept, walk)
    faults = _faults(got, shape, whole, cautions, word, walk)
    downstream = got == "implication" and whole.downstream is not None
    return Verdict(
        outcome=_outcome(got, sure, faults, walk, shape.asks),
        want=want,
        got=got,
        sure=sure,
        text=kept,
        improved=_improved(kept, whole, faults, language),
        faults=faults,
        strengths=_strengths(got, whole, word, downstream),
        cautions=cautions,
        downstream=downstream,
        gift=gives(text),
        shape=shape,
    )


def _wanted(text: str, main: Judgement, moves: Sequence[Judgement], want: str) -> tuple[str, str, bool]:
    """Return the question to keep, its label, and whether the judge is sure."""
    if main.label == want and not main.unsure:
        return text, want, True
    inner = [move for move in moves if move.label == want and not move.unsure and move.text.strip() != text.strip()]
    if inner and len(moves) > 1:
        return inner[-1].text.strip(), want, True
    if not main.unsure:
        return text, main.label, True
    ahead = main.label in TYPES and TYPES.index(main.label) > TYPES.index(want)
    if main.confidence >= (LIKELY_AHEAD if ahead else LIKELY) and (main.label == want or ahead):
        return text, main.label, True
    possible = main.label == want or dict(main.alternatives[:3]).get(want, 0.0) >= POSSIBLE
    return text, want if possible else main.label, False


def _taken_up(text: str, walk: Walk) -> str | None:
    earlier = [question.text for question in walk.questions]
    deal = walk.deal
    return shared(text, [*earlier, *walk.heard], (deal.customer, deal.product, deal.meets))


def _faults(
    got: str, shape: Shape, kept: Shape, cautions: Sequence[Seen], word: str | None, walk: Walk
) -> tuple[str, ...]:
    builds = walk.at in ("implication", "need_payoff") or (walk.at == "problem" and walk.count("problem") > 0)
    bad = {seen.caution for seen in cautions if not seen.good}
    found = {
        "product": kept.ours is not None,
        "invented": "invented" in bad,
        "control": "control" in bad,
        "several": len(shape.questions) > 1,
        "closed": kept.closed and got != "situation",
        "long": kept.length > LONG_QUESTION,
        "unbuilt": builds and not kept.downstream and bool(walk.questions) and word is None and not kept.points_back,
    }
    return tuple(name for name in (*HARD, *SOFT) if found[name])


def _outcome(got: str, sure: bool, faults: tuple[str, ...], walk: Walk, asks: bool) -> Outcome:
    if not asks and (got not in TYPES or not sure):
        # Whatever the judge makes of it: nothing is asked here.
        return "miss"
    if got != walk.at:
        if not sure:
            return "miss" if "product" in faults else "unsure"
        later = got in TYPES and TYPES.index(got) > TYPES.index(walk.at)
        if later:
            return "sharpen" if set(faults) & set(HARD) else "bank"
        return "miss"
    if set(faults) & set(HARD):
        return "sharpen"
    # A small fault is worth one more try, not two, and none where only bare facts are asked.
    small = set(faults) & {"several", "closed", "long"}
    return "sharpen" if small and walk.tries == 0 and walk.at != "situation" else "good"


def _improved(kept: str, shape: Shape, faults: tuple[str, ...], language: str) -> str | None:
    question = _fullest(shape.questions) if "several" in faults and shape.questions else kept
    if "closed" in faults and (better := opened(question, language)):
        return better
    return question if "several" in faults and question != kept else None


def _fullest(questions: tuple[str, ...]) -> str:
    """Return the question to keep of several: the last, unless it only stands with the words before it."""
    longest = max(questions, key=len)
    question = longest if 2 * len(questions[-1]) < len(longest) + 2 else questions[-1]
    return (
        question
        if question.endswith(("?", "？"))
        else question.rstrip("，,。.") + ("?" if question.isascii() else "？")
    )


def _strengths(got: str, shape: Shape, word: str | None, downstream: bool) -> tuple[tuple[str, str], ...]:
    found = [
        ("downstream", shape.downstream or "") if downstream else None,
        ("builds", word) if word else None,
        ("open", shape.phrase) if shape.phrase and not shape.closed and len(shape.questions) == 1 else None,
    ]
    return tuple(strength for strength in found if strength is not None)
