"""Signs of where a deal stands: has the choice fallen, on whom, what is on paper, what they hesitate over."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.coach.text import plain

SIGNS: tuple[tuple[str, str], ...] = (
    (
        "dropped",
        r"作废|(?:收|撤)回(?:了)?(?:中标|通知|订单)|又把(?:单子|合同|项目)?.{0,6}给了|反悔|推翻|改(?:签|用|买|"
        r"定)了|不(?:要|选)我们了|重新(?:招标|比选|评)|流标|废标|"
        r"\b(?:pulled (?:it|the award|the order)|cancel+ed(?! the(?:ir)? (?:old|other|current)| twice)|re-?bid|"
        r"tore it up|overturned|start(?:ed|ing)? over|fresh numbers|un-?chose|"
        r"re-?tender\w*|changed their mind|dropped us|"
        r"reopened the (?:tender|bidding)|taken back|withdrew)\b",
    ),
    (
        "us",
        r"(?:选定了?|选中了?|选了|选的(?:是)?|定了|定的(?:是)?|定下|定给|指定|选用的就是|敲定了?|看中了?|"
        r"拍板(?:用|定|"
        r"选)?)(?:的?(?:就)?是)?(?:我们|咱们|我家|我司)(?!(?:那边)?的(?:对手|竞))|就(?:定|用|选|是)(?:你们|"
        r"我们)(?:了|家)?|"
        r"中标(?:通知书?|公示|公告|函)|中选(?:函|通知)|成交(?:公告|通知)|得标(?:通知|公告)|(?:评标|综合|总分|"
        r"得分|打分|评分)(?:我们)?(?:排)?第一(?!次|轮|名六|名差)|我们(?:家)?(?:排|是|"
        r"评了|拿了|拿到|"
        r"综合)?(?:了)?第一(?!次|回|轮|天|批|季)|(?:中标|入选|中选)(?:的|方)?(?:就)?是我们|我们(?:家)?(?:中标|"
        r"中选|中了|入选)(?!.{0,4}(?:围|名单))|"
        r"口头(?:上)?(?:已经|都)?(?:答应|定|同意|拍板|说好|确认)|(?:单子|这单|订单)(?:就)?给(?:你|我)们|"
        r"(?:另外|其他|别的|落选).{0,3}(?:两|三|几)?家.{0,8}(?:落选|回绝|退了|推掉|通知)|唯一(?:入选|中选|"
        r"中标)|(?:第一|首选|中选|唯一)(?:供应商|方)(?:就)?是(?:我们|我家)|定标[^，。]{0,8}我们|"
        r"给(?:我们)?排产|排产了|启动会|(?:订单号|po号?)[^，。,]{0,6}(?:给|发|下)(?!给?(?:别|另|对))|就?(?:差|"
        r"等|剩|只差|临|快)(?:最后)?(?:一)?(?:个)?(?:盖章|用印|签字|签约)|要货时间.{0,3}给了|过了(?:院办会|"
        r"党委会|董事会)|"
        r"\b(?:(?:picked|chose|chosen|selected|select|named|choosing|selecting|awarded|award(?:ed)? (?:it )?to|"
        r"voted(?: for)?|going with|went with|decided (?:on|for)) us|we(?:'ve| have)? (?:won(?!')|"
        r"been (?:selected|chosen|picked|awarded|named))|we(?:'re| are) (?:the )?(?:vendor of choice|selected|"
        r"picked|chosen|the winner|preferred (?:supplier|vendor|bidder))|"
        r"award letter|letter of (?:award|intent)|(?:got|received|have|holding|hold|sent us|gave us|"
        r"issued us) (?:the |an? |their )?(?:loi|award(?! letter)|nod|verbal|"
        r"notice of award|purchase order|po\b)|selection memo|(?:unanimous|minuted) (?:for us|our name)|"
        r"standstill (?:period )?(?:ended|is over)|"
        r"(?:chose|picked|went) (?:our|my) (?:bid|offer|proposal|product|system)|loi signed|verbal (?:yes|go|ok|"
        r"commitment)|(?:said|"
        r"gave (?:us|me)) (?:a |the )?(?:yes|go-ahead|verbal)|it's (?:ours|you)|you're our (?:partner|supplier|"
        r"vendor)|"
        r"ranked (?:us )?first|we (?:came|ranked|finished) (?:in )?first|we beat|"
        r"(?:other|losing) (?:two |three )?(?:finalists?|bidders?|vendors?).{0,12}(?:no\b|notified|told)|"
        r"runner[- ]up|kick-?off|po (?:number|has been|is|was) (?:is |been )?(?:issued|out)|(?:only|just|"
        r"all that's left is) the (?:ink|signature)|shook hands on|since the award|after (?:picking|choosing|"
        r"selecting) us|board (?:voted|approved) (?:us|buying from us))\b",
    ),
    (
        "rival",
        r"(?:我们|我家)(?:排|是|评了|综合)?(?:在)?(?:第[二三四五六]|最后|倒数|垫底|中间)|中(?:标)?的是(?!我们)|"
        r"(?<!落选通知)(?<!通知书)(?:定|选|给|倾向|偏向|看好|相中|属意|签)(?:了|给|于|的是)?(?:别(?:人|家|的)|"
        r"另(?:一|外)家|对手|竞品|对面|德国|日本|原来|老)[^，。,;；]{0,8}|"
        r"走(?:个|一下|一遍)(?:流程|过场)|走过场|(?:规定|必须|得)(?:要)?(?:凑)?(?:三|3)家|陪(?:标|跑)|凑(?:数|够|满)|"
        r"对手(?:领先|占先|中标|的设备)|(?:分|排名)(?:比|落后)|落后(?:于)?|内定|"
        r"照着?(?:对手|别人|人家)[^，。]{0,6}写|备胎|差第一(?:名)?|比我们(?:高|好|强|领先)|更(?:倾向|喜欢|"
        r"看好)(?!我们)|"
        r"\b(?:leaning (?:toward|to|the other way)s?|ranked (?:us )?(?:second|third|fourth|last)|(?:came|"
        r"finished|put us|placed us|we're|we are) (?:in )?(?:second|third|fourth|last)|behind (?!schedule|it|"
        r"the|in|us|this|that|them)\w+|"
        r"column fodder|third (?:quote|bid)|three quotes|(?:just )?a formality|stalking horse|to (?:make up|"
        r"keep) the numbers|"
        r"(?:we're|we are|i think we're|we were|are we) (?:still )?(?:behind|losing|trailing|the underdog|"
        r"not the favou?rite)|"
        r"(?:runner-up|backup|plan b|second choice|fallback)(?= for them| here)|(?:already )?gave it to|"
        r"awarded (?:it )?to (?!us)|"
        r"chose (?!us\b)(?:the |a |an |another )|picked (?!us\b)(?:the |another |someone )|(?:went|going|signed|"
        r"sign|go) with (?!us\b)(?:the|a|an|another|their|"
        r"[a-z]+)|prefers? (?!us\b)(?:the|another|their|[a-z]+)|lost (?:it|the deal|to)|competitor (?:leads|"
        r"is ahead|has the edge)|written (?:around|for) (?!us)|favou?rs? (?!us)the|rival (?:leads|is ahead)|"
        r"wants the other|(?<!\bwe )(?<!\bi )(?<!we've )(?<!i've )(?:got|has) the (?:deal|award|contract|verbal|"
        r"nod)|points (?:off|behind|short of)|second place)\b",
    ),
    (
        "open",
        r"(?:叫|请|找)[^，。]{0,4}(?:两|三|四|五|六|几)家|[三四五六七八]家[^，。]{0,16}(?:对比|比较|比一比|比稿|"
        r"竞标|同台)|还(?:在|要|"
        r"没)(?:比|评|试|看|谈|选|对比|摸底|货比|定|开标|截止|决定|评完|选定|做完)[^，。,;；]{0,4}|"
        r"还在[^，。,;；]{0,5}(?:挑|比|评)|正在(?:比|评|试|看|选)|(?:[三四五六七八]|好几|几)家(?:都)?(?:在|一起)?(?:报|比|谈|竞|投|评|试|跑|"
        r"同时)(?!(?:下来|完))[^，。,;；选]{0,3}|"
        r"第一次(?:上门|见|拜访|去|技术|聊|通)|头一回|初次|刚(?:接触|认识|见|加)|入围|短名单(?!剩我们一家)|"
        r"(?:招|投)标.{0,8}(?:截止|没开)|开标前|还有(?:[一两三几]|好几|别的?|另外?[一两]?)家[^，。,;；]{0,4}(?:在|一起)(?:谈|比|报|跟|看|试)|试(?:用|机|跑|点|运行).{0,5}(?:一半|没完|还没|才|第二|中)|询价|"
        r"一(?:起|同)(?:在)?(?:比|试)|货比三家|挨家问|"
        r"\b(?:(?:two|three|four|five|six) (?:makers|vendors|suppliers|shops|bidders|brands) (?:have|are|on)|"
        r"still (?:comparing|looking|evaluating|testing|deciding|going over|talking to|in (?:the )?trial|"
        r"shopping|scoring|reviewing|weighing)|comparing|short-?list(?:ed)?|tender(?:'s|"
        r" is)? (?:still )?(?:open|not closed|out|running)|rfp(?:'s| is)? (?:still )?(?:open|out)|"
        r"(?:first|second) (?:visit|call|meeting|time in)|cold call|haven't (?:picked|chosen|decided|made up)|"
        r"hasn't (?:picked|chosen|decided|made up)|not (?:yet )?decided|no decision yet|(?:two|three|four|five|"
        r"other) (?:other )?(?:bids|vendors|suppliers|quotes|bidders) (?:on|in|are)|one of (?:three|four|five)|"
        r"shopping (?:it )?around|trial (?:is )?(?:still )?(?:running|half)|week \w+ of|bids get opened)\b",
    ),
    (
        "no_intention",
        r"(?:预算|项目)(?:已经|都|也|被)?(?:没了|砍了|砍掉|取消|冻结|停了|搁置|花完)|没(?:有)?(?:打算|计划|预算|"
        r"立项|想过|这个需要|需求)|压根没|(?:今|本)年(?:先)?不(?:买|动|换|考虑|上)|"
        r"不(?:打算|准备|需要|考虑)(?:换|买|上|动)|已(?:经)?有(?:了)?(?:固定|长期)?(?:的)?(?:供应商|供货商|厂商|厂家|合作)|"
        r"有(?:了)?(?:固定|长期)的?(?:供应商|供货商|厂商|厂家|合作)|用得(?:挺|"
        r"很)好|够用|"
        r"\b(?:no money|no (?:budget|plans?|intention|project|need)|(?:never|not) (?:plan\w*|looking|"
        r"going) to (?:change|buy|switch)|not in the market|happy (?:with|where)|don't need|doesn't need|"
        r"hasn't? got a budget|budget(?:'s| is| was| has been| got)? (?:gone|cut|frozen|pulled|spent|slashed)|"
        r"(?:project|purchase)(?:'s| is| was| has been| got)? (?:on hold|shelved|cancel+ed|frozen|parked)|"
        r"nothing wrong with what|haven't (?:even )?got a budget|already (?:have|has|got) (?:a |"
        r"their )?(?:supplier|vendor))\b",
    ),
    (
        "over",
        r"评(?:标|估|审|选|测|完)(?:已经|都|早|早就)?(?:结束|完|过)了?|开(?:完)?标(?:了|已)|(?:招标|比选|选型|"
        r"测试|试用|试机)(?:已经|都|早)?(?:结束|完了|做完|满)|结果(?:已经)?出来|"
        r"\b(?:evaluation(?:'s| is| has)? (?:been )?(?:over|closed|done|finished|behind)|selection(?:'s|"
        r" is) (?:over|behind|done|closed)|(?:trial|pilot|poc|demo)(?:'s| is| was| has)? (?:over|ended|done|"
        r"wrapped|finished)|scored|tender (?:has )?closed)\b",
    ),
    (
        "draft",
        r"合同(?:草案|草稿|初稿)|合同(?:模板|文本|条款)?.{0,4}(?:在看|给了|发|走|传|改|审)|法务(?:在|还在|"
        r"正在)?(?:看|审|改|过)|技术协议|草拟|"
        r"\b(?:redlin\w+|(?:legal|counsel|lawyers?|gc) (?:is |are |has |have |had )?(?:reading|reviewing|"
        r"looking|got|had)|(?:contract|order form|sow|msa) (?:draft )?(?:is |has |came |went )?(?:going|gone|"
        r"back|out|with)|draft (?:contract|agreement))\b",
    ),
    (
        "renewal",
        r"老客户|(?<!不)续(?:约|签|费|不续)|合同.{0,4}(?:到期|快到)|用了我们.{1,4}年|\b(?:renewal|renew|"
        r"existing customer|expir\w+|bought .{0,12}from us for)\b",
    ),
    (
        "blind",
        r"(?:不知道|不清楚|不晓得|没(?:有)?(?:打听|问)(?:到|出来)?|说不(?:清|好|准)|搞不清|弄不清)[^，。]{0,14}"
        r"(?:开没开|到(?:了)?哪|哪一步|走到|定没定|进度|阶段|什么意思|为什么|背后|签谁|是不是)|从前任手里|"
        r"(?:应该|差不多|八成|多半|估计|可能)(?:就)?(?:是|定|选)(?:了)?我们|十拿九稳|各说各的|说法(?:都)?不一|"
        r"集团(?:说了算|定)|"
        r"刚接手|才接(?:手|过来)|接手的|转告|"
        r"\b(?:more or less ours|(?:should|could|might) be (?:us|ours)|(?:probably|likely|i think it's|"
        r"pretty much) (?:us|ours)|"
        r"early days|(?:group|head office|hq) decides|(?:mixed|conflicting) (?:signals|messages|stories)|"
        r"different stories|i inherited|took over|(?:don't|didn't) know (?:where|what stage|if|whether|how far|"
        r"who|which)|"
        r"no idea (?:where|what|whether|if|how)|"
        r"didn't note|missing the backstory|second hand|can't tell you|couldn't tell you|forgot to ask|"
        r"nobody (?:will|would) say|"
        r"nobody(?:'s| has) told me|no clue)\b",
    ),
    (
        "silence",
        r"没(?:有)?(?:消息|动静|回|回音|下文|说法|反应|理)|不(?:接|回)(?:电话|信息|消息|微信)|石沉大海|"
        r"\b(?:went quiet|ghost\w*|no (?:reply|word|response|answer)|crickets|haven't heard|silence|"
        r"radio silence|hasn't replied)\b",
    ),
)
DEMANDS: tuple[tuple[str, str], ...] = (
    (
        "failure",
        r"怕|万一|担心|风险|出事|背锅|追责|承担|责任|心里.{0,3}(?:没底|打鼓)|睡不着|过不了|丢了|赔|"
        r"\b(?:what if|what happens if|afraid|scared|nervous|worr\w+|fear\w*|risk|blam\w+|fail\w*|flops?|"
        r"cold feet|sleep|liab\w+|penalt\w+|performance bond)\b",
    ),
    (
        "price",
        r"(?:再|往下|能不能|继续)降|降(?:价|\s*\d|[一二三四五六七八九十百]|点)|太贵|嫌贵|价(?:格|钱)?(?:太|偏|"
        r"有点)?高|便宜|折|单价|优惠|让利|"
        r"再低|报价|\b(?:discount|"
        r"cheaper|expensive|price|percent|% off|lower|knock|sharpen|concession|rate)\b",
    ),
    (
        "extra",
        r"送|加(?:上|一|到|六|四|两|功能|培训)|额外|免费|延(?:长|保)|质保|维保|多给|书面(?:保证|承诺)|保证|"
        r"担保|承诺|条款|账期|付款|先付|预付|余款|尾款|分期|\b(?:free|extra|additional|throw(?:n)? in|"
        r"guarantee\w*|warrant\w*|clause|"
        r"cap|exit|net \d+|support|spare|in writing|add(?:ed)?)\b",
    ),
    (
        "delay",
        r"拖|缓|推(?:迟|后|到|掉)|往后|再(?:考虑|想|等|说|看)|考虑考虑|迟迟|不急|等(?:等|明年|年后)|停住|没签|"
        r"\b(?:delay|postpone|wait|push(?:ed)?(?: it)? (?:a|to|back)|hold(?:ing)? off|think (?:about )?it|"
        r"stall\w*|sit(?:s|ting)|later|next (?:year|quarter)|slow)\b",
    ),
)
_COMPILED = tuple((sign, re.compile(pattern, re.ASCII)) for sign, pattern in SIGNS)
_DEMANDS = tuple((demand, re.compile(pattern, re.ASCII)) for demand, pattern in DEMANDS)
_NOT = re.compile(
    r"(?:没|不|未|还没|没有|是不是|会不会|要不要|不知道|不晓得|说不清|haven't|hasn't|not|never|isn't|"
    r"don't know (?:if|whether)|whether|if|didn't|wasn't|nobody|n't)\s*(?:\w+\s){0,2}$",
    re.ASCII,
)


EDGE = re.compile(r"[，。,;；!！?？\n]|\.(?=\s|$)")
JOINING = re.compile(r"\s*(?:但是?|不过|可是|然后|而且|(?:and|but|however|then)\b)[，,\s]*", re.I)
"""What ties a clause to the one before; quoted alone it reads cut off."""


@dataclass(frozen=True)
class Sign:
    """A sign and the words that show it, in characters from `start` to before `end`."""

    name: str
    text: str
    start: int
    end: int


def find_signs(text: str) -> tuple[Sign, ...]:
    """Return the signs of where the deal stands, in the order they are written; a denied one is left out."""
    line = plain(text)
    found: list[Sign] = []
    for name, pattern in _COMPILED:
        for match in pattern.finditer(line):
            start, end = match.span()
            denied = name in ("us", "rival", "over") and _NOT.search(line[max(0, start - 16) : start])
            if not denied and not any(start < sign.end and sign.start < end for sign in found):
                found.append(Sign(name, text[start:end].strip(), start, end))
    return tuple(sorted(found, key=lambda sign: sign.start))


def clause(text: str, start: int, end: int) -> str:
    """Return the clause of `text` around the stretch from `start` to before `end`."""
    before = [match.end() for match in EDGE.finditer(text, 0, start)]
    after = EDGE.search(text, end)
    first = before[-1] if before else 0
    if (tie := JOINING.match(text, first)) and tie.end() <= start:
        first = tie.end()
    return text[first : after.start() if after else len(text)].strip()


def demand(text: str) -> str | None:
    """Return what they hesitate over: `failure`, `price`, `extra`, `delay`; None where the text names nothing."""
    return next((name for name, pattern in _DEMANDS if pattern.search(plain(text))), None)
