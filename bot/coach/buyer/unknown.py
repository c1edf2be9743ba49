"""What the sheet does not hold: an honest no in the form of the question, and who is only named in passing.

Answers that suit any question of a kind ("Whoever is nearest to it.") were tried: strangers found two in three beside
the point. A plain no in the right form is less, and never wrong.
"""

from __future__ import annotations

import re

from bot.language.wants import CLEAR

from .aim import aim
from .asked import last_question, question_types
from .cues import OR_ELSE, YOURS
from .move import Move
from .people import of_another
from .scene import Item
from .talk import Talk

PUT_OFF = {
    "doer": "offsheet_who",
    "decider": "offsheet_who",
    "knower": "offsheet_who",
    "sufferer": "offsheet_who",
    "said": "offsheet_said",
    "would": "offsheet_would",
    "leaning": "offsheet_would",
    "happened": "offsheet_happened",
    "then": "offsheet_then",
    "want": "offsheet_want",
    "view": "offsheet_own",
    "worth": "offsheet_worth",
    "how": "offsheet_how",
    "cope": "offsheet_how",
    "why": "offsheet_why",
    "when": "offsheet_when",
    "howmany": "offsheet_howmany",
    "howmuch": "offsheet_howmuch",
    "howoften": "offsheet_howoften",
    "howlong": "offsheet_howlong",
    "plan": "offsheet_plan",
    "yes_trouble": "offsheet_yes",
    "yes_done": "offsheet_yes",
    "yes_is": "offsheet_yes",
}
"""The honest no for each kind of question."""
OF_MANNER = ("offsheet_how", "offsheet_plan")
"""Those that speak of how a thing is done."""
OF_OTHERS = ("offsheet_said", "offsheet_would")
"""Those that leave it to somebody else to speak."""
MATTER, AMONG = 0.25, 0.35
"""How likely a question must ask for a fact, alone and among all facts, to be declined in words on its matter."""
IN_FORM = {
    "offsheet_who": {"who"},
    "offsheet_when": {"when"},
    "offsheet_howmany": {"howmany"},
    "offsheet_howmuch": {"howmuch"},
    "offsheet_howoften": {"howoften"},
    "offsheet_howlong": {"howlong"},
    "offsheet_why": {"why"},
    "offsheet_yes": {"yesno"},
}
"""Those that name the form, by the types of question (see `asked`) that must bear it out."""
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


def kind_of(talk: Talk, text: str) -> str:
    """Return which kind of answer a question surely wants (see `bot.language.wants`); empty where that is not sure."""
    wants = talk.scene.wants.get(talk.language)
    return wants.kind(last_question(text, talk.language), CLEAR) if wants else ""


def decline(talk: Talk, move: Move) -> None:
    """Decline to answer: in words on the fact that is likely meant, else with the honest no that suits the question."""
    if (fact := _matter(talk, move)) and (text := talk.voice.fresh(fact.held.get(talk.language, ()))):
        talk.add(text, fact.person, "offsheet_matter")
        talk.tag("offsheet", "offsheet_matter")
    else:
        talk.say(put_off(talk, move.text), "offsheet")


def _matter(talk: Talk, move: Move) -> Item | None:
    """Return the fact that a question is likely about, though it may want what nobody wrote down of it."""
    if not talk.found(move.text):
        return None
    found = aim(talk, move)
    first, p = found.items[0]
    open_ = first.kind == "fact" and not talk.out(first.id) and talk.trusted(first)
    likely = open_ and p >= MATTER and p >= AMONG * (1 - found.nothing)
    return first if likely else None


def put_off(talk: Talk, text: str) -> str:
    """Return the slot of an honest no that suits a question: of its own form where that is sure, else of any."""
    if OR_ELSE.search(text):
        return "offsheet_either"
    slot = PUT_OFF.get(kind_of(talk, text), "offsheet_what")
    if slot in OF_MANNER and "opinion" in question_types(text, talk.language):
        # "How do the clerks feel about it?" asks for no procedure.
        slot = "offsheet_would"
    if slot in OF_OTHERS and YOURS.search(text) and not of_another(talk.scene, text, talk.language):
        # "What was your first reaction?" is not for others to say.
        slot = "offsheet_own"
    types = IN_FORM.get(slot)
    return slot if types is None or types & question_types(text, talk.language) else "offsheet_what"


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
