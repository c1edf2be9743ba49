"""What a half-clear question is met with: asking back which of two things is meant."""

from __future__ import annotations

from .aim import Aim
from .cues import either
from .scene import Item
from .talk import Talk

TOGETHER = 0.68
"""How likely a question must ask for one of two things, that the buyer asks back which."""
OFTEN = 5
"""How often at most in a talk."""
NAMED = 0.5
"""Which share of an answer must stand in the name of one of the two, or of the name in it, that it is a choice."""
FIRST = either(r"前(?:一个|面那?个|者|头)|第一(?:个|样|件)|头一(?:个|样)", r"\b(?:first|former)\b")
SECOND = either(r"后(?:一个|面那?个|者|头)|第二(?:个|样|件)|另一个", r"\b(?:second|latter|other one|last one)\b")
BOTH = either(r"都(?:想|要|说|讲|问|行|可以|听|是)|两(?:个|样|头|方面)都", r"\bboth\b|\beither\b|\btwo of them\b")


def ask_back(talk: Talk, text: str, found: Aim) -> bool:
    """Ask which of the two likeliest things a question means; say whether it was asked."""
    (one, p), (other, q) = found.items[:2]
    if p + q < TOGETHER or found.nothing > q or not (_named(talk, one) and _named(talk, other)):
        return False
    lately = talk.state.turn - talk.state.counts.get("asked_back_at", -9) < 2
    if lately or talk.state.counts.get("asked_back", 0) >= OFTEN:
        return False
    talk.state.count("asked_back")
    talk.state.counts["asked_back_at"] = talk.state.turn
    talk.state.between, talk.state.unclear = [one.id, other.id], text
    return talk.say("which_meant", one=one.meant[talk.language], other=other.meant[talk.language])


def _named(talk: Talk, item: Item) -> bool:
    return bool(item.meant.get(talk.language)) and talk.trusted(item)


def chosen(talk: Talk) -> tuple[Item, ...]:
    """Return what the rep means by "the second" or "both", asked back the turn before; empty where it is neither."""
    if talk.state.turn - talk.state.counts.get("asked_back_at", -9) != 1:
        return ()
    one, other = (talk.scene.by_id[name] for name in talk.state.between)
    text = talk.line.text
    if BOTH.search(text):
        return (one, other)
    if FIRST.search(text) is not None and SECOND.search(text) is None:
        return (one,)
    if SECOND.search(text) is not None and FIRST.search(text) is None:
        return (other,)
    # The names begin as questions do ("who signs"), so only a question mark tells a question from a choice.
    if not text.rstrip().endswith(("?", "？")):
        # "What he said last." – one of them is named again.
        first, second = (_named_in(talk, text, item.meant[talk.language]) for item in (one, other))
        if max(first, second) >= NAMED and first != second:
            return (one,) if first > second else (other,)
    return ()


def _named_in(talk: Talk, text: str, name: str) -> float:
    """Return how far an answer names one of the two, 0 to 1: it may say more, or only a part of the name."""
    return max(talk.share(text, name), talk.share(name, text))
