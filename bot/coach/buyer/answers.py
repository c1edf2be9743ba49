"""Answers to the five kinds of question. Each keeps the disclosure contract and always says something that fits."""

from __future__ import annotations

from . import cues
from .move import Move
from .scene import RELEASED_BY, Item
from .talk import FLOOR, Talk
from .topics import STRICT, leans

SURELY = 0.8
"""Confidence from which a question without a topic here is answered as what it was judged to be."""


def _kind(talk: Talk, move: Move) -> str:
    return cues.question_type(move.text, talk.language)


def may(item: Item, label: str) -> bool:
    """Say whether a move of this label can release the item."""
    return label in (item.moves or RELEASED_BY[item.kind])


def open_items(talk: Talk, label: str, *kinds: str) -> list[Item]:
    """Return the hidden items that a move of this label could release now, trust aside."""
    return [i for i in talk.scene.of_kind(*kinds) if not talk.out(i.id) and may(i, label) and talk.ready(i)]


def offsheet(talk: Talk, move: Move) -> None:
    """Answer honestly that this is not known here, in the form that was asked for."""
    kind = _kind(talk, move)
    own = kind == "opinion" and cues.YOURS.search(move.text)
    talk.say("offsheet_own" if own else f"offsheet_{kind}", "offsheet")
    talk.patience(-1)


def situation(talk: Talk, move: Move) -> None:
    """Answer a question of fact from the company's sheet; nothing of a need shows."""
    talk.state.in_a_row += 1
    if cues.WHO_ARE_YOU.search(move.text) and talk.add(
        talk.voice.fresh(talk.person.voice.get("intro", {}).get(talk.language, ()))
    ):
        talk.tag("intro")
        return
    facts = [i for i in talk.scene.items if i.kind in ("fact", "requirement") or (i.moves and "situation" in i.moves)]
    fact, score = talk.best(move.text, [i for i in facts if talk.out(i.id) or talk.ready(i)])
    near, near_score = talk.best(move.text, talk.scene.of_kind("problem"))
    if near and near_score >= FLOOR and near_score > score + 0.05:
        _surface(talk, near, move)
    elif (felt := _felt(talk, move)) and felt[1] > score + 0.15:
        _later(talk, felt[0], move)
    elif fact is None or score < FLOOR:
        follow(talk, move)
    elif talk.out(fact.id):
        talk.again(fact)
    elif not talk.trusted(fact):
        talk.say("guarded_fact")
        talk.patience(-1)
    else:
        talk.release(fact, move)
        talk.trust(1 if talk.state.in_a_row <= talk.level.situation_limit else 0)


def points_back(talk: Talk, move: Move) -> bool:
    """Say whether a question leans on the fact that was told last ("why did it fail?", "and he?")."""
    last = talk.scene.by_id.get(talk.state.topic or "")
    if last is None or last.kind != "fact":
        return False
    return leans(move.text, talk.language) or cues.POINTS_BACK.search(move.text) is not None


def follow(talk: Talk, move: Move) -> None:
    """Answer what names nothing known: with more of what was told last if it points there, else honestly not."""
    last = talk.scene.by_id.get(talk.state.topic or "")
    wants = cues.question_types(move.text, talk.language) & STRICT
    more = last and not wants and points_back(talk, move) and talk.voice.fresh(last.says.get(talk.language, ()))
    if not talk.add(more or None):
        offsheet(talk, move)


def _felt(talk: Talk, move: Move) -> tuple[Item, float] | None:
    item, score = talk.best(move.text, talk.scene.of_kind("implication", "payoff", "need"))
    return (item, score) if item and score >= FLOOR + 0.05 else None


def _later(talk: Talk, item: Item, move: Move) -> None:
    """Hold back what hurts from a bare question of fact, without denying it."""
    problem = talk.scene.by_id.get(item.parent or "")
    if talk.out(item.id) and item.says.get(talk.language):
        talk.again(item)
    elif item.kind == "need":
        talk.say("guarded_personal")
    elif problem and not talk.out(problem.id) and talk.add(talk.voice.fresh(problem.surface.get(talk.language, ()))):
        talk.tag("surface")
    else:
        talk.say("why_ask")


def _surface(talk: Talk, problem: Item, move: Move) -> None:
    if talk.out(problem.id):
        talk.again(problem)
    elif talk.add(talk.voice.fresh(problem.surface.get(talk.language, ()))):
        talk.state.topic = problem.id
        talk.tag("surface")
    else:
        offsheet(talk, move)


