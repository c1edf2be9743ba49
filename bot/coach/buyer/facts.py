"""Answers from the company's sheet: what was asked, in the kind that was asked for, or an honest no."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from . import beside, cues, digging, manners, retell, unknown
from .asked import STRICT, question_type, question_types
from .finding import surface
from .hearing import FLOOR, SURE
from .move import SURELY, Move
from .people import PRONOUN, names
from .reading import bare, leans, slight
from .scene import Item
from .talk import Talk
from .told import told

SAME = 0.6
"""The score from which a question is taken for one that was answered before."""
OTHER_SIDE = 0.35
"""How likely a question must ask for an answer that was not told yet of an item that is out."""
OTHER_KIND = 0.8
"""What is left of the score of a fact that does not hold the kind of answer asked for."""
ALIKE = 0.3
"""How like a question must be to those that another wording of what hurts was written for."""
SIDE = 0.2
"""How likely a question must ask for another side of what was told, that it is told although he may mean the same."""
ASKED_AGAIN = 0.42
"""How like a question must be to one that was written for an item, that what was told of it is told again."""
AGAIN = 0.3
"""How likely a question must ask for one answer of what is out, that it is told again."""
SURE_TOPIC = 0.44
"""The score from which something true on the topic is told although it is not what was asked for."""


def kind_of(talk: Talk, move: Move) -> str:
    """Return the first kind of answer that a question wants, `any` where it has none."""
    return question_type(move.text, talk.language)


def offsheet(talk: Talk, move: Move) -> None:
    """Answer what the sheet does not hold with what lies next to it, or honestly not at all."""
    if talk.released or {"offsheet", "beside", "surface"}.intersection(talk.tags):
        # One honest no in a reply is enough, and none is needed where half of the line has found its answer.
        return
    if _of_feelings(talk, move):
        talk.say("guarded_personal")
        talk.patience(-1)
    elif not beside.answer(talk, move):
        unknown.decline(talk, move)
        talk.patience(-1)


def _of_feelings(talk: Talk, move: Move) -> bool:
    """Say whether a question asks what the buyer feels: of that he says not that he would have to look it up."""
    if not cues.YOURS.search(move.text):
        return False
    feels = kind_of(talk, move) == "yesno" and cues.SYMPATHY.search(move.text)
    return bool(feels or cues.FEELS.search(move.text)) or unknown.kind_of(talk, move.text) == "personal"


def situation(talk: Talk, move: Move) -> None:
    """Answer a question of fact from the company's sheet; nothing of a need shows."""
    talk.state.in_a_row += 1
    if introduce(talk, move):
        return
    if cues.AFTERWARDS.search(move.text) and leans(move.text, talk.language):
        follow(talk, move)
        return
    if bound(talk, move) and talk.kinds(move.text) and from_last(talk, move):
        return
    if leans(move.text, talk.language) and (talk.kinds(move.text) or cues.POINTS_BACK.search(move.text)):
        if from_last(talk, move):
            return
        if talk.released and not talk.kinds(move.text) - {"who"}:
            # The first half of the line has just brought what there is.
            return
        if points_back(talk, move) and not cues.YOURS.search(move.text):
            offsheet(talk, move)
            return
    facts = [i for i in talk.scene.items if i.kind in ("fact", "requirement") or (i.moves and "situation" in i.moves)]
    fact, score = best_fact(talk, move.text, [i for i in facts if talk.out(i.id) or talk.ready(i)])
    near, near_score = talk.best(move.text, talk.scene.of_kind("problem"))
    if (bare_of := _bare(talk, move)) and talk.add(talk.voice.fresh(bare_of.surface.get(talk.language, ()))):
        talk.state.topic = bare_of.id
        talk.tag("surface")
    elif talk.nothing(move.text):
        follow(talk, move)
    elif near and near_score >= FLOOR and near_score > score + 0.05:
        _surface(talk, near, move)
    elif (felt := _felt(talk, move)) and felt[1] > score + 0.15:
        later(talk, felt[0], move)
    elif fact is None or score < FLOOR:
        follow(talk, move)
    else:
        tell(talk, fact, move, score)


def introduce(talk: Talk, move: Move) -> bool:
    """Say who one is, where that is asked for the first time; say whether it was."""
    own = talk.person.voice.get("intro", {}).get(talk.language, ())
    if not manners.WHO_ARE_YOU.search(move.text) or not talk.add(talk.voice.fresh(own)):
        return False
    talk.tag("intro")
    return True


