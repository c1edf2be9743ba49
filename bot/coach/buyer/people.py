"""Who is spoken of: the names in a scene, and whom "he" or "她" means."""

from __future__ import annotations

import re
from functools import lru_cache

from .scene import Scene

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆"
    "汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤费祝詹屠俞柳骆甘涂柯"
)
_TITLE = (
    r"(?:总监|总|主任|科长|处长|部长|院长|局长|厂长|行长|会计|经理|董|工|姐|师傅|书记|班长|组长|老师|大夫|医生|校长)"
)
NAME_ZH = re.compile(
    rf"[{SURNAMES}]{_TITLE}|(?:老|小)[{SURNAMES}](?![一-龥]?[厂店城街路])|董事长|老板|儿子|弟弟|总经理|行长|总裁|太太"
)
NAME_EN = re.compile(
    r"\b(?:Mr|Ms|Mrs|Dr|Old) [A-Z][a-z]+|\b(?:my|your|the) (?:son|brother|owner|chairman|president|boss|predecessor|"
    r"chief engineer|managing director|deputy)\b|\b[A-Z][a-z]+(?= (?:is|was|says|said|wants|wanted|leads|runs|"
    r"asks|asked|"
    r"thinks|knows|left|set|wrote|looks|in (?:IT|finance|operations|purchasing|quality|engineering))\b)"
)
NOT_NAMES = frozenset(
    [
        "He",
        "She",
        "It",
        "They",
        "We",
        "That",
        "This",
        "There",
        "Nobody",
        "Everyone",
        "Finance",
        "Operations",
        "Purchasing",
        "Quality",
        "The",
        "What",
        "Who",
        "Which",
        "Where",
        "When",
        "How",
        "Why",
        "One",
        "Mine",
        "Ours",
        "Everything",
        "Nothing",
        "Legal",
        "Management",
        "Somebody",
        "Half",
        "Profit",
    ]
)
CALLED = (
    r"(?:^|[,.;:!?，。；：！？]\s*(?:and |so |then )?){}(?=\W|您|你)",
    r"[,，]\s*{}\s*[.?!。？！,，]",
)
"""How a line calls somebody, before what is said or after it, rather than speak of them."""
PRONOUN = re.compile(r"[他她](?![们])|这个人|那个人|(?i:\b(he|she|him|his|her|that (man|woman|person))\b)")
THEY = re.compile(r"[他她它]们|那家|这家|(?i:\b(they|them|their)\b)")
"""Words for several people or a firm, who were named before."""


def names(text: str, language: str) -> list[str]:
    """Return the persons that a text names, in order of their coming."""
    if language == "zh":
        return [m.group() for m in NAME_ZH.finditer(text)]
    found = (re.sub(r"^(my|your|the|Mr|Ms|Mrs|Dr|Old) ", "", m.group()) for m in NAME_EN.finditer(text))
    return [name for name in found if name not in NOT_NAMES]


@lru_cache(maxsize=64)
def known_names(scene: Scene, language: str) -> frozenset[str]:
    """Return all names that a scene's sentences hold."""
    texts = [t for i in scene.items for t in (*i.says.get(language, ()), *i.asks.get(language, ()))]
    return frozenset(name for text in texts for name in names(text, language))


def spoken_to(scene: Scene, text: str, language: str) -> str | None:
    """Return who of several at the table is named in a line; of two the one who is called comes first."""
    low = text.lower()
    found: list[tuple[bool, int, str]] = []
    for person in scene.people if len(scene.people) > 1 else ():
        for name in person.aliases.get(language, ()):
            if (at := low.find(name.lower())) >= 0:
                called = any(re.search(form.format(re.escape(name.lower())), low) for form in CALLED)
                found.append((not called, at, person.id))
    return min(found)[2] if found else None


def last_named(scene: Scene, text: str, language: str) -> str | None:
    """Return the person who is named last in a text, those who sit at the table aside."""
    low = text.lower()
    here = {alias.lower() for p in scene.people for alias in p.aliases.get(language, ())}
    here |= {part.lower() for p in scene.people for part in p.name[language].split()}
    known = [name for name in known_names(scene, language) if name.lower() in low and name.lower() not in here]
    return max(known, key=lambda name: (low.rfind(name.lower()), len(name)), default=None)


def of_another(scene: Scene, text: str, language: str) -> bool:
    """Say whether a question is about somebody who does not sit at the table ("What worries the chairman most?")."""
    return bool(PRONOUN.search(text) or last_named(scene, text, language))


def means(text: str, language: str, who: str | None) -> str:
    """Return a question with the person added whom its pronoun means; unchanged where there is none."""
    if not who or not PRONOUN.search(text) or names(text, language):
        return text
    return f"{text} {who}" if language == "en" else f"{who}，{text}"
