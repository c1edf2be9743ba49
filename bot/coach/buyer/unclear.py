"""Answers to a question whose aim is not clear: what its form asks for, where that is enough, else an honest no."""

from __future__ import annotations

from . import answers, cues, facts, tracing
from .aim import Aim
from .move import Move
from .people import of_another
from .talk import Talk

NEAR = 0.15
"""How likely a trouble is meant from which it is not denied."""


def answer(talk: Talk, move: Move, label: str, found: Aim) -> None:
    """Answer by the label alone; a wrong answer would be worse than none."""
    _BY_LABEL[label](talk, move, found)


def _situation(talk: Talk, move: Move, found: Aim) -> None:
    talk.state.in_a_row += 1
    facts.offsheet(talk, move)


def _problem(talk: Talk, move: Move, found: Aim) -> None:
    if cues.WIDE.search(move.text) and not (
        talk.kinds(move.text) - {"opinion"} or of_another(talk.scene, move.text, talk.language)
    ):
        answers.problem(talk, move)
    elif facts.kind_of(talk, move) == "yesno" and cues.TROUBLE.search(move.text) and not _near(talk, found, "problem"):
        answers.no_problem(talk, move)
    else:
        _situation(talk, move, found)


def _implication(talk: Talk, move: Move, found: Aim) -> None:
    if not any(talk.out(p.id) for p in talk.scene.of_kind("problem", "fear")) and cues.LEADS_TO.search(move.text):
        answers.too_soon(talk, move, asks_on=True)
    else:
        _situation(talk, move, found)


def _need_payoff(talk: Talk, move: Move, found: Aim) -> None:
    if any(talk.out(p.id) for p in talk.scene.of_kind("problem", "fear")) or not cues.SUPPOSES.search(move.text):
        _situation(talk, move, found)
    else:
        talk.say("payoff_nothing")
        talk.patience(-2)


def _trace(talk: Talk, move: Move, found: Aim) -> None:
    focus = tracing.in_focus(talk, move)
    if focus and any(not talk.out(facet.id) for facet in talk.scene.parts(focus.id, "facet")):
        tracing.trace(talk, move)
    else:
        _situation(talk, move, found)


def _near(talk: Talk, found: Aim, kind: str) -> bool:
    """Say whether a hidden trouble may well be meant, so that it must not be denied."""
    return any(p >= NEAR and item.kind == kind for item, p in found.items)


_BY_LABEL = {
    "situation": _situation,
    "problem": _problem,
    "implication": _implication,
    "need_payoff": _need_payoff,
    "trace": _trace,
}
