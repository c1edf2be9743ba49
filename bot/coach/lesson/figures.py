"""Numbers as people type them: `50%`, `五成`, `百分之五十`, `1,250`, `26万`, `260k`, `3/4`, `七成五`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .words import Words

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
PLACES = {"十": 10, "百": 100, "千": 1000}
GROUPS = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
SCALES = {**GROUPS, "k": 1000, "thousand": 1000, "m": 1_000_000, "million": 1_000_000, "千": 1000, "百万": 1_000_000}

CHINESE = "零〇一二两兩三四五六七八九十百千万萬亿億点"
PLAIN = r"\d[\d,，]*(?:\.\d+)?|\.\d+"
WORD = rf"(?:{PLAIN}|[{CHINESE}]+)"
FIGURE = re.compile(
    rf"(?P<percent_zh>百分之\s*(?P<hundredth>{WORD}))"
    rf"|(?P<fraction_zh>(?P<below>{WORD})分之(?P<above>{WORD}))"
    r"|(?P<tenths>(?P<tenth>[\d一二两三四五六七八九十]+)成(?P<half>[一二三四五六七八九半\d]?))"
    r"|(?P<fraction>(?P<top>\d+)\s*/\s*(?P<bottom>\d+)(?![\d/]))"
    rf"|(?P<sign>(?<![\d\w)])[-−])?(?P<number>{WORD})\s*"
    r"(?:(?P<percent>[%％]|per ?cent\b|percent\b)|(?P<scale>百万|万|萬|亿|億|千|thousand\b|million\b|[kKmM]\b)?)",
    re.IGNORECASE | re.ASCII,
)

FACTORS = (("亿", 1e8), ("百万", 1e6), ("万", 1e4), ("千", 1e3), ("million", 1e6), ("thousand", 1e3))
PERIOD = re.compile(
    r"(?<![\d.十])[一1每]\s*(?:整)?(?:年|个月|月|天|日|周|小时)|\b(?:1|one|each|every)\s+(?:year|month|week|day|hour)\b",
    re.IGNORECASE,
)
"""The span that a figure is for: no figure of its own."""
ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ENGLISH = {word: n for n, word in enumerate(ONES)} | {word: 10 * n for n, word in enumerate(TENS, 2)}
ENGLISH_PLACES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
SPELLED = re.compile(
    rf"\b(?:{'|'.join(ENGLISH)})(?:(?:\s+and)?[\s-]+(?:{'|'.join((*ENGLISH, *ENGLISH_PLACES))}))*\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Figure:
    """A number as it was typed: `value` before its `scale` (万, k), and whether it is a percentage."""

    value: float
    scale: float = 1.0
    percent: bool = False
    fraction: bool = False
    """True where it was typed as a share of one (`3/4`, `0.75`)."""


def figure(text: str) -> Figure | None:
    """Return the last number of `text` (what follows the working), or None where there is none."""
    found = figures(text)
    return found[-1] if found else None


def figures(text: str) -> list[Figure]:
    """Return all numbers of `text`, in order; the one of "in one year" counts only where there is no other."""
    bare = PERIOD.sub(" ", text)
    read = [figure for match in FIGURE.finditer(spelled(bare)) if (figure := _read(match)) is not None]
    return read or [figure for match in FIGURE.finditer(spelled(text)) if (figure := _read(match)) is not None]


def matches(given: Figure, expected: float, tolerance: float, unit: Words | None, language: str = "zh") -> bool:
    """Say whether `given` is `expected` (in `unit`, as named in `language`) within `tolerance`, however it is meant."""
    slack = tolerance + 1e-6 * max(1.0, abs(expected))
    return any(abs(value - expected) <= slack for value in _meanings(given, unit, language))


def _meanings(given: Figure, unit: Words | None, language: str) -> list[float]:
    percent = unit is not None and unit.zh.strip() in ("%", "％")
    if given.percent:
        return [given.value] if percent else [given.value, given.value / 100]
    if percent:
        return [given.value, given.value * 100] if given.fraction else [given.value]
    factor = _factor(unit, language)
    whole = given.value * given.scale
    return [whole / factor] if given.scale != 1 else [whole, whole / factor]


def _factor(unit: Words | None, language: str) -> float:
    # The unit differs between the languages: 26 万元, but 260 thousand yuan.
    name = unit.of(language).strip().lower() if unit is not None else ""
    return next((factor for mark, factor in FACTORS if name.startswith(mark)), 1.0)


def _read(match: re.Match[str]) -> Figure | None:
    if match["percent_zh"]:
        value = _value(match["hundredth"])
        return None if value is None else Figure(value, percent=True)
    if match["tenths"]:
        return _tenths(match["tenth"], match["half"])
    if match["fraction_zh"]:
        return _share(_value(match["above"]), _value(match["below"]))
    if match["fraction"]:
        return _share(float(match["top"]), float(match["bottom"]))
    value = _value(match["number"])
    if value is None:
        return None
    value = -value if match["sign"] else value
    if match["percent"]:
        return Figure(value, percent=True)
    scale = SCALES[match["scale"].lower()] if match["scale"] else 1
    return Figure(value, float(scale), fraction="." in match["number"])


def _tenths(tenth: str, half: str) -> Figure | None:
    value = _value(tenth)
    if value is None:
        return None
    rest = 5.0 if half == "半" else (_value(half) if half else 0.0)
    return Figure(value * 10 + (rest or 0.0), percent=True)


def _share(above: float | None, below: float | None) -> Figure | None:
    return Figure(above / below, fraction=True) if above is not None and below else None


def _value(text: str) -> float | None:
    """Return the value of Arabic or Chinese digits."""
    if text[0] in ".0123456789":
        return float(re.sub(r"[,，]", "", text))
    return chinese(text)


def spelled(text: str) -> str:
    """Return `text` with English number words as figures (`nine hundred thousand`), where it holds no figure yet."""
    return text if re.search(r"\d", text) else SPELLED.sub(lambda found: f"{_english(found[0])}", text)


def _english(words: str) -> int:
    total = section = 0
    for word in re.split(r"[\s-]+", words.lower()):
        if word in ENGLISH:
            section += ENGLISH[word]
        elif word == "hundred":
            section = (section or 1) * 100
        elif word in ENGLISH_PLACES:
            total, section = total + (section or 1) * ENGLISH_PLACES[word], 0
    return total + section


def chinese(text: str) -> float | None:
    """Return the value of a Chinese numeral (`三百二十五`, `十二`, `一点五`), or None where it is none."""
    whole, point, part = text.partition("点")
    if point and (not part or any(c not in DIGITS for c in part)):
        return None
    if len(whole) > 1 and all(c in DIGITS for c in whole):
        value = float("".join(str(DIGITS[c]) for c in whole))
    else:
        value = _grouped(whole)
    return value + (float("0." + "".join(str(DIGITS[c]) for c in part)) if point else 0.0)


def _grouped(text: str) -> float:
    total = section = digit = 0
    for c in text:
        if c in DIGITS:
            digit = DIGITS[c]
        elif c in PLACES:
            section, digit = section + (digit or 1) * PLACES[c], 0
        else:
            total, section, digit = (total + section + digit or 1) * GROUPS[c], 0, 0
    return float(total + section + digit)
