"""What a move most likely is, where the judge was not sure: its alternatives, its form and its topic decide."""

from __future__ import annotations

import re

from . import digging
from .aim import aim
from .asked import INDIRECT, is_question, question_type, question_types
from .cues import (
    BAD_IF,
    HELPS,
    IF_ABLE,
    LEADS_TO,
    MOVED,
    OR_ELSE,
    OURS,
    PLAINLY_ASKS,
    PLAYBACK,
    REMEDY,
    RIGHT,
    SUGGESTS,
    SYMPATHY,
    TROUBLE,
    WE,
    WIDE,
)
from .hearing import FLOOR
from .manners import (
    ASKED_BEFORE,
    ASKS_ANEW,
    BOT,
    COULD_WE,
    DAY,
    GOODBYE,
    GREETING,
    INTRODUCE,
    LISTENS,
    LOGISTICS,
    OFF_TOPIC,
    PERMISSION,
    PROPOSES,
    SMALL_TALK,
    STAYS,
    WH_FIRST,
)
from .move import QUESTIONS, Move
from .scene import ASKS_FOR
from .talk import Talk

MISTAKEN = frozenset({"acknowledge", "commitment", "confirm", "other", "pitch"})
"""Labels under which a line may still hold a question."""
CLEARLY, LIKE = 0.6, 0.4
"""How likely one thing must be asked for, and how like a way of asking for it, that it is so whatever the label."""
SURE = 0.60
SURELY = 0.8
PARTLY = 0.75
"""Confidence at most of one of two questions in a sentence: it was judged as a whole."""
CERTAIN = 0.92
"""Under this a question may be taken as another one, where its topic says so."""
OPENS = re.compile(
    r"用得?(?:怎么样|怎样|如何|顺手吗|还好吗)|效果(?:怎么样|如何)|"
    r"(?i:^(?:and |so |but |hi,? |hello,? )*"
    r"(?:how (?:has|have|is|are|did|does|do|was|well|happy)|what (?:do|does|did|is|was|has)|who|when|where|why)\b)"
)
"""How a question opens that is none of rhetoric, even where it speaks of our house."""
FACTUAL = frozenset(
    {"howmuch", "howmany", "howlong", "howoften", "how", "where", "why", "which", "who", "what", "opinion", "plan"}
)
"""Kinds of question that no proposal of a next step is."""
ASKED_PLAINLY = re.compile(
    r"举个?例|(?i:example|tell me more|explain|elaborate)|过了?[吧吗没]|"
    r"(?i:(?:^|[:;,] )(and |so |but )?how (do|does|did) (?!you (feel|think)|we|that sound))"
)
"""Forms that ask how a thing is or whether it was done, never for a next step."""
EVEN_IF = re.compile(r"就算|即使|即便|哪怕|^(?:比如|例如|譬如)|(?i:\beven if\b|^(?:for example|for instance)\b)")
"""What is only supposed, against all odds or as an example: to see what he would say, not to propose it."""
TAKEN_AS_FACT = frozenset({"problem", "implication", "need_payoff", "trace", "confirm", "other", "pitch"})
"""Labels under which a question may still be one for a fact."""
OPEN = frozenset({"howmuch", "howmany", "howlong", "howoften", "where", "why", "which", "who", "what", "when", "how"})
"""Kinds of question that no playback is."""
FOUND = 0.7
"""How surely a fact must be asked for to be told whatever the label; and how much more than what the label asks for."""
FAR, NEAR = 0.4, 0.15
SHORT = {"zh": 14, "en": 40}
"""Signs of a question that only asks whether what was said before it is right."""
COURTESIES = (GOODBYE, LOGISTICS, INTRODUCE, SMALL_TALK, GREETING, PERMISSION, BOT, OFF_TOPIC)
CHAT = 2
"""Up to which turn an open question may still be chat."""
HEARD_OF = 0.25
"""How like any way of asking it must be after that, that an open question is one of business."""
OF_BUSINESS = 0.3
"""The score by its words from which a question is one of business."""
SUPPOSITION = re.compile(
    r"^(?:那|好|嗯|您看)?[，,]?(?:假如|假设|如果|要是|万一|比如说?)|"
    r"(?i:^(?:and |so |now )?(?:suppose|imagine|let us say|let's say|say)\b)"
)


