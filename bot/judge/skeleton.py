"""The bones of a sentence: small words stay, words of the lexicon become their cue, all else becomes a blank.

"What does a missed delivery do to your renewals" and "what does an idle crane do to your schedule" have the same bones,
so what is learnt in one industry holds in the next.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.judge.cues import Found

_ENGLISH = """
a an the i we you they he she it my our your their his her its this that these those is are was were be been being am do
does did have has had will would can could should shall may might must not no n't 's 're 've 'll 'd 'm and or but so if
when while because since as than then to of in on at by for from with without about into over under after before up down
out off who what where which why how all any some each every both more most less much many few one two here there now
ever still only just also too very really please okay ok well oh yes yeah get gets got make makes made go goes come want
need like say said tell let us me him them
"""
_CHINESE = (
    "的了是在有和就不也都要会能可以这那你您我他她们吗呢吧啊呀么嘛哪谁什多少几怎如何为以及把被让给对从到跟与比等后前上下里外中个只还再又才已"
    "经过没别很太更最每一二两三好请问想说看做用去来该应得着地些样点次时间现今明年月天周日"
)
SMALL = frozenset(_ENGLISH.split()) | frozenset(_CHINESE)
BLANK = "_"


def bones(tokens: Sequence[str], cues: Sequence[Found], start: int, end: int) -> list[str]:
    """Return the skeleton of the tokens from `start` to before `end`; where cues overlap the longest counts."""
    longest: dict[int, tuple[int, str]] = {}
    for first, last, cue in cues:
        if first >= start and last <= end and (first not in longest or last > longest[first][0]):
            longest[first] = (last, f"<{cue}>")
    found: list[str] = []
    at = start
    while at < end:
        stop, piece = longest.get(at, (at + 1, _piece(tokens[at])))
        if piece != BLANK or not found or found[-1] != BLANK:
            found.append(piece)
        at = max(stop, at + 1)
    return found


def _piece(token: str) -> str:
    return token if token in SMALL or not token.isalnum() else BLANK
