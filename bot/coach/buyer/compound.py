"""Two questions in one sentence: "who chose it, and when was that?" is answered part by part."""

from __future__ import annotations

import re

from .asked import is_question, question_types
from .reading import leans

_WH_ZH = re.compile(
    r"什么|怎么|多少|哪|谁|几[个家台条天年月次号点人成件岁]|为什么|为何|多久|多大|多长|多高|吗|是不是|有没有|是否|如何"
)
_SPLIT_ZH = re.compile(r"[，,、；;]|(?<=[？?])|还有|以及|[和跟](?=谁|什么|哪|几|多少|多久|为什么|怎么)")
_ASKS_EN = r"(?:who|when|how|where|why|what|which|whose|since when|until when|by when|by whom|for whom)\b"
_AUX_EN = r"(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would)\b"
_SPLIT_EN = re.compile(rf"(?i)[,;]?\s+and\s+(?={_ASKS_EN}|{_AUX_EN})|[,;]\s+(?={_ASKS_EN})|(?<=\?)\s+")
_CLAUSE_EN = re.compile(rf"(?i)^\W*(?:(?:and|so|but|now)\s+)*(?:when|where|while|if|once|after)\s+(?!{_AUX_EN})")
"""How a clause opens that only says when ("when a customer calls, …")."""
_OR = re.compile(r"^或者?|^还是|(?i:^or\b)")
"""How the rest of the same question opens."""
_OPENS_EN = re.compile(rf"(?i)^\W*(?:(?:and|so|but|then|well|okay|ok|\w+ \w+,|\w+,)\s+)*(?:{_ASKS_EN}|{_AUX_EN})")


def parts(text: str, language: str) -> tuple[str, ...]:
    """Return the two questions that a sentence holds; the sentence alone where it holds one."""
    split, asks = (_SPLIT_EN, _OPENS_EN) if language == "en" else (_SPLIT_ZH, _WH_ZH)
    pieces = [p.strip() for p in split.split(text) if p and p.strip(" ，,、；;?？。.")]
    if len(pieces) < 2 or not asks.search(pieces[-1]) or not any(asks.search(p) for p in pieces[:-1]):
        return (text,)
    if _OR.search(pieces[-1]) or (language == "en" and len(pieces) == 2 and _CLAUSE_EN.search(pieces[0])):
        return (text,)
    at = next(
        n for n in range(len(pieces) - 1, 0, -1) if any(asks.search(p) for p in pieces[:n]) and asks.search(pieces[n])
    )
    glue = " " if language == "en" else "，"
    first, second = glue.join(pieces[:at]), pieces[at]
    if leans(second, language) and question_types(first, language) == question_types(second, language):
        return (text,)
    return (_asked(first, language), _asked(second, language))


def _asked(text: str, language: str) -> str:
    bare = text.rstrip(" ?？，,.。")
    whole = bare + ("?" if language == "en" else "？")
    return whole if is_question(whole, language) else text
