"""A short scene as a drill: a few lines with a customer of the role-play engine, until the aim is reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from bot.coach.buyer import Line, Move, State, begin, step
from bot.coach.buyer.engine import opening
from bot.coach.lesson.drills import Scene
from bot.language import base, to_simplified

from .. import roleplay_words as buyer
from ..turn import TurnContext
from .desk import Desk
from .words import t, w

DIFFICULTY = "easy"


def open_scene(turn: TurnContext, desk: Desk, drill: Scene) -> None:
    """Open the talk: who sits there, what is to be reached, and the customer's first line."""
    scene = desk.scenes()[drill.play]
    start = begin(scene, difficulty=DIFFICULTY, language=base(turn.language), seed=turn.session.seed)
    state, text = opening(scene, start)
    turn.keep(d={**turn.state["d"], "buyer": state.to_json(), "made": {}, "last": text})
    turn.reply.say(
        t(turn, "scene_open", name=buyer.called(turn, scene), turns=drill.turns, aim=_aim(turn, drill)),
    )
    buyer.buyer_says(turn, scene, ((state.person, text),))


def again(turn: TurnContext, desk: Desk, drill: Scene) -> None:
    """Say again where the talk is."""
    open_ = turn.state["d"]
    turn.reply.say(t(turn, "scene_again", left=drill.turns - open_["i"], aim=_aim(turn, drill)))
    turn.reply.say(buyer.local(turn, open_["last"]), speaker="customer")


def take(turn: TurnContext, desk: Desk, drill: Scene, text: str) -> bool | None:
    """Take a line of the talk; True once the aim is reached, False where the turns are used up or the buyer leaves."""
    open_ = turn.state["d"]
    scene = desk.scenes()[drill.play]
    moves = turn.judge.moves(text, open_["last"])
    turn.judged(turn.judge.judge("rep", text, open_["last"]), drill=drill.id)
    line = Line(to_simplified(text), tuple(Move.of(move, to_simplified(move.text)) for move in moves))
    state = State.from_json(open_["buyer"])
    state.language = base(turn.language)
    taken = step(scene, state, line, buyer.common(turn))
    made = Counter(open_["made"]) + Counter(taken.labels)
    revealed = set(taken.state.revealed)
    needs = sum(item.id in revealed for item in scene.of_kind("need"))
    problems = sum(item.id in revealed for item in scene.of_kind("problem", "fear"))
    turns = open_["i"] + 1
    last = taken.replies[-1][1] if taken.replies else open_["last"]
    turn.keep(d={**open_, "buyer": taken.state.to_json(), "made": dict(made), "i": turns, "last": last})
    buyer.buyer_says(turn, scene, taken.replies)
    if _reached(drill, made, problems, needs):
        turn.reply.say(f"{t(turn, 'scene_reached', turns=turns)}\n{w(turn, drill.why)}")
        return True
    if turns >= drill.turns or taken.state.ended:
        lines = "\n".join(f"· {buyer.local(turn, each)}" for each in drill.sample.of(base(turn.language)))
        turn.reply.say(f"{t(turn, 'scene_missed', aim=_aim(turn, drill))}\n{lines}\n{w(turn, drill.why)}")
        return False
    if turns == (drill.turns + 1) // 2:
        # Half-way: what was said may not have been read as it was meant.
        left = _aim(turn, drill, made, problems, needs)
        turn.reply.say(t(turn, "scene_half", left=drill.turns - turns, aim=left))
    return None


def _reached(drill: Scene, made: Counter[str], problems: int, needs: int) -> bool:
    said = all(made[label] >= count for label, count in drill.reach.moves.items())
    return said and problems >= drill.reach.problems and needs >= drill.reach.needs


def _aim(
    turn: TurnContext, drill: Scene, made: Mapping[str, int] | None = None, problems: int = 0, needs: int = 0
) -> str:
    """Say what is to be reached, less what is."""
    moves = {label: n - (made or {}).get(label, 0) for label, n in drill.reach.moves.items()}
    parts = [t(turn, "aim_move", n=n, label=t(turn, f"label_{label}")) for label, n in moves.items() if n > 0]
    problems, needs = drill.reach.problems - problems, drill.reach.needs - needs
    parts += [t(turn, "aim_problems", n=problems)] if problems > 0 else []
    parts += [t(turn, "aim_needs", n=needs)] if needs > 0 else []
    return t(turn, "aim_and").join(parts)
