"""A scripted expert: plays a scene as a very good rep would, to prove that every need can be reached."""

from __future__ import annotations

from .engine import Step, begin, opening, step
from .move import Line, Move
from .scene import RELEASED_BY, Item, Scene
from .state import State
from .voice import Lines


def play(scene: Scene, lines: Lines, *, difficulty: str, language: str, seed: int = 1) -> list[Step]:
    """Play until every need is out and a next step is agreed, or the buyer ends it; returns all steps."""
    state, _ = opening(scene, begin(scene, difficulty=difficulty, language=language, seed=seed))
    expert = _Expert(scene, language)
    steps: list[Step] = []
    while not state.ended and len(steps) < scene.levels[difficulty].max_turns:
        line = expert.next(state)
        if line is None:
            break
        steps.append(step(scene, state, line, lines))
        state = steps[-1].state
    return steps


class _Expert:
    def __init__(self, scene: Scene, language: str) -> None:
        self.scene, self.language = scene, language
        self.used: list[str] = []
        self.last = ""

    def next(self, state: State) -> Line | None:
        if state.pending:
            return self._answer(state)
        if self.last in ("implication", "problem", "fear") and (line := self._listen(state)):
            return line
        for item in sorted(self._open(state), key=lambda i: self._rank(i, state)):
            if line := self._ask(item):
                return line
        return self._close(state)

    def _answer(self, state: State) -> Line:
        challenge = next(c for c in self.scene.challenges if c.id == state.pending)
        label = "acknowledge" if "acknowledge" in challenge.moves else "other"
        # A full stop: words such as "when you chose" are said here, not asked.
        stop = "." if self.language == "en" else "。"
        return self._line(challenge.good[self.language][0] + stop, label, "")

    def _listen(self, state: State) -> Line | None:
        topic = self.scene.by_id.get(state.topic or "")
        said = topic.says.get(self.language, ()) if topic else ()
        kind, self.last = self.last, ""
        # Pain is met with sympathy, a problem is played back: each where it was said.
        label = "acknowledge" if kind == "implication" and state.counts.get("acknowledged", 0) < 3 else "confirm"
        return self._line(said[0], label, "") if said and said[0] not in self.used else None

    def _open(self, state: State) -> list[Item]:
        def ready(item: Item) -> bool:
            before = item.after + ((item.parent,) if item.parent else ())
            return all(i in state.revealed for i in before) and (
                not item.any_of or any(i in state.revealed for i in item.any_of)
            )

        return [i for i in self.scene.items if i.id not in state.revealed and i.kind != "fact" and ready(i)]

    def _rank(self, item: Item, state: State) -> tuple[int, int]:
        order = ("implication", "payoff", "goal", "need", "facet", "problem", "fear", "requirement")
        return (0 if item.parent == state.focus else 1, order.index(item.kind))

    def _ask(self, item: Item) -> Line | None:
        label = {"implication": "implication", "payoff": "need_payoff", "facet": "trace", "goal": "confirm"}.get(
            item.kind
        )
        allowed = item.moves or RELEASED_BY[item.kind]
        label = label if label in allowed else "problem" if "problem" in allowed else sorted(allowed)[0]
        asks = item.asks.get(self.language, ())
        if item.kind == "facet":
            # The requirement is named, so that the facets of two requirements are not mixed up.
            words = item.words.get(self.language, ("",))
            asks = tuple(f"{words[0]} {ask}" for ask in asks)
        fresh = [ask for ask in asks if ask not in self.used]
        return self._line(fresh[0], label, item.kind) if fresh else None

    def _close(self, state: State) -> Line | None:
        for one in self.scene.steps:
            for ask in one.asks[self.language]:
                if ask not in self.used:
                    return self._line(ask, "commitment", "")
        return None

    def _line(self, text: str, label: str, kind: str) -> Line:
        self.used.append(text)
        self.last = kind
        return Line(text, (Move(text, label),))
