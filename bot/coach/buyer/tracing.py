"""Answers to a question that traces a requirement: why it stands, who set it, why now."""

from __future__ import annotations

from . import cues
from .answers import SURELY, follow, give, offsheet, points_back, situation
from .move import Move
from .talk import FLOOR, Talk
from .topics import leans


def trace(talk: Talk, move: Move) -> None:
    """Answer why a requirement stands, who set it, why now; else as a plain question of why or who."""
    stated = [r for r in talk.scene.of_kind("requirement") if talk.out(r.id)]
    item, score = talk.best(move.text, talk.scene.of_kind("requirement"))
    focus = next((r for r in stated if r.id == talk.state.focus), stated[-1] if stated else None)
    fact = talk.best(move.text, talk.scene.of_kind("fact"))[1]
    unsure = move.confidence < SURELY and fact >= FLOOR + 0.1 and fact > score + 0.15
    if unsure or (score < FLOOR / 2 and not leans(move.text, talk.language) and _other_topic(talk, move)):
        situation(talk, move)
        return
    if score < FLOOR / 2 and points_back(talk, move):
        follow(talk, move)
        return
    named = item is not None and talk.out(item.id) and score >= FLOOR / 2
    if item and (named or score >= FLOOR):
        focus = item
    if focus is None:
        _why(talk, move)
        return
    if not talk.out(focus.id):
        talk.release(focus, move)
        return
    facets = talk.scene.parts(focus.id, "facet")
    wanted = _facet(talk, move)
    asked = [f for f in facets if f.id.endswith(f".{wanted}")]
    hidden = asked if asked and not talk.out(asked[0].id) else [f for f in facets if not talk.out(f.id)]
    if asked and talk.out(asked[0].id):
        talk.again(asked[0])
    elif hidden and talk.trusted(hidden[0]):
        give(talk, hidden[0], move, 4)
        talk.state.focus = focus.id
    elif hidden:
        talk.say("guarded_fact")
    else:
        talk.say("trace_out")


def _other_topic(talk: Talk, move: Move) -> bool:
    _, score = talk.best(move.text, talk.scene.of_kind("fact", "problem"))
    return score >= FLOOR


def _facet(talk: Talk, move: Move) -> str:
    kinds = cues.question_types(move.text, talk.language)
    if "who" in kinds:
        return "who"
    now = (
        "现在",
        "眼下",
        "今年",
        "这个时候",
        "这时候",
        "为什么急",
        "这么急",
        "时机",
        "now",
        "this year",
        "hurry",
        "timing",
        "urgent",
    )
    if "when" in kinds or any(word in move.text.lower() for word in now):
        return "now"
    return "why"


def _why(talk: Talk, move: Move) -> None:
    facts = [i for i in talk.scene.of_kind("fact") if talk.trusted(i) and talk.ready(i)]
    fact, score = talk.best(move.text, facts)
    if fact and score >= FLOOR + 0.05 and not talk.out(fact.id):
        talk.release(fact, move)
    elif cues.is_question(move.text, talk.language):
        offsheet(talk, move)
    else:
        talk.say("trace_nothing")
