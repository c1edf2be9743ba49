"""The five cautions of SPIN, watched over the rep's lines.

`invented`: no pain is talked up that is not there. `control`: the answer is not built in. `interrogation`: who only
asks and gives nothing interrogates. `person`: other people, other questions. `statement`: it need not be a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .deal import Deal
from .text import plain, shared

CAUTIONS = ("invented", "control", "interrogation", "person", "statement")
IN_A_ROW = 3
"""So many questions without anything given in exchange are too many."""

_INVENTED = re.compile(
    r"迟早(?:会|要|得)?(?:出|垮|倒|完|被)[^，。？?]{0,6}|早晚(?:会|要|得)?(?:出|垮|倒|完|被)[^，。？?]{0,6}|再不(?:换|改|上|买|用|做)[^，。？?]{0,12}"
    r"|不用我们[^，。？?]{0,12}"
    r"|(?:肯定|一定|必然|绝对)(?:会|要)?(?:出(?:大)?(?:问题|事)|倒闭|完蛋|被淘汰|亏|失败|出事)|完蛋|倒闭|被淘汰|(?:太|非常|很)(?:落后|危险|过时)了?|早就(?:落后|过时"
    r"|不行)了?|灾难性?"
    r"|\b(?:sooner or later|bound to|certain to|sure to) (?:\w+ )?(?:fail|break|collapse|lose|go under|blow up)\b"
    r"|\bgo(?:ing)? (?:under|bust|bankrupt)\b|\bif you don'?t (?:buy|switch|upgrade|act|change|invest)\b[^.?!]{0,30}"
    r"|\bwithout (?:us|our \w+)\b|\byou(?:'re| are) (?:losing|wasting|bleeding|falling behind)[^.?!]{0,30}"
    r"|\bdisaster\b|\b(?:hopelessly )?(?:outdated|obsolete)\b|\bdoomed\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"(?:损失|亏|浪费|赔|少赚|多花)[了掉]?(?:大概|差不多|至少|上)?\s*[\d一二两三四五六七八九十百千万亿]+(?:多|来)?(?:万|亿|块|元|%|个点|百万|千万)"
    r"|\b(?:los(?:e|es|ing)|wast(?:e|es|ing)|cost(?:s|ing)? you)\b[^.?!]{0,20}?(?:[$€£¥]\s?\d[\d.,]*\s?(?:k|m"
    r"|million)?|\d[\d.,]*\s?(?:k|million|percent|%))",
    re.IGNORECASE,
)
_CONTROL = re.compile(
    r"(?:对吧|是吧|对不对|对么|不是吗|没错吧)[?？。]?$|难道[^，。？?]{0,10}|[您你]不(?:也)?(?:觉得|认为)|[您你]也?肯定[^，。？?]{0,8}|想必[^，。？?]{0,8}|不用说"
    r"|\b(?:isn't|aren't|doesn't|don't|wouldn't|won't|can't|didn't|haven't|hasn't) (?:it|you|they|that|there|he"
    r"|she|this)\s*\?$|\bright\s*\?$|\bwouldn't you (?:say|agree|like|want|prefer)\b|\bdon't you (?:think|agree|want)\b"
    r"|\bsurely\b|\byou must (?:be|have|feel|know|want)\b|\bi(?:'m| am) sure (?:you|that|it)\b|\bno doubt\b"
    r"|\bobviously\b|\byou(?:'d| would) agree\b",
    re.IGNORECASE,
)
_GIVES = re.compile(
    r"(?:我们?|前阵子|上个?月|去年|最近)?(?:有|见过|服务过|走访过|去过|看过|拜访过|整理了?|带来?了?|准备了?|做了?)[^，。？?]{0,10}(?:同行|一家|几家|客户|案例|工厂|门店"
    r"|医院|数据|报告|清单|对比|样品|图纸|分析|资料)"
    r"|同行(?:里|业)?[^，。？?]{0,12}|我(?:先)?(?:跟您|和您|给您|向您)(?:说|讲|分享|介绍|汇报|交个底|带|看)[^，。？?]{0,10}|我(?:查|看|读|注意到|留意到|了解到"
    r"|听说)[^，。？?]{0,12}|可以(?:发|分享|给)您|据我(?:们)?了解|行业(?:平均|里|内|数据)[^，。？?]{0,8}"
    r"|\b(?:other|another|a|one|two|three|several|some) (?:\w+ ){0,3}(?:plants?|companies|company|clients?"
    r"|customers?|hospitals?|factories|factory|stores?|firms?|banks?|schools?|hotels?|teams?"
    r"|sites?)\b[^.?!]{0,30}\b(?:told|tell|found|find|find that|cut|saw|see|had|have|took|take|we|i)\b"
    r"|\bi (?:noticed|saw|read|looked|brought|prepared|put together|visited|heard)\b[^.?!]{0,30}|\b(?:let me"
    r"|i can|i'll|happy to) (?:share|send|show|bring|give)\b[^.?!]{0,20}|\b(?:in your|across the) (?:industry"
    r"|sector)\b|\bbenchmark\w*|\bin return\b",
    re.IGNORECASE,
)
_TECHNICAL = re.compile(
    r"接口|协议|参数|型号|数据库|服务器|采样|刷新率|分辨率|转速|带宽|字段|代码|版本号?|主频|内存|硬盘|固件|驱动|端口|公差|精度(?:是|多少|要)|扭矩|功率|API|PLC|SQL|SDK"
    r"|IP地址|CPU|网关"
    r"|\b(?:apis?|protocols?|parameters?|databases?|servers?|firmware|drivers?|ports?|sampling|resolution"
    r"|bandwidth|schema|data fields?|plcs?|sdks?|cpus?|ram|torque|tolerances?|versions?|model numbers?"
    r"|operating systems?)\b",
    re.IGNORECASE,
)
_STRATEGIC = re.compile(
    r"战略|三年规划|五年规划|董事会|股东|市值|投资回报|资本|上市|并购|集团(?:战略|层面)|净利|ROI"
    r"|\b(?:strategy|strategic|board|shareholders?|return on investment|roi|acquisitions?|market cap|three-year"
    r"|five-year|net profit|capital allocation)\b",
    re.IGNORECASE,
)
_MONEY_LINE = re.compile(
    r"追加预算|加预算|超预算|预算(?:能|可以|批|谁)|拍板|签(?:合同|字)|下单|采购决定"
    r"|\b(?:budget|sign off|approve|purchase decision|extra funds"
    r"|place the order)\b",
    re.IGNORECASE,
)
_BUSINESS = re.compile(
    r"利润|毛利|现金|市场|份额|交付|交期|客户|口碑|成本|增长|竞争|风险|订单|产能|战略|业绩|违约|续约|信誉|品牌"
    r"|\b(?:margins?|profits?|cash|growth|market|customers?|clients?|board|revenue|risk|orders?|capacity|delivery"
    r"|competitors?|contracts?|costs?|renewals?|reputation)\b",
    re.IGNORECASE,
)
_DAILY = re.compile(
    r"每天|现场|操作|换型|排产|班组|录入|加班|表格|Excel|手工|返工|流程|一线|手上|交接|设备|日常|上手"
    r"|\b(?:shifts?|daily|every day|day[- ]to[- ]day|hands?|spreadsheets?|screens?|manual\w*|overtime|handover"
    r"|rework|workaround|process|step|operators?)\b",
    re.IGNORECASE,
)
_OPEN_MIND = re.compile(r"最|怎么看|怎么想|哪些|\b(?:most|how do you see|what do you think|which)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Seen:
    """A caution that a line touches: badly (`good` False) or in the right spirit, with the words that show it."""

    caution: str
    good: bool
    quote: str
    detail: str = ""
    """Which of several ways: `figure`, `technical`, `strategic`, `money`, or the layer for a good `person`."""


def gives(text: str) -> str | None:
    """Return the words by which the rep gives something (a peer's experience, an observation, material), or None."""
    return _quote(_GIVES, text)


def watch(
    text: str,
    deal: Deal,
    *,
    asks: bool,
    phrase: str | None = None,
    heard: Iterable[str] = (),
    run: int = 0,
    kind: str | None = None,
) -> tuple[Seen, ...]:
    """Return the cautions that `text` touches, faults first.

    `phrase` are the words that ask, `heard` is what the customer said or would say, `run` the questions in a row
    before this one without a gift, `kind` the label of the question.
    """
    heard = tuple(heard)
    faults = [_invented(text, heard), _control(text), _interrogation(text, asks, run), _wrong_person(text, deal)]
    good = [
        _good_ground(text, heard, deal, kind),
        _good_open(text, asks, phrase),
        _good_gift(text),
        _right_person(text, deal),
        _good_statement(text, asks),
    ]
    bad = tuple(seen for seen in faults if seen)
    spoiled = {seen.caution for seen in bad}
    return bad + tuple(seen for seen in good if seen and seen.caution not in spoiled)


def _quote(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(plain(text))
    return text[slice(*found.span())].strip(" ，,。?？") if found else None


def _invented(text: str, heard: tuple[str, ...]) -> Seen | None:
    if quote := _quote(_INVENTED, text):
        return Seen("invented", False, quote)
    quote = _quote(_FIGURE, text)
    if quote and not any(number in line for line in heard for number in re.findall(r"\d+", quote)):
        return Seen("invented", False, quote, "figure")
    return None


def _control(text: str) -> Seen | None:
    quote = _quote(_CONTROL, text.strip())
    return Seen("control", False, quote) if quote else None


def _interrogation(text: str, asks: bool, run: int) -> Seen | None:
    if asks and run + 1 >= IN_A_ROW and not gives(text):
        return Seen("interrogation", False, "")
    return None


def _wrong_person(text: str, deal: Deal) -> Seen | None:
    if deal.layer in ("decider", "senior") and (quote := _quote(_TECHNICAL, text)):
        return Seen("person", False, quote, "technical")
    if deal.layer == "doer" and (quote := _quote(_STRATEGIC, text)):
        return Seen("person", False, quote, "strategic")
    if deal.layer in ("doer", "expert") and (quote := _quote(_MONEY_LINE, text)):
        return Seen("person", False, quote, "money")
    return None


def _good_ground(text: str, heard: tuple[str, ...], deal: Deal, kind: str | None) -> Seen | None:
    if kind not in ("implication", "need_payoff"):
        return None
    word = shared(text, heard, (deal.customer, deal.product, deal.meets))
    return Seen("invented", True, word) if word else None


def _good_open(text: str, asks: bool, phrase: str | None) -> Seen | None:
    free = asks and phrase and _OPEN_MIND.search(plain(text))
    return Seen("control", True, phrase or "") if free else None


def _good_gift(text: str) -> Seen | None:
    quote = gives(text)
    return Seen("interrogation", True, quote) if quote else None


def _right_person(text: str, deal: Deal) -> Seen | None:
    pattern = {"decider": _BUSINESS, "senior": _BUSINESS, "doer": _DAILY}.get(deal.layer or "")
    quote = _quote(pattern, text) if pattern else None
    return Seen("person", True, quote, deal.layer or "") if quote else None


def _good_statement(text: str, asks: bool) -> Seen | None:
    quote = None if asks else gives(text)
    return Seen("statement", True, quote) if quote else None
