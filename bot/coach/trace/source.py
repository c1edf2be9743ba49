"""Where a need comes from: the five sources of business needs, and the signs of a personal one."""

from __future__ import annotations

import re

from bot.coach.text import plain

SOURCES = ("goal", "policy", "competitor", "chain", "technology")
_SIGNS: tuple[tuple[str, str], ...] = (
    (
        "policy",
        r"政策|法规|监管|环保|合规|国标|新规|飞检|强制|法律|等保|信创|双碳|宏观|补贴|关税|regulat\w*|\blaws?\b|"
        r"legislation|compliance|audit(?:or)?s?\b|directive|government|sanction|tariff|subsid\w+|inspection",
    ),
    (
        "competitor",
        r"竞争对手|同行|对手|竞品|友商|别家(?:都|已)|competitors?|\brivals?\b|the other (?:brands|players)|"
        r"market share lost",
    ),
    (
        "chain",
        r"主机厂|客户的客户|他们的客户|终端客户|下游|上游|供应商(?:断|涨|交)|大客户(?:要|投诉)|客户(?:投诉|"
        r"退货|验厂)|\boems?\b|their (?:\w+ )?(?:customers?|suppliers?|clients?|distributors?)|end customers?|"
        r"downstream|upstream",
    ),
    (
        "technology",
        r"新技术|人工智能|大模型|数字化|电商|直播|商业模式|新能源|自动化|物联网|上云|云化|\bai\b|"
        r"business model|digital\w*|e-?commerce|new technolog\w+|automation|subscription|electrif\w+|cloud",
    ),
    (
        "goal",
        r"目标|指标|kpi|考核|降本|增效|扩产|产能|新市场|新厂|上市|增长|利润|成本|战略|规划|出海|targets?|"
        r"\bgoals?\b|growth|expan\w+|new (?:plant|market|site|line)|margin|cost|capacity|strategy|\bkpis?\b|"
        r"\bipo\b|efficien\w+",
    ),
)
_SIGNS_COMPILED = tuple((source, re.compile(pattern, re.ASCII)) for source, pattern in _SIGNS)
_NAMED: tuple[tuple[str, str], ...] = (
    ("policy", r"政策|环境|法规|polic\w+|rules?\b|regulation|environment|\blaw\b"),
    ("competitor", r"对手|竞争|同行|compet\w+|rival"),
    ("chain", r"供应商|客户|上下游|supplier|customer|client"),
    ("technology", r"技术|模式|tech\w*|business model"),
    ("goal", r"内部|目标|自己|internal|goal|target|own"),
)
_NAMED_COMPILED = tuple((source, re.compile(pattern, re.ASCII)) for source, pattern in _NAMED)
_PERSONAL = re.compile(
    r"升职|晋升|升迁|面子|挨骂|挨批|背锅|背责任|被问责|丢脸|保住|饭碗|赏识|表现|政绩|话语权|位子|省心|少操心|"
    r"怕担责|交代得过去|(?:没法|好|不好)交代|被[^，。]{0,5}(?:骂|念|批评|问责|训)|怕出事|奖金|退休前|"
    r"\b(?:promot\w+|look(?:s|ing)? (?:bad|good)|blam\w+|his neck|her neck|his job|her job|bonus|recognition|"
    r"reputation|career|"
    r"embarrass\w*|get(?:s|ting)? (?:yelled|shouted) at|credit for|peace of mind|sleep at night|control over)\b",
    re.ASCII,
)


def guess_source(text: str) -> str | None:
    """Return the source that `text` points to, or None where it tells nothing."""
    line = plain(text)
    hits = [(len(pattern.findall(line)), -place, source) for place, (source, pattern) in enumerate(_SIGNS_COMPILED)]
    best = max(hits)
    return best[2] if best[0] else None


def named_source(text: str) -> str | None:
    """Return the source that a direct answer to “where does it come from” names, or None."""
    line = plain(text)
    return next((source for source, pattern in _NAMED_COMPILED if pattern.search(line)), None) or guess_source(text)


def is_personal(text: str) -> bool:
    """Say whether `text` names a gain of the person, not of the house."""
    return bool(_PERSONAL.search(plain(text)))
