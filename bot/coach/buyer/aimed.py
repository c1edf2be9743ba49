"""Answers to a question whose aim is clear: the item that it asks for, as far as the move has earned it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from . import answers, cues, digging, facts, people, statements, tracing, unclear, unknown, which
from .aim import Aim, aim
from .asked import question_types
from .move import QUESTIONS, Move
from .reading import last_clause
from .scene import ASKS_FOR, Item
from .talk import Talk

CLEAR = {"facet": 0.4}
"""The probability from which an item is taken for what a question asks for, by its kind: why a thing is required."""
CLEARLY = 0.5
"""The same for all else."""
SEVERAL = 0.6
"""The least where a line asks more than one thing: a stray answer beside a right one is worse than none."""
UNSTATED = 0.7
"""The same for why something is required that the buyer has not stated."""
LIKELY = 0.4
"""The least for a requirement that is at least twice as likely meant as anything else."""
HELD = 0.6
"""From which probability it is held back in words on just its matter; else the buyer only says no."""
FAMILY = 0.75
"""How likely a trouble and what leads from it must be together, where both are asked for in the same words."""
EARLY, SOME = 2, 0.12
"""Until which turn a wide question is answered with a fact that is so likely meant."""
EARNED = 0.1
"""How likely a question must be of a type that releases a hidden item, to be given the benefit of the doubt."""


def answer(talk: Talk, move: Move, label: str, before: str = "") -> bool:
    """Answer a question by what it aims at, read with the statement `before` it where alone it says too little.

    `move` bears the label that the judge gave it, `label` is the one under which it is taken.
    False where nobody wrote down how reps ask in this scene, or where the question names no topic.
    """
    try:
        return _answer(talk, move, label, before)
    finally:
        # What was weighed for this question says nothing of the next sentence.
        talk.answers = {}


def _answer(talk: Talk, move: Move, label: str, before: str) -> bool:
    if unknown.present(talk, move.text):
        return True
    if digging.leaning(talk, move):
        return True
    whole = replace(move, text=f"{before} {move.text}") if before else None
    if not talk.found(move.text):
        # "Twenty-six hours for one batch! What had happened?" asks after what stands before it.
        if whole is None or clear(talk, aim(talk, whole), label) is None:
            return False
        move = whole
    if label == "situation" and facts.introduce(talk, move):
        return True
    if stated := tracing.stated_last(talk, move):
        tracing.explain(talk, replace(move, label="trace"), stated)
        return True
    found, item, talk.answers = _meant(talk, move, label, whole)
    taken = replace(move, label=label)
    if item is not None:
        as_ = move.label if move.label in QUESTIONS and answers.may(item, move.label) else label
        before_it = len(talk.said)
        _BY_KIND[item.kind](talk, replace(move, label=as_), item, as_)
        if _surely(found, item) < HELD and any(piece.slot == "held" for piece in talk.said[before_it:]):
            # To refuse what nobody asked for would give the question a sense that it did not have.
            del talk.said[before_it:]
            facts.offsheet(talk, taken)
    elif facts.from_last(talk, taken) or _demands(talk, taken) or which.ask_back(talk, move.text, found):
        pass
    elif likely := _likely_demand(talk, found):
        talk.release(likely, taken)
    elif opener := _opens_with(talk, move.text, found):
        talk.release(opener, taken)
    else:
        unclear.answer(talk, taken, label, found)
    return True


def take_hint(talk: Talk) -> bool:
    """Tell the trouble that the buyer has just hinted at unasked, where the rep asks what it is; say whether he did."""
    item = talk.scene.by_id.get(talk.state.hinted or "")
    if item is None or talk.out(item.id) or not (talk.ready(item) and talk.trusted(item)):
        return False
    for move in talk.line.moves:
        if cues.WHAT_IS_IT.search(move.text):
            # What he hinted at he says as it is, whatever wording comes nearest to "what is it?".
            talk.release(item, Move(move.text, "problem"), speak=False)
            talk.trust(2, item.person)
            return talk.add(talk.voice.first(item.says.get(talk.language, ())), item.person)
    return False


def _meant(
    talk: Talk, move: Move, label: str, whole: Move | None
) -> tuple[Aim, Item | None, Mapping[str, tuple[tuple[str, float], ...]]]:
    """Return what a question aims at, the item that is clearly meant, if any, and how likely each answer is.

    `whole` is the question with the statement before it, where there is one.
    """
    # "Hengxiu looks after it. How long have they been with you?": who they are stands before it.
    found = aim(talk, whole if whole and people.THEY.search(move.text) else move)
    item = clear(talk, found, label)
    told = item is not None and talk.out(item.id) and not facts.left_to_tell(talk, item, found.answers)
    if told and (clause := last_clause(move.text, talk.language)):
        # What comes before the last comma mostly says again what was told.
        other = aim(talk, replace(move, text=clause))
        if (meant := clear(talk, other, label)) and meant is not item:
            return found, meant, other.answers
    return found, item, found.answers


def _surely(found: Aim, item: Item) -> float:
    """Return how likely an item is asked for; one worth stands for all: what is held back of it fits each of them."""
    worths = {"payoff", "goal"}
    return sum(p for one, p in found.items if one is item or (item.kind in worths and one.kind in worths))


def _demands(talk: Talk, move: Move) -> bool:
    """State a requirement where the rep asks what is required at all; say whether one was left to state."""
    # "Which of the criteria came from you?" asks about one of them, and not what they are.
    about_one = "which" in question_types(move.text, talk.language) and cues.OF_THEM.search(move.text)
    if not cues.REQUIRED.search(move.text) or about_one or tracing.reasons(talk, move):
        return False
    left = [r for r in talk.scene.of_kind("requirement") if not talk.out(r.id) and talk.ready(r)]
    if left and talk.trusted(left[0]):
        talk.release(left[0], move)
    return bool(left) and talk.trusted(left[0])


def _likely_demand(talk: Talk, found: Aim) -> Item | None:
    """Return the requirement that a question likely asks for: what somebody wants he says gladly."""
    (first, p), (_, second) = found.items[:2]
    if first.kind != "requirement" or p < LIKELY or max(found.nothing, second) > p / 2:
        return None
    open_ = not (talk.several or talk.out(first.id)) and talk.ready(first) and talk.trusted(first)
    return first if open_ else None


def _opens_with(talk: Talk, text: str, found: Aim) -> Item | None:
    """Return what a wide first question ("what is a normal day like?") is answered with: the likeliest fact."""
    if talk.state.turn > EARLY or talk.state.revealed or not cues.HOW_IT_GOES.search(text):
        return None
    open_ = [item for item, p in found.items if item.kind == "fact" and p >= SOME and talk.trusted(item)]
    return open_[0] if open_ else None


def take_choice(talk: Talk) -> bool:
    """Tell what the rep means by "the second" or "both", once asked back; say whether it was that."""
    items = which.chosen(talk)
    for item in items:
        _fact(talk, Move(talk.state.unclear, "situation"), item, "situation")
    return bool(items)


def clear(talk: Talk, found: Aim, label: str) -> Item | None:
    """Return the item that is clearly asked for, alone or as the best of those that follow from one trouble."""
    (first, p), (_, second) = found.items[:2]
    least = max(CLEAR.get(first.kind, CLEARLY), SEVERAL if talk.several else 0.0)
    if first.kind == "facet" and not talk.out(first.parent or ""):
        # Why a thing is required is hardly asked before it was.
        least = max(least, UNSTATED)
    if p >= least:
        return first
    other = found.items[1][0]
    if p + second >= FAMILY and (first.id == other.parent or first.parent == other.id):
        return first
    if talk.out(first.id):
        # What was told is told again only where just that is asked for.
        return None
    kin = [(item, p) for item, p in found.items if item.parent == first.parent and item.kind == first.kind]
    together = first.parent is not None and first.kind in ASKS_FOR[label] and sum(p for _, p in kin) >= CLEARLY
    return first if together else None


def _fact(talk: Talk, move: Move, item: Item, label: str) -> None:
    talk.state.in_a_row += 1
    if talk.out(item.id):
        facts.once_more(talk, item, move)
    elif not (talk.trusted(item) and talk.ready(item)):
        talk.hold(item, "guarded_fact")
        talk.patience(-1)
    else:
        facts.yes_or_no(talk, item, move)
        talk.release(item, move)
        talk.trust(1 if talk.state.in_a_row <= talk.level.situation_limit else 0)


def _trouble(talk: Talk, move: Move, item: Item, label: str) -> None:
    if talk.out(item.id):
        facts.once_more(talk, item, move)
    elif _earned(talk, move, label, item) and talk.ready(item):
        _give(talk, move, item, 3)
    elif text := talk.voice.fresh(item.surface.get(talk.language, ())):
        talk.add(text, item.person)
        talk.state.topic = item.id
        talk.tag("surface")
    else:
        talk.hold(item, "guarded_problem")
        talk.patience(-1)


def _effect(talk: Talk, move: Move, item: Item, label: str) -> None:
    if talk.out(item.id):
        facts.once_more(talk, item, move)
    elif not talk.out(item.parent or ""):
        _from_trouble(talk, move, item, label)
    elif _earned(talk, move, label, item):
        _give(talk, move, item, 4)
    else:
        facts.later(talk, item, move)


def _from_trouble(talk: Talk, move: Move, item: Item, label: str) -> None:
    """Take what leads from a trouble that is not out: both at once where it is asked for as such, else neither."""
    parent = talk.scene.by_id[item.parent or ""]
    meant = label == "implication" and all(map(talk.trusted, (parent, item))) and talk.ready(parent)
    if meant and not item.after:
        talk.release(parent, move, speak=False)
        _give(talk, move, item, 3)
    elif item.held.get(talk.language):
        talk.hold(item, "implication_nothing")
    else:
        _trouble(talk, move, parent, label)


def _worth(talk: Talk, move: Move, item: Item, label: str) -> None:
    if talk.out(item.id):
        facts.once_more(talk, item, move)
    elif not (_earned(talk, move, label, item) or (label != "situation" and cues.SUPPOSES.search(move.text))):
        facts.later(talk, item, move)
    elif talk.ready(item) and talk.trusted(item):
        answers.give(talk, item, move, 3)
    else:
        talk.hold(item, "payoff_early" if talk.out(item.parent or "") else "payoff_nothing")
        talk.patience(-2)


def _need(talk: Talk, move: Move, item: Item, label: str) -> None:
    if talk.out(item.id):
        facts.once_more(talk, item, move)
    elif not statements.personal(talk, move, label):
        talk.hold(item, "guarded_personal")
        talk.patience(-1)


def _facet(talk: Talk, move: Move, item: Item, label: str) -> None:
    if talk.out(item.id):
        if tracing.asks_on(talk, move, talk.scene.by_id[item.parent or ""]) and _earned(talk, move, label, item):
            tracing.explain(talk, move, talk.scene.by_id[item.parent or ""])
        else:
            facts.once_more(talk, item, move)
        return
    if not (tracing.reasons(talk, move) or talk.out(item.parent or "")) and _demands(talk, move):
        return
    if not _earned(talk, move, label, item):
        if item.held.get(talk.language):
            talk.hold(item, "guarded_fact")
        else:
            facts.offsheet(talk, move)
        return
    tracing.explain(talk, move, talk.scene.by_id[item.parent or ""])


def _requirement(talk: Talk, move: Move, item: Item, label: str) -> None:
    if label == "trace" and tracing.reasons(talk, move):
        tracing.explain(talk, move, item)
    else:
        _fact(talk, move, item, label)


def _give(talk: Talk, move: Move, item: Item, trust: int) -> None:
    if talk.trusted(item):
        answers.give(talk, item, move, trust)
    else:
        talk.hold(item, "guarded_problem")
        talk.patience(-1)


def _earned(talk: Talk, move: Move, label: str, item: Item) -> bool:
    """Say whether a question is, or may well be, of a type that releases the item.

    Who surely asks why a requirement stands traces it, unless the judge takes the sentence for a question of fact.
    """
    if item.kind == "facet" and label != "situation" and aim(talk, move).of(item) >= HELD:
        return True
    return answers.may(item, label) or any(p >= EARNED and answers.may(item, name) for name, p in move.alternatives)


_BY_KIND = {
    "fact": _fact,
    "requirement": _requirement,
    "problem": _trouble,
    "fear": _trouble,
    "implication": _effect,
    "payoff": _worth,
    "goal": _worth,
    "need": _need,
    "facet": _facet,
}
