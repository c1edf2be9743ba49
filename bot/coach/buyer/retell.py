"""Telling once more what was told before: in another wording, or its core again in a sentence that runs on."""

from __future__ import annotations

import re

from . import beside, unknown
from .asked import question_types
from .cues import BECAUSE
from .move import Move
from .scene import Item
from .talk import Talk
from .told import told
from .voice import prints, sentences

PLAIN = re.compile(
    "A|After|All|An|And|At|Before|Both|But|By|Each|Every|For|From|Half|He|His|Her|How|If|In|It|Its|Last|Most|My|Nearly|"
    "Next|No|Nobody|Not|Now|Of|On|One|Only|Our|Over|She|So|Some|That|The|Their|Then|There|These|They|This|Those|Three|"
    "To|Two|Under|Until|Up|We|What|When|Where|Who|With|Without|You|Your"
)
"""English words that are written small within a sentence."""

OPENER = re.compile(r"^[^:：]{1,40}(?::\s+|：)(?=.{12})")
"""How a sentence leads itself in ("I will tell you honestly: …"), which sounds odd after "as I said"."""


def again(talk: Talk, item: Item, move: Move) -> None:
    """Tell an item once more to a question: in another wording where one is left, else its core again."""
    text = move.text
    if answered(talk, item, text):
        return
    # Another wording answers by itself; only where none is left does the buyer point back.
    if talk.add(talk.voice.first(talk.nearest(item, text, item.says.get(talk.language, ())))):
        talk.tag("told_before")
    else:
        recap(talk, item, move)
    talk.point(item)
    talk.patience(-2)


def recap(talk: Talk, item: Item, move: Move) -> None:
    """Say again the sentence of what was told that answers a question best, where one is of the kind asked for."""
    text = move.text
    if answered(talk, item, text):
        return
    heard = [t for t in item.says.get(talk.language, ()) if set(prints(t)) <= set(talk.state.said)]
    if not heard and talk.add(talk.voice.first(talk.nearest(item, text, item.says.get(talk.language, ())))):
        # It came out without a word of its own.
        return
    types = question_types(text, talk.language)
    kinds = talk.kinds(text) - {"opinion"}
    parts = [p for t in heard for p in sentences(t) if not kinds or told(p, talk.language) & kinds]
    if "why" in types:
        parts = [p for p in parts if BECAUSE.search(p)]
    digs = talk.state.topic == item.id and talk.state.turn - talk.state.told_at == 1
    if heard and (not parts or digs):
        # Who digs into what was just said wants more than the same again.
        talk.tag("told_before")
        if not beside.answer(talk, move):
            unknown.decline(talk, move)
        return
    lead = talk.voice.slot("recap", talk.scene.person(item.person)) if parts else None
    if lead is None or lead.rstrip()[-1] in "。？！.?!":
        # All ways to lead over to it are used up; a remark is none.
        talk.say("told_before")
        return
    # Of two that fit alike the longer one: "Let me be frank." says nothing.
    core = max(parts, key=lambda part: (talk.share(text, part), len(part)))
    talk.add(_run_on(lead, OPENER.sub("", core)), item.person)
    talk.tag("told_before")


def answered(talk: Talk, item: Item, text: str) -> bool:
    """Say whether this very reply has told an item already, in the kind that a question wants."""
    kinds = talk.kinds(text)
    says = [t for t in item.says.get(talk.language, ()) if not kinds or told(t, talk.language) & kinds]
    return any(t in piece.text for piece in talk.said for t in says if not piece.slot)


def _run_on(lead: str, sentence: str) -> str:
    """Return a sentence after "As I said,": with a small letter where its first word is no name, else after a colon."""
    first, _, rest = sentence.partition(" ")
    if not lead.isascii():
        return lead + sentence
    if rest and PLAIN.fullmatch(first):
        return f"{lead.strip()} {first.lower()} {rest}"
    return f"{lead.strip().rstrip(',')}: {sentence}"
