"""Reading a sentence for its topic: frames and empty words aside, words that ask for the same thing made one."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise

HAN_RUN = re.compile(r"[\u3400-\u9fff]+")
WORD = re.compile(r"[a-z][a-z0-9'&/+-]*|\d+(?:\.\d+)?")
LITTLE = {"zh": 3, "en": 1}
"""So many signs or words of its own, at most, has a question that leans on what stands before it."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Frames of questions and courtesy: they tell the move, not the topic.
FRAME_ZH = re.compile(
    r"什么时候|时候|多长时间|哪一?块|管什么|手上|手头|那边|这边|一次|几次|听说|最近|上一?次|这一?次|那一?次|当时|当初|后来|之前|以前|已经|怎么回事|他们|她们|它们|这些|那些|这种|那种|"
    r"请问|想问一下|想请教|请教|了解一下|方便说|能不能|可不可以|是不是|有没有|能否|是否|什么样|为什么|"
    r"怎么样|怎样|怎么|什么|多少|哪些|哪个|哪里|哪儿|哪"
    r"|几个|你们|咱们|我们|贵公司|贵司|公司|您这边|您|你|我|现在|目前|一下|一般|大概|平时|通常|具体|"
    r"觉得|认为|可以|可能|如果|那么|那|这个|这|就是"
    r"|的话|的|了|吗|呢|吧|啊|呀|是|有|在|会|能|要|对|给|让|跟|和|都|也|还|就|不|没|去|来|说|问|把|被|他|她|它|们|又|再|很|想|做|"
    r"里|上|下|个|些|谁|几"
)
FRAME_EN = _words(
    "a an the of to in on at for with by from and or but if so as is are was were be been being do does did have "
    "has had can could would will should may might shall must i we you your yours our us me my it its this that "
    "these those there what which who whom whose when where why how many much often long there's what's who's "
    "that's it's you're i'm i'd about any some just please tell ask right now currently today really actually get "
    "got go going then than them they he she his her their up out into over not no yes well ok okay say mean sit from "
    "let's lets take takes took taking feel feels react reacts cope moment usually normally presently these days far "
    "ago "
    "since per each every ever before again lately recently besides who'd you've we've i've don't didn't doesn't "
    "wasn't "
    "isn't aren't haven't hasn't won't can't couldn't wouldn't make makes made making put puts give gives given gave "
    "because too very such own mr ms mrs dr think thinks like likes want wants yourself personally exactly roughly "
    "instead until"
)
EMPTY_ZH = re.compile(
    r"举个?例子?|比如|头疼|头痛|不痛快|痛快|不舒服|不踏实|不放心|操心|发愁|糟心|过程|环节|日常|困难|难点|问题|不满意|满意|麻烦|难处|挑战|痛点|烦|难|最大|最|主要|方面|情况|事情|事|"
    r"影响|后果|结果|带来|造成|导致|继续|下去|一直"
    r"|长期|这样|解决|改善|帮助|好处|价值|意味着|意味|办|然后|接下来|多|大|东西|地方|其他|别的|另外|"
    r"除了|以外|之外|代价|损失|真的|特别|比较|当前|整个|开始|从"
)
EMPTY_EN = _words(
    "headache headaches problem problems difficulty difficulties challenge challenges trouble issue issues "
    "frustrating frustrates frustration pain struggle struggles worry worries biggest main most hard hardest "
    "difficult happy satisfied dissatisfied concern concerns thing things keep keeps effect effects impact "
    "consequence consequences result happen happens lead leads mean means cost costs next continue goes else "
    "other also more further solve solved fix fixed help helps value worth better improve gone away matter "
    "matters follow follows anything everything something works work current situation bother bothers part way "
    "worst toughest painful annoying annoys upset upsets bad wrong went first happened often long last lasted "
    "usually exactly roughly mainly mostly affected involved old suppose guess example examples explain"
)
SAME_EN = {
    one: group[0]
    for group in (
        ("customer", "client", "buyer", "shopper"),
        ("staff", "crew", "worker", "workforce", "employee", "headcount", "operator"),
        ("supplier", "vendor"),
        ("delay", "late", "lateness", "overdue"),
        ("money", "cash"),
        ("boss", "superior"),
        ("quit", "leave", "resign"),
    )
    for one in group
}
"""Words that ask for the same thing, by the one that stands for them."""
SAME_ZH = (
    (re.compile(r"主机厂|车厂|整机厂"), "整车厂"),
    (re.compile(r"工人|师傅们|手下|弟兄们|兄弟们|同事们|伙计"), "员工"),
    (re.compile(r"辞职|走人|跳槽|留不住"), "离职"),
    (re.compile(r"老总|一把手|大老板"), "老板"),
    (re.compile(r"顾客|买家|终端"), "客户"),
    (re.compile(r"供货商|厂商"), "供应商"),
    (re.compile(r"延期|拖期|拖延|晚交"), "延误"),
)


