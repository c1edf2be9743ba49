"""Answers to what is not a question: a pitch, a playback, sympathy, anything else."""

from __future__ import annotations

import re

from . import cues, deal, manners, retell
from .aim import aim
from .answers import may, problem
from .asked import INDIRECT, is_question, states
from .facts import situation
from .figures import figures, wrong
from .hearing import FLOOR
from .indexes import answer_index
from .move import QUESTIONS, SURELY, Move
from .reading import content, features, share
from .scene import Item
from .talk import Talk

MOSTLY = 0.6
"""The share of a playback that must have been said before, that it is a right one."""
SEVERAL = 3
"""From how many clauses on a playback is looked at piece by piece."""
MEANT = 0.25
"""How likely a question must ask for a need, that it is told."""
PIECE = 0.12
"""The score from which a clause plays an item back."""
CLAUSE = re.compile(r"[，,；;。：:、?？!！.]+")


def pitch(talk: Talk, move: Move) -> None:
    """Take a pitch: too early it costs trust; tied to a need that was said it builds belief."""
    state = talk.state
    if state.stage == "resolve":
        talk.say("resell")
        talk.trust(-4)
        talk.patience(-5)
    elif talk.needs_out() == 0 and _plain_fact(talk, move):
        talk.say("our_firm")
        talk.patience(-1)
    elif talk.needs_out() == 0:
        _early(talk)
    elif _fits(talk, move):
        talk.say("reference_fit" if cues.REFERENCE.search(move.text) else "pitch_fit")
        talk.believe(10)
        talk.trust(2)
    else:
        talk.say("pitch_loose")
        talk.believe(2)
        talk.patience(-4)


def _plain_fact(talk: Talk, move: Move) -> bool:
    """Say whether what was half taken for a pitch only says who the rep's firm is, and for the first time."""
    return move.confidence < SURELY and bool(cues.WHO_WE_ARE.search(move.text)) and talk.state.count("who_we_are") == 1


def _early(talk: Talk) -> None:
    times = talk.state.count("pitch_early")
    felt = talk.state.pain > 0
    cost = talk.level.pitch_cost // (2 if felt else 1) + min(times - 1, 3)
    talk.say(
        "pitch_soon" if felt and times == 1 else "pitch_early" if times == 1 else "pitch_early_again", "pitch_early"
    )
    talk.trust(-cost)
    talk.patience(-cost)


def _fits(talk: Talk, move: Move) -> bool:
    known = [
        i for i in talk.scene.of_kind("problem", "implication", "payoff", "need", "goal", "fear") if talk.out(i.id)
    ]
    _, asked = talk.best(move.text, known)
    said = answer_index(talk.scene, talk.language).scores(move.text)
    return asked >= FLOOR - 0.06 or max((said[i.id] for i in known), default=0.0) >= FLOOR - 0.06


def confirm(talk: Talk, move: Move) -> None:
    """Take a playback: right builds trust and may open what is personal; wrong is put right."""
    if cues.HEARD.search(move.text) and len(talk.line.moves) > 1:
        return
    if any(tag.startswith("confirm_") for tag in talk.tags):
        # A playback in several sentences is answered as one.
        return
    scores = answer_index(talk.scene, talk.language).scores(move.text)
    asked = talk.scores(move.text)
    both = {item: max(scores[item], asked[item]) for item in scores}
    known = max((both[i] for i in talk.state.revealed), default=0.0)
    hidden = max((both[i.id] for i in talk.scene.items if not talk.out(i.id)), default=0.0)
    if talk.scene.stage == "resolve" and (goal := _goal(talk, move, both)):
        talk.release(talk.scene.by_id[goal], move)
        talk.trust(5)
        return
    if not talk.asks and _corrected(talk, move, both):
        return
    if (
        deal.stands(talk, move.text)
        or (known >= 0.2 and known >= hidden - 0.15)
        or _told(talk, move) >= MOSTLY
        or _piece_by_piece(talk, move)
    ):
        talk.say("confirm_yes")
        talk.trust(5 if talk.state.count("confirmed") <= 4 else 2)
        talk.patience(3)
    elif talk.state.revealed and hidden < 0.45:
        talk.say("confirm_vague")
        talk.trust(1)
    elif not cues.PLAYBACK.search(move.text):
        # Nothing is played back: a remark that only sounded like it.
        other(talk, move)
        return
    else:
        talk.say("confirm_no")
        talk.trust(-1)
        talk.patience(-2)
    personal(talk, move)


