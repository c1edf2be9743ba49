"""Reading what a rep answers to one of the coach's questions: an answer, a gap, or a way around the question."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.coach.judgement import Judgement
from bot.coach.numbers import numbers
from bot.coach.text import covered, plain, words
from bot.coach.trace.naming import everyone, passed_on, set_by
from bot.coach.trace.people import Person, people, setters
from bot.coach.trace.spans import HARD, find_spans

HAN = re.compile(r"[\u4e00-\u9fff]")
UNKNOWN = re.compile(
    r"^\W*(?:(?:我|他们?|她|客户|对方|人家|那边|谁|这个?|目前|现在|暂时|真的?|也|还|都|说实话|"
    r"老实说)*[，,]?)*(?:不(?:太|大|是很|是太)?(?:知道|"
    r"清楚|了解|确定|晓得|明白)|没(?:有)?(?:问|打听|聊|了解|谈)(?:过|到|出来|清楚)?|"
    r"不详|未知|没(?:有)?(?:说|提|讲)(?:过)?|没(?:有)?概念|说不好|说不上来?|不好说|没(?:有)?数|谁知道|"
    r"没(?:有)?消息|无|忘(?:记)?了?|不记得|记不(?:得|清|起来)了?|没听(?:他们?|她|客户|对方|谁|人)?(?:说|提|"
    r"讲)(?:起)?过?|"
    r"谁(?:说|提)的(?:我)?(?:就)?(?:不知道|忘了|不记得|不清楚)(?:了)?|问过(?:了)?(?:，|,)?(?:但)?没(?:说|告诉我|"
    r"回))(?:呢|啊|吧|哎|过|是谁|为什么|原因|这个|他们)*\W*$|"
    r"^\W*(?:sorry,? |honestly,? |well,? |um+,? |no,? )*(?:i )?(?:really |just )?(?:(?:do not|don't|dont|"
    r"didn't|did not|haven't|have not|never|can't|couldn't) "
    r"(?:really )?(?:know|knw|ask(?:ed)?|say|tell|sure|found out|find out|checked|recall|remember|"
    r"get an answer)\b.{0,24}|not (?:really |quite )?(?:sure|certain|clear)\b.{0,20}|no (?:idea|clue)\b.{0,20}|"
    r"unknown|unsure|unclear|idk|dunno|beats me|"
    r"haven't asked.{0,20}|nobody (?:said|told me)|they (?:didn't|did not|never|haven't) (?:say|said|tell|"
    r"told).{0,16}|tbd|n/?a|who knows)\W*$"
)
UNKNOWN_INSIDE = re.compile(
    r"不(?:太|大)?(?:清楚|知道|确定|了解)|没(?:有)?(?:问|打听)过?|忘了|不记得|\b(?:don't (?:really )?know|"
    r"not (?:really )?sure|"
    r"no (?:idea|clue)|haven't asked|didn't ask|never asked|forgot to ask|can't (?:remember|recall)|never told me|"
    r"wouldn't say|didn't say)\b"
)
UNKNOWN_FIRST = re.compile(
    r"^\W*(?:我|这个?|这我|说实话|老实说|嗯+|呃+|其实)*[，,]?(?:我|这个?|也|真|还)*(?:不(?:太|大)?(?:清楚|知道|"
    r"确定|了解)|没(?:有)?(?:问|打听)过?)"
    r"[^，,。；;]{0,4}[，,。；;]|"
    r"^\W*(?:honestly|well|um+|sorry|hmm+|to be honest)?[, ]*(?:i'm |i am |i )?(?:really |just |"
    r"still )?(?:don't (?:really )?know|"
    r"not (?:really |quite |too )?sure|no (?:idea|clue)|haven't asked|didn't ask|never asked)\b[^,.;]{0,14}[,.;]"
)
"""An answer that begins by saying that it is none."""
PAPER = re.compile(
    r"(?:标书|招标文件|规格书|技术规范|技术协议|文件|合同|清单|需求表|rfp|rfq|邮件|制度|模板)(?:里|上|中|里面|"
    r"上面)?(?:就|都)?(?:是)?(?:这么|这样|就)?(?:写|规定|要求|定|列|说)|"
    r"(?:因为|就是|反正)?(?:客户|他们|对方|甲方|人家)(?:就是|就|非要|硬要|一定要)?(?:这么|这样)?(?:要求|要|"
    r"规定|说|定)的?(?:呗|啊|嘛)?$|一直(?:都)?(?:是)?这(?:么|样)|惯例|"
    r"\b(?:because )?(?:the |their )?(?:spec(?:s|ification)?|rfp|rfq|tender|contract|document|paper|email|"
    r"sheet|template|requirements? (?:doc|list))\b[^.]{0,24}\b(?:says?|said|states?|demands?|requires?|"
    r"calls? for|asks? for|lists?)\b|"
    r"\b(?:it's|it is|that's) (?:in|written in|stated in|part of) (?:the |their )?(?:spec|rfp|rfq|tender|"
    r"contract|document|requirements?)|"
    r"^\W*(?:because )?(?:they|the customer|the client|he|she) (?:just |simply )?(?:want|wants|wanted|need|"
    r"needs|asked|ask|said|insist|insists|require|requires|demand|demands)(?: (?:it|that|so|this|on it|for it|"
    r"for that|for this))?(?: that way)?\W*$|"
    r"that's (?:just )?(?:how|the way) they|standard practice|always been"
)
PURPOSE = re.compile(
    r"跑不动|不够用|来不及|赶不上|为了|以便|好让|才能|否则|不然|要不|怕|担心|避免|防止|由于|导致|上次|去年|出过|"
    r"现在.{2,}|每次|老是|总是|"
    r"\b(?:cannot cope|can't (?:cope|keep up)|so that|so they|in order|to (?:avoid|prevent|keep|reduce|cut|stop|"
    r"win|meet|launch|open|get|have|"
    r"make|replace|cover|support|reach|grow|pass)|otherwise|afraid|worr\w+|fear\w*|last (?:year|time|month|"
    r"summer|winter)|"
    r"every|keeps?|keep on|always|since|risk|lost|lose|losing|fail\w*|broke|complain\w*)\b"
)
META = re.compile(
    r"什么意思|没(?:看|听)?(?:懂|明白)|你(?:是)?(?:在)?问(?:我)?(?:什么|啥)|举个?例|比如呢|怎么(?:回)?答|"
    r"为什么(?:要)?(?:问|查|追)|什么叫|啥叫|怎么理解|你觉得呢|你说呢|能不能解释|"
    r"\b(?:what do you mean|what does (?:that|this) mean|(?:can|could) you (?:explain|give|rephrase)|"
    r"give me an example|for example\?|(?:i )?don't (?:understand|get) (?:the question|it|you)|"
    r"how (?:do|should|would) i (?:answer|ask|know|find)|why (?:do|are) you ask\w*|what should i|"
    r"what do you think|what would you)\b"
)
CHAT = re.compile(
    r"^\W*(?:你好|您好|hi|hello|hey|哈+|呵+|lol|谢谢|多谢|thanks?(?: you)?|thx|早上好|晚安|再见|拜拜|bye|"
    r"good (?:morning|evening))\W*$|天气|笑话|你是(?:谁|机器人|人吗|ai)|吃(?:了|饭)吗|世界杯|"
    r"\b(?:are you (?:a )?(?:bot|robot|human|real|ai)|who are you|weather|tell me a joke|football|world cup|"
    r"what time is it|sing)\b"
)
GUESS = re.compile(
    r"我(?:猜|估计|觉得|想|看)|可能|也许|大概|应该是|估计|八成|恐怕|或许|说不定|\b(?:i (?:guess|think|suppose|"
    r"assume|bet|imagine)|probably|maybe|perhaps|might be|could be|presumably|my (?:guess|feeling|hunch)|"
    r"likely)\b"
)
SAME = re.compile(
    r"^\W*(?:同上|一样|同一个(?:原因|人|理由)?|和(?:上面|前面|上一条)(?:的)?一样|same(?: (?:as (?:above|"
    r"before)|thing|reason|person|again))?|ditto|as above|see above)\W*$"
)
NOT_NOW = re.compile(
    r"不(?:着)?急|不赶|不是(?:现在|时候)|没(?:有)?(?:那么)?急|再说|以后|明年再|没(?:有)?(?:具体|"
    r"明确)?(?:的)?(?:日期|时间|期限|时间表)|无所谓|随时|"
    r"\b(?:no (?:rush|hurry|deadline|date|pressure|urgency)|not (?:urgent|now|yet|time|pressing)|whenever|"
    r"next year maybe|some ?day|can wait|later|not in a hurry|nothing pressing)\b"
)
EVENT = re.compile(
    r"审计|验厂|飞检|旺季|开学|预算|到期|投产|开业|上线|发布|年终|考核|检查|换届|上市|停产|搬|大修|展会|签约|"
    r"董事会|开工|合同期|"
    r"\b(?:audit|season|budget|expir\w*|launch\w*|go[- ]live|opening|inspection|release|board meeting|fiscal|"
    r"contract ends?|end of (?:life|support|lease)|shutdown|renewal|migration|trade (?:show|fair)|regulation|"
    r"deadline)\b"
)

DOCUMENT = re.compile(
    r"标书|招标文件|规格书|技术规范|技术协议|文件|合同|清单|需求表|邮件|制度|模板|系统|流程|\b(?:the |their |"
    r"an? )?(?:rfp|rfq|rfi|"
    r"spec(?:s|ification)?|tender|contract|documents?|e-?mail|template|list|sheet|policy|form|standard)\b"
)
"""What no demand begins with: somebody wrote it."""
BECAUSE = re.compile(r"^\W*(?:因为|由于|为了|不然|否则|怕|because|since|so that|in order|otherwise|due to)\b", re.ASCII)
WHO_SAID = re.compile(
    r"^\W*(?:就是|都是|应该是|是)?.{1,14}(?:提|要|定|开|開|写|列|说|拍板|拍)(?:的|出来的|下来的|要求的)\W*$|"
    r"^\W*(?:it was |that was |i think )?(?:the |our |their )?[\w .,'-]{1,40}\b(?:set|asked for|wrote|specified|"
    r"decided|requested|put)\b(?: (?:it|that|this)(?: in)?)?\W*$"
)
"""An answer that only says whose words they are."""


@dataclass(frozen=True)
class Answer:
    """What an answer is: empty, chat, meta, unknown, same, nobody, person, paper, circular, requirement or real."""

    kind: str
    text: str
    people: tuple[Person, ...] = ()
    setter: Person | None = None
    """Who set the demand, as the answer names them."""
    guessed: bool = False
    timing: str = ""
    """For the question of time: `event`, `not_now` or nothing."""


NO_NAME = re.compile(
    r"^[不没要想怕别再又也都就很太]|目标|原因|问题|需求|[想要怕]|不[想用要能会再]|了$|\b(?:not|no|want|need|because|so|cheap\w*|"
    r"fast\w*|better|"
    r"less|more|fewer)\b"
)
"""What a short answer in which nobody is recognised may not hold, if it is to be a name."""


def read_answer(link: str, text: str, requirement: str, judgement: Judgement) -> Answer:
    """Read an answer about a link of the chain; `judgement` is of the same text, as `customer`."""
    line = plain(text)
    guessed = bool(GUESS.search(line))
    named = everyone(text) if link == "who" else people(text)
    kind = _kind(link, line, text, requirement, judgement, named)
    setter = set_by(text) if kind in ("real", "person") else None
    return Answer(kind, text, named, setter, guessed, _timing(text, line) if link in ("time", "who") else "")


def _kind(link: str, line: str, text: str, requirement: str, judgement: Judgement, named: tuple[Person, ...]) -> str:
    if len(re.findall(r"\w", line)) < (1 if link in ("who", "level", "source", "heard") else 2):
        return "empty"
    if META.search(line):
        return "meta"
    if not named and (UNKNOWN.match(line) or (UNKNOWN_INSIDE.search(line) and len(words(text)) <= 6)):
        return "unknown"
    if link != "who" and UNKNOWN_FIRST.match(line) and not PURPOSE.search(line):
        return "unknown"
    if CHAT.search(line):
        return "chat"
    if SAME.match(line):
        return "same"
    if link == "who":
        return _who(line, text, named)
    if link in ("why", "time", "now", "wanted") and _only_who(line, text):
        return "person"
    if link in ("why", "now", "wanted"):
        return _reason(link, line, text, requirement, judgement)
    return "real"


def _who(line: str, text: str, named: tuple[Person, ...]) -> str:
    if named and not (BECAUSE.match(line) and not setters(text)):
        return "real"
    if not named and DOCUMENT.search(line):
        return "paper"
    return "real" if not named and may_be_name(text) else "nobody"


def _only_who(line: str, text: str) -> bool:
    """Say whether an answer about a matter only tells whose words they are."""
    named = everyone(text)
    if not named or BECAUSE.match(line):
        return False
    called = " ".join(person.text for person in named)
    said = bool(WHO_SAID.match(line)) and bool(set_by(text)) and not PURPOSE.search(line)
    return covered(text, called) >= 0.75 or said or (passed_on(text) and not PURPOSE.search(line))


def may_be_name(text: str) -> bool:
    """Say whether words in which nobody is recognised may still name someone: short, or written like a name."""
    line = plain(text)
    if PURPOSE.search(line) or EVENT.search(line) or NO_NAME.search(line) or find_spans(text):
        return False
    if HAN.search(line):
        return len(words(text)) <= 5
    return len(words(text)) <= 2 or bool(re.search(r"(?<=\s)[A-Z][a-z]+", text))


def _reason(link: str, line: str, text: str, requirement: str, judgement: Judgement) -> str:
    purpose = bool(PURPOSE.search(line))
    if (PAPER.search(line) or DOCUMENT.fullmatch(line.strip(" .。!！?？"))) and not purpose:
        return "paper"
    said = numbers(text)
    same_figures = link == "wanted" and bool(said) and said <= numbers(requirement) and not purpose
    if same_figures or (covered(text, requirement) >= 0.75 and len(words(text)) >= 1):
        return "circular"
    checkable = any(span.cue in HARD for span in find_spans(text))
    reason = purpose or BECAUSE.match(line) or EVENT.search(line)
    if link != "now" and judgement.label == "requirement" and not judgement.unsure and checkable and not reason:
        return "requirement"
    return "real"


def _timing(text: str, line: str) -> str:
    if NOT_NOW.search(line):
        return "not_now"
    dated = any(span.cue == "date" for span in find_spans(text))
    return "event" if EVENT.search(line) or dated else ""
