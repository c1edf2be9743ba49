"""One attempt at a question: judged, stored with its checks, and counted or asked for again."""

from __future__ import annotations

from dataclasses import replace

from bot.coach.spin import prompts
from bot.coach.spin.examples import Examples
from bot.coach.spin.feedback import feedback
from bot.coach.spin.say import Say
from bot.coach.spin.verdict import HARD, Verdict, weigh
from bot.coach.spin.walk import MOST, Question, Walk, accepted, ahead, moved, skipping

from .turn import TurnContext

SHOW_AT = 2
"""At this many misses an example comes unasked."""
LEAVE_AT = 4
"""At this many misses the step is left with the coach's example."""

Answered = tuple[Walk, list[Say], bool]
"""The walk after the attempt, what is said to it, and whether something new is asked now."""


def attempt(turn: TurnContext, walk: Walk, text: str, examples: Examples) -> Answered:
    """Take `text` as an attempt at the question that `walk` is at."""
    before = walk.answer if walk.at != "situation" else None
    main, moves = turn.judge.judge("rep", text, before), turn.judge.moves(text, before)
    verdict = weigh(text, main, moves, walk, turn.language, (examples.customers(walk.deal, turn.language),))
    turn.judged(main, step=walk.at, checks=verdict.evidence())
    told, says = feedback(verdict, walk)
    if verdict.outcome in ("good", "bank"):
        return _counted(turn, told, verdict, says, examples)
    return _again(turn, told, verdict, says, examples)


def _counted(turn: TurnContext, walk: Walk, verdict: Verdict, says: list[Say], examples: Examples) -> Answered:
    question = Question(verdict.got, verdict.text, verdict.improved, verdict.downstream)
    full = walk.count(verdict.got) >= MOST[verdict.got]
    after = walk if full else accepted(walk, question, verdict.gift)
    if verdict.outcome == "bank" and ahead(walk):
        # The rep has gone ahead before: what is there of this step is enough.
        after = skipping(after, walk.at)
    if prompts.wants_downstream(after) and prompts.wants_downstream(walk):
        # Another consequence where the customer's customer was asked for: it counts, the step stays.
        after, says = replace(after, tries=after.tries + 1), [*says, Say("downstream_next")]
        return _left(turn, after, says, examples) if after.tries >= SHOW_AT else (after, says, True)
    return moved(after), says, True


def _again(turn: TurnContext, walk: Walk, verdict: Verdict, says: list[Say], examples: Examples) -> Answered:
    gift = verdict.gift is not None and not verdict.shape.asks and verdict.shape.ours is None
    # Neither a doubt of the judge nor a gift is held against the rep.
    tries = walk.tries + (verdict.outcome != "unsure" and not gift)
    after = replace(walk, pending=_pending(verdict), tries=tries)
    if gift:
        after = replace(after, gives=(*walk.gives, verdict.text), run=0)
    if tries >= LEAVE_AT:
        return _left(turn, after, says, examples)
    if tries == SHOW_AT and not gift and verdict.outcome == "miss":
        example = prompts.example_told(after, examples, turn.language)
        return replace(after, shown=after.shown + 1), [*says, example], False
    invited = verdict.outcome == "unsure" or says[0].key == "sharpen_hard"
    return after, says if invited else [*says, Say("again")], False


def _pending(verdict: Verdict) -> Question | None:
    """Return the attempt as the rep may keep it: where only form is at fault, or where the judge could not tell."""
    if verdict.outcome == "unsure":
        return Question(verdict.want, verdict.text, downstream=verdict.shape.downstream is not None, unsure=True)
    soft = verdict.outcome == "sharpen" and verdict.got == verdict.want and not set(verdict.faults) & set(HARD)
    return Question(verdict.got, verdict.text, verdict.improved, verdict.downstream) if soft else None


def _left(turn: TurnContext, walk: Walk, says: list[Say], examples: Examples) -> Answered:
    """Leave a step that does not come: the coach's example stands in, marked as such."""
    text = prompts.example(walk, examples, turn.language)
    ours = Question(walk.at, text, downstream=prompts.wants_downstream(walk), ours=True)
    after = moved(replace(walk, questions=(*walk.questions, ours)))
    return after, [*says, Say("left_open", {"example": text})], True
