"""Whom an answer names: roles (the same in both languages) and names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.coach.text import plain

ROLES: tuple[tuple[str, str], ...] = (
    (
        "customers_customer",
        r"客户的客户|主机厂|终端客户|他们的?客户|下游|\b(?:oems?|end[- ]customers?|(?:their|"
        r"our customer's) customers?)\b",
    ),
    (
        "owner",
        r"老板|董事长|董座|执行长|总经理|总裁|一把手|院长|校长|ceo|\b(?:owner|(?<!vice )president|managing director|"
        r"founder|"
        r"chief executive|(?:the |their |big )?boss|md|principal|headmaster|superintendent)\b",
    ),
    (
        "finance",
        r"财务长?|财会|cfo|会计|\b(?:finance|financial (?:director|controller)|controller|treasurer|treasury|bursar|"
        r"accounting|accounts|"
        r"accountants?)\b",
    ),
    (
        "procurement",
        r"采购|招标办|商务部|\b(?:procurement|purchasing|buyers?|sourcing|tender office|category manager|"
        r"supply chain)\b",
    ),
    ("quality", r"质量|品质|品保|品管|质检|质管|\b(?:qa|qc|qe|quality|validation)\b"),
    (
        "it",
        r"信息(?:科|部|中心|化)|资讯(?:长|科|部|处|室|课|中心|主管|经理)|it(?:部|总监|经理|主管)|运维|cio|ciso|"
        r"\b(?:cto|ciso|information security|"
        r"infosec|it (?:dept|department|manager|"
        r"director|team|lead)|head of it|security team|sysadmins?)\b",
    ),
    (
        "engineering",
        r"工程部|技术长|总工|技术部|技术(?:总监|负责人|经理)|研发|工艺|设计院|工程师|设备(?:科|部|主管)|"
        r"\b(?:engineers?|engineering|r&d|technical (?:lead|director|manager)|architects?|maintenance)\b",
    ),
    (
        "operations",
        r"厂长|营运长?|厂务|生产(?:部|总监|经理|主管|副总|厂长)?|车间|产线|工厂|运营|物流|仓库|coo|"
        r"\b(?:plant(?: manager)?|"
        r"foreman|site manager|fleet|dispatch|depot|production|operations|ops|shop floor|factory|warehouse|"
        r"logistics)\b",
    ),
    ("sales", r"销售部|市场部|业务部|营销|\b(?:their sales|sales team|marketing|commercial)\b"),
    (
        "legal",
        r"法务|合规|法规|\b(?:legal|compliance|counsel|lawyers?|solicitors?|"
        r"attorneys?|dpo|data protection)\b",
    ),
    ("hr", r"人事|人力(?:资源)?|hr\b|\b(?:human resources|people team|personnel|chro)\b"),
    (
        "headquarters",
        r"集团|总部|总公司|董事会|股东|\b(?:headquarters|head office|hq|group|corporate|the board|shareholders?|"
        r"parent company)\b",
    ),
    (
        "authority",
        r"监管|政府|环保局|药监|卫健委|局里|上级|主管部门|审计署|\b(?:regulators?|authority|government|"
        r"inspectors?|auditors?)\b",
    ),
    (
        "users",
        r"一线|操作工|使用的人|用户部门|使用部门|护士|护理|班组|\b(?:end users?|operators?|the users|nurses?|ward|"
        r"staff|the team|drivers|crews?|technicians?|teachers?|clerks?|planners?|agents)\b",
    ),
    ("consultant", r"顾问|咨询公司|监理|\b(?:consultants?|advis[eo]rs?)\b"),
)
_TITLES = (
    "总监|协理|副理|襄理|课长|专员|经理|主任|科长|处长|部长|厂长|院长|校长|所长|主管|工程师|博士|教授|"
    "老师|局长|组长|总工|董事长|董|总|工|姐|哥"
)
_ROLES = tuple(
    (role, re.compile(rf"(?:{pattern})(?:(?:部|科|处|室|中心|车间)?副?(?:{_TITLES}))?", re.ASCII))
    for role, pattern in ROLES
)
IT = re.compile(r"\bIT\b", re.ASCII)
"""The department: in small letters it is a pronoun."""
SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭"
    "陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_NOT_AFTER_TITLE = r"(?!方[面便案]|高[层度级管]|金额|石油|万一|马上|白天|汤|[\u4e00-\u9fff][的了])"
HAN_NAME = re.compile(
    rf"(?<=[总监理任长管师工])(?<!员工)(?<!职工)(?<!普工)(?<!人工){_NOT_AFTER_TITLE}[{SURNAMES}]"
    rf"[\u4e00-\u9fff]{{1,2}}(?=$|[，,。；;、\s（(]|提|说|定|要|写|拍|的|开|坚|那|亲|自)|"
    rf"(?<![\u4e00-\u9fff])[{SURNAMES}](?:{_TITLES})|[{SURNAMES}](?:总监|经理|主任|科长|处长|厂长|院长|"
    rf"总(?![是共体价额之数量结部公经裁工监]))|[老小][{SURNAMES}](?![板师时])"
)
LATIN_TITLE = re.compile(
    r"\b(?:(?!(?:the|a|an|our|their|my|his|her|by|from|was|is|and|to|of|for|with|not|it|only|on|said|says|new|in|"
    r"that|or|one|any|no|in|this|project)\b)[a-z&-]+ ){0,2}(?:managers?|directors?|supervisors?|officers?|"
    r"leads?|chief|vp|vice president|head|dean|"
    r"principal|superintendent|partner|foreman|coordinator|secretary|matron|chair(?:man|woman)?|trustees?|surgeon|"
    r"chef|landlord|commissioner|planner|estimator|ciso|cmo|cpo|chro)\b(?! to\b| time)",
    re.ASCII,
)
"""A post that the list of roles does not hold."""
LATIN_NAME = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Herr)\.? [A-Z][\w'-]+|(?<=\bnamed )[A-Z][\w'-]+|\b[A-Z][a-z]{2,}(?= from | in | at |"
    r", (?:the|their|our|head|chief)| (?:said|says|wants|asked|wrote|set|put)\b)"
)
_NO_NAME_WORDS = (
    "the their our they she and but because that this somebody someone nobody everyone engineering finance "
    "purchasing procurement legal quality production operations management sales marketing corporate security "
    "customer client maybe probably yes monday tuesday wednesday thursday friday january february march april "
    "june july august september october november december"
)
_NO_NAME = frozenset(_NO_NAME_WORDS.split())


SETS = re.compile(
    r"[\u4e00-\u9fff]{0,3}?(?:要|提|定|说|拍|压|规定|想|坚持|写|希望|觉得)|"
    r" (?:\w+ ){0,2}?(?:wants?|wanted|said|says|set|asked|asks|insist\w*|wrote|put|demand\w*|decided|needs?|"
    r"brought|came up)\b"
)
SAID_TAIL = re.compile(
    r"(?:最先|最早|先|自己)?(?:提出来?|提|说|要|要求|定|拍板|拍|规定|写)?(?:出来)?的?[。.!！]?$|"
    r",? (?:said so|said it|said|asked for it|asked|wants it|wanted it|set it|set that|did|put it in|"
    r"brought it up|insisted)[.!]?$",
    re.I,
)
SAID_HEAD = re.compile(
    r"^(?:(?:我|也许|可能|大概|应该|估计|好像|就|都)*是|it (?:was|is|came from)|it's|that (?:was|is|would be)|"
    r"from|by|i (?:think|guess)(?: it(?:'s| is| was))?|probably|maybe)\s*",
    re.I,
)
PLACE = re.compile(
    r"产线|车间|工厂|仓库|物流|生产|生产部|(?:the )?(?:plant|factory|warehouse|shop floor|production|logistics)"
)
"""Where things happen; nobody there has said anything yet."""
SET_BY = re.compile(r"(?:\bby|\bfrom|是|由)(?: (?:the|their))?\s*$")


@dataclass(frozen=True)
class Person:
    """Someone on the customer's side: the role where it is known, and the words that name them."""

    text: str
    role: str | None = None


