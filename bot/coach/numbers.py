"""Numbers in a text, whether in figures or in Chinese words: 3,800, 三千八 and 3.8千 are the same."""

from __future__ import annotations

import re

from bot.coach.text import plain

_DIGITS = {"零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "半": 0.5}
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000, "k": 1000}
_NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*([万亿千百]|k\b)?|([零一二两三四五六七八九十百千万亿]+)", re.ASCII)


def numbers(text: str) -> frozenset[float]:
    """Return the values of all numbers in `text`."""
    found = set()
    for figures, unit, han in _NUMBER.findall(plain(text)):
        found.add(float(figures.replace(",", "")) * _UNITS.get(unit, 1) if figures else _han(han))
    return frozenset(found)


def _han(text: str) -> float:
    total, section, digit, last = 0.0, 0.0, 0.0, 1.0
    for character in text:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif _UNITS[character] >= 10_000:
            total, section, digit, last = total + (section + digit or 1) * _UNITS[character], 0, 0, _UNITS[character]
        else:
            section, last, digit = section + (digit or 1) * _UNITS[character], _UNITS[character], 0
    # 三千八 is three thousand eight hundred: a digit at the end counts in the unit below the last one.
    ending = digit * last / 10 if digit and last >= 100 and "零" not in text[-2:] else digit
    return total + section + ending
