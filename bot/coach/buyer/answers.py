"""Answers to questions for trouble, for what it leads to, and for what a remedy would be worth."""

from __future__ import annotations

from . import cues, retell
from .asked import STRICT
from .facts import bound, kind_of, offsheet, situation
from .hearing import FLOOR
from .move import SURELY, Move
from .people import PRONOUN, of_another
from .reading import leans
from .scene import RELEASED_BY, Item
from .talk import Talk


def may(item: Item, label: str) -> bool:
    """Say whether a move of this label can release the item."""
    return label in (item.moves or RELEASED_BY[item.kind])


def open_items(talk: Talk, label: str, *kinds: str) -> list[Item]:
    """Return the hidden items that a move of this label could release now, trust aside."""
    return [i for i in talk.scene.of_kind(*kinds) if not talk.out(i.id) and may(i, label) and talk.ready(i)]


def problem(talk: Talk, move: Move) -> None:
    """Answer a question for trouble: with a problem of that topic, or the next one on the mind."""
    hidden = open_items(talk, "problem", "problem", "fear")
    if bound(talk, move) and (cues.PAST.search(move.text) or talk.kinds(move.text)):
        situation(talk, move)
        return
    if leans(move.text, talk.language) and kind_of(talk, move) not in (STRICT | {"why"}):
        if cues.POINTS_BACK.search(move.text) and talk.last():
            # "Which of them is worst?" asks about what was just told, and for no other trouble.
            offsheet(talk, move)
        else:
            _next_problem(talk, move, hidden)
        return
    wide = cues.WIDE.search(move.text) is not None and not of_another(talk.scene, move.text, talk.language)
    known = [i for i in talk.scene.of_kind("problem", "fear") if talk.out(i.id)]
    item, score = talk.best(move.text, hidden + known)
    _, fact = talk.best(move.text, talk.scene.of_kind("fact"))
    own = [n for n in talk.scene.of_kind("need") if not talk.out(n.id) and n.says.get(talk.language)]
    need, aimed = talk.best(move.text, own)
    strict = talk.kinds(move.text) - {"opinion"}
    you = not PRONOUN.search(move.text) and cues.YOURS.search(move.text) is not None
    if _personally(talk, move):
        return
    if need and aimed >= FLOOR and aimed > score and you:
        talk.hold(need, "guarded_personal")
        talk.patience(-1)
    elif (
        not (wide or (cues.TROUBLE.search(move.text) and move.confidence >= SURELY))
        and fact >= FLOOR + 0.05
        and (fact > score + 0.15 or (move.confidence < SURELY and (fact > score + 0.05 or score < FLOOR)))
    ):
        situation(talk, move)
    elif (item is None or score < FLOOR) and wide and not strict:
        _next_problem(talk, move, hidden)
    elif item is None or score < FLOOR or (talk.out(item.id) and score < FLOOR + 0.1):
        no_problem(talk, move)
    elif strict and not talk.fitting(item, move.text):
        # "Who runs into it?" is not answered by what the trouble is.
        situation(talk, move)
    elif talk.out(item.id):
        again(talk, item, move)
    elif talk.trusted(item):
        give(talk, item, move, 3)
    else:
        talk.hold(item, "guarded_problem")
        talk.patience(-1)


def _personally(talk: Talk, move: Move) -> bool:
    """Keep to himself what something means for the buyer as a person, until that is earned; say if it was asked."""
    own = [n for n in talk.scene.of_kind("need") if not talk.out(n.id) and n.says.get(talk.language)]
    if not own or not cues.PERSONALLY.search(move.text) or kind_of(talk, move) == "opinion":
        return False
    talk.hold(own[0], "guarded_personal")
    talk.patience(-1)
    return True


def again(talk: Talk, item: Item, move: Move) -> None:
    """Answer from what was told before, where that holds the kind of answer that is asked for now."""
    if talk.fitting(item, move.text):
        retell.again(talk, item, move)
    else:
        offsheet(talk, move)


def _next_problem(talk: Talk, move: Move, hidden: list[Item]) -> None:
    if not talk.level.vague and hidden and talk.state.count("vague") <= 1:
        talk.say("vague")
        talk.patience(-2)
    elif told := [i for i in hidden if talk.trusted(i)]:
        give(talk, told[0], move, 2)
    elif hidden:
        talk.say("guarded_problem")
        talk.patience(-1)
    else:
        talk.say("problem_out")