def _told(talk: Talk, move: Move) -> float:
    """Return which share of a playback the buyer has said before, 0 to 1."""
    heard = [text for item in talk.state.revealed for text in talk.scene.by_id[item].says.get(talk.language, ())]
    known = frozenset(f for text in heard for f in features(text, talk.language))
    return share(move.text, talk.language, known)


def _piece_by_piece(talk: Talk, move: Move) -> bool:
    """Say whether most clauses of a long playback are, each by itself, nearest to something that is out."""
    clauses = [c for c in CLAUSE.split(move.text) if content(c, talk.language)]
    if len(clauses) < SEVERAL:
        return False
    index, right = answer_index(talk.scene, talk.language), 0
    for clause in clauses:
        scores = index.scores(clause)
        best = max(scores, key=lambda item: scores[item])
        right += talk.out(best) and scores[best] >= PIECE
    return right > len(clauses) / 2


def _corrected(talk: Talk, move: Move, scores: dict[str, float]) -> bool:
    """Put a figure right that was played back wrongly; say whether there was one."""
    told = [i for i in talk.scene.items if talk.out(i.id) and scores[i.id] >= 0.08]
    known = [text for i in talk.scene.items if talk.out(i.id) for text in i.says[talk.language]]
    told = sorted(told, key=lambda i: -scores[i.id])[:3] or _counts(talk, move.text)
    for item in told:
        if found := wrong(move.text, list(item.says.get(talk.language, ())), known, talk.language):
            heard, right = found
            talk.say("confirm_figure", "confirm_wrong", heard=heard, right=right)
            talk.point(item)
            talk.patience(-1)
            return True
    return False


def _counts(talk: Talk, text: str) -> list[Item]:
    """Return the one told item that counts in the unit of a playback; nothing where there are several."""
    units = set(figures(text, talk.language))
    out = [i for i in talk.scene.items if talk.out(i.id)]
    found = [i for i in out if any(units & set(figures(t, talk.language)) for t in i.says.get(talk.language, ()))]
    return found if len(found) == 1 else []


def _goal(talk: Talk, move: Move, scores: dict[str, float]) -> str | None:
    open_ = [i.id for i in talk.scene.of_kind("goal") if not talk.out(i.id) and talk.ready(i) and may(i, "confirm")]
    best = max(open_, key=lambda i: scores[i], default=None)
    return best if best and scores[best] >= FLOOR - 0.05 else None


def acknowledge(talk: Talk, move: Move) -> None:
    """Take sympathy: it opens where there was something to feel, and is empty where there was not."""
    if talk.state.turn == 1 and not talk.state.revealed and not talk.scene.of_kind("fear"):
        # "I know how busy you are" at the door is courtesy; of one who hesitates to sign it may be meant.
        talk.say("greeting" if talk.state.count("greeting") == 1 else "other")
        return
    topic = talk.scene.by_id.get(talk.state.topic or "")
    felt = topic is not None and topic.kind in ("problem", "implication", "need", "fear", "payoff", "facet")
    asks = any(move.label in QUESTIONS for move in talk.line.moves)
    if asks and not felt and not talk.state.pain:
        # "137, I see. And who switches over?" leads to the question, which is answered next.
        return
    if any(tag.startswith("ack_") for tag in talk.tags):
        return
    times = talk.state.count("acknowledged")
    plays_back = any(one.label == "confirm" for one in talk.line.moves)
    if not felt and not talk.state.pain:
        # Sympathy before anything was told is empty; for what was told without complaint it is only early.
        talk.say("ack_early" if talk.state.revealed else "ack_empty")
    elif times > 4:
        # Before an answer the reproach would hang in the air, and a playback is answered as one.
        if not (talk.asks or plays_back):
            talk.say("ack_enough")
        talk.patience(-2)
    else:
        talk.say("ack_warm")
        talk.trust(5 if times <= 2 else 3)
        talk.patience(3)
    if plays_back:
        # What the playback opens comes after the word on the playback.
        return
    personal(talk, move)
    hidden = [i for i in talk.scene.of_kind("fear") if not talk.out(i.id) and may(i, "acknowledge") and talk.ready(i)]
    if hidden and talk.trusted(hidden[0]) and talk.room() > 0 and not talk.asks:
        talk.release(hidden[0], move)