def settled(talk: Talk, move: Move) -> str:
    """Return the label under which the buyer takes a move."""
    label = _settled(talk, move)
    if label == "other" and _asks_after_all(talk, move):
        return _asked(talk, move)
    if label in MISTAKEN and _clearly_asks(talk, move, label):
        return _asked(talk, move)
    return label


def _asks(talk: Talk, move: Move) -> bool:
    """Say whether a move has the form of a question: by its stop "which of them I will find out." has none."""
    states = move.label in MISTAKEN and move.confidence >= CERTAIN and move.text.rstrip().endswith((".", "。"))
    return not states and is_question(move.text, talk.language)


def _clearly_asks(talk: Talk, move: Move, label: str) -> bool:
    """Say whether what was taken for no question asks for something of the scene, clearly and in the form of one."""
    text = move.text
    if not (_asks(talk, move) or INDIRECT.search(text)) or any(p.search(text) for p in COURTESIES):
        return False
    if label == "confirm" and (RIGHT.search(text) or PLAYBACK.search(text)):
        return False
    if label == "commitment" and any(p.search(text) for p in (COULD_WE, DAY, SUGGESTS)):
        return False
    if digging.meant(talk, move):
        return True
    item, p = aim(talk, Move(text, "situation", 1.0, ())).items[0]
    heard = label == "confirm" and talk.out(item.id)
    return p >= CLEARLY and not heard and talk.near(text).get(item.id, 0.0) >= LIKE


def _asks_after_all(talk: Talk, move: Move) -> bool:
    """Say whether what was taken for small talk asks something of the business ("Sorry, I only asked who pays")."""
    if ASKED_BEFORE.search(move.text):
        return True
    asks = _asks(talk, move) or INDIRECT.search(move.text)
    if not asks or any(pattern.search(move.text) for pattern in COURTESIES):
        return False
    near = max(talk.near(move.text).values(), default=1.0)
    open_ = talk.state.turn > CHAT and question_types(move.text, talk.language) & OPEN
    if open_ and move is talk.line.moves[-1] and near >= HEARD_OF:
        return True
    # By its words: in the way it is asked, a question about the weather is like many of the trade.
    return max(talk.words(move.text).values(), default=0.0) >= OF_BUSINESS


def _settled(talk: Talk, move: Move) -> str:
    if supposes(talk, move) and len(talk.line.moves) > 1 and move is not talk.line.moves[-1]:
        # "Suppose it warned you. What then?" is one question.
        return "other"
    if plain := _by_form(talk, move):
        return plain
    if move.label == "need_payoff" and not REMEDY.search(move.text):
        return _no_payoff(talk, move)
    if _plain_fact(talk, move):
        return "situation"
    if move.label in QUESTIONS and move.confidence < CERTAIN and _traces(talk, move):
        return "trace"
    if move.label in QUESTIONS and move.confidence < CERTAIN and (other := _by_topic(talk, move)):
        return other
    if move.confidence >= SURE and not _no_proposal(talk, move):
        return move.label
    asks = _asks(talk, move)
    options = dict(move.alternatives) or {move.label: move.confidence}
    options.setdefault(move.label, move.confidence)
    weighed = {label: p + _topic(talk, move, label, asks) for label, p in options.items() if p >= 0.05}
    if _no_proposal(talk, move):
        weighed.pop("commitment", None)
    back = PLAYBACK.search(move.text) or (asks and move.label == "confirm")
    if not back and weighed.keys() - {"confirm"}:
        # "It is all in the cloud" plays nothing back.
        weighed.pop("confirm", None)
    if asks and not any(label in QUESTIONS or label in ("confirm", "commitment") for label in weighed):
        weighed.update({label: _topic(talk, move, label, asks) for label in QUESTIONS})
    return max(sorted(weighed), key=lambda label: weighed[label], default=move.label)


def supposes(talk: Talk, move: Move) -> bool:
    """Say whether a sentence only supposes something, for the question that comes after it."""
    return SUPPOSITION.search(move.text) is not None and not _asks(talk, move)