def _bare(talk: Talk, move: Move) -> Item | None:
    """Return the hidden problem beside which a question of fact surely stands."""
    found = talk.found(move.text)
    hidden = [i for i in talk.scene.of_kind("problem", "fear") if not talk.out(i.id) and i.surface.get(talk.language)]
    best = max(hidden, key=lambda i: found.get(surface(i), 0.0), default=None)
    sure = best is not None and found.get(surface(best), 0.0) >= max((SURE, *found.values()))
    return best if sure else None


def best_fact(talk: Talk, text: str, items: list[Item]) -> tuple[Item | None, float]:
    """Return the item that fits best; of two near each other the one that holds the kind asked for."""
    scores = talk.scores(text)
    # Only what comes near the best is worth a closer look.
    near = max((scores[i.id] for i in items), default=0.0) * OTHER_KIND
    weighed = {
        i.id: scores[i.id] * (1.0 if scores[i.id] < near or talk.fitting(i, text) else OTHER_KIND) for i in items
    }
    best = max(items, key=lambda i: weighed[i.id], default=None)
    return best, scores[best.id] if best else 0.0


def tell(talk: Talk, fact: Item, move: Move, score: float) -> None:
    """Tell a fact that was asked for: at once, once more, not yet, or what is known instead of what was asked."""
    fits = talk.fitting(fact, move.text)
    if PRONOUN.search(move.text) and not talk.kinds(move.text) and not talk.about(fact, move.text):
        fits = []
    if talk.out(fact.id):
        _once_more(talk, fact, move, score, fits)
    elif not talk.trusted(fact):
        if "offsheet" in talk.tags:
            return
        talk.hold(fact, "guarded_fact")
        talk.patience(-1)
    elif fits:
        yes_or_no(talk, fact, move)
        talk.release(fact, move)
        talk.trust(1 if talk.state.in_a_row <= talk.level.situation_limit else 0)
    elif score >= SURE_TOPIC:
        if talk.found(move.text).get(fact.id, 0.0) < SURELY:
            offsheet(talk, move)
            talk.say("lead_fact")
        talk.release(fact, move)
    else:
        follow(talk, move)


def yes_or_no(talk: Talk, fact: Item, move: Move) -> None:
    """Begin with a yes or a no, where the fact settles what was asked."""
    if fact.yes is None or question_type(move.text, talk.language) != "yesno" or cues.NEGATED.search(move.text):
        return
    asks = [a for a in fact.asks.get(talk.language, ()) if question_type(a, talk.language) == "yesno"]
    if any(talk.share(move.text, ask) >= 0.5 for ask in asks):
        talk.say("lead_yes" if fact.yes else "lead_no")


def once_more(talk: Talk, item: Item, move: Move) -> None:
    """Answer a question for an item that is out: another side of it, what was told again, or neither.

    Another wording is told only to a question like those that it was written for, and what was told is told again
    only where just that is asked for: anything else asks for more than there is.
    """
    if retell.answered(talk, item, move.text) and not left_to_tell(talk, item, talk.answers):
        # Two questions of a line that aim at one thing have one answer.
        return
    near, ranked = talk.nearness(item, move.text), talk.answers.get(item.id, ())
    if digging.tell(talk, item, move, _left(talk, item, move)):
        return
    likely = not ranked or ranked[0][1] >= AGAIN
    if not near or (likely and talk.near(move.text).get(item.id, 0.0) >= ASKED_AGAIN):
        retell.recap(talk, item, move)
        talk.point(item)
        talk.patience(-2)
    else:
        offsheet(talk, move)


def left_to_tell(talk: Talk, item: Item, answers: Mapping[str, Sequence[tuple[str, float]]]) -> bool:
    """Say whether a question, by the probabilities of its `answers`, surely asks for one that was not told yet."""
    ranked = answers.get(item.id, ())
    return bool(ranked) and ranked[0][1] >= OTHER_SIDE and ranked[0][0] in talk.unsaid(item)


def _left(talk: Talk, item: Item, move: Move) -> list[str]:
    """Return the answers left of what was told that a question asks for, the likeliest first."""
    ranked, unsaid = talk.answers.get(item.id, ()), talk.unsaid(item)
    if ranked:
        return [text for text, p in ranked if text in unsaid and p >= SIDE]
    near = talk.nearness(item, move.text)
    return [text for text in talk.fitting(item, move.text) if near.get(text, 1.0) >= ALIKE]


