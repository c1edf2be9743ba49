"""Four scripted reps: an expert, an average one, one who pitches first, and one who is not there at all.

They know the scene's own sentences and the state of the talk; what the sentences are taken for is the judge's business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bot.coach.buyer import Item, Scene, State
from bot.coach.buyer.closing import earned
from bot.coach.scorecard import better
from bot.language import Catalog

from .table import Table

Rep = Iterator[str]
"""Gives one line after the other; looks at the table before each."""


def expert(table: Table, catalog: Catalog) -> Rep:
    """Ask few facts, dig, listen, trace, tie the value to needs, ask for a concrete step."""
    rep = _Script(table, catalog)
    yield from rep.opened()
    yield from rep.facts(2)
    last = table.scene.levels[table.state.difficulty].max_turns - 6
    while not table.state.ended:
        asked = rep.owed() or (rep.listened() or rep.dug() or rep.traced() if table.state.turn < last else None)
        line = asked or rep.tied(3) or rep.closed()
        if line is None:
            return
        yield line


def average(table: Table, catalog: Catalog) -> Rep:
    """Ask many facts, pitch a little early, dig into half of it, listen at times, trace nothing, ask for little."""
    rep = _Script(table, catalog, share=0.5, fewest=2, depth=1)
    yield from rep.opened()
    yield from rep.facts(4)
    for number in range(30):
        if table.state.ended:
            return
        if number == 5:
            yield from rep.pitched(1)
        line = rep.owed(every=2) or (rep.listened() if number % 4 == 1 else None) or rep.dug_half() or rep.tied(1)
        if line is None:
            break
        yield line
    yield from rep.pitched(1)
    yield from rep.asked_for(table.scene.steps[-1:])


def pitcher(table: Table, catalog: Catalog) -> Rep:
    """Praise the product from the first minute, meet every doubt with more praise, ask for the order."""
    rep = _Script(table, catalog, share=0.3, depth=0)
    yield from rep.pitched(3)
    yield from rep.facts(2)
    yield from rep.pitched(2)
    if line := rep.dug():
        yield line
    yield from rep.pitched(2)
    yield from rep.asked_for(table.scene.steps)


def noise(table: Table, lines: Sequence[str]) -> Rep:
    """Say what has nothing to do with anything."""
    for line in lines:
        if table.state.ended:
            return
        yield line


class _Script:
    """Which sentence comes next; `share` of the problems, `depth` consequences of each (None: all that serve)."""

    def __init__(
        self, table: Table, catalog: Catalog, *, share: float = 1.0, fewest: int = 1, depth: int | None = None
    ) -> None:
        self.table, self.catalog, self.depth = table, catalog, depth
        topics = self.scene.of_kind("problem", "fear")
        self.topics = {t.id for t in topics[: max(fewest, round(len(topics) * share))]}
        self.whole = share == 1.0
        self.used: set[str] = set()
        self.challenges = 0

    @property
    def scene(self) -> Scene:
        return self.table.scene

    @property
    def state(self) -> State:
        return self.table.state

    @property
    def language(self) -> str:
        return self.table.state.language

    def fresh(self, texts: Sequence[str]) -> str | None:
        found = next((text for text in texts if text not in self.used), None)
        if found:
            self.used.add(found)
        return found

    def opened(self) -> Rep:
        if line := self.fresh(self.scene.rehearsal.open[self.language]):
            yield line

    def facts(self, most: int) -> Rep:
        open_ = [i for i in self.scene.of_kind("fact") if not (i.idea or i.trust or i.after or i.any_of)]
        for item in open_[:most]:
            if self.state.ended:
                return
            if line := self.owed():
                yield line
            if line := self.fresh(item.asks[self.language]):
                yield line

    def pitched(self, most: int) -> Rep:
        for _ in range(most):
            if not self.state.ended and (line := self.fresh(self.scene.rehearsal.pitch[self.language])):
                yield line

    def owed(self, every: int = 1) -> str | None:
        """Return an answer to what the buyer asked; the average rep misses each second one."""
        if self.state.pending is None:
            return None
        self.challenges += 1
        if every > 1 and self.challenges % every == 0:
            return None
        return self.fresh(self.scene.rehearsal.answer[self.state.pending][self.language])

    def listened(self) -> str | None:
        """Return a playback or sympathy, where the last line of the buyer was one to take up."""
        told = self.table.steps[-1][1].released if self.table.steps else ()
        for release in reversed(told):
            for lines in (self.scene.rehearsal.acknowledge, self.scene.rehearsal.confirm):
                if release.item in lines and (line := self.fresh(lines[release.item][self.language])):
                    return line
        return None

    def dug(self) -> str | None:
        """Return the question for the next hidden thing that is worth it."""
        open_ = [i for i in self.scene.items if i.id not in self.state.revealed and self._ready(i) and self._mine(i)]
        for item in sorted(open_, key=self._rank):
            if line := self.fresh(item.asks.get(self.language, ())):
                return line
        return None

    def dug_half(self) -> str | None:
        """Return the next question until half of the needs are out."""
        needs = self.scene.of_kind("need")
        found = sum(n.id in self.state.revealed for n in needs)
        return None if 2 * found >= len(needs) else self.dug()

    def _mine(self, item: Item) -> bool:
        if item.kind in ("problem", "fear"):
            return item.id in self.topics
        if item.kind in ("goal", "need"):
            return self.whole
        if item.kind not in ("implication", "payoff") or item.parent not in self.topics:
            return False
        told = [i for i in self.scene.parts(str(item.parent), item.kind) if i.id in self.state.revealed]
        if self.depth is not None:
            return len(told) < self.depth
        asked = any(item.id in (*i.after, *i.any_of) for i in self.scene.items if i.id not in self.state.revealed)
        return item.kind == "payoff" or not told or asked

    def _ready(self, item: Item) -> bool:
        before = item.after + ((item.parent,) if item.parent else ())
        have = self.state.revealed
        return all(i in have for i in before) and (not item.any_of or any(i in have for i in item.any_of))

    def _rank(self, item: Item) -> tuple[int, int]:
        order = ("implication", "payoff", "goal", "need", "problem", "fear")
        # A need that comes out with something else is not asked for itself while that is still to be had.
        given = item.kind == "need" and any(i.gives == item.id for i in self.scene.items)
        return (item.parent != self.state.focus, len(order) if given else order.index(item.kind))

    def traced(self) -> str | None:
        """Return the next question for where a stated requirement comes from."""
        for facet in self.scene.of_kind("facet"):
            if facet.parent in self.state.revealed and facet.id not in self.state.revealed:
                found = better.trace(self.scene, self.state, facet)
                text = found.text or self.catalog.say(f"scorecard.{found.key}", self._shown, None, **found.values)
                if line := self.fresh([text]):
                    return line
        return None

    def tied(self, most: int) -> str | None:
        """Return what the product does for a need that is out; after the choice that would be selling again."""
        if self.scene.stage == "resolve":
            return None
        out = [n for n in self.scene.rehearsal.value if n in self.state.revealed]
        for need in out[:most]:
            if line := self.fresh(self.scene.rehearsal.value[need][self.language]):
                return line
        return None

    def closed(self) -> str | None:
        """Return the request for the largest step that was earned, at last for any."""
        able = [s for s in self.scene.steps if earned(self.scene, self.state, s)]
        for one in (*able, *reversed(self.scene.steps)):
            if line := self.fresh(one.asks[self.language]):
                return line
        return None

    def asked_for(self, steps: Sequence[object]) -> Rep:
        for one in self.scene.steps:
            if one in steps and not self.state.ended and (line := self.fresh(one.asks[self.language])):
                yield line

    @property
    def _shown(self) -> str:
        return "en" if self.language == "en" else "zh-Hans"


SKILLS: dict[str, Callable[[Table, Catalog], Rep]] = {"expert": expert, "average": average, "pitch-first": pitcher}
