"""Cues in what the rep wrote about the business: promises, prices, rivals, trouble, consequences, remedies."""

from __future__ import annotations

import re


def either(zh: str, en: str) -> re.Pattern[str]:
    """Return a pattern of Chinese as it stands or English in any case."""
    return re.compile(f"(?:{zh})|(?i:{en})")


PROMISE = either(
    r"我(们)?(保证|承诺|一定|担保|负责)(?!人)|包在我|没问题，?都(可以|行|能)|(一定|保证)(能|可以|做到|"
    r"按时)|百分之百|绝对(不会|没有|没问题|能)|打包票|我(回去)?(确认|核实)(后|完|之后|好)|明天(给|"
    r"答复|回复)|(今天|明天|周[一二三四五]|这周)(之内|内|前)?(给|把).{0,8}(发|给|答复)",
    r"\b(i|we) (promise|guarantee|can assure|swear|will make sure|commit to)\b|\bguaranteed\b|"
    r"no problem at all|100 ?(%|percent)|absolutely (no|zero)|i'?ll (get back|come back|send|check|"
    r"find out|confirm)|you have my word|by (tomorrow|monday|tuesday|wednesday|thursday|friday)",
)
BLANKET = either(
    r"百分之百|绝对(不会|没有|没问题|能)|打包票|包在我|没问题，?都(可以|行|能)|什么都(能|可以)|"
    r"全(都)?(能|可以)(满足|做到)|保证不会(出)?(任何)?",
    r"\b100 ?(%|percent)|absolutely (no|zero|never)|we can do (anything|everything|it all)|"
    r"no risk (at all|whatsoever)|guaranteed\b|you have my word|zero risk",
)
DISCOUNT = either(
    r"打(个)?[0-9一二三四五六七八九]{1,3}[.点]?[0-9]?折|(可以|能|给您?|我(们)?)(再)?(便宜|让利|优惠|"
    r"降价|打折|让)(一?点|些|到|个)?|优惠(价|百分)|降(价|百分之|[0-9]+个?点)|再?(让|"
    r"降)[一二三四五六七八九十0-9]+(个)?点|特价|白送|免费(送|给|赠)|赠送|送您?(一年|半年|三个月)",
    r"\b(discount|knock (\w+ )?off|\w+ ?(%|percent) off|cheaper|lower (the|our) price|reduce (the|"
    r"our) price|(we|i|could|can) come down|come down (on|in) price|special (price|offer)|free of charge|"
    r"for free|throw in|price cut|drop (the|our) price|sharpen)\b",
)
FREE_TRIAL = either(
    r"免费[^，。]{0,4}(试|测|体检|诊断|摸底|看一遍)|(试|测|装|跑)[^。]{0,24}(免费|不收(费|钱)|一分钱不)",
    r"\bfree (trial|test|pilot|check|audit|sample)|"
    r"\b(trial|test|pilot|check|audit|days?|weeks?|months?)\b[^.]{0,24}(free of charge|for free|at no cost)",
)
"""A trial that costs nothing: no discount."""
IN_EXCHANGE = either(
    r"(如果|要是|只要|前提|条件是|换|作为交换|相应|那(您|你们)(能|可以|也)|您(能|可以)(不能|否)?(也|"
    r"先|把)|(同时|但)(希望|需要|请)(您|你们|贵))",
    r"\b(if you|provided|in (return|exchange)|on condition|as long as|in turn|for that|"
    r"would you (then|in)|could you (then|in)|then you|we would need|i'?d need|trade)\b",
)
REFERENCE = either(
    r"(案例|标杆|同行|同行业|客户(名单|见证)|参观|样板|做过.{0,12}(家|厂|客户|项目)|服务(过|了).{0,10}(家|客户))",
    r"\b(references?|case stud(y|ies)|(other )?customers? (like|such as|in your)|we (serve|work with|"
    r"have done|did)|similar (company|plant|firm|customer)s?|site visit|in your industry|"
    r"in your sector)\b",
)
ATTACK = either(
    r"((?<!行)不行|很差|太差|差劲|差远了|垃圾|忽悠|骗|坑|倒闭|快不行|不靠谱|不如我们|比不(上|了)我们|口碑(很|"
    r"太)?(差|烂)|售后(很|太|特别)?(差|烂)|出过(大)?(事|问题)|烂|糟糕|黑心|没技术|吹牛)",
    r"\b(terrible|awful|rubbish|garbage|worse than|can'?t (match|compete)|inferior|scam|liars?|lied|"
    r"(?:lying|lies?) to (?:you|every|them)|bankrupt|going under|unreliable|overpriced|outdated|bad reputation|"
    r"poor (quality|support|service)|no good|useless|joke of|cheat)\b",
)
INVENTED = either(
    r"(肯定|一定|必然|绝对)(是|有|很|会|在|经常|都)?.{0,14}(亏|损失|乱|差|糟|严重|出事|倒闭|被淘汰|"
    r"问题|麻烦|完蛋|很惨)|(再)?不(换|改|买|用).{0,8}(就|会).{0,8}(倒闭|淘汰|完蛋|出大事|来不及)|"
    r"早晚(要|会)(出事|倒闭)",
    r"\b(you must be (losing|suffering|struggling)|surely (you|your)|you'?re (obviously|clearly|"
    r"definitely) (losing|failing|bleeding)|you('ll| will) (go under|go bankrupt|be out of business|"
    r"regret)|disaster (is )?(waiting|coming)|or else you)\b",
)
WIDE = either(
    r"最(?!近|后|早|终|初|快).{0,10}(什么|哪|地方|事)|什么不(痛快|满意|舒服|顺)",
    r"\b(most|biggest|worst|hardest|number one|keeps? you (up|awake))\b",
)
"""A superlative: the question wants what is uppermost, whatever its topic."""
HEARD = either(r"听说|听人说|据说|了解到", r"\b(i|we)('ve| have)? (heard|read|understand)\b|i am told")
"""Hearsay: no playback of what the buyer said."""
TROUBLE = either(
    r"满意|困难|难|问题|麻烦|不痛快|不舒服|不顺|烦|抱怨|担心|顾虑|不方便|痛|头疼|不好用|不顺|压力|操心",
    r"\b(problems?|difficult\w*|happy|satisf\w*|dissatisf\w*|trouble|issues?|hard|concern\w*|"
    r"struggl\w*|worr\w*|pain\w*|annoy\w*|frustrat\w*|bother\w*|wrong|complain\w*)\b",
)
"""A word for trouble: only a question that holds one is denied with "no complaints"."""
REMEDY = either(
    r"如果|要是|假如|假设|一旦|万一|能|可以|好处|价值|意味|帮|用处|省|值|有用|解决|改善|希望|理想|做到|变化|不用再|多了|少了",
    r"\b(if|worth|help\w*|valu\w*|benefits?|gain\w*|sav(e|es|ed|ing)|useful|imagine|suppose|ideal\w*|meant?|"
    r"important|better|easier|different|look like|what could|mattered?|changes?|were to|had|instead)\b",
)
"""What a question for the worth of a remedy holds."""
POINTS_BACK = either(r"那次|那回|那个|他|她|它|这件事", r"\b(it|that|he|she|him|her|they|them|this)\b")
"""A word that points to what or whom was spoken of last."""
YOURS = either(r"[您你](?!的|们|这|家|手下|儿子|说|刚|提|讲)", r"\byou(rself)?\b")
FEELS = either(
    r"感受|滋味|心里|撑(?:过|下)来|睡得?[着好]|熬过",
    r"\b(?:feel\w*|felt|awake|weighs? on you|to you (?:personally|as a)|(?:did|does|do) to you)\b",
)
"""A question for what somebody feels."""
PERSONALLY = either(
    r"[您你](?:个人|本人|自己心里)|对[您你]自己", r"\bpersonally\b|\byou yourself\b|\bfor you as a person"
)
"""A question for the person behind the office."""
LEADS_TO = either(
    r"影响|后果|会怎|怎么样|怎样|带来|导致|意味|代价|损失|亏|赔|罚|结果|连累|牵|拖累|耽误|会不会|有多(大|严重)|那又|然后呢|会(让|有|发生|出)|"
    r"多少钱|花.{0,4}多少|怕",
    r"\b(effects?|affect\w*|impact|happens?|happened|leads?|mean\w*|consequences?|costs?|results?|knock|suffer\w*|"
    r"hurt\w*|los[es]\w*|"
    r"risks?|follows?|lost|worse|do(es)? (that|this|it) do|then|set back|damage)\b",
)
"""How a question sounds that asks what something leads to."""
REQUIRED = either(
    r"要求|条件|硬性|必须(?:满足|做到|有)|门槛",
    r"\b(?:requirements?|conditions?|criteria|must.haves?|have to (?:meet|fulfil\w*)|fulfil\w*|non-negotiable)\b",
)
"""A question for what is required."""
WHAT_IS_IT = either(
    r"^(?:哦|嗯|好|那|是吗)?[，,？?]?(?:您说的)?(?:是)?(?:什么|啥|哪件?|哪一件)(?:事|样)(?:我没问到?)?[？?，,]|"
    r"^(?:哦|嗯|好|那)?[，,]?(?:请)?(?:您|你)(?:请)?(?:说说看|讲讲看|请讲|请说|说来听听)|没问到的?(?:是)?(?:什么|哪)|这话怎么讲|说来听听",
    r"^(?:and |so |oh[,?]? |well,? )?what (?:is|was|would) (?:it|that|this)(?: be)?\b.{0,24}$|\bwhat do you mean\b|"
    r"^(?:please,? )?(?:do )?tell me(?: what it is| about it|,? please)?[.?!]?$|\bi(?:'m| am) listening\b|"
    r"\bwhat (?:have i|did i|haven't i|should i)\b.{0,30}$|^which (?:thing|one)\b.{0,16}$|^please do\b",
)
"""How somebody asks what was hinted at."""
OF_THEM = either(
    r"(?:里头|里面|当中|中间|其中)?(?:哪|有)[几一]?[条个样项]是",
    r"\bwhich (?:one )?of (?:the|those|these|your|his|her)\b",
)
"""A question for one of several things that were named before."""
BECAUSE = either(
    r"因为|为了|原因|怕|嫌|图|没人|才|不肯|不会|不懂",
    r"\b(because|since|so that|reason|afraid|to keep|in order|nobody|never|too|without)\b",
)
"""What an answer to a bare "why" holds."""
OURS = either(
    r"我们|我司|咱们?(?:的|家|公司)|平台|系统|方案|产品|软件|服务|技术|功能|团队|一流|领先",
    r"\b(we|our|ours|us|platform|system|solution|product|software|service|technology|features?|team|leading|best)\b",
)
"""What a pitch speaks of."""
SYMPATHY = either(
    r"理解|体会|不容易|辛苦|难|不好受|压力|委屈|心疼|换(?:了)?谁|着急|累|熬|烦|扛|可惜|滋味|担子",
    r"\b(understand|must (?:be|have|put|feel)|hard|tough|sorry|sounds?|feel|imagine|stress\w*|pressure|heavy|"
    r"exhaust\w*|not easy|"
    r"difficult|frustrat\w*|painful|hurts?|lonely|awkward|uncomfortable|appreciate|see why|carry|weigh\w*|"
    r"anyone|nobody)\b",
)
"""What sympathy sounds like."""
KEEPS = either(
    r"记在心里|放在心上|不会忘|忘不了您|(?:谢谢|感谢)您?(?:这么|这样|如此)?(?:信任|信得过|坦白|坦诚)",
    r"\b(?:won't|will not|shan't) forget|\bstays? with me\b|\bmeans a lot\b|"
    r"\bthank you for (?:trusting|being so|your (?:trust|openness|candou?r))",
)
"""How somebody takes to heart what was confided to him."""
PLAINLY_ASKS = either(
    r"有没有(?!漏|记错|说错)|会不会|能不能|愿不愿意?|您(?:希望|打算|需要)怎么",
    r"(?:^|[,:;] )(?:and |but |so )?"
    r"(?:would|will|do|does|did|has|have|can|could) (?:you|your|they|he|she|the|it|mr|ms)\b",
)
"""How a question sounds that plays nothing back, whatever stands before it."""
MOVED = either(
    r"^(?:听|看)(?:您|你)(?:这么|这样)(?:一)?[说讲][，,。]",
    r"^(?:hearing|listening to) (?:you|that|this|all this)\b[^,]{0,24},",
)
"""How sympathy begins that points to what was just heard: no playback of it."""
PAST = either(
    r"当时|当初|那次|那回|后来|之前|失败|没成|出了", r"\b(went|did|was|were|happened|failed|stopped|broke|ended)\b"
)
"""A question for what is past."""
SUPPOSES = either(
    r"如果|要是|假如|假设|万一|能|可以|意味|好处|解决", r"\b(if|could|would|suppose|imagine|were to|worth it|help)\b"
)
"""How a question sounds that supposes a remedy."""
AFTERWARDS = either(
    r"后来|之后呢|再后来|然后怎么",
    r"\bwhat happened (then|next|after\w*)|\band then what|how did (it|that) (end|go|turn out)",
)
"""A question for the rest of a story."""
THAT_ONE = either(
    r"这(一)?(条|点|个要求|个标准|个数|个期限|个时间)|那(一)?条|要求|标准",
    r"\b(requirement|condition|demand|deadline|limit|clause|that (rule|figure|date|number))\b|why that\b",
)
"""A word that points to a requirement."""
WE = either(r"我们|我司|咱们?(的|家|公司)", r"\b(we|our|ours|us)\b")
"""The rep speaks of his own house."""
OUR_FIRM = either(
    r"(?:我们|我司|咱们?)(?:公司|这边|家|总部|厂)?(?:是|在|有|做|成立|一共|总共|刚|去年|今年|主要|也|从)|我(?:本人|以前|之前|自己)?(?:是|在|做|负责|干)",
    r"\b(?:we|we're|our (?:company|firm|office|team|headquarters)) (?:are|is|have|has|were|was|started|opened|"
    r"released|launched|moved|"
    r"grew|employ|make|sell|sit|work|do|just)\b|\bi(?:'m| am| was| used to| have| work| look after| joined)\b",
)
"""A plain statement about the rep or the rep's own house."""
WHO_WE_ARE = either(
    r"我们(?:公司)?(?:在|是|有|成立|一共|总共|总部|做了|跟).{0,14}(?:\d|[一二两三四五六七八九十百几]|年|人|家|公司)",
    r"\bwe(?:'re| are| have|'ve| were| work).{0,30}\b(?:\d+|company|people|years|based|founded|offices?|customers|"
    r"firm)\b",
)
"""Who the rep's firm is: its size, its place, its years."""
PLAYBACK = either(
    r"也就是|您的意思|您是说|所以|这么说|我理解|复述|总结|对吗|对吧|是吗|是吧|没错吧|是不是这样|是(?:这样|这么回事)(?:的)?(?:吧|吗|么)|这样理解|您(?:刚|刚才|之前|前面|早先)(?:说|讲|提)|您刚才|您提到|您说过",
    r"(?:^|[.,;:!?-] ?|\b(?:and|but|okay|ok|right|well) )so\b|"
    r"\b(you mention\w*|earlier you|as you|you mean|you said|you say|if i (understand|heard)|in other words|"
    r"right\?|correct|is that (it|right|"
    r"fair)|have i|am i right|"
    r"let me (play|sum|repeat)|what you want|you told)\b",
)
"""How a playback sounds."""
RIGHT = either(
    r"对吗|对吧|对不对|是吗|是吧|是(?:这样|这么回事)(?:的)?(?:吧|吗|么)|没错吧|说得对不|准不准|"
    r"(?:听|记|理解)(?:漏|错|偏)的?(?:吧|吗|[？?])|有没有(?:听?漏|记错|说错|听错)|漏了什么",
    r"right\?|correct\?|is that (?:about )?the (?:chain|picture|story|gist|sum of it|size of it|long and short)|"
    r"is that (?:right|so|it|fair|how you see it)|have i (?:got|understood|missed)|"
    r"d(?:id|o) i (?:get|have|miss)|am i right",
)
"""How a playback asks whether it is right."""
REFERS_AND_ASKS = either(
    r"[您你](?:刚才|刚刚|前面)?(?:说|提到|讲)(?:的|过|到)?[^，,？?]{1,24}[，,][^？?]*"
    r"(?:哪|谁|怎么|什么|多少|几[个次年]|为什么|是指|具体|有人|之前|后来)[^？?]*[？?]$|"
    r"[，,。！!…—][^，,。！!？?…—]{2,8}吧[？?]$",
    r"\byou (?:said|mentioned|spoke of|say) [^?]{3,80}[:,.;-] *"
    r"(?:who|what|when|where|why|how|which|whose|(?:is|are|was|were) there)\b[^?]*\?$",
)
"""How a question begins that only takes up a word of the buyer's; in Chinese also how one ends that guesses."""
OR_ELSE = either(
    r"是.{1,24}还是.{1,30}[?？]$",
    r"(?:,|\b(?:whether|either)\b[^?]{2,60}) or [^?]{3,60}\?$|"
    r"\bor (?:is|was|are|were|do|did|does|has|rather|more) [^?]{3,60}\?$|"
    r"\b(?:is|was|are|were) (?:it|that|this|they) [^?]{3,60} or [^?]{3,60}\?$",
)
"""How a question ends that puts two things up for choice."""
BAD_IF = either(
    r"(?:要是|如果|万一|假如|再|真)[^？?]{0,24}(?:完不成|没过|没拿|不过|不成|不行|不了|不上|断|丢|走了|走人|出事|出了|还是|再|停|病|拖|晚|退|坏|错|翻|请假|不在|砸|黄了|吹了)",
    r"\bif\b[^?]{0,70}\b(?:fail\w*|botched|los[et]\w*|miss\w*|leav\w+|left|stays?|again|late|breaks?|broke|wrong|away|stops?|"
    r"not|never|dies|quits?|goes|is the next|out)\b|\bif\b[^?]{0,70}n't\b",
)
"""A trouble that is supposed, no remedy."""
SUGGESTS = either(
    r"我(?:想)?(?:建议|提议)|(?:提|有)个(?:建议|提议|想法|主意|下一步)|我的建议|约一次|那?下一步(?:我|咱)",
    r"\b(?:may|can|could|shall|let) (?:i|we|me|us) (?:now )?(?:suggest|propose)\b|"
    r"\bi(?:'d| would)?(?: like to)? (?:suggest|propose)\b|"
    r"\bmy (?:suggestion|proposal)\b",
)
"""The words in which a next step is proposed, whatever follows."""
HELPS = either(
    r"有(?:没有|什么|多大)?(?:帮助|好处|用处?)|意味着什么|有什么不一样|值多少|能帮(?:您|到)",
    r"would (?:it|that|this) (?:help|make it easier)|"
    r"what would (?:it|that|this) (?:mean|be worth|change|bring|give|do for)|"
    r"how would (?:it|that|this) help|worth to you",
)
"""A question for the worth of something, whatever it supposes."""
IF_ABLE = either(r"(如果|要是|假如|假设).{0,30}能", r"\bif .{0,50}\b(could|can|were|had)\b")
"""A remedy that is supposed."""
NEGATED = either(r"没|不(?!是)|别", r"n't\b|\bnot\b|\bnever\b|\bno\b")
"""A question that holds a no of its own: yes and no would mislead."""
HOW_IT_GOES = either(
    r"怎么(?:想|看)的?[？?]$|最忙|忙(?:些|点)?什么|操心什么|怎么样|情况|流程|怎么个|怎么(?:做|运作|跑|走|办|买|管|排|算|定|弄|采购|安排)|讲讲|说说|聊聊",
    r"\bhow do you (?:see|feel about) (?:it|that|this)\b|\bkeeps? you (?:most )?bus|\bon your (?:desk|mind|plate)\b|"
    r"\blike (?:here|today|now|on|in|at)\b|\bnormal day\b|\bwalk me through\b|\btell me (?:about|a (?:bit|little))\b|"
    r"\bhow (?:do|does|is|are) .{0,60}\b(?:work|run|running|going|doing|done|look|today|now|at present|here)\b",
)
"""How somebody asks at the door how things go."""
SUM_ASKED = re.compile(
    r"多少钱|亏多少|损失多少|多大损失|代价|赔多少|花多少|亏|多少成本|\bcosts?\b|how much|lose|loss|price tag", re.I
)
"""A question for what something costs."""
SUM_TOLD = re.compile(r"[\d一二两三四五六七八九十百千]+[多来]?[万亿]|million|thousand|\d{3,}|yuan", re.I)
"""An answer that holds a sum."""