def people(text: str) -> tuple[Person, ...]:
    """Return whom `text` names, in the order they stand; the words are the rep's own."""
    return tuple(Person(text[start:end], role) for start, end, role in mentions(text))


def mentions(text: str) -> list[tuple[int, int, str | None]]:
    """Return where `text` names somebody: from, to, and the role where it is known."""
    line = plain(text)
    found: list[tuple[int, int, str | None]] = []
    for role, pattern in _ROLES:
        found.extend((*match.span(), role) for match in pattern.finditer(line))
    found.extend((*match.span(), "it") for match in IT.finditer(text))
    found.extend((*match.span(), None) for match in HAN_NAME.finditer(line))
    found.extend((*match.span(), None) for match in LATIN_TITLE.finditer(line))
    found.extend((*m.span(), None) for m in LATIN_NAME.finditer(text) if m.group().lower() not in _NO_NAME)
    merged: list[tuple[int, int, str | None]] = []
    for start, end, named in sorted(found, key=lambda each: each[:2]):
        if merged and start <= merged[-1][1] and (named is None or merged[-1][2] in (None, named)):
            first, last, known = merged[-1]
            merged[-1] = (first, max(last, end), known or named)
        elif not merged or start >= merged[-1][1]:
            merged.append((start, end, named))
    return merged


def called(text: str, person: Person | None) -> str:
    """Return how to call whom an answer names: the answer without its verbs, or the person's words."""
    bare = SAID_TAIL.sub("", SAID_HEAD.sub("", text.strip())).strip(" ,，.。")
    return bare if bare and (person is None or len(bare) <= len(person.text) + 12) else person.text if person else text


def differ(one: Person, other: Person) -> bool:
    """Say whether two mentions cannot be the same person: two known roles, or two different names."""
    if one.role and other.role:
        return one.role != other.role
    if one.role or other.role:
        return False
    return plain(one.text) not in plain(other.text) and plain(other.text) not in plain(one.text)


def setters(text: str) -> tuple[Person, ...]:
    """Return those of whom `text` says that they asked for something, not those who only appear in it."""
    line = plain(text)
    found, at = [], 0
    for person in people(text):
        start = text.index(person.text, at)
        at = start + len(person.text)
        if PLACE.fullmatch(plain(person.text)):
            continue
        if SETS.match(line, at) or SET_BY.search(line[:start]):
            found.append(person)
    return tuple(found)


def origin(named: tuple[Person, ...]) -> Person | None:
    """Return who of those named most likely set the demand: procurement mostly passes on what others want."""
    others = [person for person in named if person.role != "procurement"]
    return others[-1] if others else (named[-1] if named else None)