def _asks(talk: Talk, text: str) -> bool:
    return not states(text, talk.language) or bool(INDIRECT.search(text))


def personal(talk: Talk, move: Move, label: str | None = None) -> bool:
    """Let one need out that trust and a listening move have earned; say whether one came."""
    label = label or move.label
    if label in ("acknowledge", "confirm") and (talk.asks or any(m.label == "pitch" for m in talk.line.moves)):
        # What is asked or offered beside it is answered; what sympathy opens can wait for a line of its own.
        return False
    hidden = talk.scene.of_kind("problem", "implication", "payoff", "goal", "fear")
    rival = max((talk.scores(move.text)[i.id] for i in hidden), default=0.0)
    for need in talk.scene.of_kind("need"):
        if not need.says.get(talk.language) or not may(need, label):
            continue
        if talk.addressed and need.person != talk.addressed:
            continue
        if talk.out(need.id):
            if label not in ("acknowledge", "confirm") and talk.scores(move.text)[need.id] >= max(0.35, rival):
                retell.again(talk, need, move)
                return True
            continue
        listening = label in ("acknowledge", "confirm")
        open_ = talk.ready(need) and talk.trusted(need) and talk.room() > 0
        if open_ and (listening or _asked_for(talk, need, move, max(FLOOR, rival))):
            talk.release(need, move)
            talk.trust(2)
            return True
    return False


def _asked_for(talk: Talk, need: Item, move: Move, least: float) -> bool:
    """Say whether a question asks for a need: by its words, and where reps' ways of asking are known by these too."""
    if talk.scores(move.text)[need.id] < least:
        return False
    return not talk.found(move.text) or aim(talk, move).of(need) >= MEANT


def other(talk: Talk, move: Move) -> None:
    """Take small talk, thanks, promises, logistics and all that asks for nothing."""
    text, state = move.text, talk.state
    if manners.LISTENS.search(text) and not _asks(talk, text) and not state.revealed:
        talk.say("permission")
        return
    last = talk.last()
    if manners.GO_ON.search(text) and last and talk.out(last.id) and talk.add(talk.voice.first(talk.unsaid(last))):
        talk.point(last)
        return
    for slot, pattern, trust in (
        ("goodbye", manners.GOODBYE, 0),
        ("sorry", manners.SORRY, 2),
        ("logistics", manners.LOGISTICS, 0),
        ("introduce", manners.INTRODUCE, 1),
        ("small_talk", manners.SMALL_TALK, 1),
        ("greeting", manners.GREETING, 1),
        ("thanks", manners.THANKS, 0),
    ):
        if pattern.search(text):
            times = state.count(slot)
            talk.say(slot if times <= 3 else "other")
            talk.trust(trust if times == 1 else 0)
            talk.patience(-1 if times == 1 else -3)
            return
    if is_question(text, talk.language) or INDIRECT.search(text):
        (problem if cues.TROUBLE.search(text) else situation)(talk, move)
        return
    talk.say("our_firm" if cues.OUR_FIRM.search(text) else "other")
    talk.patience(-1 if state.count("other") <= 3 else -3)