def _plain_fact(talk: Talk, move: Move) -> bool:
    """Say whether reps ask for a fact in these words, far more surely than for anything of the move's own label."""
    if move.label not in TAKEN_AS_FACT or not _asks(talk, move) or PLAYBACK.search(move.text):
        return False
    found = talk.found(move.text)
    fact = max((found.get(i.id, 0.0) for i in talk.scene.of_kind("fact")), default=0.0)
    own = [i for i in talk.scene.items if i.kind in ASKS_FOR.get(move.label, ())]
    other = max((found.get(i.id, 0.0) for i in own), default=0.0)
    return fact >= FOUND and fact > other + (FAR if move.confidence >= CERTAIN else NEAR)


def _by_form(talk: Talk, move: Move) -> str | None:
    """Return what a move is whose form speaks against its label; None where it does not."""
    asks = _asks(talk, move)
    if move.label == "commitment" and STAYS.search(move.text) and not SUGGESTS.search(move.text):
        return _asked(talk, move) if asks else "other"
    plainly = asks and (move.confidence < SURELY or "?" in move.text or "？" in move.text)
    if move.label in ("pitch", "acknowledge") and plainly and _of_the_buyer(move.text):
        return _asked(talk, move)
    if move.label == "confirm" and not asks and MOVED.search(move.text) and SYMPATHY.search(move.text):
        return "acknowledge"
    own = OR_ELSE.search(move.text) or (PLAINLY_ASKS.search(move.text) and not PLAYBACK.search(move.text))
    anew = ASKS_ANEW.search(move.text) or (own and not RIGHT.search(move.text))
    if move.label == "confirm" and asks and anew:
        return _asked(talk, move)
    if move.label == "confirm" and asks and move.confidence < SURELY and not PLAYBACK.search(move.text):
        return _asked(talk, move)
    if asks and len(move.text) <= SHORT[talk.language] and RIGHT.search(move.text) and _played_back(talk, move):
        return "confirm"
    if SUGGESTS.search(move.text) and not HELPS.search(move.text):
        return "commitment"
    if move.label == "commitment" and asks and WH_FIRST.search(move.text) and not DAY.search(move.text):
        return _asked(talk, move)
    if move.label == "commitment" and asks and HELPS.search(move.text):
        return "need_payoff"
    if move.label == "need_payoff" and BAD_IF.search(move.text) and not IF_ABLE.search(move.text):
        return "implication"
    if (
        move.label == "confirm"
        and asks
        and not RIGHT.search(move.text)
        and question_types(move.text, talk.language) & OPEN
    ):
        return _asked(talk, move)
    if move.label == "implication" and move.confidence < SURELY and IF_ABLE.search(move.text):
        return "need_payoff"
    if move.label == "pitch" and move.confidence < SURELY and LISTENS.search(move.text):
        return "other"
    if move.label == "commitment" and not asks and LISTENS.search(move.text) and _no_proposal(talk, move):
        return "other"
    if (
        move.label == "need_payoff"
        and move.confidence < SURELY
        and TROUBLE.search(move.text)
        and WIDE.search(move.text)
    ):
        return "problem"
    if asks or move.label not in ("pitch", "acknowledge", "confirm"):
        return None
    if move.label == "pitch" and not OURS.search(move.text) and not (talk.needs_out() and move.confidence >= CERTAIN):
        return "acknowledge" if SYMPATHY.search(move.text) else "other"
    # Before anything was told there is nothing to play back or to feel with.
    if talk.state.turn == 1 and (
        move.label == "confirm" or (move.label == "acknowledge" and (WE.search(move.text) or LISTENS.search(move.text)))
    ):
        return "other"
    return None


def _of_the_buyer(text: str) -> bool:
    """Say whether a question asks something of the buyer, and is no rhetoric about our own house."""
    return not WE.search(text) or any(pattern.search(text) for pattern in (OPENS, PLAINLY_ASKS))


def _played_back(talk: Talk, move: Move) -> bool:
    """Say whether the sentence before a move plays something back."""
    at = talk.line.moves.index(move) if move in talk.line.moves else 0
    return at > 0 and talk.line.moves[at - 1].label == "confirm"


