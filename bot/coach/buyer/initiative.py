"""What the buyer does unasked: minds an interrogation, interrupts, asks back, objects, demands, leaves."""

from __future__ import annotations

import re

from .asked import is_question
from .cues import WE, either
from .hearing import SURE as FOUND_SURE
from .move import QUESTIONS, Move
from .reading import content, covered, features, share
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
LONG = {"easy": {"zh": 160, "en": 90}, "normal": {"zh": 110, "en": 60}, "hard": {"zh": 80, "en": 45}}
"""A rep's line is long from so many characters (zh) or words (en), by difficulty."""
CHALLENGE = "challenge"
"""What is said about the answer to a challenge."""
LED_IN = re.compile(
    r"^(?:有一条|先说|有个|另外|还有|一条|对了|有件事|有句话|.{0,6}先说(?:好|清楚)|我这儿)|"
    r"^(?i:to be clear|one thing|one condition|let me|first|another|there is one|by the way|and one|one more|"
    r"i have one)"
)
"""How a requirement begins that leads itself in."""
PASSED_OVER = 2
"""How often the buyer says that a question of his was passed over; after that it is only noted."""
TAKEN_UP = 0.35
"""Which share of a question must stand in an objection, that it asks about it."""
OVERDUE = 14
"""How many turns a requirement waits for a line that asks nothing: beside an answer it sounds stray, and leads away."""
BECAUSE = either(r"^(?:那是)?因为", r"^(?:well,? )?(?:that is |that's |simply )?because\b")
"""How somebody begins who gives the reason that he was asked for."""
MISSES = either(
    r"漏(?:了|掉)|(?:还有|有没有|有)(?:什么|哪些?|啥)?.{0,6}(?:补充|没说到|没提到|要加|没讲到)|还有(?:什么|哪)",
    r"\b(?:miss(?:ed|ing)?|left out|leave out|forgot|forgotten|anything (?:else|to add)|add anything|what else)\b",
)
"""How somebody who plays back asks what he has left out."""
OPENS_UP = 33
"""The trust from which a buyer at normal difficulty hints at a trouble unasked."""


def _provoked(talk: Talk, labels: list[str]) -> bool:
    return any(label in ("pitch", "commitment") for label in labels)


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
    if not _holds(challenge, _stated(talk), talk.language):
        return False
    asked = frozenset(f for text in challenge.says.get(talk.language, ()) for f in features(text, talk.language))
    return any(held for _, held in covered(_stated(talk), talk.language, asked))


def _asks_about(talk: Talk, challenge: Challenge) -> bool:
    """Say whether the rep asks about what was just objected or asked, instead of passing it over."""
    known = frozenset(f for text in challenge.says.get(talk.language, ()) for f in features(text, talk.language))
    asked = [move.text for move in talk.line.moves if is_question(move.text, talk.language)]
    # "And what do you say to that?" asks about what was just said.
    return any(not content(text, talk.language) or share(text, talk.language, known) >= TAKEN_UP for text in asked)


def _stated(talk: Talk) -> str:
    """Return what the line states, its questions left out."""
    return " ".join(m.text for m in talk.line.moves if _states(m, talk.language))


def _states(move: Move, language: str) -> bool:
    """Say whether a sentence states something: by its stop "that makes me wonder what they leave out." asks nothing."""
    return not is_question(move.text, language) or move.text.rstrip().endswith((".", "。"))


def _holds(challenge: Challenge, text: str, language: str) -> bool:
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
    if _holds(challenge, _stated(talk), talk.language) or BECAUSE.search(_stated(talk)):
        return True
    counted = [m for m, label in zip(talk.line.moves, labels) if label in challenge.moves]
    # A question that surely asks for something else takes up no objection.
    if any(m.label != "problem" or max(talk.found(m.text).values(), default=0.0) < FOUND_SURE for m in counted):
        return True
    first = talk.line.moves[0] if talk.line.moves else None
    at_once = first is not None and first.label not in ("acknowledge", "confirm") and _states(first, talk.language)
    if challenge.kind == "ask" and (at_once or WE.search(_stated(talk))) and _says_much(_stated(talk), talk.language):
        # Who says much before he asks himself, or speaks of his own house, answers, whatever his words are taken for.
        return True
    if challenge.kind == "objection" or all(label in (*QUESTIONS, "confirm", "acknowledge") for label in labels):
        return False
    return _says_much(talk.line.text, talk.language)


def _says_much(text: str, language: str) -> bool:
    left = content(text, language)
    return (len(left.split()) >= 9) if language == "en" else len(left) >= 14


def speak_up(talk: Talk, labels: list[str]) -> None:
    """Let the buyer add one thing unasked, where there is room for it."""
    if talk.state.ended or talk.room() <= 0 or talk.state.pending or "which_meant" in talk.tags:
        return
    for one in (_interrupt, _interrogated):
        if one(talk, labels):
            return
    if talk.state.turn - talk.state.counts.get("spoke_up", -9) < talk.level.gap and not _provoked(talk, labels):
        return
    for one in (_volunteer, _challenge, _demand, _prompt):
        if one(talk, labels):
            talk.state.counts["spoke_up"] = talk.state.turn
            return


