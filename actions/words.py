"""Small readings of free text: a lesson's number, a language's name, who is spoken to."""

from __future__ import annotations

import re

from bot.language import clean, to_simplified

LANGUAGES = (
    ("zh-Hant", re.compile(r"繁|台湾|香港|正体|traditional|hant", re.IGNORECASE)),
    ("en", re.compile(r"英文|英语|english|\ben\b", re.IGNORECASE)),
    ("zh-Hans", re.compile(r"简|中文|汉语|普通话|chinese|mandarin|hans|\bzh\b", re.IGNORECASE)),
)
"""Traditional first: "繁体中文" and "Traditional Chinese" name Chinese too."""
DIGITS = re.compile(r"\d{1,2}")
CHINESE = re.compile(r"[一二三四五六七八九十]{1,3}")
ENGLISH = (
    ("one", "first"),
    ("two", "second"),
    ("three", "third"),
    ("four", "fourth"),
    ("five", "fifth"),
    ("six", "sixth"),
    ("seven", "seventh"),
    ("eight", "eighth"),
    ("nine", "ninth"),
    ("ten", "tenth"),
    ("eleven", "eleventh"),
    ("twelve", "twelfth"),
)
TO_CUSTOMER = re.compile(r"您|贵公司|贵司|你们|咱们|\byour?s?\b", re.IGNORECASE)
TO_COACH = re.compile(
    r"[您你]?(?:能|可以|帮我|再)*(?:解释|讲|说)(?:一下|说)?"
    r"|\b(?:can|could|would) you (?:please )?(?:explain|tell|remind|say)\b",
    re.IGNORECASE,
)
UNITS = "一二三四五六七八九"


def speaks_to_customer(text: str) -> bool:
    """Say whether `text` addresses somebody: inside an exercise that is the customer, not the coach."""
    return bool(TO_CUSTOMER.search(TO_COACH.sub("", to_simplified(clean(text)))))


def named_language(text: str) -> str:
    """Return the language that `text` asks for, or an empty string."""
    simplified = to_simplified(clean(text))
    return next((language for language, pattern in LANGUAGES if pattern.search(simplified)), "")


def lesson_number(text: str) -> int | None:
    """Return the lesson that `text` names (`第3课`, `第二十一课`, `lesson 12`, `the third lesson`), or None."""
    text = to_simplified(clean(text)).lower()
    if found := DIGITS.search(text):
        return int(found.group())
    if found := CHINESE.search(text):
        return _chinese_number(found.group())
    words = re.findall(r"[a-z]+", text)
    return next((number for number, names in enumerate(ENGLISH, 1) if not set(names).isdisjoint(words)), None)


def _chinese_number(text: str) -> int | None:
    """Return 1 to 99 from Chinese numerals."""
    tens, ten, units = text.rpartition("十") if "十" in text else ("", "", text)
    if len(tens) > 1 or len(units) > 1:
        return None
    return (10 * (UNITS.find(tens) + 1 if tens else 1) if ten else 0) + (UNITS.find(units) + 1 if units else 0)
