"""Cutting what a rep pasted into items: lines, numbering, bullets, sentences, comma lists of specifications."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.coach.text import plain
from bot.coach.trace.spans import HARD, find_spans

BULLET = re.compile(
    r"\s*(?:[-*•·●▪◦–—>]+\s+|[•·●▪◦]\s*|[（(]?\d{1,3}\s*[)）]\s*|\d{1,3}\s*(?:、|[.:：．](?!\d))\s*|[①-⑳]\s*"
    r"|[（(]?[一二三四五六七八九十]{1,3}[)）、.．]\s*|[a-hA-H][.)]\s+|\[[ xX]?\]\s*)"
)
INLINE = re.compile(r"(?:^|(?<=[\s，,。；;:：]))(?:[（(]?(\d{1,3})(?:[、)）]|[.．](?!\d))|([①-⑳]))\s*")
HEADER = re.compile(r"^[^:：\n]{0,40}[:：]\s*")
SAID = re.compile(
    r"报价|参数|规格|条件|如下|麻烦|你好|您好|条款|标准|配置|客户|对方|甲方|他们|她|他|要求|如下|需求|说|提|"
    r"清单|\b(?:customer|client|they|he|she|buyer|requirements?|"
    r"quote|quotation|please|pls|offer|following|below|as discussed|hi|hello|dear|per|spec|must[- ]haves?|terms|"
    r"conditions|"
    r"want|wants|asks?|asked|said|says|list|specs?|needs?)\b",
    re.I,
)
SENTENCE = re.compile(r"[。！？!?；;]+|\.(?=\s|$)")
ABBREVIATION = re.compile(
    r"(?:\b(?:no|approx|ca|e\.g|i\.e|incl|excl|min|max|vs|etc|mr|mrs|ms|dr|st|fig|vol|inc|ltd|co)|\b[a-z])$", re.I
)
COMMA = re.compile(r"，|、|,(?!\d{3}(?!\d))|\bplus\b|(?<=\s)and(?=\s)|(?<=\s)\+(?=\s)|以及|还有")
LEANS_BACK = re.compile(
    r"(?:so|because|which|otherwise|or|but|since|as|that|if|when|who|where|it|it's|this|anything)\b|否则|不然|"
    r"要不|但|可是|"
    r"因为|所以|如果|由于|以便|这样|而且是|免谈|就|才|也"
)
LEAD_WORD = re.compile(r"^(?:and|plus|also|以及|还有|还要|并且|另外|其次|最后)[\s,，]*", re.I)
DEMANDS = re.compile(
    r"(?:要|需|需要|得|带|含|包含?|支持|提供|配|配备|兼容|免费|现场|数据(?:不|要|放|存))[\u4e00-\u9fffa-z]|"
    r"(?:must|needs? to|has to|with|without|incl(?:udes?|uding)?|supports?|compatible|data in|hosted in|fully|"
    r"free|on[- ]site|no) \w",
)
"""How a piece of a list begins that is a demand although it holds no figure."""
LONGEST_PIECE = 60
"""Characters: a longer piece of a comma list is a sentence of its own, and the list is left whole."""


@dataclass(frozen=True)
class Item:
    """One thing the customer asked for: a stretch of the pasted text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Paste:
    """A pasted text in items; `headers` are the lead-ins that were no item (“the customer wants:”)."""

    items: tuple[Item, ...]
    headers: tuple[str, ...] = ()


def split(text: str) -> Paste:
    """Cut `text` into items in order; every letter and digit is in an item, a header, or a number that only counts."""
    items: list[tuple[int, int]] = []
    headers: list[str] = []
    lines = [(start, _after_bullet(text, start, end), end) for start, end in _lines(text)]
    marked = sum(bare > start for start, bare, _ in lines) >= 2
    for start, bare, end in lines:
        pieces = _inline(text, bare, end)
        # What the customer numbered is one item each, commas and all.
        whole = len(pieces) > 1 or (marked and bare > start)
        for a, b in pieces:
            a = _after_header(text, a, b, headers)
            if whole:
                items.append((a, b))
            else:
                items.extend(edge for c, d in _sentences(text, a, b) for edge in _commas(text, c, d))
    kept = [_bare(text, start, end) for start, end in items]
    return Paste(tuple(Item(a, b, text[a:b]) for a, b in kept if re.search(r"\w", text[a:b])), tuple(headers))


