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

TOLD_END = re.compile(
    r"(?:评[标选估审测比]|招标|投标|开标|比选|选型|比较|试用|试点|试机|测试|项目|合同|谈判|演示|他们|她们|对方|客户|采购)"
    r"[^，。,;；]{0,8}(?:结束|完|停|够|过|取消|放弃|退出)"
    r"|\b(?:evaluation|selection|tender|trial|pilot|poc|demo|comparison|comparing|contract|project|negotiations?|"
    r"they|their|the customer|the client)\b.{0,24}"
    r"\b(?:over|ended|end|done|finished|closed|stop(?:ped)?|quit|cancel+ed)\b",
    re.IGNORECASE,
)
"""What ended on the customer's side; whoever tells it does not want to stop."""
OVER = re.compile(
    r"\W*(?:已经|都|早就|刚|是的?|对)*[，,\s]*(?:结束|完)了\W*"
    r"|\W*(?:yes|yeah|yep)?\W*(?:it(?:'s| is| has)?|that(?:'s| is)?|all)? ?(?:already |all )?"
    r"(?:over|ended|finished|closed)\W*",
    re.IGNORECASE,
)


def tells_an_end(text: str, exercise: str | None) -> bool:
    """Say whether `text` tells what is over with the customer; a bare “it is over” does so where we ask for it (D)."""
    line = to_simplified(clean(text))
    return bool(TOLD_END.search(line)) or (exercise == "decide" and bool(OVER.fullmatch(line)))


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