def problem(talk: Talk, move: Move) -> None:
    """Answer a question for trouble: with a problem of that topic, or the next one on the mind."""
    hidden = open_items(talk, "problem", "problem", "fear")
    if leans(move.text, talk.language) and _kind(talk, move) not in (STRICT | {"why"}):
        _next_problem(talk, move, hidden)
        return
    wide = cues.WIDE.search(move.text) is not None
    known = [i for i in talk.scene.of_kind("problem", "fear") if talk.out(i.id)]
    item, score = talk.best(move.text, hidden + known)
    _, fact = talk.best(move.text, talk.scene.of_kind("fact"))
    own = [n for n in talk.scene.of_kind("need") if not talk.out(n.id) and n.says.get(talk.language)]
    need, aimed = talk.best(move.text, own)
    if need and aimed >= FLOOR and aimed > score:
        talk.say("guarded_personal")
        talk.patience(-1)
    elif fact >= FLOOR + 0.05 and (
        fact > score + 0.15 or (move.confidence < SURELY and (fact > score + 0.05 or score < FLOOR))
    ):
        situation(talk, move)
    elif (item is None or score < FLOOR) and wide:
        _next_problem(talk, move, hidden)
    elif item is None or score < FLOOR or (talk.out(item.id) and score < FLOOR + 0.1):
        _no_problem(talk, move, hidden)
    elif talk.out(item.id):
        talk.again(item)
    elif talk.trusted(item):
        give(talk, item, move, 3)
    else:
        talk.say("guarded_problem")
        talk.patience(-1)


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


def _no_problem(talk: Talk, move: Move, hidden: list[Item]) -> None:
    kind = _kind(talk, move)
    if kind in ("opinion", "plan", "who") or move.confidence < SURELY or not cues.TROUBLE.search(move.text):
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
    hidden = open_items(talk, "implication", "implication")
    in_focus = [i for i in hidden if i.parent == talk.state.focus]
    item, score = talk.best(move.text, hidden)
    fresh, fresh_score = talk.best(move.text, open_items(talk, "implication", "problem", "fear"))
    leaning = leans(move.text, talk.language) and _kind(talk, move) != "opinion"
    if fresh and fresh_score >= FLOOR and fresh_score > score + 0.1 and talk.trusted(fresh):
        give(talk, fresh, move, 2)
    elif not any(talk.out(p.id) for p in talk.scene.of_kind("problem", "fear")):
        _too_soon(talk, move)
    elif item and score >= FLOOR - 0.04 and talk.trusted(item):
        give(talk, item, move, 4)
    elif in_focus and leaning:
        for one in in_focus[: talk.level.generous]:
            if talk.trusted(one) and talk.room() > 0:
                give(talk, one, move, 3)
    else:
        _elsewhere(talk, move, in_focus or hidden, leaning)


def _too_soon(talk: Talk, move: Move) -> None:
    """Answer a question for consequences before any problem was said: near one, hint at it; else say so."""
    near, score = talk.best(move.text, talk.scene.of_kind("problem", "implication"))
    problem_ = talk.scene.by_id.get(near.parent or near.id) if near and score >= FLOOR - 0.1 else None
    if problem_ and score >= FLOOR + 0.1 and not talk.out(problem_.id) and talk.trusted(problem_):
        # Aimed so well that the buyer says what is wrong; what it leads to is asked for once more.
        give(talk, problem_, move, 2)
    elif problem_ and talk.add(talk.voice.fresh(problem_.surface.get(talk.language, ()))):
        talk.tag("surface")
    elif move.confidence < SURELY or talk.best(move.text, talk.scene.of_kind("fact"))[1] >= FLOOR:
        situation(talk, move)
    elif _kind(talk, move) in STRICT - {"howmuch", "opinion"}:
        offsheet(talk, move)
    else:
        talk.say("implication_nothing")
        talk.patience(-2)


def _elsewhere(talk: Talk, move: Move, hidden: list[Item], leaning: bool) -> None:
    told, score = talk.best(move.text, [i for i in talk.scene.of_kind("implication") if talk.out(i.id)])
    if told and score >= FLOOR + 0.1:
        talk.again(told)
    elif not leaning and (move.confidence < SURELY or _kind(talk, move) in STRICT - {"howmuch"} | {"plan"}):
        situation(talk, move)
    elif not hidden or leaning:
        talk.say("implication_out")
    elif talk.level.vague:
        one = _costly(talk, move, hidden)
        if one is None:
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
    payoffs = talk.scene.of_kind("payoff", "goal")
    near = [i for i in payoffs if i.parent is None or talk.out(i.parent)]
    open_ = [i for i in near if not talk.out(i.id) and talk.ready(i)]
    item, score = talk.best(move.text, near)
    leaning = leans(move.text, talk.language)
    if item and score >= FLOOR - 0.05 and talk.out(item.id) and not leaning:
        talk.say("payoff_out")
    elif item and score >= FLOOR and item in open_ and talk.trusted(item):
        give(talk, item, move, 3)
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
        talk.say("lead_payoff")
        give(talk, open_[0], move, 2)
    elif all(talk.out(i.id) for i in near):
        talk.say("payoff_out")
    else:
        _payoff_early(talk)


def _had(talk: Talk) -> bool:
    mine = [i for i in talk.scene.of_kind("payoff") if i.parent == talk.state.focus]
    return any(talk.out(i.id) for i in mine)


def _payoff_early(talk: Talk) -> None:
    talk.say("payoff_early")
    talk.patience(-2)