def _lines(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[^\n\r\u2028]+", text)]


def _after_bullet(text: str, start: int, end: int) -> int:
    match = BULLET.match(text, start, end)
    return match.end() if match and match.end() < end else start


def _inline(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut at numbers that count up (`1、… 2、…`), also where the first was taken off as a bullet."""
    marks: list[tuple[int, int]] = []
    expected: int | None = None
    for match in INLINE.finditer(text, start, end):
        if _inside(text, start, match.start()):
            continue
        number = int(match.group(1)) if match.group(1) else ord(match.group(2)) - ord("①") + 1
        if (expected is None and number in (1, 2)) or number == expected:
            marks.append(match.span())
            expected = number + 1
    if not marks:
        return [(start, end)]
    edges = [(start, marks[0][0])] + [(a[1], b[0]) for a, b in zip(marks, [*marks[1:], (end, end)])]
    return [(a, b) for a, b in edges if b > a]


def _after_header(text: str, start: int, end: int, headers: list[str]) -> int:
    match = HEADER.match(text[start:end])
    if not match or (re.match(r"\d", text[start + match.end() : end]) and re.search(r"\d\s*[:：]\s*$", match.group())):
        return start
    bare = match.group().strip()
    if match.end() == end - start or SAID.search(plain(bare)):
        headers.append(bare)
        return start + match.end()
    return start


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    at = start
    for match in SENTENCE.finditer(text, start, end):
        if match.group() == "." and ABBREVIATION.search(text[max(at, match.start() - 8) : match.start()]):
            continue
        if _inside(text, at, match.start()):
            continue
        pieces.append((at, match.end()))
        at = match.end()
    return [*pieces, (at, end)] if at < end else pieces


def _commas(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a comma list where every piece can be checked by itself; else leave the sentence whole."""
    cuts = [match.span() for match in COMMA.finditer(text, start, end) if not _inside(text, start, match.start())]
    edges = zip([start, *(b for _, b in cuts)], [*(a for a, _ in cuts), end])
    pieces: list[tuple[int, int]] = []
    for a, b in edges:
        if pieces and (LEANS_BACK.match(plain(text[a:b]).strip()) or not _is_specification(text[a:b])):
            pieces[-1] = (pieces[-1][0], b)
        else:
            pieces.append((a, b))
    if len(pieces) < 2 or not all(_is_specification(text[a:b]) and b - a <= LONGEST_PIECE for a, b in pieces):
        return [(start, end)]
    return pieces


def _inside(text: str, start: int, at: int) -> bool:
    """Say whether a place is between brackets: what stands there belongs to the word before."""
    before = text[start:at]
    return sum(before.count(mark) for mark in "(（[【") > sum(before.count(mark) for mark in ")）]】")


def _is_specification(piece: str) -> bool:
    spans = [span for span in find_spans(piece) if span.cue in HARD]
    # A model alone ("IPv6") or a bare number mostly goes on with what stands before it.
    hard = bool(spans) and any(span.cue != "model" for span in spans)
    demand = DEMANDS.match(plain(piece).strip())
    return hard or bool(demand) or any(span.cue == "absolute" for span in find_spans(piece))


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    lead = LEAD_WORD.match(text[start:end].lstrip(" \t，,、"))
    start += len(text[start:end]) - len(text[start:end].lstrip(" \t，,、"))
    if lead and lead.end() < end - start:
        start += lead.end()
    while end > start and text[end - 1] in " \t，,、。；;.":
        end -= 1
    return start, end
