"""Why a line was judged so, in one sentence, from what was found in it."""

from __future__ import annotations

import re
from itertools import pairwise

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


CLAUSE = re.compile(r"(?:[^，。；！？,;!?.\n]|\.(?!\s|$)|(?<=\bDr)\.|(?<=\bMr)\.|(?<=\bMrs)\.|(?<=\d),(?=\d))+[？?]?")
PART = re.compile(r" (?=(?:because|but|and|so|which|that|when|if|who|while|until|unless) )")
"""Where an English clause too long to be quoted may be cut."""
LONGEST = {True: 24, False: 100}
"""How many characters of a clause are still quoted whole, by whether it is Chinese."""
ASKS = re.compile(
    r"[？?]$|[吗嗎呢]$|多少|什[么麼]|怎[么麼样樣]|如何|[几幾哪谁誰]|^(?:and |so )?(?:what|how|who|where|which)\b", re.I
)
"""Whether a clause asks: what an implication asks after is in its question, not in the trouble told before it."""
ASKING = ("situation", "problem", "trace")
NEUTRAL = re.compile(r"[?？吗嗎呢]$|有[没沒]有|是不是|^(?:how|which|do|does|is|are|can)\b", re.I)
"""Whether a customer's line of information is a question."""
TOLD = {
    "concern": re.compile(
        r"中[标標選选]|得[标標]|[决決][标標]|[選选][了的定中]*我[们們]|定了?的?[我你][们們]|[决決]定[是用跟和转轉]+[我你]|拍板"
        r"|就[决決]定|[用投换換][给給]?我[们們]|[给給]我[们們]做|就[上定签簽是]?你[们們]|\bwe won\b|\baward|approved us"
        r"|chos(?:e|en)|(?:picked|selected) |voted for us|decided on us|decision for us|going with you|are ours"
        r"|said yes|\bthe nod\b|got it\b|winner",
        re.I,
    ),
    "objection": re.compile(
        r"[还還](?:没|沒|在比|要等)|未定|[没沒]定|入[围圍]|排第[二三四]|[倾傾]向(?!我)|看好(?!我)|填的是|拿走|[许許][给給]"
        r"|另一家|[别別]家|[询詢比]价|[询詢]價|在比|八成|prefers|ahead (?:of us|on)|shortlisted|haven't|hasn't|\btender"
        r"|recommended our competitor|signed with",
        re.I,
    ),
}
"""Turns that tell in so many words where the choice stands; a clause with one is quoted before any other."""
ASIDE = {
    "concern": re.compile(
        r"[约約签簽用]印?[约約]?前|却|卻|突然|忽然|[怕拖卡延]|不然"
        r"|\b(?:but|yet|won't|cold feet|stalling|asking|before signing)\b",
        re.I,
    ),
    "objection": re.compile(r"[嫌怕贵貴]|\b(?:expensive|worried)\b", re.I),
}
"""The hesitation or the complaint itself: it does not tell where the choice stands."""
TAG = {True: 6, False: 8}
"""How long a closing question ("您看成吗？", "deal?") still says nothing by itself, by whether it is Chinese."""
ENDS = ("?", "？", "吧", "吗", "嗎", "不")
OPENER = {True: 8, False: 14}
"""How long an opening of a recap ("换句话说") says nothing by itself, by whether it is Chinese."""
QUOTES = (("“", "”"), ("「", "」"))
_NUMBER = re.compile(r"[\d.,:/%百千万亿一二三四五六七八九十两半几年月日号周]+$")
_WORDS = re.compile(r"[A-Za-z0-9'’.-]+$"), re.compile(r"[A-Za-z0-9'’-]+")


def explain(judgement: Judgement, catalog: Catalog, language: str) -> str:
    """Return one sentence in `language`: what in the line speaks for its label, or between which two it stands."""
    if judgement.unsure and len(judgement.alternatives) > 1:
        first, second = (_name(catalog, language, label) for label, _ in judgement.alternatives[:2])
        return catalog.say(f"judge.unsure_{judgement.kind}", language, first=first, second=second)
    reason, span = decisive(judgement)
    quote = _quotable(span.text) if span else ""
    level = catalog.say(f"judge.level_{judgement.level or 'business'}", language) if judgement.label in NEEDS else ""
    return catalog.say(f"judge.{judgement.label}_{reason}", language, span=quote, level=level)


