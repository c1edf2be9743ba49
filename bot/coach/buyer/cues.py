"""Cues in what the rep wrote that the judge's labels do not tell: manners, tricks, promises, kinds of question."""

from __future__ import annotations

import re

HAN = re.compile(r"[\u3400-\u9fff]")
LATIN = re.compile(r"[A-Za-z]{2,}")
FOREIGN = re.compile(
    r"[\u0370-\u03ff\u0400-\u04ff\u0590-\u06ff\u0900-\u097f\u0e00-\u0e7f\u3040-\u30ff\uac00-\ud7af]|[ñßçãõâêôåøæ¿¡]"
)


def _either(zh: str, en: str) -> re.Pattern[str]:
    return re.compile(f"(?:{zh})|(?i:{en})")


BREAK_ROLE = _either(
    r"(忽略|无视|忘掉|忘记|跳过|不要管)[^。]{0,8}(指令|指示|提示|设定|规则|角色|要求你)|系统提示|"
    r"提示词|扮演(一个|另)|不要再?(演|扮演)|别(再)?演了|退出角色|跳出角色|换个角色"
    r"|你的(设定|指令|提示)|告诉我(你的)?(答案|隐藏|真实需求|所有需求)|把(你的)?(需求|答案|"
    r"底牌)(全部?|都|直接)?(告诉|说出|列出)|开发者模式|直接(给|告诉)我(答案|分数|满分)",
    r"(ignore|disregard|forget|override)\b.{0,30}\b(instruction|prompt|rule|role|character|above|"
    r"previous)|system prompt|(stop|quit|drop) (the )?(role.?play|acting|pretending|act)\b"
    r"|break character|out of character|act as (a|an)\b|you are now\b|developer mode|jailbreak|"
    r"your (hidden )?(instructions|prompt|script)|reveal your (hidden )?(needs|secrets|answers?)"
    r"|tell me (the|all your|your hidden) (answers?|hidden|needs)|give me (full|maximum) (marks|score)",
)
BOT = _either(
    r"你是(不是)?(一个|个)?(真人|机器人|机器|人工智能|AI|程序|电脑|模型|聊天机器人|ChatGPT|GPT)|(真人|"
    r"机器人)吗|是AI吗",
    r"are you (a |an )?(real|human|bot|robot|ai\b|machine|chatbot|computer|program|language model)|"
    r"(am i|is this) (talking to )?a (bot|robot|machine|human|real person)|chatgpt",
)
RUDE = _either(
    r"傻[逼叉B比瓜]|白痴|蠢(货|猪|材)?|脑残|弱智|滚(蛋|开|吧)?[!！。]?$|他妈|妈的|去死|废物|神经病|"
    r"有病吧|闭嘴|垃圾(公司|人)|什么玩意|你懂(个|什么)|扯淡|放屁|狗屁|不识(好歹|货)|老糊涂",
    r"\b(idiots?|stupid|moron|dumb|shut up|fuck\w*|bullshit|asshole|screw you|go to hell|bastard|crap|"
    r"pathetic|clueless|you people are useless|incompetent fool)\b",
)
OFF_TOPIC = _either(
    r"天气|足球|世界杯|篮球|股票|基金|彩票|笑话|写(一)?首诗|作诗|唱(首)?歌|电影|电视剧|菜谱|怎么做菜|"
    r"红烧肉|星座|游戏|明星|八卦|房价|比特币|翻译(一下|成)|数学题|一加一|1\+1|python|写(一)?段?代码|"
    r"外星人|减肥|旅游|去哪儿?玩|养(猫|狗)|孩子几岁|多大年纪|您?今年多大|结婚|工资多少|年薪",
    r"\b(weather|football|soccer|world cup|basketball|lottery|tell me a joke|joke|poem|sing|movie|"
    r"netflix|recipe|horoscope|zodiac|video game|celebrity|bitcoin|crypto|capital of|two plus two|"
    r"2\s?\+\s?2|python|write (some )?code|aliens?|diet|vacation|your (cat|dog|salary)|"
    r"how old are you|are you married)\b",
)
GREETING = _either(
    r"^(您好|你好|早上好|上午好|下午好|晚上好|幸会|久仰|哈喽|嗨)|初次见面|打扰(您|了)|很高兴(见到|认识)",
    r"^(hi|hello|hey|good (morning|afternoon|evening))\b|nice to meet you|pleasure to meet|"
    r"thanks? (you )?for (having|seeing|making|taking)",
)
THANKS = _either(r"谢谢|感谢|多谢|辛苦", r"\bthank(s| you)\b|appreciate")
GOODBYE = _either(
    r"再见|告辞|先走了|不打扰|先到这|今天就到这|先这样|回头(再)?聊|下次(再)?聊|拜拜|先告退",
    r"\b(good ?bye|bye|(?<!to )see you( then| next| soon)?(?! again)|talk (to you )?(soon|later)|i'?ll (leave|"
    r"let) you( to it| go| be)?|that'?s (all|it) (for today|from me)|let'?s (stop|leave it) (here|"
    r"there))\b",
)
SMALL_TALK = _either(
    r"气派|真漂亮|生意(怎么样|好吗|还好)|路上|堵车|这茶|好茶|您?办公室|气色|吃(饭|了吗)|最近(忙|还好)|照片|盆景|字画|周末|久等|装修|咖啡|听口音|老家",
    r"\b(traffic|parking|coffee|your office|nice (view|place|office|day)|what an? (beautiful|lovely|"
    r"nice|great|impressive)|weekend|"
    r"how are you(?= ?[?!.,]|$| doing| today| keeping)|how'?s it going|how have you been|busy (day|week)|"
    r"great to see|lovely)\b",
)
LOGISTICS = _either(
    r"(占用|耽误)(您)?(多少|几)?.{0,6}(分钟|时间)|名片|加(个|一下)?微信|会议室|投影|听得(见|到)|"
    r"邮箱(是|给|发)|地址(发|给)|改(个)?时间|几点(开始|结束)|停车",
    r"\b(business card|wechat|linkedin|projector|can you hear me|your email|e-?mail address|"
    r"meeting room|zoom link|reschedule|few minutes of your time|wi-?fi|parking)\b",
)
SORRY = _either(
    r"抱歉|对不起|不好意思|是我(的)?(不对|没|说错|冒失)|我的错",
    r"\b(sorry|apologi[sz]e|my (mistake|fault|bad)|i was wrong|i should have)\b",
)
PROMISE = _either(
    r"我(们)?(保证|承诺|一定|担保|负责)(?!人)|包在我|没问题，?都(可以|行|能)|(一定|保证)(能|可以|做到|"
    r"按时)|百分之百|绝对(不会|没有|没问题|能)|打包票|我(回去)?(确认|核实)(后|完|之后|好)|明天(给|"
    r"答复|回复)|(今天|明天|周[一二三四五]|这周)(之内|内|前)?(给|把).{0,8}(发|给|答复)",
    r"\b(i|we) (promise|guarantee|can assure|swear|will make sure|commit to)\b|\bguaranteed\b|"
    r"no problem at all|100 ?(%|percent)|absolutely (no|zero)|i'?ll (get back|come back|send|check|"
    r"find out|confirm)|you have my word|by (tomorrow|monday|tuesday|wednesday|thursday|friday)",
)
BLANKET = _either(
    r"百分之百|绝对(不会|没有|没问题|能)|打包票|包在我|没问题，?都(可以|行|能)|什么都(能|可以)|"
    r"全(都)?(能|可以)(满足|做到)|保证不会(出)?(任何)?",
    r"\b100 ?(%|percent)|absolutely (no|zero|never)|we can do (anything|everything|it all)|"
    r"no risk (at all|whatsoever)|guaranteed\b|you have my word|zero risk",
)
DISCOUNT = _either(
    r"打(个)?[0-9一二三四五六七八九]{1,3}[.点]?[0-9]?折|(可以|能|给您?|我(们)?)(再)?(便宜|让利|优惠|"
    r"降价|打折|让)(一?点|些|到|个)?|优惠(价|百分)|降(价|百分之|[0-9]+个?点)|再?(让|"
    r"降)[一二三四五六七八九十0-9]+(个)?点|特价|白送|免费(送|给|赠)|赠送|送您?(一年|半年|三个月)",
    r"\b(discount|knock (\w+ )?off|\w+ ?(%|percent) off|cheaper|lower (the|our) price|reduce (the|"
    r"our) price|come down|special (price|offer)|free of charge|for free|throw in|price cut|drop (the|"
    r"our) price|sharpen)\b",
)
IN_EXCHANGE = _either(
    r"(如果|要是|只要|前提|条件是|换|作为交换|相应|那(您|你们)(能|可以|也)|您(能|可以)(不能|否)?(也|"
    r"先|把)|(同时|但)(希望|需要|请)(您|你们|贵))",
    r"\b(if you|provided|in (return|exchange)|on condition|as long as|in turn|for that|"
    r"would you (then|in)|could you (then|in)|then you|we would need|i'?d need|trade)\b",
)
REFERENCE = _either(
    r"(案例|标杆|同行|同行业|客户(名单|见证)|参观|样板|做过.{0,12}(家|厂|客户|项目)|服务(过|了).{0,10}(家|客户))",
    r"\b(references?|case stud(y|ies)|(other )?customers? (like|such as|in your)|we (serve|work with|"
    r"have done|did)|similar (company|plant|firm|customer)s?|site visit|in your industry|"
    r"in your sector)\b",
)
ATTACK = _either(
    r"(不行|很差|太差|差劲|差远了|垃圾|忽悠|骗|坑|倒闭|快不行|不靠谱|不如我们|比不(上|了)我们|口碑(很|"
    r"太)?(差|烂)|售后(很|太|特别)?(差|烂)|出过(大)?(事|问题)|烂|糟糕|黑心|没技术|吹牛)",
    r"\b(terrible|awful|rubbish|garbage|worse than|can'?t (match|compete)|inferior|scam|lie|lied|"
    r"lying|bankrupt|going under|unreliable|overpriced|outdated|bad reputation|poor (quality|support|"
    r"service)|no good|useless|joke of|cheat)\b",
)
INVENTED = _either(
    r"(肯定|一定|必然|绝对)(是|有|很|会|在|经常|都)?.{0,14}(亏|损失|乱|差|糟|严重|出事|倒闭|被淘汰|"
    r"问题|麻烦|完蛋|很惨)|(再)?不(换|改|买|用).{0,8}(就|会).{0,8}(倒闭|淘汰|完蛋|出大事|来不及)|"
    r"早晚(要|会)(出事|倒闭)",
    r"\b(you must be (losing|suffering|struggling)|surely (you|your)|you'?re (obviously|clearly|"
    r"definitely) (losing|failing|bleeding)|you('ll| will) (go under|go bankrupt|be out of business|"
    r"regret)|disaster (is )?(waiting|coming)|or else you)\b",
)
WIDE = _either(
    r"最.{0,10}(什么|哪|地方|事)",
    r"\b(most|biggest|worst|hardest|number one|keeps? you (up|awake))\b",
)
"""A superlative: the question wants what is uppermost, whatever its topic."""
COUNTER = _either(
    r"您(觉得|看|认为)(我们|这(个|套)|我)(的)?.{0,10}(怎么样|如何|合适|行吗|可以吗)|您(对我们|"
    r"对我)(有什么|印象|的看法)|您(愿意|想)(听|了解)(吗|我们)|您想(先)?(聊|谈|听)(什么|哪)|从哪(儿|"
    r"里)(开始|说起)",
    r"\bwhat do you (think|make) of (us|me|our|it|that|this)|how do (we|i) (look|compare)|"
    r"what would you like to (hear|know|talk|see)|where (would|do) you (want|like) (me )?to (start|"
    r"begin)|any questions for (me|us)|do you want to hear",
)
WHO_ARE_YOU = _either(
    r"您(主要)?(负责|管|分管)(什么|哪|啥)|您的(职责|职位|岗位)|怎么称呼|您贵姓|介绍(一)?下(您|你)自己",
    r"\bwhat (do you do|are you responsible for|is your role|'?s your role|do you look after)|"
    r"your (role|job|position|responsibilit\w+)|who are you\b|introduce yourself|how should i (call|"
    r"address)",
)
PERMISSION = _either(
    r"(可以|能|能不能|可不可以|方便)(先)?(向您|跟您)?(请教|问|了解)(您)?(几个|一些|个)",
    r"\b(may|can|could) i (first )?ask (you )?(a few|some|a couple|one or two)",
)
"""A request to ask, before anything is asked."""
LISTENS = _either(
    r"想(先|多)?(听听?|了解|请教|学习)|来(听听?|请教|学习)|愿意听",
    r"\b(like|love|want|came|come|here|prefer|rather)( to)? (hear|listen|understand|learn|know)\b",
)
"""How somebody sounds who has come to listen."""
HEARD = _either(r"听说|听人说|据说|了解到", r"\b(i|we)('ve| have)? (heard|read|understand)\b|i am told")
"""Hearsay: no playback of what the buyer said."""
TROUBLE = _either(
    r"满意|困难|难|问题|麻烦|烦|抱怨|担心|顾虑|不方便|痛|头疼|不好用|不顺|压力|操心",
    r"\b(problems?|difficult\w*|happy|satisf\w*|dissatisf\w*|trouble|issues?|hard|concern\w*|"
    r"struggl\w*|worr\w*|pain\w*|annoy\w*|frustrat\w*|bother\w*|wrong|complain\w*)\b",
)
"""A word for trouble: only a question that holds one is denied with "no complaints"."""
REMEDY = _either(
    r"如果|要是|假如|假设|一旦|万一|能|可以|好处|价值|意味|帮|用处|省|值|有用|解决|改善|希望|理想|做到|变化|不用再|多了|少了",
    r"\b(if|would|worth|help\w*|valu\w*|benefits?|gain\w*|sav(e|es|ing)|useful|imagine|suppose|ideal\w*|"
    r"important|better|what could|mattered?|change)\b",
)
"""What a question for the worth of a remedy holds."""
POINTS_BACK = _either(r"那次|那回|那个|他|她|它|这件事", r"\b(it|that|he|she|him|her|they|them|this)\b")
"""A word that points to what or whom was spoken of last."""
YOURS = _either(r"[您你](?!的|们|这|家|手下|儿子)", r"\byou(rself)?\b")
INTRODUCE = _either(
    r"我(是|叫|姓).{1,20}(公司|的|销售|经理|小)|我代表",
    r"\b(i'?m|my name is|i am) [A-Z]?\w+.{0,30}\b(from|with|of|at)\b|my name is|i represent",
)