def no_problem(talk: Talk, move: Move) -> None:
    """Deny a trouble that is none here; a talkative buyer names another one."""
    hidden = open_items(talk, "problem", "problem", "fear")
    kind = kind_of(talk, move)
    whether = kind == "yesno" or (kind == "opinion" and cues.TROUBLE.search(move.text))
    if not whether or not cues.TROUBLE.search(move.text):
        situation(talk, move)
        return
    talk.say("no_problem")
    told = [i for i in hidden if i.kind == "problem" and talk.trusted(i)]
    if talk.level.generous > 1 and told and talk.room() >= 2:
        talk.say("lead_problem")
        give(talk, told[0], move, 1)


def give(talk: Talk, item: Item, move: Move, trust: int) -> None:
    """Let an item out and thank the move that earned it with trust and patience."""
    talk.release(item, move)
    talk.trust(trust, item.person)
    talk.patience(2)


def implication(talk: Talk, move: Move) -> None:
    """Answer what a problem leads to; without a problem on the table there is nothing to lead from."""
    if _personally(talk, move):
        return
    hidden = open_items(talk, "implication", "implication")
    in_focus = [i for i in hidden if i.parent == talk.state.focus]
    item, score = talk.best(move.text, hidden)
    fresh, fresh_score = talk.best(move.text, open_items(talk, "implication", "problem", "fear"))
    asks_on = cues.LEADS_TO.search(move.text) is not None and not PRONOUN.search(move.text)
    leaning = (
        leans(move.text, talk.language) and asks_on and kind_of(talk, move) not in ("opinion", "who", "where", "when")
    )
    strict = talk.kinds(move.text) - {"howmuch", "opinion"}
    if _factual(talk, move, max(score, fresh_score)) or (bound(talk, move) and talk.kinds(move.text)):
        situation(talk, move)
    elif fresh and fresh_score >= FLOOR and fresh_score > score + 0.1 and talk.trusted(fresh):
        give(talk, fresh, move, 2)
    elif not any(talk.out(p.id) for p in talk.scene.of_kind("problem", "fear")):
        too_soon(talk, move, asks_on)
    elif item and score >= FLOOR - 0.04 and talk.trusted(item) and (not strict or talk.fitting(item, move.text)):
        give(talk, item, move, 4)
    elif in_focus and leaning:
        for one in _by_kind(talk, move, in_focus)[: talk.level.generous]:
            if talk.trusted(one) and talk.room() > 0:
                give(talk, one, move, 3)
    else:
        _elsewhere(talk, move, in_focus or hidden, leaning)


def _factual(talk: Talk, move: Move, score: float) -> bool:
    """Say whether a question supposes nothing and is about a fact far more than about what it was judged to be."""
    supposes = cues.IF_ABLE.search(move.text) or cues.LEADS_TO.search(move.text)
    return not supposes and _plainly_fact(talk, move, score)


def _by_kind(talk: Talk, move: Move, items: list[Item]) -> list[Item]:
    """Return the items with those first that hold what was asked for: a sum, a reaction."""
    return sorted(items, key=lambda i: not (talk.kinds(move.text) and talk.fitting(i, move.text)))


def too_soon(talk: Talk, move: Move, asks_on: bool) -> None:
    """Answer a question for consequences before any problem was said: near one, hint at it; else say so."""
    near, score = talk.best(move.text, talk.scene.of_kind("problem", "implication"))
    problem_ = talk.scene.by_id.get(near.parent or near.id) if near and score >= FLOOR - 0.1 else None
    strict = talk.kinds(move.text)
    _, fact = talk.best(move.text, talk.scene.of_kind("fact"))
    if problem_ and score >= FLOOR + 0.1 and not talk.out(problem_.id) and talk.trusted(problem_) and not strict:
        # Aimed so well that the buyer says what is wrong; what it leads to is asked for once more.
        give(talk, problem_, move, 2)
    elif fact >= FLOOR + 0.05 and fact > score:
        situation(talk, move)
    elif problem_ and not strict and talk.add(talk.voice.fresh(problem_.surface.get(talk.language, ()))):
        talk.tag("surface")
    elif not asks_on or fact >= FLOOR or strict - {"howmuch", "opinion"}:
        situation(talk, move)
    elif talk.released:
        # The first half of the line has found its answer; "no harm done" after it would only confuse.
        return
    elif leans(move.text, talk.language) and talk.last():
        # "And then?" of something that was just told: a reproach would not be understood.
        talk.tag("implication_nothing")
        offsheet(talk, move)
        talk.patience(-1)
    elif leans(move.text, talk.language):
        talk.say("implication_nothing")
        talk.patience(-2)
    else:
        talk.say("implication_unsaid", "implication_nothing")
        talk.patience(-2)


