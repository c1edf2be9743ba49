"""Finding what a sentence is about: keywords and the likeness of character and word n-grams to example questions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt

from .cues import question_types

HAN_RUN = re.compile(r"[\u3400-\u9fff]+")
WORD = re.compile(r"[a-z][a-z0-9'&/+-]*|\d+(?:\.\d+)?")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Frames of questions and courtesy: they tell the move, not the topic.
FRAME_ZH = re.compile(
    r"请问|想问一下|想请教|请教|了解一下|方便说|能不能|可不可以|是不是|有没有|能否|是否|什么样|为什么|"
    r"怎么样|怎样|怎么|什么|多少|哪些|哪个|哪里|哪儿|哪"
    r"|几个|你们|咱们|我们|贵公司|贵司|公司|您这边|您|你|我|现在|目前|一下|一般|大概|平时|通常|具体|"
    r"觉得|认为|可以|可能|如果|那么|那|这个|这|就是"
    r"|的话|的|了|吗|呢|吧|啊|呀|是|有|在|会|能|要|对|给|让|跟|和|都|也|还|就|不|没|去|来|说|问|把|被|"
    r"里|上|下|个|些|谁|几"
)
FRAME_EN = _words(
    "a an the of to in on at for with by from and or but if so as is are was were be been being do does did have "
    "has had can could would will should may might shall must i we you your yours our us me my it its this that "
    "these those there what which who whom whose when where why how many much often long there's what's who's "
    "that's it's you're i'm i'd about any some just please tell ask right now currently today really actually get "
    "got go going then than them they he she his her their up out into over not no yes well ok okay say mean sit from "
    "let's lets take takes took taking feel feels react reacts cope"
)
EMPTY_ZH = re.compile(
    r"头疼|头痛|不踏实|不放心|操心|发愁|糟心|过程|环节|日常|困难|难点|问题|不满意|满意|麻烦|难处|挑战|痛点|烦|难|最大|最|主要|方面|情况|事情|事|"
    r"影响|后果|结果|带来|造成|导致|继续|下去|一直"
    r"|长期|这样|解决|改善|帮助|好处|价值|意味着|意味|办|然后|接下来|多|大|东西|地方|其他|别的|另外|"
    r"除了|以外|之外|代价|损失|真的|特别|比较|当前|整个"
)
EMPTY_EN = _words(
    "headache headaches problem problems difficulty difficulties challenge challenges trouble issue issues "
    "frustrating frustrates frustration pain struggle struggles worry worries biggest main most hard hardest "
    "difficult happy satisfied dissatisfied concern concerns thing things keep keeps effect effects impact "
    "consequence consequences result happen happens lead leads mean means cost costs next continue goes else "
    "other also more further solve solved fix fixed help helps value worth better improve gone away matter "
    "matters follow follows anything everything something works work current situation bother bothers part way "
    "worst toughest painful annoying annoys upset upsets bad wrong"
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
        ("quit", "leave", "resign", "left"),
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


STRICT = frozenset({"who", "when", "howmany", "howmuch", "howlong", "where", "opinion"})
"""Kinds of question that want one kind of answer."""


def content(text: str, language: str) -> str:
    """Return what is left of a sentence once frames and empty words are gone; little means it leans back."""
    if language == "en":
        words = [w for w in WORD.findall(text.lower()) if w not in FRAME_EN and w not in EMPTY_EN]
        return " ".join(words)
    return "".join(HAN_RUN.findall(EMPTY_ZH.sub("", FRAME_ZH.sub("", text)))) + " ".join(WORD.findall(text.lower()))


def leans(text: str, language: str) -> bool:
    """Say whether a question names no topic of its own ("那会怎样？", "and then?")."""
    left = content(text, language)
    return len(left.split()) < 1 if language == "en" else len(left) < 2


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


def _plain(text: str) -> str:
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


def grams(text: str, language: str) -> Counter[str]:
    """Return the features of a text: Han bigrams, single Han outside frames, Latin words and their stems."""
    low = text.lower()
    words = _topic_words(low)
    features: Counter[str] = Counter(f"w:{w}" for w in words)
    features.update(f"p:{a} {b}" for a, b in pairwise(words))
    if language == "zh":
        bare = FRAME_ZH.sub(" ", _plain(low))
        for run in HAN_RUN.findall(EMPTY_ZH.sub(" ", bare)) or HAN_RUN.findall(bare):
            features.update(run[i : i + 2] for i in range(len(run) - 1))
            if len(run) == 1:
                features[run] += 1
    return features


@dataclass(frozen=True)
class Topic:
    """What one item is found by, in one language."""

    id: str
    words: tuple[str, ...]
    asks: tuple[str, ...]
    group: str = ""
    """Topics of one group compete for a keyword."""


class TopicIndex:
    """The topics of a scene in one language."""

    def __init__(self, topics: Iterable[Topic], language: str) -> None:
        self.language = language
        self.topics = tuple(topics)
        seen: Counter[str] = Counter()
        for t in self.topics:
            seen.update({f for ask in (*t.asks, *t.words) for f in grams(ask, language)})
        total = len(self.topics) + 1
        self._idf = {f: log(1 + total / n) for f, n in seen.items()}
        self._unseen = log(1 + total)
        self._asks = {t.id: [self._vector(grams(a, language)) for a in t.asks] for t in self.topics}
        self._kinds = {t.id: frozenset(k for a in t.asks for k in question_types(a, language)) for t in self.topics}
        self._shared = Counter((t.group, w.lower()) for t in self.topics for w in set(t.words))

    def scores(self, text: str) -> dict[str, float]:
        """Return for each topic how well `text` fits it, 0 to about 1.2."""
        vector = self._vector(grams(text, self.language))
        kinds = question_types(text, self.language)
        low = text.lower()
        # English keywords are compared by their stems ("closing" is about "close"), Chinese ones as they stand.
        read = _stems(low) if self.language == "en" else f" {low} {_plain(low)} "
        return {t.id: self._score(t, vector, kinds, read) for t in self.topics}

    def _score(self, topic: Topic, vector: Mapping[str, float], kinds: frozenset[str], low: str) -> float:
        likeness = max((_cosine(vector, other) for other in self._asks[topic.id]), default=0.0)
        hits = [w.lower() for w in topic.words if _holds(low, w.lower(), self.language)]
        longest = [w for w in hits if not any(w != o and w in o for o in hits)]
        key = min(1.2, sum(0.75 / _root(self._shared[topic.group, w]) for w in longest))
        score = 0.6 * likeness + 0.5 * key
        asked, wanted = kinds & STRICT, self._kinds[topic.id]
        if asked and wanted and not asked & wanted:
            score *= 0.6 if "opinion" in asked else 0.8
        return score

    def _vector(self, features: Counter[str]) -> dict[str, float]:
        raw = {f: (1 + log(n)) * self._idf.get(f, self._unseen) for f, n in features.items()}
        norm = sqrt(sum(v * v for v in raw.values())) or 1.0
        return {f: v / norm for f, v in raw.items()}


def _root(times: int) -> float:
    """Return by how much a keyword counts less that `times` topics share."""
    return float(times**0.7)


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    if len(a) > len(b):
        a, b = b, a
    return float(sum(v * b[f] for f, v in a.items() if f in b))


def _stems(low: str) -> str:
    return f" {' '.join(map(_same, WORD.findall(low)))} "


def _holds(read: str, word: str, language: str) -> bool:
    if language == "en":
        return _stems(word) in read
    if word.isascii():
        return re.search(rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])", read) is not None
    return word in read or _plain(word) in read
