"""Sorting items: requirement, need, or something else the customer said; and what a requirement is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.coach.judgement import NEEDS, Judgement, Span
from bot.coach.text import plain, words
from bot.coach.trace.items import DEMANDS
from bot.coach.trace.spans import HARD

TOPICS = ("price", "date", "standard", "quantity", "model", "service", "other")
_TECHNICAL = re.compile(
    r"\d\s*(?:g|gb|tb|mb|t|m|k|hz|khz|mhz|ghz|mm|cm|kg|kw|kva|w|v|°c|dpi|ppm|bar|psi|rpm|mil|inch(?:es)?|"
    r"cores?|ports?|%|mp)\b|"
    r"[一-十百千]\s*(?:g|t|m|k)\b|内存|硬盘|屏|毫米|公斤|度|瓦|伏|兆|核|分辨|精度|接口|memory|ram|disk|screen|"
    r"resolution|accuracy",
    re.ASCII,
)
_SERVICE = re.compile(
    r"质保|保修|维保|培训|响应|驻场|售后|备件|上门|赔|违约|付款|账期|预付|warranty|training|on[- ]site|"
    r"response|support|spare|penalt|payment|\bnet \d",
    re.ASCII,
)
_TOPIC_SIGNS = {
    "price": re.compile(r"价|钱|预算|贵|便宜|成本|费|price|budget|cost|expens|cheap|money|discount", re.ASCII),
    "date": re.compile(
        r"交期|交货|到货|上线|工期|天|周|月|赶|来得及|早|晚|停线|断货|旺季|deliver|date|deadline|week|month|"
        r"late|early|launch|go[- ]live|season",
        re.ASCII,
    ),
    "standard": re.compile(
        r"认证|标准|合规|审计|法规|检查|资质|certif|standard|audit|complian|regulat|inspect", re.ASCII
    ),
    "quantity": re.compile(
        r"产量|产能|扩|人手|并发|数量|规模|容量|用户|capacity|volume|headcount|scale|users|expan|grow", re.ASCII
    ),
    "model": re.compile(
        r"兼容|品牌|型号|接口|换型|备件|卡|慢|精度|性能|内存|slow|memory|accura|perform|compatib|brand|"
        r"interface|existing|same as",
        re.ASCII,
    ),
    "service": _SERVICE,
}


_PAIN = re.compile(
    r"天天|老是|总是|一直(?:在)?(?:坏|漏|卡|掉|出)|头疼|受不了|烦死|忙不过来|"
    r"\b(?:hates?|sick of|fed up|tired of|keeps? (?:\w+ing)|die|dies|crash\w*|always late|nightmare|pain)\b",
    re.ASCII,
)


def sort_item(judgement: Judgement, spans: Sequence[Span], text: str = "") -> str:
    """Return `requirement`, `need` or `other`; where the judge is unsure, what can be checked decides."""
    if text and not spans and len(words(text)) <= 2 and not DEMANDS.match(plain(text)):
        return "need" if judgement.label in NEEDS and not judgement.unsure else "other"
    if judgement.label in ("resistance", "information") and not spans and _PAIN.search(plain(text)):
        return "need"  # "our people hate the old ones" resists nothing that we offer
    if judgement.unsure and any(span.cue in HARD for span in spans) and judgement.label not in NEEDS:
        return "requirement"
    # "51 scanners by 22 June": two things to check and no word of trouble.
    if judgement.unsure and judgement.may_be(("requirement",)) and len({span.cue for span in spans} & HARD) > 1:
        return "need" if _PAIN.search(plain(text)) else "requirement"
    if judgement.label == "requirement":
        return "requirement"
    return "need" if judgement.label in NEEDS else "other"


def topic(text: str, cues: Sequence[str]) -> str:
    """Return what a requirement is about, one of `TOPICS`: it decides whom to ask and what mostly lies behind."""
    if _SERVICE.search(plain(text)):
        return "service"
    if "quantity" in cues and _TECHNICAL.search(plain(text)):
        return "model"
    return next((cue for cue in ("price", "standard", "date", "quantity", "model") if cue in cues), "other")


def touches(text: str, about: str) -> bool:
    """Say whether `text` speaks of the same thing as a requirement about the topic `about`."""
    sign = _TOPIC_SIGNS.get(about)
    return bool(sign and sign.search(plain(text)))