MEASURE_ZH = re.compile(r"时间|钱|长|久|年|天|月|次|回|用|花|人|停|罚|赔|亏")
"""What a bare question of measure holds besides its frame ("花了多少钱？")."""


SUPPOSED = re.compile(r"如果|要是|假如|假设|万一|一旦|的话|(?i:\b(?:if|suppose|imagine|say|when|once)\b)")
"""A clause that the one after it needs."""
_ADDRESS = {
    "zh": re.compile(
        r"^(?:(?:那|好的?|嗯|对了|另外)[，,])?(?:[一-龥]{1,3}(?:总监?|厂长|主任|院长|工|局长?|处长?|行长|老师|经理|科长|先生|女士|大姐|老板|书记))?"
        r"(?:您好|你好|早上好|上午好|下午好)?[，,。！!、\s]+(?=..)"
    ),
    "en": re.compile(
        r"(?i)^(?:(?:hi|hello|good (?:morning|afternoon|day)|okay|ok|well|right|thanks|thank you|i see)\b[ ,.]*)*"
        r"(?:(?:mr|ms|mrs|dr|director)\.? [a-z]+)?[,.]\s+(?=\w)"
    ),
}


def shorn(text: str, language: str) -> str:
    """Return a sentence without the greeting and the name that it opens with."""
    left = _ADDRESS[language].sub("", text, count=1)
    return left if len(left) >= 4 else text


def last_clause(text: str, language: str) -> str:
    """Return the clause of a sentence that asks, where another goes before it; empty where it says too little alone.

    "Six nights a month, I hear, who pays for that?": what comes before the last comma mostly says again what was told.
    """
    before, comma, last = text.rpartition(",") if language == "en" else _last_zh(text)
    alone = comma and not SUPPOSED.search(before) and not leans(last, language) and not leans(before, language)
    return last.strip() if alone else ""


def _last_zh(text: str) -> tuple[str, str, str]:
    at = max(text.rfind("，"), text.rfind(","))
    return text[: max(at, 0)], text[at] if at >= 0 else "", text[at + 1 :]


def content(text: str, language: str) -> str:
    """Return what is left of a sentence once frames and empty words are gone; little means it leans back."""
    if language == "en":
        words = [w for w in WORD.findall(text.lower()) if w not in FRAME_EN and w not in EMPTY_EN]
        return " ".join(words)
    return "".join(HAN_RUN.findall(EMPTY_ZH.sub("", FRAME_ZH.sub("", text)))) + " ".join(WORD.findall(text.lower()))


def slight(text: str, language: str) -> bool:
    """Say whether a text holds hardly a word of its own ("Who is saying that?")."""
    left = content(text, language)
    return len(left.split()) <= 1 if language == "en" else len(left) <= 2


def little(text: str, language: str) -> bool:
    """Say whether a question has hardly a word of its own, so that what stands before it tells what it is about."""
    left = content(text, language)
    return len(left.split()) <= LITTLE["en"] if language == "en" else len(left) <= LITTLE["zh"]


