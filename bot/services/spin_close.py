"""The end of a SPIN walk: the call plan on the deal's sheet and on the screen; and the notes on the way."""

from __future__ import annotations

from bot.coach.spin.examples import Examples
from bot.coach.spin.plan import make_plan
from bot.coach.spin.say import Say
from bot.coach.spin.text import shorten
from bot.coach.spin.walk import Walk

from .messages import Button
from .plans import SHEET, plan_text
from .spin_deal import Intake
from .spin_words import words
from .turn import TurnContext


def close(turn: TurnContext, walk: Walk, examples: Examples, intake: Intake, outcome: str) -> None:
    """Store the plan of `walk` on its deal, show it, and end the session with `outcome`."""
    plan = make_plan(walk, examples, turn.language, f"{turn.now:%Y-%m-%d}")
    deal = turn.session.deal or intake.store(turn, walk.deal)
    deal.sheets = {**deal.sheets, SHEET: plan}
    deal.updated_at = turn.now
    export = Button(turn.text("spin.b_export"), f"/plan {deal.id} export")
    turn.reply.say(plan_text(turn.catalog, turn.language, plan), export)
    turn.close(outcome)


def notes(turn: TurnContext, walk: Walk) -> str:
    """Return the questions that are there so far, a line each."""
    if not walk.questions:
        return turn.text("spin.note_none")
    asked = [
        Say("plan_question", {"kind": Say(f"short_{question.kind}"), "question": question.text})
        for question in walk.questions
    ]
    return "\n".join([turn.text("spin.note_title"), *(f"· {shorten(words(turn, say), 120)}" for say in asked)])
