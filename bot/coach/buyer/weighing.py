"""Weighs the rep's answer to what the buyer asked or objected."""

from __future__ import annotations

import re

from .asked import is_question, states
from .cues import POINTS_BACK, WE, either
from .hearing import SURE as FOUND_SURE
from .move import QUESTIONS
from .reading import content, covered, features, share, slight
from .scene import Challenge
from .settle import SURE
from .talk import Talk

INVITES = re.compile(r"吧[。.！!]?$|您看|不如|要不|建议|(?i:\blet'?s\b|\bi (suggest|propose)\b)")
"""How a proposal sounds that is no question."""
ANSWERS_LATE = re.compile(
    r"[您你](?:刚才|之前|前面)?问(?:的|过|我|到)?|先?回答[您你]|补上|"
    r"(?i:\byou asked\b|\byour question\b|\bto answer\b|\b(?:owe|owed) you an answer)"
)
"""How a rep begins who comes back to what he was asked."""
CHALLENGE = "challenge"
"""What is said about the answer to a challenge."""
PASSED_OVER = 2
"""How often the buyer says that a question of his was passed over; after that it is only noted."""
TAKEN_UP = 0.35
"""Which share of a question must stand in an objection, that it asks about it."""
GIVES_REASON = either(r"^(?:那是)?因为", r"^(?:well,? )?(?:that is |that's |simply )?because\b")
"""How somebody begins who gives the reason that he was asked for."""


def weigh_answer(talk: Talk, labels: list[str]) -> bool:
    """Weigh the rep's answer to what the buyer asked or objected last; True where that is all there is to say."""
    state = talk.state
    challenge = next((c for c in talk.scene.challenges if c.id == state.pending), None)
    if challenge is None:
        return _late_answer(talk, labels)
    state.pending = None
    if _answers(talk, challenge, labels):
        state.settled.append(challenge.id)
        talk.tag(f"{challenge.kind}_answered")
        talk.add(talk.voice.fresh(challenge.on_good.get(talk.language, ())), challenge.person, CHALLENGE)
        talk.trust(4, challenge.person)
        talk.believe(8)
        return not _goes_on(talk, labels)
    if _asks_about(talk, challenge):
        talk.tag(f"{challenge.kind}_taken_up")
        return False
    talk.tag(f"{challenge.kind}_missed")
    talk.state.counts["missed_at"] = talk.state.turn
    if talk.state.count("passed_over") > PASSED_OVER:
        return False
    passed = all(label in QUESTIONS for label in labels)
    if passed and not _surely_elsewhere(talk):
        # Perhaps he did ask about it, in other words: a reproach would be unjust.
        return False
    if not (
        passed
        and talk.add(talk.voice.slot("ask_passed", talk.scene.person(challenge.person)), challenge.person, CHALLENGE)
    ):
        talk.add(talk.voice.fresh(challenge.on_bad.get(talk.language, ())), challenge.person, CHALLENGE)
    talk.trust(-3, challenge.person)
    talk.patience(-3)
    return all(label in ("other", "pitch") for label in labels)


def _late_answer(talk: Talk, labels: list[str]) -> bool:
    """Settle what was asked before and is answered only now; say whether that was all the line is for."""
    comes_back = ANSWERS_LATE.search(talk.line.text) is not None or (
        # He was just told that he had passed over it.
        talk.state.turn - talk.state.counts.get("missed_at", -9) == 1
        and any(label in ("pitch", "other") for label in labels)
        and _says_much(_stated(talk), talk.language)
    )
    if not comes_back and any(label in QUESTIONS or label == "commitment" for label in labels):
        return False
    for c in talk.scene.challenges:
        answers = _speaks_of(talk, c) or (c.kind == "ask" and comes_back)
        if c.id in talk.state.raised and c.id not in talk.state.settled and answers:
            talk.state.settled.append(c.id)
            talk.tag(f"{c.kind}_answered")
            talk.add(talk.voice.fresh(c.on_good.get(talk.language, ())), c.person, CHALLENGE)
            talk.believe(4)
            return bool(talk.said) and all(label in ("other", "pitch") for label in labels)
    return False


def _speaks_of(talk: Talk, challenge: Challenge) -> bool:
    """Say whether a late line answers a challenge: one of its good words, and something of what was asked."""
    if not holds(challenge, _stated(talk), talk.language):
        return False
    asked = frozenset(f for text in challenge.says.get(talk.language, ()) for f in features(text, talk.language))
    return any(held for _, held in covered(_stated(talk), talk.language, asked))


def _asks_about(talk: Talk, challenge: Challenge) -> bool:
    """Say whether the rep asks about what was just objected or asked, instead of passing it over."""
    known = frozenset(f for text in challenge.says.get(talk.language, ()) for f in features(text, talk.language))
    asked = [move.text for move in talk.line.moves if is_question(move.text, talk.language)]
    # "And what do you say to that?" asks about what was just said.
    return any(
        (slight(text, talk.language) and (POINTS_BACK.search(text) or not content(text, talk.language)))
        or share(text, talk.language, known) >= TAKEN_UP
        for text in asked
    )


def _surely_elsewhere(talk: Talk) -> bool:
    """Say whether a question of the line surely asks for something of the scene, or nobody wrote that down."""
    found = [talk.found(move.text) for move in talk.line.moves]
    return not any(found) or any(max(one.values(), default=0.0) >= FOUND_SURE for one in found)


def _stated(talk: Talk) -> str:
    """Return what the line states, its questions left out."""
    return " ".join(m.text for m in talk.line.moves if states(m.text, talk.language))


def holds(challenge: Challenge, text: str, language: str) -> bool:
    low = text.lower()
    return any(word.lower() in low for word in challenge.good.get(language, ()))


def _goes_on(talk: Talk, labels: list[str]) -> bool:
    """Say whether the line surely asks for something beside the answer."""
    for move, label in zip(talk.line.moves, labels):
        asks = is_question(move.text, talk.language)
        if (label in QUESTIONS and (asks or move.confidence >= SURE)) or (label == "confirm" and asks):
            return True
        # "The name goes into the contract" is an answer; a proposal asks or invites.
        if label == "commitment" and (asks or INVITES.search(move.text)):
            return True
    return False


def _answers(talk: Talk, challenge: Challenge, labels: list[str]) -> bool:
    if holds(challenge, _stated(talk), talk.language) or GIVES_REASON.search(_stated(talk)):
        return True
    counted = [m for m, label in zip(talk.line.moves, labels) if label in challenge.moves]
    # A question that surely asks for something else takes up no objection.
    if any(m.label != "problem" or max(talk.found(m.text).values(), default=0.0) < FOUND_SURE for m in counted):
        return True
    first = talk.line.moves[0] if talk.line.moves else None
    at_once = first is not None and first.label not in ("acknowledge", "confirm") and states(first.text, talk.language)
    if challenge.kind == "ask" and (at_once or WE.search(_stated(talk))) and _says_much(_stated(talk), talk.language):
        # Who says much before he asks himself, or speaks of his own house, answers, whatever his words are taken for.
        return True
    if challenge.kind == "objection" or all(label in (*QUESTIONS, "confirm", "acknowledge") for label in labels):
        return False
    return _says_much(talk.line.text, talk.language)


def _says_much(text: str, language: str) -> bool:
    left = content(text, language)
    return (len(left.split()) >= 9) if language == "en" else len(left) >= 14