def _asked(talk: Talk, move: Move) -> str:
    """Return which question a move is, by what it is about."""
    scores = talk.scores(move.text)
    fits = {
        label: max((scores[i.id] for i in talk.scene.of_kind(*kinds) if talk.ready(i)), default=0.0)
        for label, kinds in ASKS_FOR.items()
        if label in ("situation", "problem", "implication")
    }
    return max(fits, key=lambda label: fits[label])


def _no_payoff(talk: Talk, move: Move) -> str:
    """Return what a question is that was taken for one of worth and names no remedy."""
    scores = talk.scores(move.text)
    payoff = max((scores[i.id] for i in talk.scene.of_kind("payoff", "goal") if talk.ready(i)), default=0.0)
    fits = {
        label: max((scores[i.id] for i in talk.scene.of_kind(*kinds)), default=0.0)
        for label, kinds in ASKS_FOR.items()
        if label in ("situation", "problem", "implication")
    }
    best = max(fits, key=lambda label: fits[label])
    if payoff >= FLOOR and payoff >= fits[best] - 0.1:
        return move.label
    if fits[best] >= FLOOR:
        return best
    if question_type(move.text, talk.language) in ("opinion", "who", "when", "howmany", "howlong"):
        return "situation"
    return "implication" if talk.state.pain else "situation"


def _traces(talk: Talk, move: Move) -> bool:
    """Say whether a half-sure question asks why or who about a requirement that was stated."""
    if not question_types(move.text, talk.language) & {"why", "who"}:
        return False
    scores = talk.scores(move.text)
    return any(talk.out(r.id) and scores[r.id] >= FLOOR - 0.1 for r in talk.scene.of_kind("requirement"))


def _no_proposal(talk: Talk, move: Move) -> bool:
    """Say whether what was taken for a proposal asks for a fact or only wants to listen, and names no next step."""
    if move.label != "commitment":
        return False
    if WH_FIRST.search(move.text) or EVEN_IF.search(move.text):
        return True
    if move.confidence >= CERTAIN and (COULD_WE.search(move.text) or DAY.search(move.text)):
        return False
    if ASKED_PLAINLY.search(move.text):
        return True
    scores = talk.scores(move.text)
    step = max((scores[f"step:{one.id}"] for one in talk.scene.steps), default=0.0)
    if LISTENS.search(move.text):
        return step < FLOOR + 0.3
    asks = _asks(talk, move)
    if not asks and not PROPOSES.search(move.text):
        return step < FLOOR
    if asks and not PROPOSES.search(move.text):
        # "And the last signature is yours?" proposes nothing, however sure the judge is.
        return step < FLOOR + 0.05
    return asks and bool(question_types(move.text, talk.language) & FACTUAL) and step < FLOOR + 0.05


def _by_topic(talk: Talk, move: Move) -> str | None:
    """Return the label whose topics fit a half-sure question far better than those of its own."""
    if move.label == "trace" and any(talk.out(r.id) for r in talk.scene.of_kind("requirement")):
        return None
    scores = talk.scores(move.text)
    fits = {
        label: max((scores[i.id] for i in talk.scene.of_kind(*kinds) if talk.ready(i)), default=0.0)
        for label, kinds in ASKS_FOR.items()
    }
    best = max(fits, key=lambda label: fits[label])
    margin = 0.3 if move.label in ("implication", "need_payoff") and LEADS_TO.search(move.text) else 0.15
    margin += 0.1 if move.confidence >= SURELY else 0.0
    far = fits[best] >= (0.42 if fits[move.label] >= 0.1 else 0.35) and fits[best] > fits[move.label] + margin
    return best if far else None


def _topic(talk: Talk, move: Move, label: str, asks: bool) -> float:
    if label not in ASKS_FOR:
        return 0.0
    scores = talk.scores(move.text)
    best = max((scores[i.id] for i in talk.scene.of_kind(*ASKS_FOR[label]) if talk.ready(i)), default=0.0)
    return (0.5 * best if best >= FLOOR else 0.0) + (0.1 if asks else 0.0)
