"""Why a line was judged so, in one sentence, from what was found in it."""

from __future__ import annotations

from bot.coach.judgement import NEEDS, Judgement, Span
from bot.language import Catalog

REASONS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "situation": (
        ("count", ("ask_count", "ask_when")),
        ("who", ("ask_who",)),
        ("how", ("r_situation", "have_use", "current_state")),
    ),
    "problem": (("feel", ("pain_feel",)), ("trouble", ("pain_ask", "r_problem", "bad_event"))),
    "implication": (("cost", ("loss_word",)), ("follow", ("effect_ask", "r_implication"))),
    "need_payoff": (("fixed", ("fix_state",)), ("worth", ("gain_ask", "r_payoff"))),
    "trace": (("who", ("ask_who",)), ("why", ("ask_why",)), ("source", ("r_trace", "trace_ask", "demand_thing"))),
    "pitch": (("product", ("r_pitch", "our_product")),),
    "commitment": (("step", ("r_step", "step_ask")),),
    "confirm": (("playback", ("playback", "r_confirm")), ("tag", ("tag",))),
    "acknowledge": (("feeling", ("empathy", "r_empathy", "pain_feel")),),
    "other": (("social", ("social", "r_other")),),
    "requirement": (("limit", ("dem_limit", "must")), ("figure", ("unit",))),
    "implied_need": (
        ("self", ("tell_self",)),
        ("manual", ("tell_manual",)),
        ("wait", ("tell_wait",)),
        ("break", ("tell_break", "bad_event", "pain_feel")),
    ),
    "explicit_need": (("want", ("want_change", "want")),),
    "resistance": (
        ("price", ("res_price",)),
        ("stall", ("res_stall",)),
        ("burn", ("res_burn",)),
        ("fine", ("res_fine",)),
        ("cant", ("res_cant",)),
        ("fear", ("res_fear",)),
        ("doubt", ("res_doubt", "refuse")),
    ),
    "buying_signal": (("act", ("buy_act", "buy")),),
    "information": (("fact", ("neutral_fact", "fact", "social")),),
    "objection": (("open", ("deal_open", "not_chosen")),),
    "concern": (("chosen", ("deal_ours", "chosen")),),
    "unclear": (("silent", ("deal_silent", "unknown")),),
}
"""For each label the reasons, the most telling first: the key of its sentence and the cues that speak for it."""


def explain(judgement: Judgement, catalog: Catalog, language: str) -> str:
    """Return one sentence in `language`: what in the line speaks for its label, or between which two it stands."""
    if judgement.unsure and len(judgement.alternatives) > 1:
        first, second = (_name(catalog, language, label) for label, _ in judgement.alternatives[:2])
        return catalog.say("judge.unsure", language, first=first, second=second)
    reason, span = decisive(judgement)
    quote = span.text if span else ""
    level = catalog.say(f"judge.level_{judgement.level or 'business'}", language) if judgement.label in NEEDS else ""
    return catalog.say(f"judge.{judgement.label}_{reason}", language, span=quote, level=level)


def decisive(judgement: Judgement) -> tuple[str, Span | None]:
    """Return the reason for the label and the span that decided; `plain` and None where the line holds no cue."""
    for reason, cues in REASONS[judgement.label]:
        found = [span for span in judgement.spans if span.cue in cues and _tells(span)]
        if found:
            return reason, max(found, key=lambda span: (len(span.text), span.end))
    return "plain", None


def _tells(span: Span) -> bool:
    # One Chinese character alone ("贵" apart) says too little to be quoted.
    return len(span.text.strip()) > 1


def _name(catalog: Catalog, language: str, label: str) -> str:
    return catalog.say(f"judge.name_{label}", language)
