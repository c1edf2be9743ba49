"""What the buyer does unasked: minds an interrogation, interrupts, asks back, objects, demands, leaves."""

from __future__ import annotations

import re

from .aim import aim
from .cues import either
from .scene import Challenge, Item
from .talk import Talk
from .weighing import holds

LONG = {"easy": {"zh": 160, "en": 90}, "normal": {"zh": 110, "en": 60}, "hard": {"zh": 80, "en": 45}}
"""A rep's line is long from so many characters (zh) or words (en), by difficulty."""
LED_IN = re.compile(
    r"^(?:有一条|先说|有个|另外|还有|一条|对了|有件事|有句话|.{0,6}先说(?:好|清楚)|我这儿)|"
    r"^(?i:to be clear|one thing|one condition|let me|first|another|there is one|by the way|and one|one more|"
    r"i have one)"
)
"""How a requirement begins that leads itself in."""
OVERDUE, LONG_OVERDUE = 14, 22
"""How many turns a requirement waits for a line that asks nothing, by whether the question comes near it.

Beside an answer it sounds stray, and leads away.
"""
TOUCHES = 0.05
"""How likely a question must ask for a requirement or why it stands, that it comes near it."""
WAITS = 8
"""How many turns what the buyer doubts unasked waits for a line that asks nothing."""
MISSES = either(
    r"漏(?:了|掉)|(?:还有|有没有|有)(?:什么|哪些?|啥)?.{0,6}(?:补充|没说到|没提到|要加|没讲到)|还有(?:什么|哪)",
    r"\b(?:miss(?:ed|ing)?|left out|leave out|forgot|forgotten|anything (?:else|to add)|add anything|what else)\b",
)
"""How somebody who plays back asks what he has left out."""
OPENS_UP = 33
"""The trust from which a buyer at normal difficulty hints at a trouble unasked."""


def _provoked(talk: Talk, labels: list[str]) -> bool:
    return any(label in ("pitch", "commitment") for label in labels)


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
    if "offsheet" in talk.tags:
        # After an empty answer a hint sounds like an evasion.
        return False
    if told or not open_ or talk.state.turn < talk.level.ask_turn - 1 or talk.state.mood() == "cold":
        return False
    if not labels or any(label not in ("situation", "other", "trace") for label in labels) or talk.room() < 2:
        return False
    problem = problems[0]
    if talk.state.count("volunteered") > 1 or not (text := talk.voice.fresh(problem.surface.get(talk.language, ()))):
        return False
    talk.say("volunteer_lead")
    talk.tag("surface", "volunteered")
    talk.state.hinted = problem.id
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
        if not _called_forth(c, talk.line.text, talk.language):
            continue
        if c.kind == "objection" and c.upon != "commitment" and talk.asks and (c.upon or state.turn < c.turn + WAITS):
            # Who asks something hears the answer, and no doubt beside it.
            continue
        if c.upon and c.kind == "objection" and holds(c, talk.line.text, talk.language):
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


def _called_forth(challenge: Challenge, text: str, language: str) -> bool:
    only, low = challenge.only.get(language, ()), text.lower()
    return not only or any(word.lower() in low for word in only)


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
    due = talk.level.demand_turn + 4 * stated
    if talk.asks and not misses and hidden and talk.state.turn < due + LONG_OVERDUE:
        due += OVERDUE if talk.state.turn >= due + OVERDUE and _touched(talk, hidden[0]) else LONG_OVERDUE
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


def _touched(talk: Talk, requirement: Item) -> bool:
    """Say whether a question of the line comes near a requirement."""
    own = {requirement.id, *(facet.id for facet in talk.scene.parts(requirement.id, "facet"))}
    asked = [aim(talk, move) for move in talk.line.moves if talk.found(move.text)]
    return any(sum(p for item, p in found.items if item.id in own) >= TOUCHES for found in asked)


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
