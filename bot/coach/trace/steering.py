"""Words that do what a button does, typed instead of pressed: skip, next, finish, carry on."""

from __future__ import annotations

import re

from bot.coach.typed import Typed

_WORDS: tuple[tuple[str, str], ...] = (
    (
        "finish",
        r"收尾|收工|结束|到此为止|到这(?:里|儿)(?:为止)?|先这样|就这样|不追|(?:收尾)?[，,]?看(?:一下|看)?台账|"
        r"导出(?:台账)?|"
        r"finish(?: and show the ledger)?|(?:we're |i'm |all )?done|that's (?:all|it|enough)|stop(?: here)?|"
        r"wrap (?:it )?up|"
        r"leave it (?:here|there|at that)|(?:show|export)(?: me)?(?: the)? ledger|end",
    ),
    (
        "skip",
        r"跳过(?:这(?:一)?(?:问|题|个|步))?|略过?|过|pass|skip(?: (?:it|this|that))?(?: (?:one|question))?",
    ),
    (
        "next",
        r"(?:跳过这一?条[，,]?)?(?:看|换)?下一(?:条|个|项)|这一?条(?:先)?(?:放着|跳过)|"
        r"(?:the )?next(?: (?:one|item|requirement|row))?|move on",
    ),
    (
        "continue",
        r"继续|接着(?:来|追|做)|再来|go on|carry on|continue|keep going|more",
    ),
)
steering = Typed(_WORDS, lead="算了|先|fine|i want to", tail="|for now|for today")
"""Returns the button that a whole line of words stands for: `finish`, `skip`, `next`, `continue`; or None."""
LATER = re.compile(
    r"^\W*(?:随便|随意|都行|都可以|无所谓|没有?(?:名字)?|暂无|无|不(?:方便)?(?:说|写|填|想说)|保密|以后(?:再|"
    r"补)?.{0,3}|"
    r"(?:名字)?以后再补|先不(?:写|填|说)|跳过|算了|whatever|any(?:thing)?|none|n/?a|skip|later|name it later|not yet|"
    r"no name|confidential|secret|does(?:n't| not) matter|don't care|pass)(?:吧|了)?\W*$"
)
"""An answer to “who is the customer” that gives no name and wants to go on."""
