"""A negotiation: a price zone, and concessions only in exchange."""

from __future__ import annotations

import re

from . import cues, manners
from .asked import STRICT, question_types
from .scene import Give, Price
from .talk import Talk

AT_ONCE = 2
"""How many terms are traded in one line at most."""
WHERE_NOW = cues.either(
    r"(?:您|你)(?:这边|那边|现在)?(?:的价|的数)?(?:现在)?(?:到|在|能到|能给到?|能出到?|落在)(?:多少|哪儿?|什么价)|"
    r"价(?:格|钱)?(?:上|这头|这边)?(?:您|你)?(?:现在)?(?:怎么看|怎么说|到哪|落在哪|呢)",
    r"\bwhere (?:are|do|would|does|did) (?:you|that|this|it|we)\b.{0,30}\b(?:now|price|stand|leave you|put you|land)\b|"
    r"\bwhat (?:price|figure|number) (?:could|can|would|will|do) you\b|"
    r"\byour (?:own )?(?:figure|price|number|side) (?:now|then|today)\b|\band (?:on )?the (?:price|[\d,.]{4,})\?",
)
"""How a rep asks for the buyer's own figure."""
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def negotiate(talk: Talk) -> bool:
    """Answer a line about price or terms; say whether it was one."""
    price = talk.scene.price
    if price is None:
        return False
    # A question about a figure ("why 15,800?") is no offer of it.
    labels = {move.label for move in talk.line.moves if not manners.AGREES.search(move.text)}
    asks = labels & {"trace", "situation", "problem", "implication"}
    gives = _asked_for(talk, price)
    if WHERE_NOW.search(talk.line.text) and (gives or talk.state.bid is not None):
        _say_figure(talk, price, gives)
        return True
    offer = None if asks else _offer(talk, price)
    if offer is None and not gives and (asks or not cues.DISCOUNT.search(talk.line.text)):
        return False
    first = talk.state.bid is None
    if first:
        talk.state.bid = price.target
    if offer is None and gives:
        for give in gives[:AT_ONCE]:
            _give(talk, price, give)
    elif offer is None or (first and offer >= price.list):
        # Who only names the list price has offered nothing yet.
        _line(talk, price, "open" if first else "hold", "discount_offered" if offer is None else "price_held")
    else:
        _answer(talk, price, offer, gives)
    return True


def _say_figure(talk: Talk, price: Price, gives: list[Give]) -> None:
    """Say where the buyer stands, by what was traded up to now."""
    for give in gives[:1]:
        _give(talk, price, give)
    _count_traded(talk, price)
    _line(talk, price, "trade" if gives and talk.state.offer else "hold", "price_held")


def _count_traded(talk: Talk, price: Price) -> None:
    """Lift the buyer's figure by what was granted before its price was named."""
    traded = price.target + price.list * sum(g.worth for g in price.gives if g.id in talk.state.traded) / 100
    talk.state.bid = min(ceiling(talk, price), max(talk.state.bid or price.target, traded))


def ceiling(talk: Talk, price: Price) -> float:
    """Return what the buyer would pay now: the reserve, lifted by what was traded and by the needs that were found."""
    traded = sum(g.worth for g in price.gives if g.id in talk.state.traded)
    needs = talk.scene.of_kind("need")
    felt = 2.0 * talk.needs_out() / len(needs) if needs else 0.0
    return price.reserve + price.list * (traded + felt + talk.level.price) / 100


def _offer(talk: Talk, price: Price) -> float | None:
    # What a rival asks is his figure, not the rep's.
    own = [move.text for move in talk.line.moves if not _of_a_rival(talk, move.text)]
    figures = [float(n.replace(",", "")) for text in own for n in NUMBER.findall(text)]
    near = [n for n in figures if price.list * 0.4 <= n <= price.list * 1.2]
    return near[-1] if near else None


def _of_a_rival(talk: Talk, text: str) -> bool:
    low = text.lower()
    return any(name.lower() in low for name in talk.scene.rival.get(talk.language, ()))


def _names(talk: Talk, gives: list[Give]) -> list[Give]:
    """Return the terms that a line names otherwise than by wanting to know of them ("who set the sixty days?")."""
    low = " ".join(
        move.text.lower()
        for move in talk.line.moves
        if not question_types(move.text, talk.language) & (STRICT | {"why", "which", "what"})
    )
    return [g for g in gives if any(word.lower() in low for word in g.words.get(talk.language, ()))]


def _asked_for(talk: Talk, price: Price) -> list[Give]:
    low = talk.line.text.lower()
    asked = _names(talk, [g for g in price.gives if g.id not in talk.state.traded])
    return [g for g in asked if not (need := g.against.get(talk.language)) or any(w.lower() in low for w in need)]


def stands(talk: Talk, text: str) -> bool:
    """Say whether a text names a term that was traded before."""
    price, low = talk.scene.price, text.lower()
    traded = [g for g in price.gives if g.id in talk.state.traded] if price else []
    return any(word.lower() in low for give in traded for word in give.words.get(talk.language, ()))


def _give(talk: Talk, price: Price, give: Give) -> None:
    talk.state.traded.append(give.id)
    talk.state.settled.extend(give.settles)
    talk.tag("traded")
    talk.add(talk.voice.fresh(give.says.get(talk.language, ()))) or talk.say("remark")
    talk.trust(3)
    talk.patience(2)


def _answer(talk: Talk, price: Price, offer: float, gives: list[Give]) -> None:
    before = talk.state.offer or price.list
    talk.state.offer = min(offer, before)
    for give in gives[:AT_ONCE]:
        _give(talk, price, give)
    if offer <= ceiling(talk, price):
        talk.state.agreed, talk.state.ended = "price", "agreed"
        _line(talk, price, "agree", "agreed:commit")
    elif gives or _names(talk, [g for g in price.gives if g.id in talk.state.traded]):
        _count_traded(talk, price)
        _line(talk, price, "trade", "traded")
    elif offer < before and not cues.IN_EXCHANGE.search(talk.line.text):
        talk.trust(-3)
        talk.believe(-4)
        talk.patience(-2)
        # Where something was traded before, "you got nothing for it" would be untrue.
        _line(talk, price, "hold" if talk.state.traded else "pocket", "discount_free")
    else:
        talk.patience(-2)
        _line(talk, price, "hold", "price_held")


def _line(talk: Talk, price: Price, slot: str, tag: str) -> None:
    talk.tag(tag)
    figures = {"offer": _figure(talk.state.offer or price.list), "bid": _figure(talk.state.bid or price.target)}
    options = [text.format(**figures) for text in price.lines[slot].get(talk.language, ())]
    talk.add(talk.voice.fresh(options)) or talk.say("price_again")


def _figure(value: float) -> str:
    return f"{value:.0f}" if value >= 100 or value == int(value) else f"{value:.1f}"
