"""What would have been a better sentence at a turn, with what was known then: from the scene's hand-written lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.coach.buyer import Item, Scene, State
from bot.coach.buyer.scene import Words

LISTENS = ("problem", "implication", "payoff", "fear", "need", "facet", "goal")


@dataclass(frozen=True)
class Better:
    """A better sentence: `text` as a rep would say it, or the frame `key` of the catalogue filled with `values`."""

    move: str
    """The label of the move that it is."""
    text: str = ""
    key: str = ""
    values: dict[str, str] = field(default_factory=dict)


def toward(scene: Scene, state: State, item: Item) -> Better:
    """Return what leads to `item` in `state`: the question for it, or for what must come out before it."""
    for _ in range(4):
        missing = _missing(scene, state, item)
        if missing is None:
            break
        item = missing
    return ask(scene, state, item)


def ask(scene: Scene, state: State, item: Item) -> Better:
    """Return the sentence that asks for `item`."""
    if item.kind == "facet":
        return trace(scene, state, item)
    if item.kind == "need":
        return acknowledge(scene, state) or _plain(state, item, "problem")
    move = {"implication": "implication", "payoff": "need_payoff", "fact": "situation", "goal": "confirm"}.get(
        item.kind
    )
    return _plain(state, item, move or "problem")


def trace(scene: Scene, state: State, item: Item) -> Better:
    """Return the sentence that traces a requirement (or the facet `item` of one)."""
    requirement = scene.by_id[item.parent] if item.parent else item
    facet = item.id.rpartition(".")[2] if item.parent else "why"
    if facet == "why" and (text := _fresh(scene.rehearsal.trace.get(requirement.id, {}), state)):
        return Better("trace", text)
    return Better("trace", key=f"better_trace_{facet}", values={"name": requirement.called(state.language)})


def acknowledge(scene: Scene, state: State) -> Better | None:
    """Return sympathy with what was said last that hurts; None where nothing was."""
    for item in _recent(scene, state, LISTENS):
        if text := _fresh(scene.rehearsal.acknowledge.get(item.id, {}), state):
            return Better("acknowledge", text)
    topic = next(iter(_recent(scene, state, LISTENS)), None)
    if topic is None:
        return None
    return Better("acknowledge", key="better_acknowledge", values={"name": topic.called(state.language)})


def confirm(scene: Scene, state: State) -> Better | None:
    """Return a playback of what was said last; None where nothing was."""
    for item in _recent(scene, state, (*LISTENS, "requirement")):
        if text := _fresh(scene.rehearsal.confirm.get(item.id, {}), state):
            return Better("confirm", text)
    topic = next(iter(_recent(scene, state, (*LISTENS, "requirement"))), None)
    if topic is None:
        return None
    return Better("confirm", key="better_confirm", values={"name": topic.called(state.language)})


def answer(scene: Scene, state: State, challenge: str) -> Better:
    """Return a good answer to a question or an objection of the buyer."""
    if text := _fresh(scene.rehearsal.answer.get(challenge, {}), state):
        return Better("answer", text)
    return Better("answer", key="better_answer")


def value(scene: Scene, state: State) -> Better | None:
    """Return what the product does for a need that is out; None where none is."""
    for need in scene.of_kind("need"):
        if need.id in state.revealed and (text := _fresh(scene.rehearsal.value.get(need.id, {}), state)):
            return Better("pitch", text)
    return None


def trade(scene: Scene, state: State) -> Better:
    """Return how to ask for something in exchange."""
    gives = scene.price.gives if scene.price else ()
    for give in gives:
        if give.id not in state.traded and (text := _fresh(scene.rehearsal.trade.get(give.id, {}), state)):
            return Better("commitment", text)
    return Better("commitment", key="better_trade")


def next_step(scene: Scene, state: State) -> Better:
    """Return the most useful sentence in `state`: an answer that is owed, else what the hints would aim at."""
    from bot.coach.buyer.hints import next_aim

    if state.pending:
        return answer(scene, state, state.pending)
    aim, item = next_aim(scene, state)
    if item is not None:
        return ask(scene, state, item)
    if aim == "personal":
        return acknowledge(scene, state) or confirm(scene, state) or step(scene, state)
    return step(scene, state)


def step(scene: Scene, state: State) -> Better:
    """Return the request for the largest next step that was earned, else for the smallest there is."""
    from bot.coach.buyer.closing import earned

    able = [s for s in scene.steps if earned(scene, state, s)]
    chosen = (able or [scene.steps[-1]])[0]
    return Better("commitment", chosen.asks[state.language][0])


def _plain(state: State, item: Item, move: str) -> Better:
    text = _fresh(item.asks, state)
    return Better(move, text) if text else Better(move, key="better_ask", values={"name": item.called(state.language)})


def _missing(scene: Scene, state: State, item: Item) -> Item | None:
    before = item.after + ((item.parent,) if item.parent else ())
    gone = [scene.by_id[i] for i in before if i not in state.revealed]
    if gone:
        return gone[-1]
    if item.any_of and not any(i in state.revealed for i in item.any_of):
        return scene.by_id[item.any_of[0]]
    givers = [i for i in scene.items if i.gives == item.id]
    spoken = item.says.get(state.language)
    return givers[0] if givers and item.kind == "need" and not spoken else None


def _recent(scene: Scene, state: State, kinds: Iterable[str]) -> list[Item]:
    wanted = tuple(kinds)
    topic = [state.topic] if state.topic else []
    ids = [*topic, *(i for i in reversed(state.revealed) if i not in topic)]
    return [scene.by_id[i] for i in ids if i in scene.by_id and scene.by_id[i].kind in wanted]


def _fresh(texts: Words, state: State) -> str:
    options = texts.get(state.language, ())
    heard = set(state.heard)
    return next((t for t in options if re.sub(r"[\W_]+", "", t).lower() not in heard), options[0] if options else "")