QUESTION = re.compile(
    r"[?？]|吗[。.]?$|呢[。.]?$|什么|怎么|多少|哪|谁|"
    r"几(?!个(?:问题|小|想)|点(?:想法|建议|看法)|句)|为何|是否|能否|有没有|是不是|多久|多大|多长"
)
QUESTION_EN = re.compile(
    r"(?i)\?|^(and |so |but |then )*(what|who|when|where|why|how|which|do|does|did|is|are|was|were|"
    r"can|could|would|will|have|has|may|shall|should)\b"
)

TYPES_ZH = (
    (
        "opinion",
        r"怎么(看|想|说|评价|认为)|什么(意见|看法|态度|想法|反应|印象)|(有)?(没有)?(意见|看法)|"
        r"觉得.{0,6}(怎么样|如何)|支持吗|反对吗|满意吗",
    ),
    (
        "plan",
        r"打算|准备怎么|怎么(安排|办|应对|处理|解决)|有(什么|没有)(计划|打算|安排|考虑)|将来|以后(会|要|"
        r"想)|接下来",
    ),
    (
        "howmuch",
        r"多少钱|多少(预算|费用|成本|金额|万|块)|(预算|费用|成本|价格|金额|花费|花|亏|损失)(大概|大约|是|"
        r"要|有|了|掉)*(多少|多大|几)|什么价|多贵|单价",
    ),
    (
        "howmany",
        r"多少|(?<![那这])几(个|家|台|条|人|次|套|名|位|座|间|种|道|天|年|班|张|辆|批|层|成)|多大(比例|规模|面积)?|"
        r"百分之几|占比|比例",
    ),
    ("howlong", r"多久|多长时间|几(天|年|个月|小时|周)|用了多少年"),
    ("when", r"什么时候|何时|哪(一)?(年|天|月|个月|季度)|几(月|号|点|时)|多会儿|啥时候|时间(表|节点|点)"),
    ("who", r"谁|哪位|哪个(部门|人|领导)|什么人|哪些(部门|人)|哪几(位|个部门)"),
    ("where", r"哪里|哪儿|在哪|什么地方|哪个(城市|省|地方)"),
    ("why", r"为什么|为何|怎么会|凭什么|什么原因|原因|怎么想到|因为什么|图什么|出于"),
    (
        "which",
        r"哪(个|家|种|款|些|套|一|几)|什么(系统|品牌|牌子|型号|设备|软件|标准|方式|工具|产品|流程)|"
        r"用的?(是)?(什么|谁家)",
    ),
    ("how", r"怎么|如何|怎样|流程|什么办法|什么样"),
    ("yesno", r"吗|是不是|有没有|是否|能不能|会不会|可不可以|对不对|行不行|吧[?？]"),
)
TYPES_EN = (
    ("opinion", r"\b(think|feel|opinion|view|see it|say about|react|reaction|happy with|attitude|make of)\b"),
    (
        "plan",
        r"\b(plan|plans|planning to|intend|going to|what will you|how will you|what would you do|"
        r"deal with|handle|cope|manage without)\b",
    ),
    ("howmuch", r"how much|what.{0,20}(cost|price|budget|spend|fee)|budget"),
    ("howmany", r"how many|what (share|percentage|proportion|number|rate|volume)|how big|how large|how old|headcount"),
    ("howlong", r"how long|how (quickly|fast|soon)"),
    (
        "when",
        r"^(and |so |but )?when\b|\bwhen(?= ?\?| (do|does|did|is|are|was|were|will|would|can)\b)|"
        r"what (year|month|date|day|time)|since when|which (year|month|quarter)|deadline|how often",
    ),
    ("who", r"\bwho(se|m|'s)?\b|which (person|team|department)|whose"),
    ("where", r"\bwhere\b|which (city|country|site|location)"),
    (
        "why",
        r"\bwhy\b|how come|what (made|makes|is the reason|was the reason|'s the reason|is behind|drove|"
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
    ("yesno", r"^(and |so |but |then )*(do|does|did|is|are|was|were|can|could|will|would|have|has|had|should)\b"),
)
_TYPES = {
    "zh": tuple((name, re.compile(p)) for name, p in TYPES_ZH),
    "en": tuple((name, re.compile(p, re.IGNORECASE)) for name, p in TYPES_EN),
}


def question_types(text: str, language: str) -> frozenset[str]:
    """Return the kinds of question a text can be (`who`, `when`, `howmany`, …), the plainest reading only."""
    found = [name for name, pattern in _TYPES[language] if pattern.search(text)]
    strong = [name for name in found if name not in ("yesno", "how", "which")]
    return frozenset(strong or found[:1])


def question_type(text: str, language: str) -> str:
    """Return the first kind of question that fits, or `any`."""
    found = question_types(text, language)
    return next((name for name, _ in _TYPES[language] if name in found), "any")


def is_question(text: str, language: str) -> bool:
    """Say whether a text has the form of a question."""
    return bool((QUESTION if language == "zh" else QUESTION_EN).search(text.strip()))


def wrong_language(text: str, language: str) -> bool:
    """Say whether a line is in another language than the talk's; a word or an abbreviation does not count."""
    han, words = len(HAN.findall(text)), LATIN.findall(text)
    if len(FOREIGN.findall(text)) >= 3:
        return True
    if language == "zh":
        return han == 0 and len(words) >= 3
    return han >= 2 and han > len(words)


def is_silence(text: str) -> bool:
    """Say whether a line holds no letter or digit at all ("…", an emoji, nothing)."""
    return not any(c.isalnum() for c in text)


def is_gibberish(text: str, language: str) -> bool:
    """Say whether a line is noise: keyboard runs, code, one sign over and over, bare digits or an address."""
    bare = re.sub(r"[\W_]+", "", text)
    if not bare:
        return False
    if bare.isdigit() or re.search(r"https?://|[{};<>]{2,}|</|\bdef |\bselect \*|=>|/\w+\{", text, re.IGNORECASE):
        return not is_question(text, language) or "{" in text
    if len(bare) >= 4 and len(set(bare.lower())) <= min(3, len(bare) // 4):
        return True
    words = re.findall(r"[A-Za-z]+", text)
    odd = [w for w in words if len(w) >= 4 and _unsayable(w)]
    if language == "zh" and HAN.search(text):
        return False
    return bool(words) and len(odd) * 2 >= len(words)


def _unsayable(word: str) -> bool:
    low = word.lower()
    if word.isupper() and len(word) <= 5:
        return False
    keyboard = any(run in low for run in ("asdf", "qwer", "zxcv", "hjkl", "sdfg", "dfgh", "fghj"))
    return keyboard or not re.search(r"[aeiouy]", low) or re.search(r"[bcdfghjklmnpqrstvwxz]{5,}", low) is not None


SUM_ASKED = re.compile(
    r"多少钱|亏多少|损失多少|多大损失|代价|赔多少|花多少|亏|多少成本|\bcosts?\b|how much|lose|loss|price tag", re.I
)
"""A question for what something costs."""
SUM_TOLD = re.compile(r"[\d一二两三四五六七八九十百千]+[多来]?[万亿]|million|thousand|\d{3,}|yuan", re.I)
"""An answer that holds a sum."""
