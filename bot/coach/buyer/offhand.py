"""What the buyer says off-hand to what the sheet does not hold: a short answer of just the kind that was asked for."""

from __future__ import annotations

import re

from bot.language.wants import CLEAR, KINDS

from .asked import last_question
from .talk import Talk

UNSPOKEN = frozenset(
    {
        "view",
        "want",
        "personal",
        "happened",
        "then",
        "why",
        "trouble",
        "how",
        "notice",
        "changed",
        "example",
        "meaning",
        "howmuch",
        "when",
        "where",
        "most",
        "kind",
        "either",
        "yes_done",
        "yes_can",
    }
)
"""The kinds for which no answer suits any matter: "why?", "what happened?" and their like."""
SPOKEN = frozenset(KINDS) - UNSPOKEN
"""The kinds that have an answer which suits any matter."""
NARROW = frozenset({"knower", "plan", "said", "worth"})
"""Kinds whose answers suit a question only where it asks for nothing besides ("what did he say about the price?")."""
CLEARLY = 0.6
"""How much surer than of the next one the buyer must be of a narrow kind."""
PUT_OFF = {
    "happened": "offsheet_happened",
    "then": "offsheet_then",
    "want": "offsheet_want",
    "view": "offsheet_own",
    "how": "offsheet_how",
    "why": "offsheet_why",
    "when": "offsheet_when",
    "where": "offsheet_where",
    "howmany": "offsheet_howmany",
    "howmuch": "offsheet_howmuch",
    "howoften": "offsheet_howoften",
    "howlong": "offsheet_howlong",
    "plan": "offsheet_plan",
    "personal": "guarded_personal",
}
"""The honest no for each kind of question."""
_EN = (
    r"\bwho(?:'s| is| was| are)? (?:exactly )?(?:this |that |the )?{name}\b|"
    r"\bwhat(?: exactly)? (?:does|did) {name} do(?: here| exactly| all day| in all (?:this|that))*\s*(?:[?.,]|$)|"
    r"\bwhat(?:'s| is| was) {name}(?:'s)? (?:role|job|part|position)\b"
)
_ZH = (
    r"{name}(?:这个人|这边|呢)?[，,]?(?:[他她](?:又|到底|究竟)?)?(?:在[^，。？]{{0,6}}里?)?"
    r"(?:是谁|(?:到底|又)?是哪一?位|是什么(?:人|角色)|(?:主要|具体|平时)?(?:是)?(?:做|干|管|负责|分管)(?:什么|哪)|是哪个部门)|"
    r"谁是{name}"
)


def answer(talk: Talk, text: str) -> bool:
    """Answer a question by its kind alone; say whether there was such an answer left, or one is there already."""
    if "offhand" in talk.tags:
        # A second one beside it would only hang in the air.
        return True
    kind = kind_of(talk, text)
    if kind not in SPOKEN or (kind in NARROW and kind_of(talk, text, clear=CLEARLY) != kind):
        return False
    own = talk.person.offhand.get(kind, {}).get(talk.language, ())
    found = talk.voice.fresh(own) or talk.voice.fresh(talk.lines(f"buyer_offhand.{kind}", talk.language))
    if found:
        talk.tag("offhand", f"offhand:{kind}")
    return talk.add(found, slot="offhand")


def kind_of(talk: Talk, text: str, clear: float = CLEAR) -> str:
    """Return which kind of answer a question surely wants (see `bot.language.wants`); empty where that is not sure."""
    wants = talk.scene.wants.get(talk.language)
    return wants.kind(last_question(text, talk.language), clear) if wants else ""


def put_off(talk: Talk, text: str) -> str:
    """Return the slot of an honest no that suits a question: of its own form where that is sure, else of any."""
    return PUT_OFF.get(kind_of(talk, text), "offsheet_what")


def present(talk: Talk, text: str) -> bool:
    """Say who somebody is who was named in passing, where that is asked; say whether it was."""
    form = _EN if talk.language == "en" else _ZH
    # "Grace Wu" before "Grace".
    named = sorted(talk.scene.named.get(talk.language, {}).items(), key=lambda pair: -len(pair[0]))
    for name, lines in named:
        if name in text and re.search(form.format(name=re.escape(name)), text, re.IGNORECASE):
            talk.state.who = name
            talk.tag("presented")
            return talk.add(talk.voice.first(lines))
    return False
