"""What kind of answer a question wants: a person, a day, a number, a reason, a yes or no."""

from __future__ import annotations

import re
from functools import lru_cache

from .move import CERTAIN, Move

QUESTION = re.compile(
    r"[?？]|吗[。.]?$|呢[。.]?$|什么|怎么|多少|哪|谁|"
    r"几(?!个(?:问题|小|想)|点(?:想法|建议|看法)|句)|为何|是否|能否|有没有|是不是|多久|多大|多长"
)
QUESTION_EN = re.compile(
    r"(?i)\?|^(and |so |but |then )*(what|who|when|where|why|how|which|do|does|did|is|are|was|were|"
    r"can|could|would|will|have|has|may|shall|should)\b"
)
NO_QUESTIONS = frozenset({"acknowledge", "commitment", "confirm", "other", "pitch"})
"""Labels of what asks nothing; a line under them may hold a question all the same."""
WITHIN_EN = re.compile(
    r"(?i)\b(?:who|what|when|where|why|how|which)\b(?: \w+){0,2} "
    r"(?:do|does|did|is|are|was|were|can|could|would|will|has|have)\b"
)
"""A question word with its verb, wherever it stands in a sentence."""
ANYBODY = re.compile(
    r"(?:搁|换了?|换成|轮到|不管|无论|任)(?:是|在)?谁|谁(?=[^，。？?]{0,6}[都也])|(?:什么|啥|哪儿?|怎么|多少)(?=[^，。？?]{0,4}[都也])"
)
"""Question words that ask nothing: "anybody would be angry"."""
INDIRECT = re.compile(
    r"(想|来)(先|多)?(知道|了解|听听?|问问?|请教)(一下)?.{0,12}(什么|怎么|哪|谁|多少|为什么|如何|是不是|有没有|情况)|"
    r"(好奇|纳闷|(?:^|我|[，,])还?不知道|想不通).{0,14}(什么|怎么|哪|谁|多少|为什么|如何|是不是|有没有)|"
    r"^(那|请|您)?(能|可以)?(先)?(给我)?(讲讲|说说|聊聊|介绍一下)|"
    r"(?i:\b(?:(?:like|love|want(?:ed)?) to|rather) (know|hear|understand|learn)( from you)? "
    r"(about|how|where|what|why|who|when|whether|if|which)\b|\b(curious|interested|wonder(ing)?)\b.{0,24}\b(how|where|what|why|who|when|whether|if|which)\b|"
    r"^(please |could you |can you )?tell me (about|how|what|why|who|where|when|more)\b)"
)
"""A question in the form of a wish."""

