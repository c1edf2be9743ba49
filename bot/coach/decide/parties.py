"""A case about two customers is two cases: where the second begins."""

from __future__ import annotations

import re

from bot.coach.text import plain

SECOND = re.compile(
    r"(?:还有|另外?|其他)(?:有)?(?:的)?一?(?:个|家)?(?:的)?客户(?!的)|第二(?:个|家)客户|(?:客户|公司)\s*(?:b|"
    r"乙|二|2)(?![a-z0-9])|(?:b|乙)(?:客户|公司)|"
    r"\b(?:another|a second|the second|the other|my other|a different) (?:customer|client|account|deal)\b|"
    r"\b(?:customer|client|account|company|deal) (?:b|two|2)\b",
    re.ASCII,
)
FIRST = re.compile(
    r"客户|公司|对方|甲方|采购|老板|总|\b(?:customer|client|account|company|deal|they|he|she|buyer|their)\b|"
    r"[a-z\u4e00-\u9fff]{2,}"
)
_ANNOUNCED = re.compile(
    r"两(?:个|家)(?:不同的?)?客户|\b(?:two|both) (?:different )?(?:customers|clients|accounts|deals)\b", re.ASCII
)
_LEAD = re.compile(
    r"^\W*(?:我)?(?:手上|这边|现在)?有?两(?:个|家)(?:不同的?)?客户[，,：:。\s]*|"
    r"^\W*(?:i have |i've got |there are |we have )?(?:two|both) (?:different )?(?:customers|clients|accounts|"
    r"deals)\s*[:,.–-]\s*",
    re.I,
)
"""The words that announce two customers, before the first of them."""
_NEXT = re.compile(r"[,;.，；。\n]\s*(?:and |while |另一?(?:个|家)|(?:一|第二)(?:个|家))?\s*(?=[A-Z\u4e00-\u9fff])")
_EDGE = re.compile(r"[。；;.!！?？\n]|[，,](?=[^，,]*$)")


def two_customers(text: str) -> tuple[str, str] | None:
    """Return the two cases in `text`, or None where it is about one customer."""
    announced = bool(_ANNOUNCED.search(plain(text)))
    if announced and (lead := _LEAD.match(text)):
        text = text[lead.end() :]
    line = plain(text)
    for match in SECOND.finditer(line):
        start = _clause_start(line, match.start())
        first, second = text[:start].strip(" ，,；;。.\n"), text[start:].strip(" ，,；;\n")
        if len(first) >= 6 and len(second) >= 6 and FIRST.search(plain(first)):
            return first, second
    return _halves(text) if announced else None


def _halves(text: str) -> tuple[str, str] | None:
    """Part an announced pair: at its only semicolon or full stop, else at the one comma before another name."""
    for marks in (";；\n。", ".", ",，"):
        cuts = [match for match in _NEXT.finditer(text) if match.group()[0] in marks]
        if len(cuts) == 1:
            first, second = text[: cuts[0].start()].strip(), text[cuts[0].end() :].strip(" ，,；;。.")
            if len(first) >= 6 and len(second) >= 6:
                return first, second
    return None


def says_two(text: str) -> bool:
    """Say whether a text announces two customers without telling them apart."""
    return bool(_ANNOUNCED.search(plain(text)))


def _clause_start(line: str, at: int) -> int:
    edges = [m.end() for m in re.finditer(r"[。；;!！?？\n，,]|\.(?=\s)|\b(?:and|while|but)\b|而", line[:at])]
    return edges[-1] if edges else at
