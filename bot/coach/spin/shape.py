"""The form of a line: does it ask, how many questions, open or yes/no, about us or about the customer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .text import plain, sentences

_WH_ZH = re.compile(
    r"什么|啥|哪(?!怕)|谁|多少|几(?=[个次天人台条家年成分点套种类层步位件])|多(?=[久长大高快远重严])|怎么|怎样|咋|如何|为何|何时|何种"
)
_YES_NO_ZH = re.compile(
    r"[吗吧么嘛][?？]?$|没有[?？]?$|是否|能否|可否|有没有|是不是|会不会|能不能|要不要|好不好|对不对|行不行|([\u4e00-\u9fff])不\1|了没[?？]?$"
)
_INVITES_ZH = re.compile(
    r"(?:能不能|能否|可不可以|可以|方便|麻烦|想|请|能).{0,6}(?:讲讲|说说|谈谈|聊聊|介绍|讲一下|说一下|聊一下|谈一下|了解|听听|请教|分享|描述|透露)"
    r"|^(?:请|您|你)?(?:讲讲|说说|聊聊|谈谈)|展开(?:讲|说)"
)
_ASKS_NOT_ZH = re.compile(
    r"^(?:那|所以|您看)?(?:如果|要是|假如|假设|一旦|当|万一)|(?:的话|之后|以后|时候|时)$"
    r"|知道|看到|看清|看得|清楚|查到|明白|不管|无论|不论"
)
_INDEFINITE_ZH = re.compile(r"(?:有没有|是否有|有无|没有)(?:什么|啥|哪|任何)|(?:什么|哪|谁)[^，,]*[吗么][?？]?$")
_ASKS_ZH = re.compile(r"[?？]|呢$")
_LISTED_ZH = re.compile(r"[，,、]")
_WH_EN = re.compile(r"\b(?:what|how|whom?|whose|which|when|where|why)\b", re.IGNORECASE)
_AND_WH_EN = re.compile(
    r"(?:,|\band\b|\bor\b)\s+(?:also\s+)?(?:what|how|who|whose|which|when|where|why)\b(?!\s+(?:not|it|they|this"
    r"|that)\b)",
    re.IGNORECASE,
)
_AUX_EN = re.compile(
    r"^(?:(?:and|so|but|ok|okay|well|then|now|also)[,\s]+)*(?:do|does|did|is|are|was|were|have|has|had|can|could"
    r"|would|will|should|may"
    r"|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|haven't|hasn't|can't|couldn't|wouldn't|won't|shouldn't"
    r"|any|anything|ever)\b",
    re.IGNORECASE,
)
_INVITES_EN = re.compile(
    r"\b(?:tell|walk|talk|take) (?:me|us) (?:about|through|more|how|what|where|who|which|when|why)\b|\bdescribe\b"
    r"|\bhelp me understand\b|\bi'?d (?:like|love) to (?:know|hear|understand|learn)\b"
    r"|\bi(?:'m| am) curious\b|\bi wonder\b|\b(?:can|could|would|will) you (?:tell|share|walk|describe|explain"
    r"|say|give|help|talk|mind)\b",
    re.IGNORECASE,
)
_STARTS_EN = re.compile(
    r"^(?:(?:and|so|but|ok|okay|well|then|now|also)[,\s]+)*(?:what|how|who|whose|which|when|where|why)\b", re.IGNORECASE
)
_OURS = (
    r"(?:我司|本公司|我们家|我们公司|我们(?:的)?(?:产品|系统|平台|方案|设备|服务|软件|技术|功能|机器|材料|团队))|对我们.{0,8}(?:感兴趣|兴趣|了解)"
    r"|\bour (?:own )?(?:product|solution|platform|system|software|tool|service|machine|offer|technology|app"
    r"|company|team|material)\w*"
    r"|\b(?:interested in|heard of|heard about|know about|think of|try|tried|use|buy|switch to|sign up for) (?:us"
    r"|ours)\b"
)
_DOWNSTREAM = re.compile(
    r"(?:您|你|您们|你们|贵司|贵公司|咱们?)(?:们)?的?(?:客户|客人|用户|下游|买家|顾客|住客|甲方)|客户的客户|下游(?:客户)?|终端(?:客户|用户|顾客)?|主机厂|整车厂|患者|病人|乘客"
    r"|学生|家长|业主|租户|租客|消费者|经销商|代理商|住客|旅客|储户|购房|市民|群众|老百姓|办事人|收货|货主|食客|买家|粉丝|会员|最终用户|(?<!我们的)(?<!我们)客户(?!经理|代表|专员|化)"
    r"|\b(?:your|their) (?:own )?(?:\w+ ){0,2}(?:customers?|clients?|buyers?|guests?|patients?|accounts|dealers?"
    r"|shoppers?|users?|tenants?)\b"
    r"|\b(?:end[- ](?:users?|customers?|consumers?)|downstream|patients?|passengers?|tenants?|shoppers?"
    r"|consumers?|guests?|citizens?|students?|parents?"
    r"|residents?|subscribers?|policyholders?|depositors?|borrowers?|dealers?|distributors?|oems?|diners?"
    r"|shippers?|consignees?|residents?|retailers|supermarkets|wholesalers|stockists|grocers)\b"
    r"|\b(?:the|your|their|a) (?:supermarket|retailer|wholesaler|grocer)(?:s|'s)?(?: (?:buyers?|chains?))?\b"
    r"(?! (?:you run|business))"
    r"|商超|卖场|零售商|批发商|渠道商|超市(?=那边|会|要是|罚|退|下架|投诉|的采购|采购)",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"刚才|您说的?|你说的?|您提到|你提到|前面(?:说|讲|提)|这样一来|这么一来|照这样|这样下去|这一来|(?:这|那)(?:些|种|个|件|样|一|会|对|给|么)"
    r"|\b(?:that|this|these|those|it|then|so|you (?:mentioned|said|told|described))\b",
    re.IGNORECASE,
)
_CLAUSE_EN = re.compile(r"^(?:(?:and|so|but|then)[,\s]+)*(?:when|where|if|whenever)\b[^,?]*,", re.IGNORECASE)
_PHRASE_ZH = re.compile(
    r"[^，,。！？!?；;\n]*(?:什么|啥|哪|谁|多少|几|多久|多大|怎么|怎样|咋|如何|为何|何时)[^，,。！？!?；;\n]*"
)
_PHRASE_EN = re.compile(r"\b(?:what|how|who|whose|which|why|tell me|walk me)\b(?:\s+[\w'-]+){0,11}", re.IGNORECASE)
_PHRASE_WHEN = re.compile(r"\b(?:when|where)\b(?:\s+[\w'-]+){0,11}", re.IGNORECASE)


@dataclass(frozen=True)
class Shape:
    """What can be seen of a line without knowing what it means."""

    asks: bool
    questions: tuple[str, ...]
    """The single questions in it, as written."""
    closed: bool
    """The last question can be answered by yes or no."""
    ours: str | None
    """The words that are about us or our product."""
    downstream: str | None
    """The words for the customer's customer."""
    points_back: bool
    """It takes up what was said by "that", "you mentioned", …"""
    phrase: str | None
    """The words that ask, for quoting."""
    length: int
    """Characters, a Latin word counted as two."""


