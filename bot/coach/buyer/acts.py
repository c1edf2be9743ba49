"""What needs an answer before any label does: silence, noise, rudeness, tricks, repetition, attacks, blank promises."""

from __future__ import annotations

import re

from . import cues, manners, noise, tracing
from .asked import INDIRECT, is_question, question_type
from .hearing import SURE
from .indexes import question_index
from .move import QUESTIONS, Move
from .talk import Talk

WHOLE = (
    ("break_role", manners.BREAK_ROLE, 0, -5),
    ("bot", manners.BOT, 0, -4),
    ("rude", manners.RUDE, -12, -18),
    ("slight", manners.SLIGHT, -6, -8),
    ("off_topic", manners.OFF_TOPIC, -1, -5),
)
"""Slot, cue, trust, patience of what takes a whole line."""


def whole_line(talk: Talk) -> bool:
    """Answer a line that is not part of the business; say whether it was one."""
    text, language = talk.line.text, talk.language
    if noise.is_silence(text):
        return _act(talk, "silence", 0, -5)
    for slot, pattern, trust, patience in WHOLE:
        if pattern.search(text) and (slot != "off_topic" or _idle(talk, text)):
            return _act(talk, slot, trust, patience)
    if noise.wrong_language(text, language):
        return _act(talk, "wrong_language", 0, -4)
    if noise.is_gibberish(text, language):
        return _act(talk, "gibberish", -1, -7)
    return _repeated(talk, text)


def _idle(talk: Talk, text: str) -> bool:
    # By the words alone: in the way it is asked, "tell me a joke" is like many a question of the trade.
    return max(question_index(talk.scene, talk.language).fit(text).values(), default=0.0) < 0.3


def names_step(talk: Talk, text: str) -> bool:
    """Say whether a proposal surely names a step of the scene."""
    return any(talk.found(text).get(f"step:{step.id}", 0.0) >= SURE for step in talk.scene.steps)


def _act(talk: Talk, slot: str, trust: int, patience: int) -> bool:
    talk.say(slot)
    talk.trust(trust)
    talk.patience(patience - talk.state.count(slot))
    return True


def _repeated(talk: Talk, text: str) -> bool:
    bare = re.sub(r"[\W_]+", "", text).lower()
    heard = bare in talk.state.heard
    talk.state.heard.append(bare)
    if not heard or len(bare) < (4 if talk.language == "zh" else 9):
        return False
    talk.say("repeated")
    talk.patience(-4)
    return True


def asks_leave(talk: Talk) -> bool:
    """Give leave to somebody who came to listen and only asks whether that is all right; say whether it was so."""
    *before, last = talk.line.moves
    text = talk.line.text
    if not (manners.ASKS_LEAVE.search(last.text) and (manners.LISTENS.search(text) or manners.PERMISSION.search(text))):
        return False
    # Who names a day proposes something.
    if any(is_question(move.text, talk.language) for move in before) or manners.DAY.search(text):
        return False
    return talk.say("permission")


def takes_leave(talk: Talk, labels: list[str]) -> bool:
    """Say goodbye to who says so and asks and proposes nothing beside it; say whether it was so."""
    text = talk.line.text
    if not manners.GOODBYE.search(text) or "?" in text or "？" in text or set(labels) & {*QUESTIONS, "commitment"}:
        return False
    return talk.say("goodbye")


def within(talk: Talk, move: Move, label: str) -> bool:
    """Answer what a single move does besides its label; True where nothing more is to be said to it."""
    text = move.text
    rival = talk.scene.rival.get(talk.language, ())
    asked = is_question(text, talk.language) and question_type(text, talk.language) not in ("yesno", "any")
    if label != "acknowledge" and not asked and cues.ATTACK.search(text) and _names(text, rival):
        talk.say("attack_rival")
        talk.trust(-6)
        talk.patience(-4)
        return True
    comes_to_listen = (
        label in ("commitment", "other", "acknowledge", "situation")
        and manners.LISTENS.search(text)
        and not asked
        and not INDIRECT.search(text)
        and max(talk.found(text).values(), default=0.0) < SURE
        and not (label == "commitment" and manners.DAY.search(text))
    )
    if manners.PERMISSION.search(text) or (
        comes_to_listen
        and not talk.released
        and (_idle(talk, text) or (label == "commitment" and not names_step(talk, text)))
    ):
        if not talk.said:
            talk.say("permission")
        return True
    if manners.WHAT_MISSED.search(text) and _missed(talk):
        return True
    if manners.TREAT.search(text):
        talk.say("treat")
        return True
    for slot, pattern in (("counter", manners.COUNTER), ("you_begin", manners.YOUR_TURN)):
        if pattern.search(text):
            talk.say(slot)
            talk.patience(-1)
            return True
    if cues.INVENTED.search(text) and not talk.state.pain:
        talk.say("invented")
        talk.trust(-4)
        talk.patience(-4)
        return True
    if label not in ("situation", "problem", "implication", "trace") and _discount(talk, text):
        return True
    if label in ("commitment", "pitch", "other") and tracing.granted(talk, move):
        return True
    if label in ("pitch", "other") and cues.PROMISE.search(text):
        talk.state.promises.append(text[:200])
        talk.tag("promise")
        if cues.BLANKET.search(text):
            talk.say("blanket")
            talk.trust(-3)
            return True
        if label == "other":
            talk.say("promise")
            talk.trust(1)
            return True
    return False


def _missed(talk: Talk) -> bool:
    """Hint at the first thing that the rep has not come to, as he asks what it is; say whether there was one."""
    untold = [i for i in talk.scene.of_kind("problem", "fear") if not talk.out(i.id)]
    for item in untold:
        if text := talk.voice.fresh(item.surface.get(talk.language, ())):
            talk.say("unasked_lead")
            talk.tag("surface", "volunteered")
            talk.state.hinted = item.id
            return talk.add(text, item.person)
    for item in talk.scene.of_kind("requirement"):
        asked = any(talk.out(facet.id) for facet in talk.scene.parts(item.id, "facet"))
        if talk.out(item.id) and not asked and item.meant.get(talk.language):
            return talk.say("why_unasked", one=item.meant[talk.language])
    return False


def _names(text: str, rival: tuple[str, ...]) -> bool:
    low = text.lower()
    common = (
        "别家",
        "别人家",
        "他们",
        "那家",
        "对手",
        "竞品",
        "友商",
        "现在的供应商",
        "their",
        "they",
        "competitor",
        "others",
        "other vendors",
        "your current",
    )
    return any(name.lower() in low for name in (*rival, *common))


def _discount(talk: Talk, text: str) -> bool:
    if talk.scene.price or not cues.DISCOUNT.search(text) or is_question(text, talk.language):
        return False
    if cues.FREE_TRIAL.search(text):
        return False
    if cues.IN_EXCHANGE.search(text):
        talk.say("discount_traded")
        return True
    talk.say("discount_free")
    talk.trust(-4)
    talk.believe(-4)
    return True
