"""Why a line was judged so, in one sentence, from what was found in it."""

from __future__ import annotations

import re

from bot.coach.judgement import NEEDS, Judgement, Span
from bot.judge.text import HAN
from bot.language import Catalog

REASONS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "situation": (
        ("count", ("ask_count", "ask_when")),
        ("who", ("ask_who",)),
        ("how", ("r_situation", "have_use", "current_state", "t_situation", "f_situation")),
    ),
    "problem": (
        ("feel", ("pain_feel",)),
        ("trouble", ("pain_ask", "r_problem", "t_problem", "f_problem", "bad_event")),
    ),
    "implication": (
        ("cost", ("loss_word",)),
        ("follow", ("effect_ask", "r_implication", "t_implication", "f_implication")),
    ),
    "need_payoff": (("fixed", ("fix_state",)), ("worth", ("gain_ask", "r_payoff", "t_need_payoff", "f_payoff"))),
    "trace": (
        ("who", ("ask_who",)),
        ("why", ("ask_why",)),
        ("source", ("r_trace", "trace_ask", "t_trace", "f_trace", "demand_thing")),
    ),
    "pitch": (("product", ("r_pitch", "our_product", "t_pitch", "f_pitch")),),
    "commitment": (("step", ("r_step", "step_ask", "t_commitment", "f_step")),),
    "confirm": (("playback", ("playback", "r_confirm", "t_confirm", "f_confirm")), ("tag", ("tag",))),
    "acknowledge": (("feeling", ("empathy", "r_empathy", "t_acknowledge", "f_empathy", "pain_feel")),),
    "other": (("social", ("social", "r_other", "t_other", "f_other")),),
    "requirement": (("limit", ("dem_limit", "must", "g_requirement")), ("figure", ("unit",))),
    "implied_need": (
        ("self", ("tell_self",)),
        ("manual", ("tell_manual",)),
        ("wait", ("tell_wait",)),
        ("break", ("tell_break", "bad_event", "pain_feel", "t_implied", "g_implied")),
    ),
    "explicit_need": (("want", ("want_change", "want", "t_explicit", "g_explicit")),),
    "resistance": (
        ("price", ("res_price",)),
        ("stall", ("res_stall",)),
        ("burn", ("res_burn",)),
        ("fine", ("res_fine",)),
        ("cant", ("res_cant",)),
        ("fear", ("res_fear",)),
        ("doubt", ("res_doubt", "refuse", "t_resistance", "g_resistance")),
    ),
    "buying_signal": (("act", ("buy_act", "buy", "t_buying", "g_buying")),),
    "information": (("ask", ()), ("fact", ("neutral_fact", "fact", "social", "t_information", "g_information"))),
    "objection": (("open", ("deal_open", "not_chosen", "h_open")),),
    "concern": (("chosen", ("deal_ours", "chosen", "h_ours")),),
    "unclear": (("silent", ("deal_silent", "unknown", "h_silent")),),
}
"""For each label the reasons, the most telling first: the key of its sentence and its cues, the surest first."""


CLAUSE = re.compile(r"(?:[^，。；！？,;!?.\n]|\.(?!\s|$)|(?<=\d),(?=\d))+[？?]?")
LONGEST = {True: 20, False: 90}
"""How many characters of a clause are still quoted whole, by whether it is Chinese."""
_NUMBER = re.compile(r"[\d.,:/%百千万亿一二三四五六七八九十两半几年月日号周]+$")
_WORDS = re.compile(r"[A-Za-z0-9'’.-]+$"), re.compile(r"[A-Za-z0-9'’-]+")


def explain(judgement: Judgement, catalog: Catalog, language: str) -> str:
    """Return one sentence in `language`: what in the line speaks for its label, or between which two it stands."""
    if judgement.unsure and len(judgement.alternatives) > 1:
        first, second = (_name(catalog, language, label) for label, _ in judgement.alternatives[:2])
        return catalog.say("judge.unsure", language, first=first, second=second)
    reason, span = decisive(judgement)
    quote = span.text.strip(" .。…") if span else ""
    level = catalog.say(f"judge.level_{judgement.level or 'business'}", language) if judgement.label in NEEDS else ""
    return catalog.say(f"judge.{judgement.label}_{reason}", language, span=quote, level=level)


def decisive(judgement: Judgement) -> tuple[str, Span | None]:
    """Return the reason for the label and the words that decided; `plain` and None where the line holds no cue.

    The words are the clause around the cue where that is short, or else the cue with its number or word made whole.
    """
    for reason, cues in REASONS[judgement.label]:
        if reason == "ask" and judgement.text.rstrip().endswith(("?", "？", "吗", "嗎", "呢")):
            return reason, None
        if reason == "self" and judgement.level != "personal":
            continue
        found = [span for span in judgement.spans if span.cue in cues and _tells(span)]
        if found:
            best = max(found, key=lambda span: (-cues.index(span.cue), len(span.text), span.end))
            return reason, _whole(judgement.text, best)
    return "plain", None


def _tells(span: Span) -> bool:
    # One Chinese character alone ("贵" apart) says too little to be quoted.
    return len(span.text.strip()) > 1


def _whole(text: str, span: Span) -> Span:
    """Return the clause of `text` around `span` where it is short, or else the span with its first and last word."""
    if text[span.start : span.end] != span.text:
        return span
    for match in CLAUSE.finditer(text):
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        clause = text[start : match.end()].rstrip()
        if start <= span.start and span.end <= start + len(clause) and len(clause) <= LONGEST[bool(HAN.search(clause))]:
            return Span(start, start + len(clause), clause, span.cue)
    start, end = span.start, span.end
    for before in (_NUMBER, _WORDS[0]):
        found = before.search(text[:start])
        start = found.start() if found else start
    after = _WORDS[1].match(text, end) if text[end - 1].isalnum() and text[end - 1].isascii() else None
    end = after.end() if after else end
    return Span(start, end, text[start:end], span.cue)


def _name(catalog: Catalog, language: str, label: str) -> str:
    return catalog.say(f"judge.name_{label}", language)
