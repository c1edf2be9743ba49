"""What makes a demand checkable: quantities, prices, dates and terms, standards, models, hard words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.coach.judgement import Span
from bot.coach.text import plain

DIGITS = r"\d[\d,]*(?:\.\d+)?"
HAN_NUMBER = r"[零一二两三四五六七八九十百千万亿半几]+"
NUMBER = rf"(?:{DIGITS}\s*[万亿千百]?|{HAN_NUMBER})"
PER = (
    r"(?:\s*/\s*(?:[\u4e00-\u9fff]{1,2}|[a-z]{1,6}\b)|"
    r"\s*(?:per|an?|each|every)\s+[a-z]{2,8}\b(?: (?:and|per) [a-z]{2,8}\b)?)?"
)
"""What a figure is counted by: “24,000瓶/小时”, “£310 per truck”."""
SPELLED = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|"
    r"sixty|ninety|"
    r"hundred|thousand|half)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine|hundred|thousand|million))*"
)
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|march|april|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|"
    r"dec(?:ember)?)"
)
DAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
EN_UNITS = (
    r"units?|pieces?|pcs|sets?|seats?|users?|people|persons?|lines?|sites?|ports?|cores?|gb|tb|mb|g|kg|kilos?|"
    r"tons?|tonnes?|"
    r"mm|cm|m|km|inch(?:es)?|litres?|liters?|l|kw|kva|watts?|w|volts?|v|hz|khz|mhz|ghz|ppm|bar|psi|rpm|dpi|mil|"
    r"°c|degrees|"
    r"ml|µm|um|nm|db|lux|lm|lumens?|ah|kwh|mwh|mw|n|nm|kn|mpa|kpa|psig|cfm|gpm|fps|mbps|gbps|tbps|iops|tps|qps|"
    r"va|amps?|"
    r"ft|feet|foot|yards?|yds?|lbs?|pounds? of|oz|gallons?|gal|sq ?(?:m|ft)|m2|m3|hectares?|acres?|miles?|mph|"
    r"grams?|bottles?|cans?|"
    r"cartons?|boxes|cases|reams|rolls?|drums?|bags?|kits|modules?|nodes?|servers?|laptops?|tablets?|desktops?|"
    r"monitors?|printers?|"
    r"cameras?|sensors?|machines?|robots?|forklifts?|buses|cars|vans|drivers?|employees|staff|headcount|"
    r"students?|patients?|"
    r"nurses|tests?|samples?|calls?|transactions?|tickets?|records?|reports?|languages?|countries|locations?|"
    r"branches|outlets?|"
    r"shops|warehouses?|plants?|factories|floors?|docks?|bays?|slots?|channels?|zones?|lanes?|axes|axis|batches|"
    r"parts|items|skus|"
    r"orders|parcels|deliveries|visits|sessions|hours of|"
    r"licen[cs]es?|vehicles?|trucks?|beds?|pallets?|stores?|rooms?|doses?|percent|per cent|times|engineers?|"
    r"trainers?|"
    r"gigabytes?|megabytes?|terabytes?|metres?|meters?|shifts?|vendors?|references?|cycles?|stations?|pumps?|copies"
)
HAN_UNITS = (
    r"台|套|个|件|人|米|毫米|微米|纳米|微秒|欧姆|流明|勒克斯|分贝|字节|厘米|公里|公斤|千克|吨|克|升|度|寸|英寸|"
    r"层|路|点|口|核|兆|瓦|千瓦|赫兹|页|家|条|"
    r"把|张|部|辆|"
    r"箱|瓶|罐|桶|袋|盒|卷|捆|垛|托盘?|车|柜|趟|班|例|床|间房|工位|机柜|节点|终端|门店|网点|人份|毫升|升|毫安|"
    r"安时|安培|"
    r"千伏安|兆瓦|度电|帕|兆帕|千帕|牛|转|帧|像素|平|亩|码|加仑|磅|盎司|次|倍|户|位|名|批|支|根|平米|"
    r"平方米|平方|间|座|颗|片|只|副|门|端口|并发|用户|席|坐席|g|gb|t|tb|m|"
    r"mb|kw|kva|mm|cm|kg|k"
)

PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "price",
        rf"(?:[¥￥$€£]|\b(?:rmb|usd|eur|gbp|aud|cad|sgd|hkd|nt\$?))\s*{DIGITS}\s*(?:k|m|mm|bn|万|亿|million|"
        rf"thousand|billion)?\b{PER}"
        rf"|{DIGITS}\s*(?:k\b|(?:thousand |million )?(?:dollars|euros?|pounds|quid|bucks|usd|eur|gbp|rmb|yuan|"
        rf"cents?|pence|grand)\b|p (?:per|a)\b)"
        rf"|(?:{SPELLED}|{DIGITS}) (?:thousand |million |grand )?(?:dollars|euros?|pounds|quid|bucks|grand)\b"
        rf"|\b(?:under|below|max(?:imum)?|up to|no more than|capped at|cap of|budget (?:of|is)|"
        rf"within) {DIGITS} ?(?:k|m|million|grand)\b"
        rf"|{DIGITS}\s*(?:%|percent|per cent) (?:off|discount|rebate|cheaper|down)\b|(?:discount|"
        rf"rebate) of {DIGITS}\s*(?:%|percent)"
        rf"|{NUMBER}\s*(?:万元|块钱|元|块|美元|美金|欧元|人民币|亿元|万(?![台套个件人次户片颗用]))"
        rf"|(?:单价|总价|报价|价格|预算|造价|费用)[^，,。；;]{{0,8}}?{NUMBER}(?:\s*(?:万元|元|块钱|块|万))?"
        rf"|(?:降|便宜|优惠|让)[^，,。；;]{{0,3}}?{NUMBER}\s*个?(?:点|%|％)|[一二三四五六七八九]\s*折",
    ),
    (
        "date",
        rf"{NUMBER}\s*月\s*{NUMBER}\s*[号日]?(?:之?前|以前|起|后)?"
        rf"|{NUMBER}\s*(?:个)?(?:工作日|小时|分钟|秒钟?|毫秒|天|日|周|星期|礼拜|月|年|季度?)(?:\s*(?:内|之内|"
        rf"以内|前|之前|以前|后|起))?"
        r"|(?:本|下|上|这个?|今|明|后)(?:周|月|季度?|年|个月)(?:底|初|末|内|中)?(?:前|之前|以前)?|"
        r"[年月季](?:底|末|初)(?:前|之前|以前)?"
        r"|(?:春节|国庆|五一|双十一|双11|旺季|淡季|开学|中秋|元旦|暑假|寒假)(?:前|之前|以前|后)?"
        rf"|(?:{DIGITS}|{SPELLED})[ -]*(?:working |business |calendar )?(?:ms|milliseconds?|seconds?|secs?|"
        rf"minutes?|mins?|hours?|hrs?|h|days?|weeks?|months?|quarters?|years?|yrs?)\b"
        rf"|(?:{DIGITS}(?:st|nd|rd|th)?(?: of)? )?\b{MONTH}\b(?: {DIGITS}(?:st|nd|rd|th)?)?"
        rf"|\b(?:by|before|until|till|on|next|this|end of|start of|beginning of|mid|early|"
        rf"late)(?: the)? (?:end of (?:the )?)?"
        rf"(?:{DAY}|weekend|week|month|quarter|year|summer|winter|spring|autumn|fall|christmas|easter|ramadan|diwali|"
        rf"thanksgiving|black friday|new year|term|semester|season|harvest|peak|q[1-4]|h[12]|(?:20)\d\d)\b"
        rf"|\b(?:(?:the )?(?:end|start|middle|beginning) of|mid|early|late)[ -]{MONTH}\b"
        r"|\b(?:same[- ]day|next[- ]day|overnight|asap|immediately|eo[mqy]|eod|cob|fy ?\d\d)\b|"
        r"\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b(?! *(?:inch|bolt))"
        r"|\bq[1-4]\b|\b20\d\d\b|\b24/7\b|7\s*[x×*]\s*24|\bnet \d+|year[- ]end|month[- ]end|\d+(?:st|nd|rd|th)\b",
    ),
    (
        "standard",
        r"\b(?:iso|iec|iatf|gb|gb/t|din|ansi|astm|ieee|en|ul|semi|nist|jis)[ -/]*[a-z]{0,2}\d[\w.:-]*"
        r"|\b(?:rohs|gdpr|hipaa|fda|haccp|gmp|gsp|soc ?[12]|pci(?:[- ]dss)?|hl7|fhir|dicom|fips|atex|sso|saml|"
        r"mfa|wcag|sil ?[1-4]|brc(?:gs)?|halal|kosher|fsc|leed|breeam|nebosh|cqc|ofsted|ukas|csa|etl|epa|osha|"
        r"as ?9100|iso|sox|ccc|tisax|"
        r"cmmi|nhs|fedramp)\b"
        r"|\bce (?:mark|certif\w*)|ce认证|3c认证|等保[一二三四]?级?|信创|ip\s?[56]\d\b|认证|资质|国标|行标|欧标|"
        r"美标|企标|军标|(?:原厂|厂家)?授权(?:书|函)?|检测报告|质检报告|合格证|防爆|防水|防静电|食品级|医用级|"
        r"有机|清真|涉密|国密|"
        r"密评|过检|能效[一二三]级|"
        r"certif(?:ied|icate|ication)\b",
    ),
    (
        "model",
        r"\b(?:[a-z]+[-/]?)+\d[a-z0-9]*(?:[-/.][a-z0-9]+)*\b(?!\s*(?:%|％))|\b\d+[a-z]+\d[a-z0-9-]*\b"
        r"|(?:麒麟|鲲鹏|海光|统信|西门子|三菱|欧姆龙|施耐德|发那科|英特尔|思科)\s*[a-z]*\d*",
    ),
    (
        "quantity",
        rf"(?:{DIGITS}|{SPELLED})\s*(?:%|％|(?:{EN_UNITS})\b)|{DIGITS} [a-z]{{3,}}(?<!s)s\b|"
        rf"{DIGITS} (?:(?!and |per |for |the |with |from |of |in |"
        rf"to )[a-z-]{{3,}} ){{1,2}}(?=[a-z]{{5}})(?:{EN_UNITS})\b|"
        rf"百分之{NUMBER}|"
        rf"千分之{NUMBER}"
        rf"|(?!一\s*[点家个位口路度片把层])(?<![下另哪]){NUMBER}\s*个?(?:百分点|"
        rf"{HAN_UNITS})(?![a-z])(?:\s*/\s*[\u4e00-\u9fffa-z]{{1,3}})?"
        rf"|{DIGITS}\s*[x×]\s+(?=[a-z\u4e00-\u9fff])",
    ),
    (
        "absolute",
        r"必须|务必|一定要|非.{1,6}不(?:可|行|要)|绝不|一律|"
        r"不得|不许|不允许|只能|仅限|唯一|缺一不可|否则不|没有就不用|不接受|不能出|严禁"
        r"|\b(?:must(?:n't)?|shall|mandatory|non-?negotiable|deal[- ]?breaker|under no circumstances|zero|"
        r"guaranteed|only|no later than|at least|at most|no more than|not? exceed|"
        r"minimum|maximum|compulsory|required|sole)\b",
    ),
)
_COMPILED = tuple((cue, re.compile(pattern, re.ASCII)) for cue, pattern in PATTERNS)
_MEASURE = re.compile(
    r"(?:[\d)]\s*(?:[gmt]b?|[mµun]m|cm|k?[gw]|kva|va|v|[kmg]?hz|rpm|bar|psi|psig|[mk]pa|ppm|dpi|db|lux|lm|[mgt]bps|"
    r"iops|tps|"
    r"qps|fps|°c|%|％)|cores?|degrees|percent|per cent|gigabytes?|megabytes?|terabytes?|毫米|微米|纳米|厘米|转|赫兹|"
    r"瓦|千瓦|"
    r"兆瓦|千伏安|帕|兆帕|千帕|核|兆|帧|像素|并发|分贝|流明|勒克斯)(?:\s*/.*)?$|^(?:百分|千分)之",
    re.ASCII,
)
HARD = frozenset({"price", "date", "standard", "model", "quantity"})


def find_spans(text: str) -> tuple[Span, ...]:
    """Return the checkable stretches of `text` in their order; where two overlap the kind that is named first wins."""
    line = plain(text)
    # In small letters it is a verb, and a kind of truck.
    taken = [Span(*match.span(), match.group(), "standard") for match in re.finditer(r"\bREACH\b", text)]
    for cue, pattern in _COMPILED:
        for match in pattern.finditer(line):
            start, end = _trimmed(line, *match.span())
            if end > start and not any(start < span.end and span.start < end for span in taken):
                taken.append(Span(start, end, text[start:end], cue))
    return tuple(sorted(taken, key=lambda span: span.start))


def cues(spans: Iterable[Span]) -> tuple[str, ...]:
    """Return the kinds of spans, each once, in the order they stand."""
    return tuple(dict.fromkeys(span.cue for span in spans))


def is_measure(words: str) -> bool:
    """Say whether a quantity measures a property (16 GB, 12000 转) and counts no things."""
    return bool(_MEASURE.search(plain(words)))


def is_checkable(text: str) -> bool:
    """Say whether a text holds a number, a date, a price, a standard or a model."""
    return any(span.cue in HARD for span in find_spans(text))


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    while start < end and line[start] in " ,，":
        start += 1
    while end > start and line[end - 1] in " ,，":
        end -= 1
    return start, end