def _interrupt(talk: Talk, labels: list[str]) -> bool:
    # A playback may be long: it is what the buyer has said.
    own = [move.text for move, label in zip(talk.line.moves, labels) if label != "confirm"]
    size = sum(len(text.split()) if talk.language == "en" else len(text) for text in own)
    if size < LONG[talk.state.difficulty][talk.language] and len(own) <= 6:
        return False
    talk.patience(-4)
    return talk.say("interrupt")


def _interrogated(talk: Talk, labels: list[str]) -> bool:
    over = talk.state.in_a_row - talk.level.situation_limit
    if over <= 0 or "situation" not in labels or not any(r.kind == "fact" for r in talk.released):
        return False
    talk.patience(-4 - over)
    talk.trust(-1)
    talk.tag("interrogated")
    return talk.say("interrogated") if over % 2 == 1 else False


def _volunteer(talk: Talk, labels: list[str]) -> bool:
    """Hint at a trouble unasked, where the buyer is not closed and the rep asks around it."""
    problems = talk.scene.of_kind("problem")
    told = not problems or any(talk.out(p.id) for p in problems)
    level = talk.state.difficulty
    trusts = level == "easy" or (level == "normal" and talk.state.trust[talk.state.person] >= OPENS_UP)
    open_ = talk.person.entry != "powerful" and trusts
    if told or not open_ or talk.state.turn < talk.level.ask_turn - 1 or talk.state.mood() == "cold":
        return False
    if not labels or any(label not in ("situation", "other", "trace") for label in labels) or talk.room() < 2:
        return False
    problem = problems[0]
    if talk.state.count("volunteered") > 1 or not (text := talk.voice.fresh(problem.surface.get(talk.language, ()))):
        return False
    talk.say("volunteer_lead")
    talk.tag("surface", "volunteered")
    return talk.add(text, problem.person)


def _challenge(talk: Talk, labels: list[str]) -> bool:
    state = talk.state
    for c in talk.scene.challenges:
        if c.id in state.raised or not all(map(talk.out, c.after)):
            continue
        if c.upon and (
            c.upon not in labels or "granted" in talk.tags or f"{c.upon}_early" in talk.tags or talk.state.turn < c.turn
        ):
            continue
        if c.upon and c.kind == "objection" and _holds(c, talk.line.text, talk.language):
            # What he would object to is met in the line itself.
            continue
        if not c.upon and state.turn < (c.turn or talk.level.ask_turn) + 4 * len(_unprompted(talk)):
            continue
        if len(talk.said) > 1 or not (text := talk.voice.fresh(c.says.get(talk.language, ()))):
            continue
        state.raised.append(c.id)
        state.pending = c.id
        state.person = c.person
        talk.tag(f"{c.kind}_raised")
        return talk.add(text, c.person)
    return False


def _unprompted(talk: Talk) -> list[str]:
    return [c.id for c in talk.scene.challenges if not c.upon and c.id in talk.state.raised]


def _demand(talk: Talk, labels: list[str]) -> bool:
    hidden = [
        r
        for r in talk.scene.of_kind("requirement")
        if not talk.out(r.id) and talk.ready(r) and r.id not in talk.state.settled
    ]
    stated = len(talk.scene.of_kind("requirement")) - len(hidden)
    misses = "confirm" in labels and MISSES.search(talk.line.text)
    listens = not misses and ("acknowledge" in labels or "confirm" in labels)
    due = talk.level.demand_turn + 4 * stated + (OVERDUE if talk.asks and not misses else 0)
    if (
        not hidden
        or listens
        or "offsheet" in talk.tags
        or len(talk.said) > 1
        or talk.room() < 2
        or talk.state.turn < due
    ):
        return False
    focus, topic, told_at = talk.state.focus, talk.state.topic, talk.state.told_at
    text = talk.wording(hidden[0], None)
    # Who demands leads it in himself, where two sit there.
    talk.state.person = hidden[0].person
    if not (text and LED_IN.search(text)):
        talk.say("demand_lead")
    talk.add(text)
    talk.release(hidden[0], None, speak=False)
    talk.state.demanded = hidden[0].id
    # What the rep is in the middle of stays in focus, else "and then?" would ask after the demand.
    talk.state.focus = focus or talk.state.focus
    if topic:
        talk.state.topic, talk.state.told_at = topic, told_at
    talk.tag("demand")
    return True


def _prompt(talk: Talk, labels: list[str]) -> bool:
    needs = talk.scene.of_kind("need")
    if not needs or talk.needs_out() < len(needs) or talk.state.count("prompt") > 1:
        return False
    return talk.say("ready")


def leave(talk: Talk) -> None:
    """End the talk where patience or time is used up."""
    state = talk.state
    if state.ended:
        return
    if state.patience <= 0:
        state.ended = "patience"
        talk.said = talk.said[:1]
        talk.say("leave_patience")
    elif state.turn >= talk.level.max_turns:
        state.ended = "time"
        talk.said = talk.said[:1]
        talk.say("leave_time")