def _elsewhere(talk: Talk, move: Move, hidden: list[Item], leaning: bool) -> None:
    told, score = talk.best(move.text, [i for i in talk.scene.of_kind("implication") if talk.out(i.id)])
    asks_on = cues.LEADS_TO.search(move.text) is not None and not PRONOUN.search(move.text)
    strict = talk.kinds(move.text) - {"howmuch"}
    if told and score >= FLOOR + 0.1 and (not strict or talk.fitting(told, move.text)):
        retell.again(talk, told, move)
    elif not leaning and (not asks_on or strict or kind_of(talk, move) in ("plan", "which", "why")):
        situation(talk, move)
    elif not hidden or leaning:
        talk.say("implication_out")
    elif talk.level.vague:
        one = _costly(talk, move, hidden)
        if one is None and hidden[0].parent != talk.state.focus:
            talk.say("lead_implication")
        give(talk, one or hidden[0], move, 2)
    else:
        offsheet(talk, move)


def _costly(talk: Talk, move: Move, hidden: list[Item]) -> Item | None:
    """Return what answers a question for a sum: the first consequence that is told with a figure."""
    if not cues.SUM_ASKED.search(move.text):
        return None
    told = (i for i in hidden if talk.trusted(i) and any(cues.SUM_TOLD.search(t) for t in i.says[talk.language]))
    return next(told, None)


def need_payoff(talk: Talk, move: Move) -> None:
    """Answer what a remedy would be worth; the worth is felt only once the damage is."""
    if _personally(talk, move):
        return
    payoffs = talk.scene.of_kind("payoff", "goal")
    near = [i for i in payoffs if i.parent is None or talk.out(i.parent)]
    open_ = [i for i in near if not talk.out(i.id) and talk.ready(i)]
    item, score = talk.best(move.text, near)
    leaning = leans(move.text, talk.language)
    if not cues.SUPPOSES.search(move.text) and _plainly_fact(talk, move, score):
        situation(talk, move)
    elif item and score >= FLOOR - 0.05 and talk.out(item.id) and not leaning:
        talk.say("payoff_out")
    elif item and score >= FLOOR and item in open_ and talk.trusted(item):
        give(talk, item, move, 3)
    elif item and score >= FLOOR and not talk.out(item.id) and not talk.ready(item) and not leaning:
        _payoff_early(talk)
    elif mine := [i for i in open_ if i.parent == talk.state.focus and talk.trusted(i)]:
        give(talk, talk.best(move.text, mine)[0] or mine[0], move, 3)
    elif move.confidence < SURELY and score < FLOOR and not leaning:
        implication(talk, move)
    elif item and score >= FLOOR - 0.05 and not talk.ready(item):
        _payoff_early(talk)
    elif not any(talk.out(p.id) for p in talk.scene.of_kind("problem", "fear")):
        talk.say("payoff_nothing")
        talk.patience(-2)
    elif _had(talk):
        talk.say("payoff_out")
    elif open_ and talk.trusted(open_[0]):
        if open_[0].parent != talk.state.focus:
            talk.say("lead_payoff")
        give(talk, open_[0], move, 2)
    elif all(talk.out(i.id) for i in near):
        talk.say("payoff_out")
    else:
        _payoff_early(talk)


def _plainly_fact(talk: Talk, move: Move, score: float) -> bool:
    fact = talk.best(move.text, talk.scene.of_kind("fact"))[1]
    return fact >= FLOOR + 0.1 and fact > score + 0.12


def _had(talk: Talk) -> bool:
    mine = [i for i in talk.scene.of_kind("payoff") if i.parent == talk.state.focus]
    return any(talk.out(i.id) for i in mine)


def _payoff_early(talk: Talk) -> None:
    talk.say("payoff_early")
    talk.patience(-2)
