"""What the models see of a line: n-grams of tokens and characters, of the sentence that decides, and cues."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.judge.cues import Cues, Found
from bot.judge.skeleton import BLANK, bones
from bot.judge.text import TOKEN, Line, sentences

BLOCKS = (
    "words",
    "letters",
    "deciding",
    "bones",
    "all_bones",
    "shape",
    "cues",
    "deciding_cues",
    "cue_bones",
    "all_cue_bones",
)
"""Groups of features; each is scaled by itself, so that length does not drown what decides."""
NO_CUES = Cues(())
Features = tuple[list[str], ...]
"""Names of features by block, in the order of `BLOCKS`; a name may come twice."""
QUESTION = re.compile(
    r"\?|[吗呢么嘛吧]\W*$|什么|怎么|哪|谁|几|多少|多久|如何|为何|是否|是不是|有没有|能不能|会不会|要不要"
    r"|^(?:and |so |but |then |ok )*(?:what|how|who|when|where|which|why|do|does|did|is|are|was|were|can|could|would"
    r"|will|shall|should|has|have)\b"
)


@dataclass(frozen=True)
class View:
    """A line cut up: its tokens, where they stand, its cues, and the stretch of tokens that decides."""

    line: Line
    tokens: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    cues: tuple[Found, ...]
    decides: tuple[int, int]


def view(line: Line, cues: Cues) -> View:
    """Cut up a normalised line."""
    matches = list(TOKEN.finditer(line.text))
    tokens = tuple(match.group() for match in matches)
    places = tuple(match.span() for match in matches)
    start, end = _decides(line.text)
    inside = [number for number, (a, b) in enumerate(places) if a >= start and b <= end]
    stretch = (inside[0], inside[-1] + 1) if inside else (0, len(tokens))
    return View(line, tokens, places, tuple(cues.find(tokens)), stretch)


def _decides(text: str) -> tuple[int, int]:
    """Return the stretch with the last question, a short tag ("right?", "行吗") with the sentence before it."""
    parts = sentences(text)
    asking = [number for number, (a, b) in enumerate(parts) if QUESTION.search(text[a:b])]
    number = asking[-1] if asking else len(parts) - 1
    start, end = parts[number]
    if number and len(TOKEN.findall(text[start:end])) <= 4:
        start = parts[number - 1][0]
    return start, end


def features(seen: View) -> Features:
    """Return the names of the features of a line by block."""
    start, end = seen.decides
    size = 4 if seen.line.chinese else 3
    deciding = seen.tokens[start:end]

    def skeleton(cues: Sequence[Found], first: int, last: int) -> list[str]:
        return _grams(["^", *bones(seen.tokens, cues, first, last), "$"], 1, 4)

    return (
        _grams(seen.tokens, 1, size),
        _letters(seen.line),
        [*_grams(("^", *deciding, "$"), 1, size), *("^" + gram for gram in _grams(deciding[:4], 1, 4)[:4])],
        skeleton((), start, end),
        skeleton((), 0, len(seen.tokens)),
        _shape(seen),
        [cue for _, _, cue in seen.cues],
        [cue for a, b, cue in seen.cues if a >= start and b <= end],
        skeleton(seen.cues, start, end),
        skeleton(seen.cues, 0, len(seen.tokens)),
    )


def phrase_features(phrase: Line) -> Features:
    """Return the features of a phrase of the lexicon, which has neither beginning nor end, nor cues."""
    seen = view(phrase, NO_CUES)
    words, letters, deciding, inner, outer, *rest = features(seen)
    return words, letters, _inside(deciding), _inside(inner), _inside(outer), *([] for _ in rest)


def _inside(grams: list[str]) -> list[str]:
    return [gram for gram in grams if "^" not in gram and "$" not in gram and gram != BLANK]


def _shape(seen: View) -> list[str]:
    start, end = seen.decides
    return [
        f"long {min(len(seen.tokens) // 4, 9)}",
        f"deciding {min((end - start) // 3, 9)}",
        "asks" if "?" in seen.line.text else "asks not",
        "zh" if seen.line.chinese else "en",
        f"ends {seen.tokens[-1] if seen.tokens else ''}",
        f"parts {end - start < len(seen.tokens)}",
    ]


def _grams(tokens: Sequence[str], low: int, high: int) -> list[str]:
    return [
        " ".join(tokens[start : start + size])
        for size in range(low, high + 1)
        for start in range(len(tokens) - size + 1)
    ]


def _letters(line: Line) -> list[str]:
    if line.chinese:
        return []
    return [
        padded[start : start + size]
        for word in re.findall(r"[a-z']+", line.text)
        for padded in (f" {word} ",)
        for size in (3, 4, 5)
        for start in range(len(padded) - size + 1)
    ]
