"""An answer to another question than the one that was asked: where it belongs in the chain."""

from __future__ import annotations

import re

from bot.coach.judgement import NEEDS, Judgement
from bot.coach.text import plain
from bot.coach.trace.answers import EVENT, PURPOSE, Answer
from bot.coach.trace.ledger import Row

WISH = re.compile(
    r"想|希望|最好|不要再|别再|不用再|"
    r"\b(?:wants?|wish\w*|would like|hop(?:e|es|ing)|'d like|no longer|no more|instead of)\b"
)
"""Words of someone who says how things should be."""
TODAY = re.compile(
    r"^\W*(?:他们|那边|客户)?(?:现在|目前|眼下|如今|每次|每个?月|每天|天天|老是|总是)|"
    r"^\W*(?:right now|today|currently|at the moment|at present|as it is|these days|every (?:day|week|month|"
    r"time|shift|night|order|batch))\b"
)
LOSES = re.compile(
    r"\b(?:we|they|he|she|i|people|the team) (?:still |just |always |now )?(?:(?:are |is |am )?(?:losing|wasting|"
    r"missing)|"
    r"lose|loses|waste|wastes|miss|misses|struggle|struggles|cannot|can't|have to|has to|keep \w+ing)\b|"
    r"(?:老|总|又|还)(?:是|在)?(?:出错|返工|等|停|卡|丢|漏|加班|熬夜)"
)
"""Words of someone who says what goes wrong: no result that anybody wants."""
CALENDAR = re.compile(
    r"\d+\s*月(?!份?[^，。]{0,4}(?:一直|都))|[一二三四五六七八九十]月|\d+[号日]|"
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|"
    r"dec(?:ember)?|q[1-4])\b",
    re.ASCII,
)
"""A place in the year; how long something takes is none."""


def elsewhere(link: str, read: Answer, judgement: Judgement, row: Row) -> str | None:
    """Return the link that an answer to `link` belongs to, or None where it answers what was asked."""
    line = plain(read.text)
    need = judgement.label if judgement.label in NEEDS and not judgement.unsure else ""
    wish = bool(WISH.search(line)) and not TODAY.match(line)
    if link == "who" and read.kind == "nobody":
        if read.timing == "event" and not row.time:
            return "time"
        if wish:
            return "wanted"
        return "why" if need or PURPOSE.search(line) else None
    dated = bool(CALENDAR.search(line) or EVENT.search(line))
    if link == "time" and read.kind == "real" and not dated and read.timing != "not_now":
        if wish and not read.timing:
            return "wanted"
        return "now" if TODAY.match(line) or (need == "implied_need" and not read.timing) else None
    if link == "now" and dated and not need and not wish and not TODAY.match(line) and not PURPOSE.search(line):
        return "time"
    if (
        link == "wanted"
        and not wish
        and (TODAY.match(line) or LOSES.search(line) or (need == "implied_need" and not row.now))
    ):
        return "now"
    return "wanted" if link == "now" and wish and need == "explicit_need" else None
