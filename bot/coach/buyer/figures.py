"""Figures in a playback: is the number that the rep plays back the one that was told?"""

from __future__ import annotations

import re
from itertools import combinations

_DIGIT = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_UNIT = {"十": 10, "百": 100, "千": 1000}
_BIG = {"万": 10_000, "亿": 100_000_000}
_TOKEN_ZH = re.compile(
    r"(百分之)?(\d+(?:\.\d+)?|[零一二两三四五六七八九十百千]+)([多来]?)([万亿]?)(个?月份?|个?小时|个人|口人|人|[家台条次年天日套名位座间种道班辆批%块元点号店周成块])?"
)
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {name: n for n, name in enumerate(_ONES.split(" "))} | {
    name: 10 * n for n, name in enumerate(_TENS.split(" "), 2)
}
_TOKEN_EN = re.compile(
    rf"(?i)(\d[\d,]*(?:\.\d+)?|\b(?:{'|'.join(_WORDS)})(?:-\w+)?\b)\s*(%|million|thousand|hundred)?\s*"
    rf"(?:of (?:the|them|our)\s+)?(?:(?!(?:{'|'.join(_WORDS)})\b)([a-z]+))?"
)
_SCALE = {"hundred": 100.0, "thousand": 1e3, "million": 1e6}
_ROUGHLY_EN = re.compile(
    r"(?i)\b(?:over|above|under|below|nearly|almost|around|about|roughly|some|more than|less than|at least|well over|"
    r"close to|up to|or so|odd|plus)\b"
)
_ROUGHLY_ZH = re.compile(r"[多来近快约]|大概|差不多|左右|上下|出头|不到|超过|不止|至少")
_JOINS = re.compile(r"(?i)\s+(?:in|for|and|of|to|a|the|on|at|from|by|is|was|or|with|that)$")
"""What stands after a number and belongs to what follows it."""
ROUGH = 0.25
"""By which share of itself a number that is given as a rough one may be off."""
ROUND = 100
"""From which value a number may be a rounded one, though nothing says so: "three million" for 3.2."""


def figures(text: str, language: str) -> dict[str, set[float]]:
    """Return the numbers of a text by the unit that they count ("人", "percent", "day", …)."""
    return _english(text) if language == "en" else _chinese(text)


def wrong(said: str, told: list[str], known: list[str], language: str) -> tuple[str, str] | None:
    """Return the wordings of a number that was played back wrongly and of the right one; None where none is wrong.

    `told` is what was said on the topic, `known` all that is true: a number from elsewhere is not called wrong.
    """
    true = {unit for text in told for unit in figures(text, language)}
    every = {v for text in known for v in _values(text, language)}
    every |= _sums(known, language)
    together = {v for text in known for v in {*_values(text, language), *_sums([text], language)}}
    for unit, values in figures(said, language).items():
        if unit in true and not values & every and not _round(said, values, together, language):
            heard = _worded([said], unit, language, "")
            found = _worded(told, unit, language, said)
            return (heard, found) if found and heard else None
    return None


def _sums(texts: list[str], language: str) -> set[float]:
    """Return what the sums of money in texts come to, two or three together: who adds up plays nothing back wrongly."""
    money = "money" if language == "en" else "钱"
    told = {value for text in texts for value in figures(text, language).get(money, ())}
    return {sum(some) for size in (2, 3) for some in combinations(sorted(told), size)}


def _round(said: str, values: set[float], known: set[float], language: str) -> bool:
    """Say whether one of the values that were said stands, as a rough or a rounded number, for one that is known."""
    token, roughly = (_TOKEN_EN, _ROUGHLY_EN) if language == "en" else (_TOKEN_ZH, _ROUGHLY_ZH)
    before, after = (16, 8) if language == "en" else (3, 2)
    rough: set[float] = set()
    for match in token.finditer(said):
        around = said[max(0, match.start() - before) : match.end() + after]
        if roughly.search(around):
            rough |= _values(match.group(), language)
    return any(
        abs(one - value) <= ROUGH * value if value in rough else value >= ROUND and _rounded(one, value)
        for value in values
        for one in known
    )


def _rounded(exact: float, value: float) -> bool:
    """Say whether a number is an exact one in its first digit or two, as a person says it from memory."""
    return any(value == float(f"{exact:.{digits}e}") for digits in (0, 1))


def _values(text: str, language: str) -> set[float]:
    """Return all numbers of a text, whatever they count."""
    if language == "en":
        found = [
            (_value(n.lower().replace(",", "")), _SCALE.get(scale.lower(), 1.0))
            for n, scale, _ in _TOKEN_EN.findall(text)
        ]
    else:
        found = [(_number(m[1]), float(_BIG.get(m[3], 1))) for m in _TOKEN_ZH.findall(text)]
    return {value * scale for value, scale in found} | {value for value, _ in found}


def _worded(texts: list[str], unit: str, language: str, near: str) -> str | None:
    """Return the words of a number of that unit, of several the one that stands by the same words as in `near`."""
    token = _TOKEN_EN if language == "en" else _TOKEN_ZH
    found: list[tuple[int, str]] = []
    for text in texts:
        for match in token.finditer(text):
            if unit in figures(match.group(), language):
                around = text[max(0, match.start() - 12) : match.end() + 12].lower()
                found.append((_common(around, near.lower()), _JOINS.sub("", match.group().strip())))
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _common(one: str, other: str) -> int:
    return sum(one[i : i + 2] in other for i in range(len(one) - 1) if one[i : i + 2].strip())


def _chinese(text: str) -> dict[str, set[float]]:
    found: dict[str, set[float]] = {}
    for match in _TOKEN_ZH.finditer(text):
        share, number, _, big, unit = match.groups()
        after = text[match.end() : match.end() + 1]
        if (
            big
            and not unit
            and re.match(r"[零一二两三四五六七八九十百千\d\u4e00-\u9fff]", after)
            and after not in "是的，对"
        ):
            # Half of a longer number, or a count of something unnamed here: no sum to be held against another.
            continue
        unit = "%" if share else (unit or "").lstrip("个口").rstrip("份")
        if big and unit not in ("人", "家", "台", "套"):
            unit = "钱"
        value = _number(number) * _BIG.get(big, 1)
        if unit and (value >= 2 or unit == "%"):
            found.setdefault(unit, set()).add(value)
    return found


def _number(text: str) -> float:
    if text[0].isdigit():
        return float(text)
    total, last = 0, 0
    for sign in text:
        if sign in _UNIT:
            total += (last or 1) * _UNIT[sign]
            last = 0
        else:
            last = last * 10 + _DIGIT[sign] if text.isdigit() else _DIGIT[sign]
    return float(total + last)


def _english(text: str) -> dict[str, set[float]]:
    found: dict[str, set[float]] = {}
    for number, scale, noun in _TOKEN_EN.findall(text):
        value = _value(number.lower().replace(",", "")) * _SCALE.get(scale.lower(), 1.0)
        unit = "%" if scale == "%" or noun.lower() in ("percent", "per") else noun.lower().rstrip("s")
        if scale and scale != "%":
            unit = "money" if unit in ("", "yuan", "a", "in", "for", "and", "of", "to") else unit
        if len(unit) > 2 or unit == "%":
            found.setdefault(unit, set()).add(value)
    return found


def _value(word: str) -> float:
    if word[0].isdigit():
        return float(word)
    first, _, second = word.partition("-")
    return float(_WORDS[first] + _WORDS.get(second, 0))
