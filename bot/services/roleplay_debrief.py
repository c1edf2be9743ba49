"""The end of a role-play: its outcome, the card that is stored, the picture, and a dosed debrief with quotes."""

from __future__ import annotations

from pathlib import Path

from bot.coach.buyer import Scene, State
from bot.coach.buyer.closing import outcome
from bot.coach.scorecard import Card
from bot.coach.scorecard.model import WEIGHTS

from . import roleplay_words as words
from . import scorecard_words as told
from .messages import Button
from .scorecard_words import Tongue
from .scoring import course, keep, played
from .turn import TurnContext


def close(turn: TurnContext, scene: Scene, state: State, pictures: Path | None = None) -> None:
    """Say what the talk came to, score it, debrief, and close the session; pictures go to `pictures`, if anywhere."""
    result = outcome(scene, state)
    turn.say(f"roleplay.outcome_{result}", step=_step(turn, scene, state))
    tongue = Tongue(turn.catalog, turn.language)
    card = keep(turn.uow, scene, turn.session, turn.now)
    turn.close(result)
    if card is None:
        turn.reply.say(tongue.say("nothing_said"), *_buttons(tongue, turn, scene, scored=False))
        return
    head = told.headline(tongue, card, _level(turn), course(turn.uow, turn.user.id))
    image = _picture(turn, tongue, scene, card, pictures) if pictures else None
    turn.reply.say(head, image=image)
    parts = [_needs(turn, scene, state), told.debrief(tongue, card)]
    turn.reply.say("\n\n".join(filter(None, parts)), *_buttons(tongue, turn, scene, scored=True))


def _buttons(tongue: Tongue, turn: TurnContext, scene: Scene, *, scored: bool) -> list[Button]:
    number = turn.session.id
    own = [("details", f"/score {number}"), ("replay", f"/replay {number}."), ("letter", f"/letter {number}")]
    if turn.session.parent_id is not None:
        own.append(("compare", f"/compare {number}"))
    wanted = [*(own if scored else []), ("again", f"/roleplay {scene.id}"), ("other", "/roleplay")]
    return [Button(tongue.say(f"button_{name}"), action) for name, action in wanted]


def _picture(turn: TurnContext, tongue: Tongue, scene: Scene, card: Card, folder: Path) -> str:
    # Matplotlib takes a second to load: only who closes a talk pays for it.
    from .scoring_picture import MOVES, PictureWords, draw

    drawn = PictureWords(
        title=tongue.say("title", scene=tongue.local(scene.title), total=told.figure(card.total)),
        dimensions={name: tongue.say(f"dimension_{name}") for name in WEIGHTS},
        trust=tongue.say("picture_trust"),
        pain=tongue.say("picture_pain"),
        moves={name: tongue.say(f"move_{name}") for name in MOVES},
        turn=tongue.say("picture_turn"),
    )
    talk = played(turn.uow, scene, turn.session)
    return str(draw(drawn, card, talk, folder, f"talk-{turn.session.id}"))


def _level(turn: TurnContext) -> str:
    return turn.text(f"roleplay.{turn.session.difficulty or 'normal'}")


def _needs(turn: TurnContext, scene: Scene, state: State) -> str:
    needs = scene.of_kind("need")
    found = [n for n in needs if n.id in state.revealed]
    if not found:
        return turn.text("roleplay.debrief_no_needs")
    glue = "; " if turn.language == "en" else "；"
    names = glue.join(words.local(turn, n.called("en" if turn.language == "en" else "zh")) for n in found)
    return turn.text("roleplay.debrief_needs", found=len(found), all=len(needs), names=names)


def _step(turn: TurnContext, scene: Scene, state: State) -> str:
    agreed = next((s for s in scene.steps if s.id == state.agreed), None)
    return words.local(turn, agreed.name) if agreed else ""
