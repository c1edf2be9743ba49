"""What a line means around a case: a typed button, an addition to the case before, or “and now?”."""

from __future__ import annotations

import re

from bot.coach.decide.ask import read_fact
from bot.coach.decide.signs import find_signs
from bot.coach.text import plain
from bot.coach.typed import Typed

HAN = re.compile(r"[\u4e00-\u9fff]")
_WORDS: tuple[tuple[str, str], ...] = (
    (
        "finish",
        r"结束|到此为止|到这(?:里|儿)|先这样|就这样|收工|不做了|没(?:有)?(?:别的)?了|finish|(?:i'm |"
        r"we're )?done|that's (?:all|it|enough)|"
        r"stop(?: here)?|end|nothing else|no more",
    ),
    (
        "another",
        r"(?:看|换|说)?(?:下|另)一(?:个|家|单)(?:单子|客户|案子)?|(?:看|换)?一(?:个|家)(?:单子|客户)?|"
        r"还有一(?:个|单)(?:单子)?|继续|"
        r"(?:the )?(?:next|another)(?: (?:one|case|deal|customer))?|one more|go on|continue",
    ),
    (
        "drill",
        r"做?(?:做|道|点)?(?:练习|题)(?:题)?|练(?:一)?练|考考我|出题|(?:a |the |some )?(?:drill|quiz|practice|"
        r"exercise)(?: me)?",
    ),
)
steering = Typed(_WORDS, lead="来|再|i want")
"""Returns the button that a whole line of words stands for: `finish`, `another`, `drill`; or None."""
_ADDED = re.compile(
    r"\W*(?:其实|不过|补充|对了|还有(?!一(?:个|家))|更正|不对|不是|哦|噢|另外(?!一(?:个|家)客户)|忘了说|刚(?:才|"
    r"刚)?(?:打听|问|知道|听说)|后来|但是?|"
    r"(?:actually|but|also|wait|correction|i forgot|forgot|oh|no|well|turns out|i (?:just )?(?:asked|heard|"
    r"learned|found out)|"
    r"update|sorry|by the way|btw)\b)",
    re.I,
)
_WHOLE_CASE = 24
"""Characters (60 in English) from which a line after a verdict is a case of its own."""
_CUSTOMER = re.compile(
    r"客户|他们|对方|老板|采购|总监|经理|(?:说|问|要求|提出)|\b(?:customer|client|they|she|he|buyer|cfo|ceo|"
    r"says?|said|wants?|asked)\b"
)
_SAME_PERSON = re.compile(r"\W*(?:他|她|对方|人家)|\W*(?:he|she|they|it)\b")
WHAT_NOW = re.compile(
    r"^\W*(?:那)?(?:然后(?:呢|怎么办)?|接下来(?:呢|怎么办)?|(?:我)?(?:该)?怎么(?:办|做|说|回)|下一步(?:呢|"
    r"怎么走)?|所以呢|为什么|凭什么)"
    r"\W*$|^\W*(?:and |so )?(?:what (?:now|next|then|do i (?:do|say))|now what|then what|so what|how (?:do i|"
    r"should i) \w+|why)\W*$"
)
"""A question about the play that was just given."""


def adds(text: str) -> bool:
    """Say whether a line after a verdict is about the same case: it says so, or only tells where the deal stands."""
    line = plain(text)
    if _ADDED.match(line):
        return True
    longest = _WHOLE_CASE if HAN.search(line) else 60
    if len(line) > longest or _CUSTOMER.search(line):
        return False
    return bool(find_signs(text)) or read_fact("paper", text) not in (None, "unknown")


def carries_on(text: str) -> bool:
    """Say whether a line after a verdict tells more of the same person: it names nobody and no stage of its own."""
    return bool(_SAME_PERSON.match(plain(text))) and not find_signs(text)
