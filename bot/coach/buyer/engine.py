"""The engine: a scene, a state and a judged line go in; a new state, replies and evidence come out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from . import (
    acts,
    aimed,
    answers,
    closing,
    cues,
    deal,
    facts,
    ideas,
    initiative,
    manners,
    people,
    statements,
    tracing,
    weighing,
)
from .asked import echoes, is_question
from .move import QUESTIONS, Line, Move
from .pick import ANSWERED, asks, pick
from .proposing import proposed
from .reading import leans, shorn
from .scene import Scene
from .settle import heard_say, settled, supposes
from .state import State
from .talk import Release, Talk
from .voice import Lines

HANDLERS = {
    "situation": facts.situation,
    "problem": answers.problem,
    "implication": answers.implication,
    "need_payoff": answers.need_payoff,
    "trace": tracing.trace,
    "pitch": statements.pitch,
    "commitment": closing.commitment,
    "confirm": statements.confirm,
    "acknowledge": statements.acknowledge,
    "other": statements.other,
}


@dataclass(frozen=True)
class Step:
    """What one turn brought."""

    state: State
    replies: tuple[tuple[str, str], ...]
    """Who said what: person id and text, 1 to 4 sentences in all (a second person's aside may add one)."""
    released: tuple[Release, ...]
    tags: tuple[str, ...]
    labels: tuple[str, ...]
    """Under which label each move was taken."""
    effects: dict[str, int]
    """Change of trust, patience, pain and belief."""

    def evidence(self) -> dict[str, Any]:
        """Return what is stored on the rep's turn."""
        return {
            "labels": list(self.labels),
            "released": [r.to_json() for r in self.released],
            "tags": list(self.tags),
            "effects": self.effects,
            "state": self.state.to_json(),
        }


def begin(scene: Scene, *, difficulty: str, language: str, seed: int) -> State:
    """Return the state in which a talk begins; `language` is zh or en."""
    level = scene.levels[difficulty]
    return State(
        scene=scene.id,
        difficulty=difficulty,
        language=language,
        seed=seed,
        trust={p.id: level.trust for p in scene.people},
        patience=level.patience,
        person=scene.people[0].id,
        stage=scene.stage,
    )


def opening(scene: Scene, state: State) -> tuple[State, str]:
    """Return the buyer's first line, by the seed, and the state that remembers it."""
    from .voice import Voice

    state = state.copy()
    voice = Voice(lambda _key, _language: (), state, Random(f"{state.seed}:0"))
    return state, voice.fresh(scene.opening[state.language]) or ""


def step(scene: Scene, state: State, line: Line, lines: Lines) -> Step:
    """Take one line of the rep. Pure: the same arguments give the same step; `state` is not changed."""
    before, state = state, state.copy()
    state.turn += 1
    talk = Talk(scene, state, scene.levels[state.difficulty], lines, line, Random(f"{state.seed}:{state.turn}"))
    if spoken_to := people.spoken_to(scene, line.text, state.language):
        talk.state.person = talk.addressed = spoken_to
    if state.ended:
        return _result(before, talk, ())
    labels = _take(talk)
    if talk.state.demanded == before.demanded:
        talk.state.demanded = None
    if talk.state.hinted == before.hinted:
        talk.state.hinted = None
    initiative.leave(talk)
    _remember(talk)
    return _result(before, talk, tuple(labels))


def _remember(talk: Talk) -> None:
    """Keep in mind who was named last, by the rep or in the answer."""
    heard = f"{talk.line.text} {_spoken(talk)}"
    talk.state.who = people.last_named(talk.scene, heard, talk.language) or talk.state.who


def _take(talk: Talk) -> list[str]:
    talk.patience(-1)
    if acts.whole_line(talk):
        return []
    if acts.asks_leave(talk):
        return ["other"]
    if aimed.take_choice(talk):
        return ["situation"]
    if aimed.take_hint(talk):
        return ["problem"]
    labels = heard_say(talk, proposed(talk, [settled(talk, move) for move in talk.line.moves]))
    if len(labels) > 2 and labels[0] == labels[-1] == "confirm":
        # A playback in several sentences that ends with "right?" is one.
        labels = ["confirm"] * len(labels)
    for name in labels:
        talk.state.count(f"move:{name}")
    if acts.takes_leave(talk, labels):
        return labels
    if weighing.weigh_answer(talk, labels) and talk.said:
        return labels
    if deal.negotiate(talk):
        return labels
    chosen = _answer_moves(talk, labels)
    if not talk.said:
        talk.say("other")
    talk.tidy()
    # "May I come to the tender?" before a question proposes nothing that could be objected to, and of an idea he has
    # said what he makes.
    proposes = "commitment" in chosen and "idea" not in talk.tags
    initiative.speak_up(talk, ["other" if label == "commitment" and not proposes else label for label in labels])
    return labels


def _answer_moves(talk: Talk, labels: list[str]) -> list[str]:
    """Answer what is answered of a line; return the labels under which it was taken."""
    in_a_row = talk.state.in_a_row
    chosen = pick(talk, labels)
    talk.asks = any(label in QUESTIONS or label == "commitment" for _, label in chosen)
    talk.several = sum(label in QUESTIONS for _, label in chosen) > 1
    talk.played_back = any(label == "confirm" and cues.RIGHT.search(move.text) for move, label in chosen)
    if "situation" not in labels:
        talk.state.in_a_row = 0
    elif "acknowledge" in labels or "confirm" in labels:
        # Who shows that he has heard the answer is no interrogator.
        talk.state.in_a_row = min(talk.state.in_a_row, 1)
    taken_as: list[str] = []
    proposed = any(label == "commitment" for _, label in chosen)
    answered = any(tag.endswith("_answered") for tag in talk.tags)
    for move, label in chosen:
        if answered and _only_answers(talk, move, label):
            continue
        if talk.state.ended or (talk.said and talk.room() <= 0 and label != "commitment"):
            break
        of_proposal = "commitment" in taken_as or (proposed and label != "commitment")
        if (answered or of_proposal) and manners.AGREES.search(move.text) and not manners.HERE_TOO.search(move.text):
            # "Would you support that?" belongs to what was proposed or promised before it.
            continue
        if label == "commitment" and "commitment" in taken_as:
            # Two sentences of one proposal.
            continue
        taken_as.append(label)
        if len(talk.line.moves) > 1 and manners.NODS.search(move.text):
            continue
        if acts.within(talk, move, label):
            continue
        whole = _whole(talk, move, label)
        if label == "commitment":
            whole = " ".join(one.text for one, other in chosen if other == "commitment")
        elif whole != move.text and cues.TROUBLE.search(whole):
            label = "problem"
        taken = Move(shorn(whole, talk.language), label, move.confidence, move.alternatives)
        if label in ("problem", "implication", "need_payoff") and statements.personal(talk, taken):
            continue
        judged = replace(taken, label=move.label)
        asked = label in QUESTIONS and aimed.answer(talk, judged, label, _before(talk, move))
        if not (asked or ideas.floated(talk, judged, label)):
            HANDLERS[label](talk, taken)
        talk.state.who = people.last_named(talk.scene, _spoken(talk), talk.language) or talk.state.who
    # A line counts as one question of fact, however many it holds.
    talk.state.in_a_row = min(talk.state.in_a_row, in_a_row + 1)
    if sum(label in QUESTIONS and asks(talk, move.text) for move, label in zip(talk.line.moves, labels)) > ANSWERED:
        talk.tag("too_many")
        talk.patience(-2)
        if talk.room() > 0:
            talk.say("too_many")
    return [label for _, label in chosen]


def _only_answers(talk: Talk, move: Move, label: str) -> bool:
    """Say whether a sentence of an answered line was the answer: no question, and no step proposed."""
    if label == "commitment":
        return not (is_question(move.text, talk.language) or weighing.INVITES.search(move.text))
    return label in ("pitch", "other", "acknowledge")


def _spoken(talk: Talk) -> str:
    return " ".join(piece.text for piece in talk.said)


def _before(talk: Talk, move: Move) -> str:
    """Return the statement or echo that stands before a move in the same line; empty where there is none."""
    at = talk.line.moves.index(move) if move in talk.line.moves else 0
    before = talk.line.moves[at - 1].text if at else ""
    return "" if is_question(before, talk.language) and not echoes(before, talk.language) else before


def _whole(talk: Talk, move: Move, label: str) -> str:
    """Return the text of a move; a bare question ("What happened?") is read with the statement before it."""
    at = talk.line.moves.index(move) if move in talk.line.moves else 0
    if at and label in QUESTIONS and supposes(talk, talk.line.moves[at - 1]):
        return f"{talk.line.moves[at - 1].text} {move.text}"
    if at == 0 or label not in QUESTIONS or not leans(move.text, talk.language):
        return move.text
    before = talk.line.moves[at - 1]
    told = before.label in ("confirm", "other", "acknowledge") and not is_question(before.text, talk.language)
    return f"{before.text} {move.text}" if told and cues.HEARD.search(before.text) else move.text


def _result(before: State, talk: Talk, labels: tuple[str, ...]) -> Step:
    after = talk.state
    effects = {
        "trust": sum(after.trust.values()) - sum(before.trust.values()),
        "patience": after.patience - before.patience,
        "pain": after.pain - before.pain,
        "belief": after.belief - before.belief,
    }
    return Step(after, _joined(talk), tuple(talk.released), tuple(talk.tags), labels, effects)


def _joined(talk: Talk) -> tuple[tuple[str, str], ...]:
    glue = " " if talk.language == "en" else ""
    joined: list[tuple[str, str]] = []
    for person, text, _ in talk.said:
        if joined and joined[-1][0] == person:
            joined[-1] = (person, joined[-1][1] + glue + text)
        else:
            joined.append((person, text))
    return tuple(joined)


def replay(
    scene: Scene, lines: Lines, *, seed: int, difficulty: str, language: str, moves: Iterable[Line]
) -> list[Step]:
    """Play a whole talk again from its stored lines; returns a step for each line, until the talk has ended."""
    state, _ = opening(scene, begin(scene, difficulty=difficulty, language=language, seed=seed))
    steps: list[Step] = []
    for line in moves:
        if state.ended:
            break
        steps.append(step(scene, state, line, lines))
        state = steps[-1].state
    return steps