def _once_more(talk: Talk, fact: Item, move: Move, score: float, fits: list[str]) -> None:
    if digging.tell(talk, fact, move, fits):
        return
    if (fits and talk.kinds(move.text) and score >= SURE_TOPIC) or (fits and score >= SAME):
        retell.again(talk, fact, move)
    else:
        offsheet(talk, move)


def points_back(talk: Talk, move: Move) -> bool:
    """Say whether a question leans on the fact that was told last ("why did it fail?", "and he?")."""
    last = talk.scene.by_id.get(talk.state.topic or "")
    if last is None or not talk.out(last.id) or talk.state.turn - talk.state.told_at > 1:
        return False
    if leans(move.text, talk.language) or bound(talk, move):
        return True
    return last.kind == "fact" and not talk.kinds(move.text) and cues.POINTS_BACK.search(move.text) is not None


def bound(talk: Talk, move: Move) -> bool:
    """Say whether a question speaks of the fact that was just told, by "it" or "he" and hardly a word besides."""
    last = talk.scene.by_id.get(talk.state.topic or "")
    if last is None or last.kind != "fact" or not talk.out(last.id) or talk.state.turn - talk.state.told_at > 1:
        return False
    return slight(move.text, talk.language) and cues.POINTS_BACK.search(move.text) is not None


def follow(talk: Talk, move: Move) -> None:
    """Answer what names nothing known: with more of what was told last if it points there, else honestly not."""
    if not from_last(talk, move):
        offsheet(talk, move)


def from_last(talk: Talk, move: Move) -> bool:
    """Answer from the item that was told last, where the question points to it and it holds such an answer."""
    last = talk.scene.by_id.get(talk.state.topic or "")
    if last is None or not points_back(talk, move):
        return False
    if (left := bare(move.text, talk.language)) and not any(left in t for t in last.says.get(talk.language, ())):
        return False
    about = names(move.text, talk.language)
    if about and not any(name in t for name in about for t in last.says.get(talk.language, ())):
        # "Did you tell Mr Tang?" leans on it and asks after somebody else.
        return False
    kinds = question_types(move.text, talk.language)
    fits = [t for t in _held(talk, last, move) if "why" not in kinds or cues.BECAUSE.search(t)]
    if not (kinds & (STRICT | {"why"}) or leans(move.text, talk.language) or cues.AFTERWARDS.search(move.text)):
        return False
    return talk.add(talk.voice.first(fits))


def _held(talk: Talk, last: Item, move: Move) -> list[str]:
    """Return the wordings of what was told last that hold the kind of answer asked for."""
    kinds = talk.kinds(move.text)
    if not bound(talk, move) or not kinds:
        return talk.fitting(last, move.text)
    return [t for t in last.says.get(talk.language, ()) if told(t, talk.language) & kinds]


def _felt(talk: Talk, move: Move) -> tuple[Item, float] | None:
    item, score = talk.best(move.text, talk.scene.of_kind("implication", "payoff", "need"))
    return (item, score) if item and score >= FLOOR + 0.05 else None


def later(talk: Talk, item: Item, move: Move) -> None:
    """Hold back what hurts from a bare question of fact, without denying it."""
    problem = talk.scene.by_id.get(item.parent or "")
    if talk.out(item.id) and talk.fitting(item, move.text):
        retell.again(talk, item, move)
    elif item.kind == "need" and not talk.out(item.id):
        talk.hold(item, "guarded_personal")
    elif item.held.get(talk.language):
        talk.hold(item, "why_ask")
    elif talk.kinds(move.text):
        offsheet(talk, move)
    elif problem and not talk.out(problem.id) and talk.add(talk.voice.fresh(problem.surface.get(talk.language, ()))):
        talk.tag("surface")
    else:
        talk.say("why_ask")


def _surface(talk: Talk, problem: Item, move: Move) -> None:
    kinds = talk.kinds(move.text)
    if talk.out(problem.id):
        if talk.add(talk.voice.first(talk.fitting(problem, move.text))):
            talk.tag("told_before")
            talk.point(problem)
        else:
            offsheet(talk, move)
    elif (
        not kinds
        and talk.about(problem, move.text)
        and talk.add(talk.voice.fresh(problem.surface.get(talk.language, ())))
    ):
        talk.state.topic = problem.id
        talk.tag("surface")
    else:
        offsheet(talk, move)
