"""Manners and tricks of the rep that no label tells: greetings, thanks, rudeness, leaving the role."""

from __future__ import annotations

import re

from .cues import either

BREAK_ROLE = either(
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
BOT = either(
    r"你是(不是)?(一个|个)?(真人|机器人|机器|人工智能|AI|程序|电脑|模型|聊天机器人|ChatGPT|GPT)|(真人|"
    r"机器人)吗|是AI吗",
    r"are you (a |an )?(real|human|bot|robot|ai\b|machine|chatbot|computer|program|language model)|"
    r"(am i|is this) (talking to )?a (bot|robot|machine|human|real person)|chatgpt",
)
RUDE = either(
    r"傻[逼叉B比瓜]|白痴|蠢(货|猪|材)?|脑残|弱智|滚(蛋|开|吧)?[!！。]?$|他妈|妈的|去死|废物|神经病|"
    r"有病吧|闭嘴|垃圾(公司|人)|什么玩意|你懂(个|什么)|扯淡|放屁|狗屁|不识(好歹|货)|老糊涂",
    r"\b(idiots?|stupid|moron|dumb|shut up|fuck\w*|bullshit|asshole|screw you|go to hell|bastard|crap|"
    r"pathetic|clueless|you people are useless|incompetent fool)\b",
)
SLIGHT = either(
    r"太落后|(?:你们|您).{0,6}太(?:懒|笨|蠢|磨蹭)|你们?(?:这帮人|这些人|这种(?:厂|公司|单位|人))|连个?.{1,8}都(?:弄|做|搞|管|干)不[好明了]|你们?(?:根本|压根)(?:就)?不(?:懂|会|行)|"
    r"(?:您|你们?)(?:也|是不是|真是?|可?太?老?)*(?:糊涂|外行)了?|土老板|土包子|别(?:装|磨叽|啰嗦|废话)|(?<!多)少(?:来|废话|啰嗦)|太?抠(?:门|了)|小气|吝啬|太黑|心太狠|浪费(?:我|大家)的?时间",
    r"\b(?:your|you) people (?:just |really |clearly )?(?:don'?t (?:know|underst|get|care|have(?! to))|can'?t|have no)|"
    r"(?:just )?don'?t get it\b|"
    r"you (?:clearly |obviously )?have no "
    r"(?:idea|clue)|(?:stop|quit) wasting my time|waste of (?:my )?time|(?:that'?s|this is|how) (?:ridiculous|"
    r"nonsense|amateurish)|"
    r"stuck in the (?:past|stone age|last century)|hopelessly (?:old|outdated|behind)|cut the (?:crap|nonsense)|"
    r"get to the point(?:,| already)|"
    r"stingy|greedy|squeez\w+ (?:your|us|every)|penny.?pinch\w*|are you (?:even )?listening|"
    r"you'?re (?:being )?(?:difficult|unreasonable|stubborn|too old)|"
    r"what'?s wrong with you",
)
"""A slight on the buyer or on the buyer's people, short of abuse."""
OFF_TOPIC = either(
    r"天气|足球|世界杯|篮球|股票|基金|彩票|笑话|写(一)?首诗|作诗|唱(首)?歌|电影|电视剧|菜谱|怎么做菜|"
    r"红烧肉|星座|游戏|明星|八卦|房价|比特币|翻译(一下|成)|数学题|一加一|1\+1|python|写(一)?段?代码|"
    r"外星人|减肥|旅游|去哪儿?玩|养(猫|狗)|孩子几岁|多大年纪|[您你]今年多大|结婚|工资多少|年薪",
    r"\b(weather|football|soccer|world cup|basketball|lottery|tell me a joke|joke|poem|sing|movie|"
    r"netflix|recipe|horoscope|zodiac|video game|celebrity|bitcoin|crypto|capital of|two plus two|"
    r"2\s?\+\s?2|python|write (some )?code|aliens?|diet|vacation|your (cat|dog|salary)|"
    r"how old are you|are you married)\b",
)
GREETING = either(
    r"^(您好|你好|早上好|上午好|下午好|晚上好|幸会|久仰|哈喽|嗨)|初次见面|打扰(您|了)|很高兴(见到|认识)",
    r"^(hi|hello|hey|good (morning|afternoon|evening))\b|nice to meet you|pleasure to meet|"
    r"thanks? (you )?for (having|seeing|making|taking)",
)
THANKS = either(r"谢谢|感谢|多谢|辛苦", r"\bthank(s| you)\b|appreciate")
GOODBYE = either(
    r"再见|告辞|先走了|不打扰|先到这|(?:我这边|今天)就这些|今天就到这|先这样|回头(再)?聊|下次(再)?聊|拜拜|先告退",
    r"\b(good ?bye|bye|that was all from (?:my side|me|us)|"
    r"(?<!to )see you( then| next| soon)?(?! again)|talk (to you )?(soon|later)|i'?ll (leave|"
    r"let) you( to it| go| be)?|that'?s (all|it) (for today|from me)|let'?s (stop|leave it) (here|"
    r"there))\b",
)
SMALL_TALK = either(
    r"气派|真漂亮|生意(怎么样|好吗|还好)|路上|堵车|这茶|好茶|您?办公室|气色|吃(饭|了吗)|最近(忙|还好)|照片|盆景|字画|周末|久等|装修|咖啡|听口音|老家",
    r"\b(traffic|parking|coffee|your office|nice (view|place|office|day)|what an? (beautiful|lovely|"
    r"nice|great|impressive)|weekend|"
    r"how are you(?= ?[?!.,]|$| doing| today| keeping)|how'?s it going|how have you been|busy (day|week)|"
    r"great to see|lovely)\b",
)
LOGISTICS = either(
    r"(占用|耽误)(您)?(多少|几)?.{0,6}(分钟|时间)|名片|加(个|一下)?微信|会议室|投影|听得(见|到)|"
    r"邮箱(是|给|发)|地址(发|给)|改(个)?时间|几点(开始|结束)|停车",
    r"\b(business card|wechat|linkedin|projector|can you hear me|your email|e-?mail address|"
    r"meeting room|zoom link|reschedule|few minutes of your time|wi-?fi|parking)\b",
)
TREAT = either(
    r"(?:一起|请您?|赏脸)[^，。；]{0,6}(?:吃(?:个|顿)?(?:便)?饭|便饭|喝(?:一?杯|酒|茶)|聚聚|坐坐)|便饭|饭局|打(?:个|场)?高尔夫",
    r"\b(?:have|grab|buy you|invite you (?:to|for)|join (?:me|us) for|over|go for) (?:a )?(?:lunch|dinner|drinks?|"
    r"coffee|beer|golf)\b",
)
"""An invitation to a meal or a drink: no step of the business."""
SORRY = either(
    r"抱歉|对不起|不好意思|是我(的)?(不对|没|说错|冒失)|我的错",
    r"\b(sorry|apologi[sz]e|my (mistake|fault|bad)|i was wrong|i should have)\b",
)
COUNTER = either(
    r"您(觉得|看|认为)(我们|这(个|套)|我)(的)?.{0,10}(怎么样|如何|合适|行吗|可以吗)|您(对我们|"
    r"对我)(有什么|印象|的看法)",
    r"\bwhat do you (?:think|make) of (?:us\b|me\b|our\b|(?:it|that|this)(?=\s*(?:[?.!,]|$)))|"
    r"how do (we|i) (look|compare)",
)
"""A question for what the buyer thinks of us."""
YOUR_TURN = either(
    r"您(愿意|想)(听|了解)(吗|我们)|您想(先)?(聊|谈|听)(什么|哪)|从哪(儿|里)(开始|说起)",
    r"what would you like (?:me )?to (?:hear|know|talk|see|discuss|start)|where (would|do) you (want|like) (me )?to "
    r"(start|begin)|any questions for (me|us)|do you want to hear",
)
"""A question that leaves the beginning to the buyer."""
WHO_ARE_YOU = either(
    r"您(主要)?(负责|管|分管)(什么|哪|啥)|您的(职责|职位|岗位)|怎么称呼|您贵姓|介绍(一)?下(您|你)自己",
    r"\bwhat do you do(?: (?:here|exactly|yourself|all day|for a living|in (?:the|this) (?:company|house|firm|plant)))*"
    r"(?=\s*(?:[?.!,]|$))|\bwhat (?:are you responsible for|is your role|'?s your role|do you look after)|"
    r"(?:what(?:'s| is| was)|tell me (?:more )?about|describe|explain) your (?:exact |own |current )?"
    r"(?:role|job|position|responsibilit\w+)|who are you\b|introduce yourself|how should i (call|"
    r"address)",
)
PERMISSION = either(
    r"(可以|能|能不能|可不可以|方便)(先)?(向您|跟您)?(请教|问|了解)(您)?(几个|一些|个)",
    r"\b(may|can|could) i (first )?ask (you )?(a few|some|a couple|one or two)",
)
"""A request to ask, before anything is asked."""
ASKS_LEAVE = either(
    r"(?:^|[，,])[^，,]{0,10}(?:可以|行|好|方便|合适|成|没问题)(?:吗|么|不)[？?。]?$",
    r"^(?:and |so )?(?:is|would|will|does) (?:that|this|it) (?:be |sound |suit )?"
    r"(?:all right|alright|okay|ok|fine|work)\b.{0,20}$|"
    r"\b(?:is|would) (?:that|this) (?:be )?(?:all right|alright|okay|ok|fine)(?: with| for| by)? ?(?:you)?\?$|"
    r"\bif (?:that is|that's) (?:all right|okay|ok|fine)",
)
"""How leave is asked for what was just said."""
DAY = either(
    r"下个?(?:周|星期|月)|明天|后天|(?:周|星期)[一二三四五六日天末]|[\d一二三四五六七八九十]+[月号日](?![前机线楼店厂门库车炉仓])",
    r"\b(?:next (?:week|month)|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|"
    r"\bthe (?:\w+-)?(?:first|second|third|\w+th)"
    r"(?= of (?:january|february|march|april|may|june|july|august|september|october|november|december)\b)|"
    r"\b(?:on|by|of) the (?:twenty|thirty)-\w+\b",
)
"""A day to come; "number seven" (七号机) is none."""
WH_FIRST = re.compile(
    r"(?i)(?:^|[.,:;!] )(?:(?:and|so|then|but|fair|well|now|ok|okay) )*(?:what|who|which|why|where)\b"
    r"(?! (?:about|if|don't|not|do you say|day|date|time|would you say to)\b)[^.!]*\?$|"
    r"(?:^|[，,。；;])(?:那|那么|先|您看)?(?:还)?(?:要|得|需要)?(?:看到|拿出|满足)?什么(?:样的)?[^，。]{0,20}[?？]$|"
    r"从?哪(?!天|会儿|个时间)[^，。]{0,10}(?:合适|最?好|先)[^。]{0,8}[?？]$"
)
"""A question that opens with its question word asks for something; a proposal opens otherwise."""
STAYS = re.compile(
    r"回到(?:正题|刚才|生意|业务)|先不(?:说|谈|聊|提)|换个话题|接着(?:说|聊)|"
    r"(?i:\blet'?s (?:stay|go back|come back|leave|turn|return|keep to|stick|talk (?:about|of)|start with)\b|"
    r"\b(?:can|could|may) (?:we|i) (?:come|go|get|turn) back to\b)"
)
"""How somebody says what the talk should be about."""
COULD_WE = re.compile(
    r"(?i:\b(?:could|can|shall|may|might) (?:we|i|you and i)\b|"
    r"\bwould you (?:let|introduce|agree|be willing|sit|give|like to see)\b|"
    r"\b(?:could|would|can|will) you (?:please )?(?:put|take|bring|ask|pass|arrange|raise|chair|host|join|invite) \w+)|"
    r"我们?(?:能不能|可不可以|可以|想)|(?:要不|不如)"
)
"""How a proposal opens."""
ASKS_ANEW = either(
    r"换(?:个|种)(?:问法|方式问|角度问)|(?:那)?(?:再|想)?问(?:您|你)一(?:句|下|个)",
    r"\b(?:let me |may i )?ask (?:it|that|you)\b",
)
"""How somebody announces the question that comes in the same sentence."""
ASKED_BEFORE = re.compile(
    r"我(?:刚才|只是|就是|其实)?(?:是)?(?:想问|问的是|在问|问一下)|我(?:刚才|只|就|其实)*是问(?!题)|"
    r"(?i:\bi (?:was |am |just |only |really )*(?:ask(?:ed|ing)|meant|mean|wonder(?:ed|ing)?) "
    r"(?:about |for |if |only |just )*(?:what|who|when|where|why|how|which|whether|the|your|that)\b)"
)
"""How somebody says again what he asked."""
NODS = either(
    r"^(?:好的?|嗯+|明白|明白了|了解|了解了|是的?|对|行|可以|有道理|说得对|您说得对|您问得对|问得好|这个问题问得好|没错)[，,。.！!]*$",
    r"^(?:i see|fair enough|fair question|fair point|good question|understood|right|you are right|you're right|okay|ok|"
    r"got it|noted|of course|sure|true|good point|that makes sense)[,.! ]*$",
)
"""A nod before the next sentence, no sympathy."""
CALLED = r"(?:[^，。？]{1,3}(?:总|主任|经理|厂长|院长|科长|工|董|位)[，,、]?){0,2}"
"""Whom somebody speaks to, at the beginning of a sentence; Chinese."""
AGREES = either(
    rf"^{CALLED}(?:您|你)?(?:看|觉得|认为)?.{{0,4}}(?:行|可以|怎么样|如何|好|够|方便|合适|同意|支持)"
    r"(?:吗|么|不行|不够|不)?[？?。]?$",
    r"^(?:and )?(?:would|could|can|does|is|will|do|are|shall|how) "
    r"(?:you|that|this|it|we|does that|is that)\b.{0,34}\?$|"
    r"^(?:what do you think|agreed|deal|all right|okay|fair)\?$",
)
"""How somebody asks whether what was just proposed will do."""
WHAT_MISSED = either(
    r"(?:什么|哪些?|哪儿|哪里|哪句|哪一?[样点块]).{0,6}(?:我|我们)?(?:还|都)?没(?:有)?(?:问到|弄明白|弄清楚|搞清楚|听明白|想到|问|看懂)|"
    r"(?:我|我们)(?:还|都)?(?:有)?(?:什么|哪些?|哪儿|哪里|哪句|哪一?[样点块])?(?:还|是)?没(?:有)?(?:问到|弄明白|弄清楚|搞清楚|听明白|问|看懂)(?:的)?"
    r"(?:是)?(?:什么|哪)|我(?:还)?(?:漏|缺|差)了?(?:什么|哪)|我该问(?:您|你)?(?:什么|哪)",
    r"\bwhat (?:have|did|do|has) (?:i|we) (?:still |just )?"
    r"(?:miss\w*|overlook\w*|fail\w*|not (?:yet )?(?:ask\w*|underst\w+|see\w*))|"
    r"\bwhat haven'?t (?:i|we) (?:yet )?(?:ask|underst|seen|looked)\w*|"
    r"\bwhat (?:am i|are we) (?:still )?(?:missing|overlooking)|\bwhat (?:else )?should (?:i|we) (?:have |be )?ask\w*|"
    r"\bwhat is it (?:that )?(?:i|we) (?:have not|haven'?t|did not|didn'?t)",
)
"""How a rep asks what he has not asked or understood."""
HERE_TOO = either(
    r"(?:你们|您)?(?:这儿|这里|这边|你们|贵\w)也?(?:也|是不是|是)(?:这样|如此|一样|这么)|也(?:是)?(?:这样|一样|如此)",
    r"\b(?:here|with you|for you|in your (?:house|firm|plant|case))(?: too| as well| also)?\?$",
)
"""How somebody asks whether what he tells of others holds for the buyer."""
GO_ON = either(
    r"^(?:好|嗯|行|那)?[，,]?您?(?:请|继续|接着|尽管)(?:往下)?(?:说|讲)|我(?:都)?(?:在)?听着|洗耳恭听",
    r"^(?:yes,? |please,? |do )*(?:go on|go ahead|carry on|continue)\b|\bi(?:'m| am) (?:all ears|listening)\b",
)
"""How somebody sounds who wants to hear the rest."""
LISTENS = either(
    r"想(先|多)*(听听?|了解|请教|学习|知道)|来(先|多)*(听听?|请教|学习|了解|沟通|交流|看看)|愿意听|(做|是)(个|一次|一下)?.{0,6}(交流|调研|沟通|拜访)|"
    r"学习学习|多听少说|少说多听|向您请教|弄(明白|清楚)|搞(明白|清楚)|(?<![按照像如])您(先)?(说|讲)(?!的|过|了|到|好)",
    r"\b(like|love|want|wanted|came|come|here|prefer|rather|hop\w+)( first)?( to)?( first)? (hear|listen|"
    r"understand|learn|know)\b|"
    r"\b(mostly|rather|here to|just) (listen|ask)|\b(start|begin) with (you|your)\b",
)
"""How somebody sounds who has come to listen."""
INTRODUCE = either(
    r"我(是|叫|姓).{1,20}(公司|的|销售|经理|小)|我代表",
    r"\b(i'?m|my name is|i am) [A-Z]?\w+.{0,30}\b(from|with|of|at)\b|my name is|i represent",
)
PROPOSES = either(
    r"吧[。.！!]?$|您看|不如|要不|建议|可以先|我们先|下周|明天|周[一二三四五]|签|试|安排|约|见面|引荐|过来|上门|定下来",
    r"\b(let'?s|suggest|propose|shall|could we|can we|may (i|we)|would you|next (week|step)|tomorrow|monday|"
    r"tuesday|wednesday|thursday|"
    r"friday|sign|trial|pilot|visit|bring|meet|arrange|schedule|introduce|order|contract|come (by|over))\b",
)
"""How a proposal of a next step sounds."""
