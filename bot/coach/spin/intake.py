"""Reading a deal out of what the rep writes: one sentence with everything, a list, or one field at a time."""

from __future__ import annotations

import re

from bot.language import to_simplified

from .deal import stage_of, tidy

_TITLE = (
    r"(?:董事长|总经理|副总经理|副总裁|总裁|副总|总监|厂长|院长|主任|科长|处长|局长|部长|经理|总工|校长|行长|主管|工程师|老板|采购|书记"
    r"|专家|顾问|教授|老师|班长|总|工|CFO|CEO|CIO|COO|CTO)"
)
_DEPARTMENT = (
    r"(?:(?:采购|生产|财务|信息|技术|设备|销售|运营|人事|人力|IT|行政|质量|品质|研发|市场|后勤|物流|供应链|集团|总部)"
    r"(?:部门?|科|处|中心)?的?)?"
)
_PERSON_ZH = re.compile(rf"^(?P<customer>.{{2,}}?)(?P<meets>{_DEPARTMENT}[\u4e00-\u9fff]?{_TITLE})$")
_DEPARTMENT_ONLY = re.compile(rf"^{_DEPARTMENT}$")
_TITLED = re.compile(
    rf"{_TITLE}$|\b(?:manager|director|chief|c[efiot]o|head of|owner|founder|president|vp|engineer|buyer|officer"
    rf"|lead|supervisor)\b"
    r"|^(?:mr|ms|mrs|dr)\b",
    re.IGNORECASE,
)
_LABELLED = {
    "customer": r"客户(?:名称?)?|公司|customer|client|account|company",
    "product": r"产品|卖的?|方案|product|selling|we sell",
    "stage": r"阶段|进展|进度|stage|status|where it stands",
    "meets": r"见谁|要见的?人?|拜访对象|联系人|对象|见|meeting|meets?|contact|who|person",
}
_LABEL = {
    name: re.compile(rf"^(?:{words})\s*[:：是=]\s*(?P<value>.+)$", re.IGNORECASE) for name, words in _LABELLED.items()
}
_SEGMENTS = re.compile(r"[，,；;、\n。|/]+|(?<=\w)\.(?:\s|$)")
_MEET_ZH = re.compile(
    r"(?:去见|要见|拜访|约了|约见|约的是|会见|见一下|见的是|见|去找|找)\s*(?P<who>[^，,。；;！!？?\n]{2,40}?)"
    r"(?=$|[，,。；;！!？?\n]|聊|谈)"
)
_SELL_ZH = re.compile(
    r"(?:产品是|卖的是|推的是|推销|主推|推荐|销售|想卖|要卖|卖)\s*(?:给\s*(?:他们?|她们?|客户|对方)\s*)?"
    r"(?P<product>[^，,。；;！!？?\n]{1,40})"
)
_SELL_TO_ZH = re.compile(r"(?:向|给|跟)\s*(?P<customer>[^，,。；;\s]{2,20}?)\s*(?:推销|推荐|销售|卖)")
_END_EN = (
    r"(?=[,;!?\n]|(?<!\b[DMdm]r)(?<!\b[Mm]s)(?<!\b[Mm]rs)\.|$"
    r"|\s+(?:to (?:sell|talk|discuss|pitch)|tomorrow|today|next|this|on \w+day|about|selling|who|where|they|and"
    r"|we|i)\b)"
)
_MEET_EN = re.compile(
    r"\b(?:see|seeing|meet|meeting|visit|visiting|calling on|talking to|talk to)\s+(?:with\s+)?(?P<meets>.+?)"
    rf"(?:\s+(?:at|of|from)\s+(?P<customer>.+?))?{_END_EN}",
    re.IGNORECASE,
)
_MEET_TITLED_EN = re.compile(
    r"\b(?:see|seeing|meet|meeting|visit|visiting|calling on|talking to|talk to)\s+(?:with\s+)?"
    r"(?P<meets>[^,;.]{2,40},\s*(?:the\s+|their\s+)?[^,;.]{2,40}?)\s+(?:at|of|from)\s+(?P<customer>.+?)"
    rf"{_END_EN}",
    re.IGNORECASE,
)
"""A name, then the title: "Sarah Miller, COO of Brightwater Dairies"."""
_SELL_EN = re.compile(
    r"\b(?:sell|selling|sold|pitch|pitching|offering|offer|proposing)\s+(?:them\s+|him\s+|her\s+)?(?:our\s+"
    r"|an?\s+|the\s+)?"
    rf"(?P<product>.+?)(?:\s+to\s+(?P<customer>.+?))?{_END_EN}",
    re.IGNORECASE,
)
_ABOUT_EN = re.compile(rf"\babout\s+(?:our\s+|an?\s+|the\s+)?(?P<product>.+?){_END_EN}", re.IGNORECASE)
_LEAD_IN = re.compile(
    r"^(?:客户(?:是|叫)|公司(?:是|叫)|产品是|卖的?是?|我们?要?(?:去)?见的?是?|见的?是?|拜访|是|叫"
    r"|it'?s|it is|we sell|selling|they are|they're|"
    r"i'?m meeting|i meet|meeting|the customer is|the product is)\s*",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"^(?:tomorrow |today |next week )?(?:i'?m |i am |we'?re |i )?(?:going to )?(?:meet|see|visit)(?:ing)?\b", re.I
)
_ARTICLE = re.compile(r"^(?:our|the|an?|their)\s+", re.IGNORECASE)


