"""What a rep could do next, in three doses: what to aim at, which type of move, an example."""

from __future__ import annotations

from dataclasses import dataclass

from .scene import Item, Scene
from .state import State

MOVE_FOR = {
    "answer": "answer",
    "problem": "problem",
    "implication": "implication",
    "payoff": "need_payoff",
    "personal": "acknowledge",
    "trace": "trace",
    "fear": "acknowledge",
    "goal": "confirm",
    "step": "commitment",
}


@dataclass(frozen=True)
class Hint:
    """A hint; `example` may be empty where only the rep can know the words."""

    aim: str
    """A key of `MOVE_FOR`."""
    move: str
    example: str


def hint(scene: Scene, state: State) -> Hint:
    """Return the most useful next thing for the state of the talk."""
    aim, item = next_aim(scene, state)
    if aim == "step":
        asks = scene.steps[-1].asks[state.language]
    else:
        asks = item.asks.get(state.language, ()) if item else ()
    return Hint(aim, MOVE_FOR[aim], asks[0] if asks and aim not in ("answer", "personal", "fear") else "")


def next_aim(scene: Scene, state: State) -> tuple[str, Item | None]:
    """Return what to aim at next (a key of `MOVE_FOR`) and the item to get, where it is one."""
    if state.pending:
        return "answer", None
    hidden = [i for i in scene.items if i.id not in state.revealed and _ready(i, state)]
    if _hurt(scene, state) and state.counts.get("move:acknowledge", 0) == 0:
        return "personal", None
    for aim, kinds in (
        ("fear", ("fear",)),
        ("implication", ("implication",)),
        ("payoff", ("payoff",)),
        ("goal", ("goal",)),
    ):
        near = [i for i in hidden if i.kind in kinds]
        mine = [i for i in near if i.parent == state.focus]
        felt = [i for i in scene.of_kind("implication") if i.id in state.revealed and i.parent == state.focus]
        if aim == "implication" and len(felt) >= 2 and any(i.kind == "payoff" for i in hidden):
            continue
        if mine or near:
            return aim, (mine or near)[0]
    for aim, kind in (("problem", "problem"), ("trace", "facet")):
        found = [i for i in hidden if i.kind == kind and (kind != "facet" or i.id.endswith(".why"))]
        if found:
            return aim, found[0]
    if any(i.kind == "need" and i.says.get(state.language) for i in hidden):
        return "personal", None
    return "step", None


def _ready(item: Item, state: State) -> bool:
    before = item.after + ((item.parent,) if item.parent else ())
    return all(i in state.revealed for i in before) and (
        not item.any_of or any(i in state.revealed for i in item.any_of)
    )


def _hurt(scene: Scene, state: State) -> bool:
    topic = scene.by_id.get(state.topic or "")
    return topic is not None and topic.kind == "implication"
