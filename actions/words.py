"""Small readings of free text: numbers, a language's name, who is spoken to, whether it asks."""

from __future__ import annotations

import re

from bot.language import clean, to_simplified

LANGUAGES = (
    ("zh-Hant", re.compile(r"繁|台湾|香港|正体|traditional|hant", re.IGNORECASE)),
    ("en", re.compile(r"英文|英语|english|\ben\b", re.IGNORECASE)),
    ("zh-Hans", re.compile(r"简|中文|汉语|普通话|chinese|mandarin|hans|\bzh\b", re.IGNORECASE)),
)
"""Traditional first: "繁体中文" and "Traditional Chinese" name Chinese too."""
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
NUMBERS = {word: str(number) for number, words in enumerate(ENGLISH, 1) for word in words}
WORD = re.compile(r"[A-Za-z]+")
TO_CUSTOMER = re.compile(r"您|贵公司|贵司|你们|咱们|\byour?s?\b", re.IGNORECASE)
TO_COACH = re.compile(
    r"[您你]?(?:能|可以|帮我|再)*(?:解释|讲|说)(?:一下|说)?"
    r"|\b(?:can|could|would) you (?:please )?(?:explain|tell|remind|say)\b",
    re.IGNORECASE,
)

QUESTION = re.compile(
    r"[?？]\s*$|[吗呢]\s*$|什么|怎么|如何|为什么|哪|\b(?:what|how|why|when|who|which)\b", re.IGNORECASE
)


def asks(text: str) -> bool:
    """Say whether `text` is put as a question."""
    return bool(QUESTION.search(to_simplified(clean(text))))


def speaks_to_customer(text: str) -> bool:
    """Say whether `text` addresses somebody: inside an exercise that is the customer, not the coach."""
    return bool(TO_CUSTOMER.search(TO_COACH.sub("", to_simplified(clean(text)))))


def named_language(text: str) -> str:
    """Return the language that `text` asks for, or an empty string."""
    simplified = to_simplified(clean(text))
    return next((language for language, pattern in LANGUAGES if pattern.search(simplified)), "")


def with_digits(text: str) -> str:
    """Return `text` with English number words up to twelve as digits: `the third lesson` is `the 3 lesson`."""
    return WORD.sub(lambda found: NUMBERS.get(found[0].lower(), found[0]), text)
