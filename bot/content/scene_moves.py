"""Reading what the buyer brings up or agrees to: questions, objections, next steps, a price, asides."""

from __future__ import annotations

from typing import Any

from bot.coach.buyer.scene import NOTHING, Advance, Aside, Challenge, Give, Price

from .scene_fields import choice, known, number, pair, strings, words
from .scene_items import MOVES


def read_challenges(data: Any, first: str) -> list[Challenge]:
    result = []
    keys = ("id", "person", "says", "good", "moves", "on_good", "on_bad", "turn", "after", "only", "upon")
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
                    only=words(entry["only"], f"{at}.only") if entry.get("only") else NOTHING,
                    upon=choice(entry["upon"], f"{at}.upon", ("pitch", "commitment")) if entry.get("upon") else "",
                    **text,
                )
            )
    return result


def read_step(entry: Any, at: str, first: str) -> Advance:
    keys = ("id", "kind", "person", "name", "words", "asks", "says", "trust", "needs", "belief", "after", "put_off")
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
        put_off=words(entry["put_off"], f"{at}.put_off") if entry.get("put_off") else NOTHING,
    )


def read_price(data: Any) -> Price:
    keys = ("list", "target", "reserve", "unit", "gives", "lines")
    known(data, "price", keys, keys)
    slots = ("open", "pocket", "trade", "hold", "agree")
    known(data["lines"], "price.lines", slots, slots)
    gives = []
    for n, give in enumerate(data["gives"]):
        needed = ("id", "words", "says", "worth")
        known(give, f"price.gives[{n}]", (*needed, "against", "settles"), needed)
        at = f"price.gives[{n}]"
        gives.append(
            Give(
                str(give["id"]),
                words(give["words"], f"{at}.words"),
                words(give["says"], f"{at}.says"),
                float(give["worth"]),
                words(give["against"], f"{at}.against") if give.get("against") else NOTHING,
                strings(give.get("settles") or (), f"{at}.settles"),
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


def read_aside(entry: Any, at: str) -> Aside:
    known(entry, at, ("after", "person", "says"), ("after", "person", "says"))
    return Aside(str(entry["after"]), str(entry["person"]), words(entry["says"], f"{at}.says"))
