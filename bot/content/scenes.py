"""Scenes from `data/content/scenes/*.yaml`: reading and `python -m bot scene check [FILE]`."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from bot.coach.buyer import scene as model
from bot.coach.buyer.scene import Advance, Aside, Challenge, Give, Item, Person, Price, Scene, Words
from bot.settings import ROOT

from .scene_fields import SceneError, choice, known, number, pair, strings, words
from .scene_levels import levels
from .scene_rehearsal import read_rehearsal

__all__ = ["SceneError", "check_scene", "main", "read_scene", "read_scenes", "sound_scenes"]

log = logging.getLogger(__name__)

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C loader reads a scene in 10 ms instead of 100."""

KEYS = (
    "id",
    "order",
    "stage",
    "industry",
    "title",
    "teaser",
    "brief",
    "people",
    "company",
    "opening",
    "rival",
    "levels",
    "facts",
    "problems",
    "needs",
    "requirements",
    "asks",
    "objections",
    "fears",
    "goals",
    "steps",
    "price",
    "asides",
    "rehearsal",
)
ITEM_KEYS = ("id", "person", "name", "words", "asks", "says", "moves", "after", "any_of", "trust", "pain")


def read_scenes(folder: Path) -> dict[str, Scene]:
    """Read all scenes of a folder, in their order; raise `SceneError` for the first fault."""
    scenes = [read_scene(path) for path in sorted(folder.glob("*.yaml"))]
    return {scene.id: scene for scene in sorted(scenes, key=lambda s: (s.order, s.id))}


def sound_scenes(folder: Path) -> dict[str, Scene]:
    """Read the scenes of a folder that have no fault; a file with one is left out and named in the log."""
    scenes = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            scenes.append(read_scene(path))
        except SceneError as error:
            # One slip in a new file must not take all other talks away from everybody.
            log.warning("a scene is left out: %s", error)
    return {scene.id: scene for scene in sorted(scenes, key=lambda s: (s.order, s.id))}


def read_scene(path: Path) -> Scene:
    """Read one scene; raise `SceneError` naming file, place and fault."""
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.YAMLError as error:
        raise SceneError(f"{path.name}: not YAML: {' '.join(str(error).split())}") from error
    try:
        return _scene(data)
    except SceneError as error:
        raise SceneError(f"{path.name}: {error}") from error


def _scene(data: Any) -> Scene:
    known(
        data,
        "scene",
        KEYS,
        ("id", "stage", "industry", "title", "teaser", "brief", "people", "company", "opening", "steps"),
    )
    people = tuple(_person(p, f"people[{n}]") for n, p in enumerate(data["people"]))
    first = people[0]
    return Scene(
        id=str(data["id"]),
        order=int(data.get("order", 100)),
        stage=choice(data["stage"], "stage", model.STAGES),
        industry=pair(data["industry"], "industry"),
        title=pair(data["title"], "title"),
        teaser=pair(data["teaser"], "teaser"),
        brief=_brief(data["brief"]),
        people=people,
        company=pair(data["company"], "company"),
        opening=words(data["opening"], "opening"),
        items=tuple(_items(data, first.id)),
        challenges=tuple(_challenges(data, first.id)),
        steps=tuple(_step(s, f"steps[{n}]", first.id) for n, s in enumerate(data["steps"])),
        levels=levels(data.get("levels") or {}, first.entry),
        rival=words(data["rival"], "rival") if data.get("rival") else model.NOTHING,
        price=_price(data["price"]) if data.get("price") else None,
        asides=tuple(_aside(a, f"asides[{n}]") for n, a in enumerate(data.get("asides") or ())),
        rehearsal=read_rehearsal(data.get("rehearsal")),
    )


def _brief(data: Any) -> dict[str, Mapping[str, str]]:
    names = ("who", "offer", "known", "goal")
    known(data, "brief", names, names)
    return {name: pair(data[name], f"brief.{name}") for name in names}


def _person(data: Any, at: str) -> Person:
    fields = ("layer", "maslow", "change", "focus", "closeness", "stance", "entry", "temper")
    known(
        data, at, ("id", "name", "role", "aliases", "voice", "intro", *fields), ("id", "name", "role", "intro", *fields)
    )
    voice = {slot: words(entry, f"{at}.voice.{slot}") for slot, entry in (data.get("voice") or {}).items()}
    return Person(
        id=str(data["id"]),
        name=pair(data["name"], f"{at}.name"),
        role=pair(data["role"], f"{at}.role"),
        layer=choice(data["layer"], f"{at}.layer", model.LAYERS),
        maslow=choice(data["maslow"], f"{at}.maslow", model.MASLOW),
        change=choice(data["change"], f"{at}.change", model.CHANGE),
        focus=choice(data["focus"], f"{at}.focus", model.FOCUS),
        closeness=choice(data["closeness"], f"{at}.closeness", model.CLOSENESS),
        stance=choice(data["stance"], f"{at}.stance", model.STANCE),
        entry=choice(data["entry"], f"{at}.entry", model.ENTRY),
        temper=choice(data["temper"], f"{at}.temper", model.TEMPERS),
        aliases=words(data["aliases"], f"{at}.aliases") if data.get("aliases") else model.NOTHING,
        voice={**voice, "intro": words(data["intro"], f"{at}.intro")},
    )


