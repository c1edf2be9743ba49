"""What kinds of question an answer can meet: does it hold a number, a sum, a time, a person, a place, a reason?"""

from __future__ import annotations

import re
from functools import lru_cache

_N = r"(?:\d[\d,.]*|[一二两三四五六七八九十百千万亿半几]+)"
_ZH = {
    "howmany": r"\d|[二两三四五六七八九十百千万亿]+|一[个家台条半成套间层]|百分之|没有?人|都没有",
    "howmuch": r"\d|[一二两三四五六七八九十百千][十百千]*[多来]?[万亿块元]|[一二两三四五六七八九十百千万亿]+|"
    r"不要钱|免费",
    "howlong": rf"{_N}[多来]?(?:年|个?多?月|周|个?星期|天|日(?!子)|个?小时|个?钟头|分钟|秒|个?季度|晚上|夜|宿)|"
    rf"半天|一(?:阵|会)",
    "howoften": r"每|天天|年年|月月|经常|常|一(?:天|周|个?月|年|季度|班).{0,8}[次回趟起遍]|[次回趟起遍]|几乎",
    "when": r"(?:去|今|明|前|后)年|年(?:初|底|前|后|中)|月(?:初|底|中)|[上下这本]个?(?:月|周|季度)|[昨今明前]天|"
    r"周[一二三四五六日末]|"
    r"星期|春节|国庆|旺季|淡季|\d+月|[一二三四五六七八九十]月|\d{4}年?|[\d一二三四五六七八九十]号(?!机|线|楼)|季度|夜里|半夜|凌晨|"
    rf"早上|晚上|下午|上午|[\d一二两三四五六七八九十]点(?!一|二|三|四|五|六|七|八|九|\d)|{_N}[多来]?(?:天|年|个月|周)(?:前|后|内|以内)?|刚",
    "who": r"[一-龥](?:总|董|工)(?![一-龥]*(?:共|体|数|是这))|经理|主任|[科处部院厂局会]长|书记|总监|老[板]|"
    r"老[一-龥](?=[，。、管说是])|小[一-龥](?=[，。、管说是])|"
    r"师傅|委员会|董事|办公会|部门?|[一-龥]科(?!室|目)|护士|医生?(?!院|疗|保|药|学)|组|班长|采购|财务|我(?:自己|们)?(?:提|定|管|负责|来|批|签|说了算|写|找|加)|[他她](?:们)?(?=提|定|管|负责|来|批|签|说了算|写|选|带|跑|做)|儿子|弟弟|女儿|姑娘|老婆|大家|人(?=管|负责|做|盯|提|写|来)",
    "where": r"在[一-龥]|[东西南北]边?|市|省|县|镇|楼|库|厂|车间|路|城|区|国|室",
    "why": r"因为|为了|原因|所以|怕|不然|否则|嫌|没人|不够|不会|不懂|来不及|要不|才|图|是.{1,12}的|没|不|太|光|全靠|只",
    "opinion": r"说|觉得|想|要|愿意|支持|反对|满意|不满|嫌|怕|喜欢|催|骂|抱怨|态度|意见|看|信|急|认|问|盯|担心|"
    r"不买账|牢骚",
}
_EN = {
    "howmany": r"\d|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|twenty|thirty|"
    r"forty|fifty|"
    r"hundred|thousand|million|half|dozen|none|double)\b",
    "howmuch": r"\d|\b(hundred|thousand|million|billion|yuan|percent|nothing|free|\w+ty)\b",
    "howlong": r"(\d|\b(a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|\w+teen|\w+ty|"
    r"few|several))"
    r"[\s-]+(and a half |half |working )?(years?|months?|weeks?|days?|hours?|minutes?|seconds?|quarters?|"
    r"nights?)\b|\bfor (years|months|weeks)|"
    r"\byears\b|overnight|all night",
    "howoften": r"\bevery\b|\beach (day|week|month|year|night|time)|daily|weekly|monthly|a (day|week|month|year|"
    r"night|shift)\b|"
    r"\btimes\b|\bonce\b|\btwice\b|often|always|never|constantly|rarely|seldom",
    "when": r"\b(19|20)\d\d\b|\b(january|february|march|april|may|june|july|august|september|october|november|"
    r"december|monday|"
    r"tuesday|wednesday|thursday|friday|yesterday|today|tomorrow|tonight|last (year|month|week|night|spring|"
    r"summer|autumn|"
    r"winter)|next (year|month|week)|this (year|month|week|spring|summer|autumn|winter)|spring|summer|autumn|"
    r"winter|year-end|"
    r"new year|season|ago|morning|evening|afternoon|midnight|quarter|christmas|since)\b|\b(in|within|after|"
    r"until|by|before) "
    r"(\w+ )?(\w+ )?(days?|weeks?|months?|years?|hours?)|\b(on|by) the \w+(th|st|nd|rd|teenth)\b|\d+(th|st|nd|rd)\b",
    "who": r"\b(Mr|Ms|Mrs|Dr|Old)\b|(?<=[a-z,;] )[A-Z][a-z]+\b(?! (Bank|Street|Road))|"
    r"\b(I|he|she|they|we)( \w+ly)? (do|does|did|runs?|ran|decides?|decided|signs?|signed|handles?|"
    r"prepares?|"
    r"chose|choose|picked|asks?|asked|looks?|"
    r"keeps?|writes?|wrote|set|brought|led|leads?|owns?|approves?)\b|\b(director|manager|head|chief|chairman|"
    r"president|owner|boss|committee|board|deputy|supervisor|team|department|finance|purchasing|office|engineers?|son|"
    r"brother|ourselves|themselves|myself|nobody|people|foremen|leaders?)\b",
    "where": r"\b(in|at|from|near|beside|behind|to|on) (the )?[A-Z]|\b(town|city|plant|hall|floor|workshop|"
    r"warehouse|store|"
    r"office|site|north|south|east|west|upstairs|downtown|abroad|building|room)\b",
    "why": r"\b(because|since|so that|otherwise|reason|afraid|fear|nobody|no one|never|not|no|cannot|too|only|"
    r"without|to keep|"
    r"in order|that is why|so)\b|n't\b",
    "opinion": r"\b(says?|said|thinks?|wants?|likes?|hates?|trusts?|believes?|agrees?|against|favou?r|happy|"
    r"unhappy|fears?|afraid|"
    r"worri\w+|complain\w*|asks?|push\w*|grumbl\w*|curs\w*|minds?|prefers?|opinions?|feels?|cares?|view|doubts?|angry|furious|pleased)\b",
}
_KINDS = {
    "zh": {kind: re.compile(p) for kind, p in _ZH.items()},
    "en": {kind: re.compile(p if kind in ("who", "where") else f"(?i){p}") for kind, p in _EN.items()},
}


@lru_cache(maxsize=8192)
def told(text: str, language: str) -> frozenset[str]:
    """Return the kinds of question that a text can answer by what it holds."""
    return frozenset(kind for kind, pattern in _KINDS[language].items() if pattern.search(text))
