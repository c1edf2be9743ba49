"""The end of a role-play: its outcome, and a short debrief with quotes."""

from __future__ import annotations

from bot.coach.buyer import Scene, State
from bot.coach.buyer.closing import outcome
from bot.coach.buyer.moments import Moment, moments

from . import roleplay_words as words
from .messages import Button
from .turn import TurnContext


def close(turn: TurnContext, scene: Scene, state: State) -> None:
    """Say what the talk came to, debrief, and close the session."""
    result = outcome(scene, state)
    turn.say(f"roleplay.outcome_{result}", step=_step(turn, scene, state))
    debrief(turn, scene, state)
    turn.close(result)


def debrief(turn: TurnContext, scene: Scene, state: State) -> None:
    """Show which needs came out, and the lines that won and cost most, quoted from the stored turns."""
    lines = [(row.text, row.evidence) for row in words.rep_turns(turn)]
    best, worst = moments(lines)
    parts = [_needs(turn, scene, state)]
    if best:
        parts.append(_moment(turn, "roleplay.debrief_best", best))
    if worst:
        parts.append(_moment(turn, "roleplay.debrief_worst", worst))
    again = Button(turn.text("roleplay.debrief_again"), f"/roleplay {scene.id}")
    other = Button(turn.text("roleplay.debrief_other"), "/roleplay")
    turn.reply.say("\n\n".join(parts), again, other)


def _needs(turn: TurnContext, scene: Scene, state: State) -> str:
    needs = scene.of_kind("need")
    found = [n for n in needs if n.id in state.revealed]
    if not found:
        return turn.text("roleplay.debrief_no_needs")
    names = ("; " if turn.language == "en" else "；").join(
        words.local(turn, n.called("en" if turn.language == "en" else "zh")) for n in found
    )
    return turn.text("roleplay.debrief_needs", found=len(found), all=len(needs), names=names)


def _moment(turn: TurnContext, key: str, moment: Moment) -> str:
    return turn.text(key, text=words.short(moment.text), note=turn.text(words.note_key(moment.tag)))


def _step(turn: TurnContext, scene: Scene, state: State) -> str:
    agreed = next((s for s in scene.steps if s.id == state.agreed), None)
    return words.local(turn, agreed.name) if agreed else ""