TYPES_ZH = (
    (
        "opinion",
        r"怎么(看|想|说|评价|认为|议论|考虑|骂|讲|传|形容|评|回)|什么(意见|看法|态度|想法|反应|印象)|(有没有|有)(意见|看法)|什么反应|"
        r"觉得.{0,6}(怎么样|如何|呢)|支持吗|反对吗|满意吗",
    ),
    (
        "plan",
        r"打算|准备怎么|怎么(安排|办|应对|处理|解决)|有(什么|没有)(计划|打算|安排|考虑)|将来|以后(会|要|"
        r"想)|接下来",
    ),
    (
        "howmuch",
        r"多少钱|多少(预算|费用|成本|金额|万|块)|(预算|费用|成本|价格|金额|花费|花|亏|赔|罚|损失)(大概|大约|是|"
        r"要|有|了|掉)*(多少|多大|几)|什么价|多贵|单价",
    ),
    (
        "howoften",
        r"多久.{0,6}(一次|一回|一趟|一遍)|多频繁|(每|一)(天|周|月|年|个月).{0,4}几(次|回|趟)|频率|经常吗|常不常",
    ),
    ("howlong", r"多久|多长时间|(?<![那这])几(天|年|个月|小时|周|分钟)|多少(天|年|个月|小时|周|分钟)|用了多少年"),
    (
        "howmany",
        r"多少|(?<![那这])几(个|家|台|条|人|次|套|名|位|座|间|种|道|班|张|辆|批|层|成|趟|回|起|例)|多大(比例|规模|面积|年纪|岁数)?|"
        r"几(?=件|岁)|百分之几|占比|比例",
    ),
    (
        "when",
        r"什么时候|何时|哪(一)?(年|天|月|个月|季度)|几(月|号|点|时)|多会儿|啥时候|时间(表|节点|点)|什么时间|"
        r"到期吗|哪(一)?(周|次)",
    ),
    (
        "who",
        r"谁(?!家)|哪位|哪个(部门|人|领导)|什么人(?!数)|哪些(部门|人)|哪几(位|个部门)|什么部门",
    ),
    ("where", r"哪里|哪儿|在哪|什么地方|哪个(城市|省|地方)"),
    ("why", r"为什么|为何|怎么会|凭什么|什么原因|原因|怎么想到|因为什么|图什么|出于|为啥"),
    (
        "which",
        r"哪(个|家|种|款|些|套|一|几)|谁家|什么(系统|品牌|牌子|型号|设备|软件|标准|方式|工具|产品|流程)|"
        r"用的?(是)?(什么|谁家)",
    ),
    ("how", r"怎么|如何|怎样|流程|什么办法|什么样"),
    (
        "yesno",
        r"吗|是不是|有没有|是否|能不能|会不会|可不可以|对不对|行不行|(好|够|高|大|多|准|稳)不\1?|[高多大好快]不[高多大好快]|吧[?？]|没有?[?？]",
    ),
    ("what", r"什么|啥"),
)
_AUX = r"(do|does|did|is|are|was|were|can|could|will|would|have|has|had|should|am|isn't|aren't|don't|doesn't|didn't)"
TYPES_EN = (
    (
        "opinion",
        r"\b(think|feel|opinion|view|see it|say|says|react|reaction|reacted|happy with|attitude|make of|"
        r"mood)\b(?! before)",
    ),
    (
        "plan",
        r"\b(plan|plans|planning to|intend|going to|thinking of|what will you|how will you|what would you do|"
        r"deal with|handle|cope|manage without)\b",
    ),
    ("howmuch", r"how much(?! time| longer)|what.{0,20}\b(costs?|price|budget|spend|fee|paid)\b|budget"),
    ("howoften", r"how often|how frequent|how many times|how regular"),
    ("howlong", r"how long|how much (time|longer)|how (quickly|soon)|how many (days|years|hours|weeks|months|minutes)"),
    (
        "howmany",
        r"how many|what (share|percentage|proportion|number|rate|volume)|how (big|large|old|high|low|fast)\b|headcount",
    ),
    (
        "when",
        r"\b(by|until|since) when\b|^when\W*$|\bwhen(?= ?\?| (do|does|did|is|are|was|were|will|would|can)\b)|"
        r"what (year|month|date|day|time)|since when|which (year|month|quarter)|deadline|how (far|long) ago",
    ),
    ("who", r"\b(who(se|m|'s)?|by whom)\b|which (person|team|department)"),
    ("where", r"\bwhere\b(?! (?:do|does|did) [^?,.]{1,40} come from)|which (city|country|site|location)"),
    (
        "why",
        r"\bwhy\b|how come|\bwhere (?:do|does|did) (?:that|this|it|they|these|those|the \w+)(?: \w+){0,3} come from\b|"
        r"what (made|makes|is the reason|was the reason|'s the reason|is behind|drove|"
        r"drives)|reason",
    ),
    (
        "which",
        r"\bwhich\b|what (system|brand|kind|type|model|software|tool|vendor|supplier|standard|equipment|"
        r"product|erp|criteria)",
    ),
    (
        "how",
        r"\bhow (do|does|did|is|are|was|were|have|has|would|will|can|could)\b|what('s| is) the process|"
        r"walk me through|describe",
    ),
    ("yesno", rf"^(and |so |but |then |well,? |mr \w+,? |ms \w+,? |[a-z]+, )*{_AUX}\b|, (right|correct|isn't it)\?"),
    ("what", r"\bwhat\b"),
)
_TYPES = {
    "zh": tuple((name, re.compile(p)) for name, p in TYPES_ZH),
    "en": tuple((name, re.compile(p, re.IGNORECASE)) for name, p in TYPES_EN),
}
WEAK = ("yesno", "how", "which", "what")
"""Kinds that hold only where no plainer one does."""
STRICT = frozenset({"who", "when", "howmany", "howmuch", "howlong", "howoften", "where", "opinion"})
"""Kinds of question that want one kind of answer."""
COUNTED = frozenset({"howmany", "howmuch", "howlong", "howoften", "when"})
"""Kinds that want a figure or a date."""
ABSTRACT = re.compile(
    r"(错|难|卡|赔|亏|花|输|丢|耗|差|输|慢|强|好|弱|问题)(是|出)?在(什么地方|哪)|从哪(里|儿)(省|抽|来|下手|开始|挤)|"
    r"(?i:\bwhere (do|did|does|would|will|is|are|can) (we|you|it|they|the \w+|most of)\b.*\b(go|gone|lose|lost|"
    r"struggle|stand|fail|"
    r"hurts?|begin|start|come from|wrong|stuck|short)\b)"
)
"""A "where" that asks for no place."""
_NAMED = {
    "zh": re.compile(
        r"(?:什么|哪[一个家种款套些几]*(?:公司|厂)?的?)(系统|品牌|牌子|软件|设备|供应商|工具|平台|标准|厂家|机器|型号|仪器)"
    ),
    "en": re.compile(r"(?i)\b(?:which|what) (?!is|are|was|were|do|does|did|has|have|would|will|can|of)([a-z]{3,})"),
}
_CLAUSE = re.compile(r"(?<=[。！？!?；;])|(?<=[.])\s+")
_BY_AUX = re.compile(rf"(?i)^(and |so |but |then |well,? )*{_AUX}\b")