def read_deal(text: str, asking: str | None = None) -> dict[str, str]:
    """Return the fields of a deal found in `text`; where none is found, all of it answers the field `asking`."""
    found = _labelled(text) or {**_segments(text, asking), **_sentence(text)}
    if not found and asking:
        found = {asking: _LEAD_IN.sub("", text)}
    return {name: value for name, words in found.items() if (value := tidy(words))}


def _labelled(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in _SEGMENTS.split(text):
        for name, pattern in _LABEL.items():
            if name not in found and (match := pattern.match(to_simplified(part).strip())):
                start, end = match.span("value")
                found[name] = part.strip()[start:end]
    return found if len(found) > 1 else {}


def _sentence(text: str) -> dict[str, str]:
    # The search runs on Simplified text; both have the same length, so that what is kept is as it was written.
    plain = to_simplified(text)
    found: dict[str, str] = {}
    if match := _MEET_ZH.search(plain):
        found |= _person(text[slice(*match.span("who"))])
    if match := _SELL_TO_ZH.search(plain):
        found.setdefault("customer", text[slice(*match.span("customer"))])
    if match := _SELL_ZH.search(plain):
        found["product"] = text[slice(*match.span("product"))]
    for pattern in (_MEET_TITLED_EN, _MEET_EN, _SELL_EN):
        if match := pattern.search(plain):
            parts = {name: text[slice(*match.span(name))] for name, value in match.groupdict().items() if value}
            found |= {name: _ARTICLE.sub("", value) for name, value in parts.items() if name not in found}
    if "meets" in found and "product" not in found and (match := _ABOUT_EN.search(plain)):
        found["product"] = text[slice(*match.span("product"))]
    if found and "stage" not in found and (part := _stage_part(text)):
        found["stage"] = part
    return found


def _person(who: str) -> dict[str, str]:
    customer, particle, meets = who.rpartition("的")
    if particle and customer:
        return {"customer": customer, "meets": meets}
    match = _PERSON_ZH.match(to_simplified(who))
    if match and not _DEPARTMENT_ONLY.match(match["customer"]):
        return {name: who[slice(*match.span(name))] for name in ("customer", "meets")}
    return {"meets": who}


def _stage_part(text: str) -> str | None:
    return next((part for part in _SEGMENTS.split(text) if stage_of(part)), None)


def _segments(text: str, asking: str | None) -> dict[str, str]:
    """Read "Huachen, MES, comparing offers, the plant manager": three or more parts, told by their kind and order."""
    parts = [part.strip() for part in _SEGMENTS.split(text) if part.strip()]
    if asking not in (None, "customer") or not 3 <= len(parts) <= 5 or any(len(part) > 40 for part in parts):
        return {}
    found: dict[str, str] = {}
    for part in parts:
        if "stage" not in found and stage_of(part) and len(found) >= 1:
            found["stage"] = part
        elif "meets" not in found and (_TITLED.search(to_simplified(part)) or _MEETING.match(part)):
            found["meets"] = _ARTICLE.sub("", _LEAD_IN.sub("", part))
        elif _SELL_EN.search(part) or _SELL_ZH.search(to_simplified(part)):
            found.setdefault("product", _LEAD_IN.sub("", part))
        else:
            name = "product" if "customer" in found else "customer"
            found.setdefault(name, part)
    return found
