"""What can be wrong with a scene that reads well: references, reach, thin places, clashes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from bot.coach.buyer import expert
from bot.coach.buyer.indexes import question_index
from bot.coach.buyer.scene import Item, Scene
from bot.coach.buyer.voice import Lines, prints, sentences
from bot.language import Catalog

from .scene_rehearsal import rehearsal_faults

LANGUAGES = ("zh", "en")
FEWEST = {"fact": 8, "need": 2}
SHORT = {"zh": 6, "en": 12}
"""Characters up to which a sentence may come in two places ("All right.")."""
ASKED = ("fact", "problem", "implication", "payoff", "requirement", "fear", "goal")


def common_lines(folder: Path) -> Lines:
    """Return the common lines of `data/content/replies` as the engine takes them."""
    catalog = Catalog.read(folder)

    def lines(key: str, language: str) -> tuple[str, ...]:
        return catalog.variants(key, language) if key in catalog else ()

    return lines


def faults(scene: Scene, lines: Lines) -> list[str]:
    """Return all faults of a scene, in words for its author."""
    found = [*_references(scene), *_thin(scene), *_clashes(scene), *_repeats(scene), *_price(scene)]
    # A broken reference would only drown the author in follow-up faults.
    return found or [*_mistaken(scene), *_reach(scene, lines), *rehearsal_faults(scene)]


def _references(scene: Scene) -> Iterator[str]:
    ids = Counter(item.id for item in scene.items)
    ids.update(c.id for c in scene.challenges)
    yield from (f"{name}: the id is used {n} times" for name, n in ids.items() if n > 1)
    people = {p.id for p in scene.people}
    known = {item.id for item in scene.items}
    for item in scene.items:
        for other in (*item.after, *item.any_of, *([item.gives] if item.gives else [])):
            if other not in known:
                yield f"{item.id}: names {other}, which is not in the scene"
        if item.gives and item.gives in known and scene.by_id[item.gives].kind != "need":
            yield f"{item.id}: gives {item.gives}, which is not a need"
    for step in scene.steps:
        yield from (f"steps ({step.id}): names {i}, which is not in the scene" for i in step.after if i not in known)
        if step.needs > len(scene.of_kind("need")):
            yield f"steps ({step.id}): asks for {step.needs} needs, the scene has {len(scene.of_kind('need'))}"
    for give in scene.price.gives if scene.price else ():
        yield from (
            f"price.gives ({give.id}): names {i}, which is not in the scene" for i in give.settles if i not in known
        )
    for c in scene.challenges:
        yield from (f"{c.id}: names {i}, which is not in the scene" for i in c.after if i not in known)
    for aside in scene.asides:
        if aside.after not in known:
            yield f"asides: names {aside.after}, which is not in the scene"
    speakers = [(i.id, i.person) for i in scene.items] + [(c.id, c.person) for c in scene.challenges]
    speakers += [(s.id, s.person) for s in scene.steps] + [("asides", a.person) for a in scene.asides]
    yield from (f"{name}: is said by {p}, who is not among the people" for name, p in speakers if p not in people)


def _thin(scene: Scene) -> Iterator[str]:
    for kind, least in FEWEST.items():
        if len(scene.of_kind(kind)) < least:
            yield f"{kind}s: {len(scene.of_kind(kind))}, at least {least} are needed"
    if not any(need.level == "personal" for need in scene.of_kind("need")):
        yield "needs: none is personal"
    if not any(s.kind == "advance" for s in scene.steps):
        yield "steps: none is an advance"
    for item in scene.items:
        for language in LANGUAGES:
            if item.kind in ASKED and len(item.asks.get(language, ())) < 2:
                yield f"{item.id}: asks.{language}: at least 2 example questions are needed"
            longest = max((len(sentences(t)) for t in item.says.get(language, ())), default=0)
            if longest > 3:
                yield f"{item.id}: says.{language}: {longest} sentences, 3 at most"
        if item.kind == "problem":
            if not any(item.surface.values()):
                yield f"{item.id}: surface is missing (what a bare question of fact gets)"
            if not scene.parts(item.id, "implication"):
                yield f"{item.id}: has no implication"
    for language in LANGUAGES:
        if len(scene.opening[language]) < 2:
            yield f"opening.{language}: at least 2 wordings are needed"


def _clashes(scene: Scene) -> Iterator[str]:
    for language in LANGUAGES:
        owners: dict[str, str] = {}
        for item in scene.items:
            if item.kind == "facet":
                continue
            for ask in item.asks.get(language, ()):
                if owners.setdefault(ask.lower(), item.id) != item.id:
                    yield f"{item.id}: asks.{language}: {ask!r} also asks for {owners[ask.lower()]}"
        for kind in ("fact", "problem", "requirement"):
            shared = Counter(w.lower() for i in scene.of_kind(kind) for w in set(i.words.get(language, ())))
            for item in scene.of_kind(kind):
                words = item.words.get(language, ())
                if words and all(shared[w.lower()] > 1 for w in words):
                    yield f"{item.id}: words.{language}: every keyword also belongs to another {kind}"


def _repeats(scene: Scene) -> Iterator[str]:
    for language in LANGUAGES:
        seen: dict[int, str] = {}
        places = [
            (i.id, t) for i in scene.items for texts in (i.says, i.surface, i.held) for t in texts.get(language, ())
        ]
        places += [
            (c.id, t) for c in scene.challenges for t in (*c.says[language], *c.on_good[language], *c.on_bad[language])
        ]
        places += [(s.id, t) for s in scene.steps for t in (*s.says[language], *s.put_off.get(language, ()))]
        for place, text in places:
            for sentence in sentences(text):
                for mark in prints(sentence) if len(sentence) > SHORT[language] else ():
                    if seen.setdefault(mark, place) != place:
                        yield f"{place}: {language}: {sentence!r} is also said in {seen[mark]}"


def _price(scene: Scene) -> Iterator[str]:
    price = scene.price
    if price is None:
        return
    if not price.target < price.reserve < price.list:
        yield "price: target must be under reserve, and reserve under list"
    if len(price.gives) < 2:
        yield "price.gives: at least 2 things to trade are needed"


def _mistaken(scene: Scene) -> Iterator[str]:
    rivals = {"fact": ("fact", "requirement", "problem"), "problem": ("problem",), "implication": ("implication",)}
    for language in LANGUAGES:
        index = question_index(scene, language)
        for kind, others in rivals.items():
            for item in scene.of_kind(kind):
                yield from _taken(scene, item, others, index.fit, language)


Scores = Callable[[str], dict[str, float]]


def _taken(scene: Scene, item: Item, others: tuple[str, ...], scores: Scores, language: str) -> Iterator[str]:
    for ask in item.asks.get(language, ()):
        ranked = scores(ask)
        best = max(scene.of_kind(*others), key=lambda i: ranked[i.id])
        if best.id != item.id and ranked[best.id] > ranked[item.id] + 0.02:
            yield f"{item.id}: asks.{language}: {ask!r} is taken for {best.id}"


def _reach(scene: Scene, lines: Lines) -> Iterator[str]:
    givers = {i.gives for i in scene.items}
    for need in scene.of_kind("need"):
        if need.id not in givers and not any(need.says.values()):
            yield f"{need.id}: nothing gives this need, and it has no says of its own"
    for difficulty in scene.levels:
        for language in LANGUAGES:
            steps = expert.play(scene, lines, difficulty=difficulty, language=language)
            end = steps[-1].state
            hidden = [n.id for n in scene.of_kind("need") if n.id not in end.revealed]
            where = f"an expert at {difficulty} in {language}"
            how = f"turns {end.turn}, trust {end.trust}, belief {end.belief}, ended {end.ended}"
            if hidden:
                yield f"{where} does not reach {', '.join(hidden)} ({how})"
            elif not end.agreed:
                yield f"{where} gets no next step ({how})"
