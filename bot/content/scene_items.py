"""Reading the hidden things of a scene file: facts, problems with what follows from them, needs, requirements."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.coach.buyer.asked import STRICT
from bot.coach.buyer.scene import Item, Words
from bot.coach.judgement import LABELS

from .scene_fields import SceneError, choice, known, number, pair, strings, words

ITEM_KEYS = (
    "id",
    "person",
    "name",
    "meant",
    "words",
    "asks",
    "says",
    "held",
    "moves",
    "after",
    "any_of",
    "trust",
    "pain",
    "kinds",
    "yes",
)
KINDS = tuple(sorted(STRICT))
"""Kinds of question that an item may name as those it answers."""
MOVES = LABELS["rep"]
PAIN = {"problem": 5, "implication": 12, "fear": 10}
FACET_ASKS: Mapping[str, Words] = {
    "why": {
        "zh": ("为什么要定这一条？", "这个要求是怎么来的？"),
        "en": ("Why do you need that?", "What is behind that requirement?"),
    },
    "who": {"zh": ("这一条是谁提的？", "谁定的这个标准？"), "en": ("Who set that?", "Whose requirement is that?")},
    "now": {"zh": ("为什么是现在？", "这个时间点是怎么定的？"), "en": ("Why now?", "What makes it this year?")},
}


def read_items(data: Any, first: str) -> list[Item]:
    items: list[Item] = []
    for n, entry in enumerate(data.get("facts") or ()):
        items.append(_item(entry, f"facts[{n}]", "fact", first))
    for n, entry in enumerate(data.get("ideas") or ()):
        items.append(_item(entry, f"ideas[{n}]", "fact", first, idea=True))
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
    entry: Any,
    at: str,
    kind: str,
    first: str,
    *extra: str,
    need: tuple[str, ...] = ("id", "words", "asks", "says"),
    idea: bool = False,
) -> Item:
    if isinstance(entry, dict):
        # YAML reads an unquoted `yes:` as true.
        entry = {"yes" if key is True else key: value for key, value in entry.items()}
    known(entry, at, (*ITEM_KEYS, *extra), need)
    at = f"{at} ({entry['id']})"
    optional = {
        key: words(entry[key], f"{at}.{key}") for key in ("words", "asks", "says", "surface", "held") if entry.get(key)
    }
    moves = strings(entry.get("moves") or (), f"{at}.moves")
    level = entry.get("level")
    return Item(
        id=str(entry["id"]),
        kind=kind,
        person=str(entry.get("person") or first),
        name=pair(entry["name"], f"{at}.name") if entry.get("name") else str(entry["id"]),
        meant=pair(entry["meant"], f"{at}.meant") if entry.get("meant") else {},
        moves=frozenset(choice(m, f"{at}.moves", MOVES) for m in moves),
        after=strings(entry.get("after") or (), f"{at}.after"),
        any_of=strings(entry.get("any_of") or (), f"{at}.any_of"),
        trust=number(entry.get("trust", 0), f"{at}.trust", 100),
        pain=number(entry.get("pain", PAIN.get(kind, 0)), f"{at}.pain", 30),
        parent=entry.get("parent"),
        gives=entry.get("gives"),
        level=choice(level, f"{at}.level", ("business", "personal")) if level else None,
        kinds=frozenset(choice(k, f"{at}.kinds", KINDS) for k in strings(entry.get("kinds") or (), f"{at}.kinds")),
        yes=_yes(entry.get("yes"), f"{at}.yes"),
        further=bool(entry.get("further")),
        idea=idea,
        **optional,
    )


def _yes(value: Any, at: str) -> bool | None:
    if value is not None and not isinstance(value, bool):
        raise SceneError(f"{at}: {value!r} is neither true nor false")
    return value


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
        known(part, f"{at}.{name}", ("says", "trust", "held"), ("says",))
        whole = {"id": f"{own['id']}.{name}", "parent": own["id"], "says": part["says"], "trust": part.get("trust", 0)}
        whole["words"], whole["asks"] = own["words"], FACET_ASKS[name]
        whole["held"] = part.get("held")
        if name == "why" and entry.get("need"):
            whole["gives"] = entry["need"]
        items.append(_item(whole, f"{at}.{name}", "facet", person, "parent", "gives"))
    return items