def last_question(text: str, language: str) -> str:
    """Return the last sentence of a text that asks, or the text where none does."""
    parts = [p.strip() for p in _CLAUSE.split(text) if p and p.strip()]
    asking = [p for p in parts if is_question(p, language)]
    return asking[-1] if asking else text


@lru_cache(maxsize=1024)  # a sentence is looked at from many sides within a turn
def question_types(text: str, language: str) -> frozenset[str]:
    """Return the kinds of question a text can be (`who`, `when`, `howmany`, …), the plainest reading only."""
    text = last_question(text, language)
    found = [name for name, pattern in _TYPES[language] if pattern.search(text)]
    # "多久一次" wants how often, not how long; "how many days" wants a duration.
    if "howoften" in found or "howlong" in found:
        first = "howoften" if "howoften" in found else "howlong"
        found = [name for name in found if name == first or name not in ("howlong", "howmany", "howoften")]
    if "howmuch" in found:
        found = [name for name in found if name != "howmany"]
    if language == "en" and _BY_AUX.search(text) and not set(found) & {"who", "where", "why", "howmany", "howmuch"}:
        # "Do they say so?" wants a yes or no, whatever else it holds.
        found = [name for name in found if name not in ("opinion", "when", "plan")] or ["yesno"]
    if "plan" in found and re.search(
        r"(安排|办|应对|处理|解决)的|那(几|两)?(天|次|回)|当时|后来|(?i:\b(did|was|were)\b)", text
    ):
        found = [name for name in found if name != "plan"] or ["how"]
    if ABSTRACT.search(text):
        found = [name for name in found if name != "where"] or ["what"]
    if language == "en" and re.search(r"(?i)^(and |so |but )*(what if|how about|what about)\b", text):
        found = ["yesno"]
    strong = [name for name in found if name not in WEAK]
    return frozenset(strong or found[:1])


def kind_named(text: str, language: str) -> str:
    """Return the noun of which one is asked ("system" in "which system"); empty where none is named."""
    found = _NAMED[language].search(text)
    return found.group(1) if found else ""


def question_type(text: str, language: str) -> str:
    """Return the first kind of question that fits, or `any`."""
    found = question_types(text, language)
    return next((name for name, _ in _TYPES[language] if name in found), "any")


def echoes(text: str, language: str) -> bool:
    """Say whether a sentence only says a word again with a question mark ("No more videos?"), to lead to the next."""
    bare = text.rstrip()
    if language == "en" and WITHIN_EN.search(bare):
        # "And her section, what does she ask for in it?" asks, though its question word stands within.
        return False
    return bare.endswith(("?", "？")) and not is_question(bare.rstrip("?？ "), language)


def is_question(text: str, language: str) -> bool:
    """Say whether a text has the form of a question."""
    if language == "zh" and not text.rstrip().endswith(("?", "？")):
        text = ANYBODY.sub("", text)
    return bool((QUESTION if language == "zh" else QUESTION_EN).search(text.strip()))


def states(text: str, language: str) -> bool:
    """Say whether a sentence states something: by its stop "that makes me wonder what they leave out." asks nothing."""
    return not is_question(text, language) or text.rstrip().endswith((".", "。"))


def asks(move: Move, language: str) -> bool:
    """Say whether a move has the form of a question; the stop counts where the judge surely took it for none."""
    # Chinese question words ask and state alike; there the stop tells.
    sure = move.label in NO_QUESTIONS and (move.confidence >= CERTAIN or language == "zh")
    return not states(move.text, language) if sure else is_question(move.text, language)
