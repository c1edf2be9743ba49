"""Answers to a question that traces a requirement: why it stands, who set it, why now."""

from __future__ import annotations

from . import retell
from .answers import give
from .asked import is_question, question_types
from .cues import THAT_ONE, either
from .facts import situation
from .hearing import FLOOR, SURE
from .move import SURELY, Move
from .people import names
from .reading import content, leans
from .scene import Item
from .talk import Talk

ELSEWHERE = 0.7
"""How surely a question must be found to ask for something else, that it asks nothing about the last demand."""
THIS = either(r"[这那](?:条|个|么|样|一条|事)|它", r"\b(?:that|this|it)\b")
"""A word for what was said a moment ago."""

GRANTS = either(
    r"答应|同意|接受|没问题|写进(?:合同|去|方案)|照(?:办|做)|做得到|可以(?:做到|满足|安排|给|派|写)|这条(?:我们?)?(?:认|行|可以)|"
    r"我们?(?:可以|能|来|会)(?!不能|不)",
    r"\b(?:agreed|accept(?:ed)?|no problem|you (?:have|get|will have|will get) (?:it|that|them|this)|"
    r"we(?:'ll| will| can)|"
    r"i(?:'ll| will| can)|(?:that|which) is fine|that we (?:can|will)|happy to|consider it done)\b",
)
"""How somebody grants what was required."""
NAMED = 0.35
"""Which share of what is granted must stand in a requirement, that it is the one; of one just stated less is enough."""
JUST_NAMED = 0.2
NOW = either(
    r"现在|眼下|今年|这[一两]?年|这个?时候|急[^要]{0,2}[？?]|为什么急|这么急|急在|时机|时间点|赶在|赶着|非得?赶|再等|缓缓|偏偏",
    r"\bnow\b|\bthis (?:year|month|quarter|spring|summer|autumn|winter)\b|\bhurr(?:y|ied)\b|\btiming\b|\burgent\b|"
    r"\bwait\b|\bso soon\b|\bsuddenly\b",
)
"""How somebody asks why a thing is required just now."""


def trace(talk: Talk, move: Move) -> None:
    """Answer why a requirement stands, who set it, why now; else as a plain question of why or who."""
    item, score = talk.best(move.text, talk.scene.of_kind("requirement"))
    fact = talk.best(move.text, talk.scene.of_kind("fact"))[1]
    named = item is not None and (score >= FLOOR if not talk.out(item.id) else score >= FLOOR - 0.1)
    if move.confidence < SURELY and fact >= FLOOR + 0.1 and fact > score + 0.15:
        named = False
    if names(move.text, talk.language) and fact >= FLOOR and fact > score - 0.1 and not reasons(talk, move):
        named = False
    focus = item if named else in_focus(talk, move)
    if focus is None:
        situation(talk, move)
        return
    explain(talk, move, focus)


def explain(talk: Talk, move: Move, focus: Item) -> None:
    """Tell a requirement that is not out yet, and why it stands, who set it or why now."""
    if not talk.out(focus.id):
        # What was traded away is not demanded again.
        settled = focus.id in talk.state.settled
        talk.release(focus, move, speak=False)
        # What is required comes first, details of it only where they are asked for.
        if not settled and not talk.add(talk.voice.first(focus.says.get(talk.language, ()))):
            talk.say("remark")
        if settled and not reasons(talk, move):
            talk.say("granted")
        if not reasons(talk, move):
            return
    facets = talk.scene.parts(focus.id, "facet")
    wanted = _facet(talk, move, focus)
    asked = [f for f in facets if f.id.endswith(f".{wanted}")]
    hidden = asked if asked and not talk.out(asked[0].id) else [f for f in facets if not talk.out(f.id)]
    if asked and talk.out(asked[0].id):
        retell.again(talk, asked[0], move)
    elif hidden and talk.trusted(hidden[0]):
        give(talk, hidden[0], move, 4)
        talk.state.focus = focus.id
    elif hidden:
        talk.hold(hidden[0], "guarded_fact")
    else:
        talk.say("trace_out")


def asks_on(talk: Talk, move: Move, focus: Item) -> bool:
    """Say whether a question has the form of one for a facet of a requirement that was not told yet."""
    wanted = f"{focus.id}.{_facet(talk, move, focus)}"
    return reasons(talk, move) and wanted in talk.scene.by_id and not talk.out(wanted)


def granted(talk: Talk, move: Move) -> bool:
    """Take it that a requirement which was stated is met; say whether that is what was said, for the first time."""
    if not GRANTS.search(move.text) or is_question(move.text, talk.language):
        return False
    for item in talk.scene.of_kind("requirement"):
        least = JUST_NAMED if item.id == talk.state.demanded else NAMED
        named = max((talk.share(move.text, text) for text in item.says.get(talk.language, ())), default=0.0)
        if talk.out(item.id) and named >= least and talk.state.count(f"granted:{item.id}") == 1:
            talk.say("granted")
            talk.believe(2)
            return True
    return False


def reasons(talk: Talk, move: Move) -> bool:
    """Say whether a question asks who, when or why."""
    return bool(question_types(move.text, talk.language) & {"who", "when", "why"})


def in_focus(talk: Talk, move: Move) -> Item | None:
    """Return the requirement that a bare "why that?" means: the one that was spoken of last."""
    stated = [r for r in talk.scene.of_kind("requirement") if talk.out(r.id)]
    last = talk.scene.by_id.get(talk.state.topic or "")
    near = (last and (last.parent or last.id), talk.state.demanded)
    mine = next((r for r in stated if r.id in near), None)
    if leans(move.text, talk.language):
        return mine
    return (mine or (stated[-1] if stated else None)) if THAT_ONE.search(move.text) else None


def stated_last(talk: Talk, move: Move) -> Item | None:
    """Return the requirement that was spoken of a moment ago, where "why is that so important?" asks about it."""
    last = talk.last()
    # What came out by the rep's own question is asked about further only by a question of that type.
    traces = move.label == "trace" and last is not None and last.kind == "requirement"
    item = talk.scene.by_id.get(talk.state.demanded or "") or (last if traces else None)
    left = content(move.text, talk.language)
    short = len(left.split()) <= 1 if talk.language == "en" else len(left) <= 3
    if not (item and short and reasons(talk, move) and THIS.search(move.text)):
        return None
    own = {item.id, *(facet.id for facet in talk.scene.parts(item.id, "facet"))}
    # "When is it busiest?" speaks of something else, whatever was demanded a moment ago.
    other = max((p for topic, p in talk.found(move.text).items() if topic not in own), default=0.0)
    return item if other < ELSEWHERE else None


def _facet(talk: Talk, move: Move, focus: Item) -> str:
    form = _form(move.text, talk.language)
    if form == "who":
        return form
    found = talk.found(move.text)
    likely = max(("why", "who", "now"), key=lambda name: found.get(f"{focus.id}.{name}", 0.0))
    told, open_ = talk.out(f"{focus.id}.{likely}"), not talk.out(f"{focus.id}.{form}")
    # "And why now?" sounds like "why", and wants no more of it once that was told; a plain "why" wants the reason.
    plain = form == "why" and likely == "now"
    return form if found.get(f"{focus.id}.{likely}", 0.0) < SURE or (open_ and (told or plain)) else likely


def _form(text: str, language: str) -> str:
    kinds = question_types(text, language)
    if "who" in kinds:
        return "who"
    return "now" if "when" in kinds or NOW.search(text) else "why"