def bare(text: str, language: str) -> str:
    """Return the one sign that a bare Chinese question of measure holds besides its frame; else nothing."""
    left = "" if language == "en" else MEASURE_ZH.sub("", content(text, language))
    return left if len(left) == 1 else ""


def leans(text: str, language: str) -> bool:
    """Say whether a question names no topic of its own ("那会怎样？", "and then?")."""
    left = content(text, language)
    return len(left.split()) < 1 if language == "en" else len(MEASURE_ZH.sub("", left)) < 2


def _stem(word: str) -> str:
    for ending in (
        "ations",
        "ation",
        "ments",
        "ment",
        "ings",
        "ing",
        "ies",
        "ers",
        "ed",
        "es",
        "er",
        "ly",
        "s",
        "e",
        "y",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def plain(text: str) -> str:
    """Return a Chinese text with words that ask for the same thing made one."""
    for pattern, word in SAME_ZH:
        text = pattern.sub(word, text)
    return text


def _topic_words(text: str) -> list[str]:
    """Return the English words that name the topic; where there are none, those that tell the kind of question."""
    words = [w for w in WORD.findall(text) if w not in FRAME_EN]
    return [_same(w) for w in ([w for w in words if w not in EMPTY_EN] or words)]


def _same(word: str) -> str:
    return _stem(SAME_EN.get(word) or SAME_EN.get(word.removesuffix("s")) or word)


def covered(text: str, language: str, known: frozenset[str]) -> list[tuple[str, bool]]:
    """Return the parts of a text's content (stems, Han characters), each with whether `known` features hold it."""
    return [(part, not features.isdisjoint(known)) for part, features in content_parts(text, language)]


def share(text: str, language: str, known: frozenset[str]) -> float:
    """Return which share of a text's content `known` features hold, 0 to 1; 0 where there is none."""
    parts = covered(text, language, known)
    return sum(held for _, held in parts) / len(parts) if parts else 0.0


def alike(one: str, other: str, language: str) -> float:
    """Return which share of either of two texts stands in the other, the larger of the two: 0 to 1."""
    return max(share(text, language, features(beside, language)) for text, beside in ((one, other), (other, one)))


@lru_cache(maxsize=2048)
def content_parts(text: str, language: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the parts of a text's content (stems, Han characters), each with the features of which one holds it."""
    low = text.lower()
    parts = [(f"w:{w}", frozenset({f"w:{w}"})) for w in dict.fromkeys(_topic_words(low))]
    if language == "en":
        return tuple(parts)
    for run in HAN_RUN.findall(EMPTY_ZH.sub(" ", FRAME_ZH.sub(" ", plain(low)))):
        for i, sign in enumerate(run):
            pairs = frozenset(p for p in (run[i - 1 : i + 1] if i else "", run[i : i + 2]) if len(p) == 2)
            parts.append((sign, pairs or frozenset({sign})))
    return tuple(parts)


@lru_cache(maxsize=16384)
def features(text: str, language: str) -> frozenset[str]:
    """Return which features a text has (see `grams`); kept, since the buyer's answers are read again in every turn."""
    return frozenset(grams(text, language))


def grams(text: str, language: str) -> Counter[str]:
    """Return the features of a text: Han bigrams, single Han outside frames, Latin words and their stems."""
    low = text.lower()
    words = _topic_words(low)
    features: Counter[str] = Counter(f"w:{w}" for w in words)
    features.update(f"p:{a} {b}" for a, b in pairwise(words))
    if language == "zh":
        bare = FRAME_ZH.sub(" ", plain(low))
        for run in HAN_RUN.findall(EMPTY_ZH.sub(" ", bare)) or HAN_RUN.findall(bare):
            features.update(run[i : i + 2] for i in range(len(run) - 1))
            if len(run) == 1:
                features[run] += 1
    return features


@lru_cache(maxsize=16384)
def stems(low: str) -> str:
    """Return a text in lower case as the stems of its words, with a blank around each."""
    return f" {' '.join(map(_same, WORD.findall(low)))} "