def look(text: str, *, product: str = "", customers: Iterable[str] = ()) -> Shape:
    """Return the shape of `text`; `product` is ours, `customers` more words for the customer's customers."""
    line = plain(text)
    asking = tuple(part for part in _split(text) if _asks(plain(part)))
    return Shape(
        asks=bool(asking),
        questions=asking,
        closed=bool(asking) and _closed(plain(asking[-1])),
        ours=_ours(text, product),
        downstream=_downstream(text, customers),
        points_back=bool(_POINTS_BACK.search(line)),
        phrase=_phrase(text),
        length=len(re.findall(r"[\u3400-\u9fff]", line)) + 2 * len(re.findall(r"[A-Za-z]+", line)),
    )


def _split(text: str) -> list[str]:
    """Split into sentences, and a sentence that lists several questions into those."""
    parts: list[str] = []
    for sentence in sentences(text):
        clauses = [clause.strip() for clause in _LISTED_ZH.split(sentence) if clause.strip()]
        asking = [clause for clause in clauses if _asks_itself(plain(clause), clause == clauses[-1])]
        if len(asking) > 1 and re.search(r"[\u3400-\u9fff]", sentence):
            parts += asking
        elif (
            _STARTS_EN.search(sentence)
            and not _CLAUSE_EN.search(sentence)
            and (more := _AND_WH_EN.search(sentence, 18))
        ):
            parts += [sentence[: more.start()].rstrip(" ,") + "?", sentence[more.start() :].lstrip(", ")]
        else:
            parts.append(sentence)
    return parts


def _phrase(text: str) -> str | None:
    line = plain(text)
    found = [m for m in _PHRASE_ZH.finditer(line) if _asks_itself(m.group(), m.end() >= len(line) - 1)]
    best = found[-1] if found else _PHRASE_EN.search(line) or _PHRASE_WHEN.search(line)
    return text[slice(*best.span())].strip() if best else None


def _asks_itself(clause: str, last: bool) -> bool:
    # "如果能看到哪台机有空，…" holds 哪 and asks nothing; the question comes behind it.
    if not last and _ASKS_NOT_ZH.search(clause):
        return False
    return bool(_WH_ZH.search(clause) or _YES_NO_ZH.search(clause))


def _asks(line: str) -> bool:
    line = line.rstrip(" .。!！")
    if re.search(r"[\u3400-\u9fff]", line):
        return any(p.search(line) for p in (_ASKS_ZH, _YES_NO_ZH, _INVITES_ZH)) or bool(_WH_ZH.search(line))
    return "?" in line or "？" in line or any(p.search(line) for p in (_STARTS_EN, _INVITES_EN))


def _closed(line: str) -> bool:
    line = line.strip(" .。")
    if re.search(r"[\u3400-\u9fff]", line):
        if _INVITES_ZH.search(line) or (_WH_ZH.search(line) and not _INDEFINITE_ZH.search(line)):
            return False
        return bool(_YES_NO_ZH.search(line))
    if _INVITES_EN.search(line):
        return False
    return bool(_AUX_EN.search(line)) or not _WH_EN.search(line)


def _ours(text: str, product: str) -> str | None:
    pattern = _OURS
    if name := plain(product).strip():
        pattern += rf"|(?:我们的?|我家的?|\bour\s+){re.escape(name)}"
    found = re.search(pattern, plain(text), re.IGNORECASE)
    return text[slice(*found.span())] if found else None


def _downstream(text: str, customers: Iterable[str]) -> str | None:
    line = plain(text)
    found = _DOWNSTREAM.search(line)
    if not found:
        names = [re.escape(plain(name)) for name in customers if len(name) > 1]
        found = re.search("|".join(names), line, re.IGNORECASE) if names else None
    return text[slice(*found.span())] if found else None
