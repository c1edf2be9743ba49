"""How it ends: what the buyer makes of a proposed next step, and the outcome of a talk."""

from __future__ import annotations

import re

from . import ideas
from .cues import either
from .hearing import FLOOR, SURE
from .manners import DAY
from .move import SURELY, Move
from .scene import Advance, Scene
from .state import State
from .talk import Talk

TO_BOTH = either(r"[二两]位|你们(?:俩|两|都)|咱们三", r"\b(?:both|you two|the two of you|the three of us)\b")
"""How a step is proposed to two people."""
DAY_TAKEN = either(
    r"(?:照|按|定)?你(?:说|提)的(?:时间|日子|那天|时候|那会儿|哪天|那次)|说哪天|就那天",
    r"\b(?:that|the) (?:time|day)\b|\bon the day\b|\bwhen you sa(?:id|y)\b|\byou named\b|\bthat suits\b|"
    r"\bat that meeting\b",
)
"""How somebody accepts a day that was offered."""
SAYS_YES = re.compile(
    r"^(?:好|行|可以|成|没问题|那就)[^，,。！!]{0,2}[，,。！!]\s*|"
    r"^(?i:(?:yes|good|fine|all right|agreed|okay|done|you may)\b[^,.:]{0,12}[,.:]\s+)"
)
"""How a step is agreed to, which says nothing where the buyer names another one himself."""
NAMED = 0.8
"""How surely a proposal must be found to name a step, that it is taken for nothing else."""
IN_HIS_WORDS = 1.0
"""From which score a proposal is so much the step that the buyer agrees in words on just this step."""
NEAR = 0.7
"""Which share of the best step's score another must have, that it may have been proposed as well."""
LATE = 10
"""After so many turns nobody is told any more that he proposes too soon."""
OUTCOMES = ("commit", "advance", "continuation", "refusal")


def commitment(talk: Talk, move: Move) -> None:
    """Weigh a proposed next step against what was earned, and agree, offer less, put off or refuse."""
    scores = talk.scores(move.text)
    able = [s for s in talk.scene.steps if earned(talk.scene, talk.state, s)]
    asked = _asked(talk, move, able)
    named = asked is not None and talk.found(move.text).get(f"step:{asked.id}", 0.0) >= NAMED
    if not named and ideas.answer(talk, move):
        talk.patience(-1)
    elif asked is not None and asked in able:
        _agree(talk, asked, move.text)
    elif able and (asked.kind == "commit" and named if asked else move.confidence >= SURELY):
        smaller = sorted(able, key=lambda s: (s.kind != "advance", -scores[f"step:{s.id}"]))
        talk.say("smaller_step" if asked is not None else "other_step")
        _agree(talk, smaller[0])
    elif talk.needs_out() and talk.state.trust[talk.state.person] >= 35 + talk.level.bar // 2:
        _put_off(talk, move, asked, "not_yet", "continuation")
        talk.patience(-3)
    else:
        # Late in a talk "Next step already?" would forget all that was said.
        late = talk.needs_out() or talk.state.turn > LATE
        _put_off(talk, move, asked, "not_yet" if late else "commit_early", "commit_early")
        talk.trust(-3)
        talk.patience(-5)


def _asked(talk: Talk, move: Move, able: list[Advance]) -> Advance | None:
    """Return the step that a proposal names best; of two near each other the one that was earned; None where none."""
    scores = {step.id: talk.scores(move.text)[f"step:{step.id}"] for step in talk.scene.steps}
    best = max(talk.scene.steps, key=lambda s: scores[s.id], default=None)
    if best is None or scores[best.id] < FLOOR - 0.05 or talk.nothing(move.text):
        return None
    near = [step for step in able if scores[step.id] >= max(FLOOR, NEAR * scores[best.id])]
    return best if best in able else max(near, key=lambda s: scores[s.id], default=best)


def _put_off(talk: Talk, move: Move, asked: Advance | None, slot: str, tag: str) -> None:
    """Agree to nothing: in words on the step that was proposed, else in those of a slot."""
    surely = asked is not None and talk.found(move.text).get(f"step:{asked.id}", 1.0) >= SURE
    text = talk.voice.fresh(asked.put_off.get(talk.language, ())) if asked and surely else None
    if asked and text:
        talk.tag(slot, tag)
        talk.add(text, asked.person, slot)
    else:
        talk.say(slot, tag)


def earned(scene: Scene, state: State, step: Advance) -> bool:
    """Say whether the talk so far has earned this step."""
    open_doubts = [c.id for c in scene.challenges if c.kind == "objection" and c.id in state.raised]
    doubt = any(c not in state.settled for c in open_doubts)
    needs = sum(need.id in state.revealed for need in scene.of_kind("need"))
    return (
        state.trust[step.person] >= step.trust + _bar(scene, state, step)
        and needs >= step.needs
        and state.belief >= step.belief
        and all(item in state.revealed for item in step.after)
        and not (doubt and step.kind == "commit")
    )


def _bar(scene: Scene, state: State, step: Advance) -> int:
    """Return what a difficulty adds to the trust that a step asks for; a hard buyer adds it twice to a signature."""
    bar = scene.levels[state.difficulty].bar
    return bar * (2 if step.kind == "commit" else 1) if bar > 0 else bar // 2


def _agree(talk: Talk, step: Advance, proposed: str = "") -> None:
    """Agree to a step as it was `proposed`, else on the buyer's own terms."""
    talk.state.agreed, talk.state.person, talk.state.ended = step.id, step.person, "agreed"
    talk.tag(f"agreed:{step.kind}")
    says = step.says.get(talk.language, ())
    if not proposed:
        # The buyer's own terms: what, who and when.
        says = tuple(_without_yes(text) for text in says if DAY.search(text)) or says[:1]
    elif DAY.search(talk.line.text):
        # Who is offered a day takes it, or says nothing of another one.
        says = tuple(text for text in says if not DAY.search(text)) or says
    else:
        # Where no day was offered, none can be accepted.
        says = tuple(text for text in says if not DAY_TAKEN.search(text)) or says
    surely = not proposed or talk.found(proposed).get(f"step:{step.id}", IN_HIS_WORDS) >= IN_HIS_WORDS
    # What was proposed in other words than those of the step is agreed to as it was proposed.
    if not (surely and talk.add(talk.voice.fresh(says))):
        talk.say("agrees")
    for other in talk.scene.people:
        if other.id != step.person and (
            TO_BOTH.search(talk.line.text) or other.named_in(talk.line.text, talk.language)
        ):
            talk.add(talk.voice.slot("joins_in", other), other.id, "joins_in")


def _without_yes(text: str) -> str:
    left = SAYS_YES.sub("", text)
    return left[:1].upper() + left[1:]


def outcome(scene: Scene, state: State) -> str:
    """Return what the talk came to: one of `OUTCOMES`."""
    if state.agreed == "price":
        return "commit"
    if state.agreed:
        return next(s.kind for s in scene.steps if s.id == state.agreed)
    needs = sum(need.id in state.revealed for need in scene.of_kind("need"))
    trust = max(state.trust.values())
    if state.ended == "patience" or trust < 30 or not (needs or trust >= 45):
        return "refusal"
    return "continuation"