def decisive(judgement: Judgement) -> tuple[str, Span | None]:
    """Return the reason for the label and the words that decided; `plain` and None where the line holds no cue.

    The words are the clause around the cue where that is short, or else the cue with its number or word made whole.
    """
    told = _told(judgement)
    if told:
        return REASONS[judgement.label][0][0], told
    for reason, cues in REASONS[judgement.label]:
        if reason == "ask" and NEUTRAL.search(judgement.text.strip()):
            return reason, None
        if reason == "self" and judgement.level != "personal":
            continue
        found = [span for span in judgement.spans if span.cue in cues and _tells(span) and _fits(judgement, span)]
        if found:
            best = max(
                found,
                key=lambda span: (_asked(judgement, span), -cues.index(span.cue), len(span.text), span.end),
            )
            whole = _whole(judgement.text, best)
            return reason, _onward(judgement.text, whole) if judgement.label == "confirm" else whole
    return "plain", None


def _told(judgement: Judgement) -> Span | None:
    """Return the first clause that says in so many words where the choice stands, where it is short enough."""
    if judgement.label not in TOLD:
        return None
    for start, clause in _clauses(judgement.text):
        found = TOLD[judgement.label].search(clause)
        if found and not ASIDE[judgement.label].search(clause):
            return _whole(judgement.text, Span(start + found.start(), start + found.end(), found.group(), "told"))
    return None


def _fits(judgement: Judgement, span: Span) -> bool:
    """Say whether the clause of `span` can carry the label: an implication asks, what is solved is told, and so on."""
    if judgement.text[span.start : span.end] != span.text:
        return True
    for start, clause in _clauses(judgement.text):
        if start <= span.start and span.end <= start + len(clause):
            if judgement.label == "implication":
                return bool(ASKS.search(clause))
            if span.cue == "fix_state":
                return not ASKS.search(clause)
            return judgement.label not in ASIDE or not ASIDE[judgement.label].search(clause)
    return True


def _asked(judgement: Judgement, span: Span) -> bool:
    """Say whether `span` stands in the question of a line that is judged by what it asks."""
    if judgement.label not in ASKING:
        return False
    return any(
        start <= span.start and span.end <= start + len(clause) and ASKS.search(clause)
        for start, clause in _clauses(judgement.text)
    )


def _clauses(text: str) -> list[tuple[int, str]]:
    """Return the clauses of `text` and where they start, an overlong English one in its parts."""
    found: list[tuple[int, str]] = []
    for match in CLAUSE.finditer(text):
        start, clause = match.start(), match.group()
        long = len(clause.strip()) > LONGEST[False]
        cuts = [0, *(cut.end() for cut in PART.finditer(clause) if long), len(clause)]
        found.extend((start + left, clause[left:right]) for left, right in pairwise(cuts))
    return [(at + len(piece) - len(piece.lstrip()), piece.strip()) for at, piece in found]


def _tells(span: Span) -> bool:
    # One Chinese character alone ("贵" apart) says too little to be quoted.
    return len(span.text.strip()) > 1


def _whole(text: str, span: Span) -> Span:
    """Return the clause of `text` around `span` where it is short, or else the span with its first and last word."""
    if text[span.start : span.end] != span.text:
        return span
    before_it = 0
    for start, clause in _clauses(text):
        chinese, end = bool(HAN.search(clause)), start + len(clause)
        if start <= span.start and span.end <= end and len(clause) <= LONGEST[chinese]:
            tag = clause.endswith(ENDS) and len(clause) <= TAG[chinese] and end - before_it <= LONGEST[chinese]
            start = before_it if tag else start
            return Span(start, end, text[start:end], span.cue)
        before_it = start
    start, end = span.start, span.end
    for before in (_NUMBER, _WORDS[0]):
        found = before.search(text[:start])
        start = found.start() if found else start
    after = _WORDS[1].match(text, end) if text[end - 1].isalnum() and text[end - 1].isascii() else None
    end = after.end() if after else end
    return Span(start, end, text[start:end], span.cue)


def _onward(text: str, span: Span) -> Span:
    """Return a bare opening of a recap with the clause after it, where both are short enough, or else `span`."""
    chinese = bool(HAN.search(span.text))
    if len(span.text) <= OPENER[chinese] and not span.text.endswith(("?", "？")):
        for start, clause in _clauses(text):
            end = start + len(clause)
            if start >= span.end:
                return (
                    Span(span.start, end, text[span.start : end], span.cue)
                    if end - span.start <= LONGEST[chinese]
                    else span
                )
    return span


def _quotable(words: str) -> str:
    """Return `words` fit to stand between quotation marks: its own are single, and none is left open."""
    words = words.strip(" .。…")
    for left, right in QUOTES:
        if words.count(left) > words.count(right):
            words = words.rsplit(left, 1)[1]
        elif words.count(right) > words.count(left):
            words = words.split(right, 1)[0]
    return words.replace("“", "‘").replace("”", "’").replace('"', "'" if words.count('"') > 1 else "")


def _name(catalog: Catalog, language: str, label: str) -> str:
    return catalog.say(f"judge.name_{label}", language)