def _items(data: Any, first: str) -> list[Item]:
    items: list[Item] = []
    for n, entry in enumerate(data.get("facts") or ()):
        items.append(_item(entry, f"facts[{n}]", "fact", first))
    for n, entry in enumerate(data.get("problems") or ()):
        items.extend(_problem(entry, f"problems[{n}]", "problem", first))
    for n, entry in enumerate(data.get("fears") or ()):
        items.extend(_problem(entry, f"fears[{n}]", "fear", first))
    for n, entry in enumerate(data.get("goals") or ()):
        items.append(_item(entry, f"goals[{n}]", "goal", first, "gives"))
    for n, entry in enumerate(data.get("needs") or ()):
        items.append(_item(entry, f"needs[{n}]", "need", first, "level", need=("id", "name", "level")))
    for n, entry in enumerate(data.get("requirements") or ()):
        items.extend(_requirement(entry, f"requirements[{n}]", first))
    return items


def _item(
    entry: Any, at: str, kind: str, first: str, *extra: str, need: tuple[str, ...] = ("id", "words", "asks", "says")
) -> Item:
    known(entry, at, (*ITEM_KEYS, *extra), need)
    at = f"{at} ({entry['id']})"
    optional = {key: words(entry[key], f"{at}.{key}") for key in ("words", "asks", "says", "surface") if entry.get(key)}
    moves = strings(entry.get("moves") or (), f"{at}.moves")
    level = entry.get("level")
    return Item(
        id=str(entry["id"]),
        kind=kind,
        person=str(entry.get("person") or first),
        name=pair(entry["name"], f"{at}.name") if entry.get("name") else str(entry["id"]),
        moves=frozenset(choice(m, f"{at}.moves", MOVES) for m in moves),
        after=strings(entry.get("after") or (), f"{at}.after"),
        any_of=strings(entry.get("any_of") or (), f"{at}.any_of"),
        trust=number(entry.get("trust", 0), f"{at}.trust", 100),
        pain=number(entry.get("pain", PAIN.get(kind, 0)), f"{at}.pain", 30),
        parent=entry.get("parent"),
        gives=entry.get("gives"),
        level=choice(level, f"{at}.level", ("business", "personal")) if level else None,
        further=bool(entry.get("further")),
        **optional,
    )


def _problem(entry: Any, at: str, kind: str, first: str) -> list[Item]:
    own = {k: v for k, v in entry.items() if k not in ("implications", "payoffs")}
    person = str(own.get("person") or first)
    items = [_item(own, at, kind, first, "surface")]
    for name, kind_ in (("implications", "implication"), ("payoffs", "payoff")):
        for n, part in enumerate(entry.get(name) or ()):
            part = {**part, "parent": own["id"]}
            items.append(_item(part, f"{at}.{name}[{n}]", kind_, person, "parent", "gives", "further"))
    return items


def _requirement(entry: Any, at: str, first: str) -> list[Item]:
    own = {k: v for k, v in entry.items() if k not in ("why", "who", "now", "need")}
    person = str(own.get("person") or first)
    items = [_item(own, at, "requirement", first)]
    for name in ("why", "who", "now"):
        if name not in entry:
            raise SceneError(f"{at} ({own['id']}): needs why, who and now")
        part = entry[name]
        known(part, f"{at}.{name}", ("says", "trust"), ("says",))
        whole = {"id": f"{own['id']}.{name}", "parent": own["id"], "says": part["says"], "trust": part.get("trust", 0)}
        whole["words"], whole["asks"] = own["words"], FACET_ASKS[name]
        if name == "why" and entry.get("need"):
            whole["gives"] = entry["need"]
        items.append(_item(whole, f"{at}.{name}", "facet", person, "parent", "gives"))
    return items


