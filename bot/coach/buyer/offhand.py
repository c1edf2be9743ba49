"""What the buyer says off-hand to what the sheet does not hold: a short answer of just the kind that was asked for."""

from __future__ import annotations

import re

from .asked import last_question
from .talk import Talk

_EN = (
    r"\bwho(?:'s| is| was| are)? (?:exactly )?(?:this |that |the )?{name}\b|"
    r"\bwhat(?: exactly)? (?:does|did) {name} do\b"
)
_ZH = r"{name}(?:这个人)?(?:是谁|是哪位|是什么人|是(?:做|干|管)什么|(?:管|负责)什么|是哪个部门)|谁是{name}"


def answer(talk: Talk, text: str) -> bool:
    """Answer a question by its kind alone; say whether there was such an answer left."""
    kind = kind_of(talk, text)
    if not kind:
        return False
    if f"offhand:{kind}" in talk.tags:
        # One such answer serves two questions of a kind.
        return True
    own = talk.person.offhand.get(kind, {}).get(talk.language, ())
    found = talk.voice.fresh(own) or talk.voice.fresh(talk.lines(f"buyer_offhand.{kind}", talk.language))
    if found:
        talk.tag("offhand", f"offhand:{kind}")
    return talk.add(found)


def kind_of(talk: Talk, text: str) -> str:
    """Return which kind of answer a question wants (see `bot.language.wants`); empty where nobody taught the kinds."""
    wants = talk.scene.wants.get(talk.language)
    return wants.kind(last_question(text, talk.language)) if wants else ""


def present(talk: Talk, text: str) -> bool:
    """Say who somebody is who was named in passing, where that is asked; say whether it was."""
    form = _EN if talk.language == "en" else _ZH
    for name, lines in talk.scene.named.get(talk.language, {}).items():
        if name in text and re.search(form.format(name=re.escape(name)), text, re.IGNORECASE):
            talk.state.who = name
            talk.tag("presented")
            return talk.add(talk.voice.first(lines))
    return False