def _challenges(data: Any, first: str) -> list[Challenge]:
    result = []
    keys = ("id", "person", "says", "good", "moves", "on_good", "on_bad", "turn", "after", "upon")
    for section, kind, by in (("asks", "ask", ()), ("objections", "objection", ("acknowledge", "problem", "confirm"))):
        for n, entry in enumerate(data.get(section) or ()):
            at = f"{section}[{n}]"
            known(entry, at, keys, ("id", "says", "good", "on_good", "on_bad"))
            text = {k: words(entry[k], f"{at}.{k}") for k in ("says", "good", "on_good", "on_bad")}
            moves = strings(entry.get("moves") or by, f"{at}.moves")
            result.append(
                Challenge(
                    id=str(entry["id"]),
                    kind=kind,
                    person=str(entry.get("person") or first),
                    moves=frozenset(choice(m, f"{at}.moves", MOVES) for m in moves),
                    turn=number(entry.get("turn", 0), f"{at}.turn", 60),
                    after=strings(entry.get("after") or (), f"{at}.after"),
                    upon=choice(entry["upon"], f"{at}.upon", ("pitch", "commitment")) if entry.get("upon") else "",
                    **text,
                )
            )
    return result


def _step(entry: Any, at: str, first: str) -> Advance:
    keys = ("id", "kind", "person", "name", "words", "asks", "says", "trust", "needs", "belief", "after")
    known(entry, at, keys, ("id", "kind", "name", "words", "asks", "says"))
    return Advance(
        id=str(entry["id"]),
        kind=choice(entry["kind"], f"{at}.kind", ("commit", "advance")),
        person=str(entry.get("person") or first),
        name=pair(entry["name"], f"{at}.name"),
        words=words(entry["words"], f"{at}.words"),
        asks=words(entry["asks"], f"{at}.asks"),
        says=words(entry["says"], f"{at}.says"),
        trust=number(entry.get("trust", 0), f"{at}.trust", 100),
        needs=number(entry.get("needs", 0), f"{at}.needs", 20),
        belief=number(entry.get("belief", 0), f"{at}.belief", 100),
        after=strings(entry.get("after") or (), f"{at}.after"),
    )


def _price(data: Any) -> Price:
    keys = ("list", "target", "reserve", "unit", "gives", "lines")
    known(data, "price", keys, keys)
    slots = ("open", "pocket", "trade", "hold", "agree")
    known(data["lines"], "price.lines", slots, slots)
    gives = []
    for n, give in enumerate(data["gives"]):
        known(give, f"price.gives[{n}]", ("id", "words", "says", "worth"), ("id", "words", "says", "worth"))
        at = f"price.gives[{n}]"
        gives.append(
            Give(
                str(give["id"]),
                words(give["words"], f"{at}.words"),
                words(give["says"], f"{at}.says"),
                float(give["worth"]),
            )
        )
    return Price(
        list=float(data["list"]),
        target=float(data["target"]),
        reserve=float(data["reserve"]),
        unit=pair(data["unit"], "price.unit"),
        gives=tuple(gives),
        lines={slot: words(data["lines"][slot], f"price.lines.{slot}") for slot in slots},
    )


def _aside(entry: Any, at: str) -> Aside:
    known(entry, at, ("after", "person", "says"), ("after", "person", "says"))
    return Aside(str(entry["after"]), str(entry["person"]), words(entry["says"], f"{at}.says"))


MOVES = (
    "situation",
    "problem",
    "implication",
    "need_payoff",
    "trace",
    "pitch",
    "commitment",
    "confirm",
    "acknowledge",
    "other",
)
PAIN = {"problem": 5, "implication": 12, "fear": 10}
FACET_ASKS: Mapping[str, Words] = {
    "why": {
        "zh": ("为什么要定这一条？", "这个要求是怎么来的？"),
        "en": ("Why do you need that?", "What is behind that requirement?"),
    },
    "who": {"zh": ("这一条是谁提的？", "谁定的这个标准？"), "en": ("Who set that?", "Whose requirement is that?")},
    "now": {"zh": ("为什么是现在？", "这个时间点是怎么定的？"), "en": ("Why now?", "What makes it this year?")},
}


def check_scene(path: Path, replies: Path | None = None) -> list[str]:
    """Return the faults of a scene file, in words for its author; `replies` is the folder of the common lines."""
    from .scene_check import common_lines, faults

    try:
        scene = read_scene(path)
    except SceneError as error:
        return [str(error)]
    return faults(scene, common_lines(replies or ROOT / "data" / "content" / "replies"))


def main(argv: list[str]) -> int:
    """Check the files of `argv`, or every scene of the house; print the faults and return the exit status."""
    paths = [Path(name) for name in argv] or sorted((ROOT / "data" / "content" / "scenes").glob("*.yaml"))
    bad = 0
    for path in paths:
        found = check_scene(path) if path.is_file() else ["no such file"]
        bad += bool(found)
        print(f"{path.name}: {'good' if not found else f'{len(found)} fault(s)'}")
        for fault in found:
            print(f"  {fault}")
    if not argv:
        print(f"{len(paths)} scenes")
    return 1 if bad else 0
