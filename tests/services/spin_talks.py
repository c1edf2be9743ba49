"""One walk to the end in each language: what the rep writes, and what a judge makes of it."""

ZH = [
    ("我要去见华晨机械的张厂长，卖MES，他们还在看方案", "other"),
    ("目前插单由谁来定先后？", "situation"),
    ("一天大概有几张插单？", "situation"),
    ("插单一来，现场最乱的是哪一步？", "problem"),
    ("到处打电话找机台，全乱了", "implied_need"),
    ("有家同行在每台机边上装了看板，电话少了一半", "other"),
    ("找机台这件事，班长们最受不了的是什么？", "problem"),
    ("找机台耽误的时间，会把发货拖成什么样？", "implication"),
    ("您的客户等不到货会怎么做？", "implication"),
    ("客户要罚款，还要把单子转走", "other"),
    ("要是当天就看得到哪台机有空，罚款能少多少？", "need_payoff"),
]
EN = [
    ("I'm meeting the plant manager of Harland Tools, selling MES, they are comparing proposals", "other"),
    ("Who decides the order of rush jobs today?", "situation"),
    ("How many rush orders come in on a normal day?", "situation"),
    ("What makes rush orders so hard on the floor?", "problem"),
    ("The foremen run round looking for a free machine", "implied_need"),
    ("Another plant I visited put a board at each machine and cut the calls by half", "other"),
    ("Where do the foremen lose most time?", "problem"),
    ("When the foremen look for a machine, what does that do to your shipping?", "implication"),
    ("What do your customers do when shipping is late?", "implication"),
    ("They charge penalties", "other"),
    ("If the foremen saw every free machine, how much would you save in penalties?", "need_payoff"),
]
ZH_HANT = [
    ("我要去見華晨機械的張廠長，賣MES，他們還在看方案", "other"),
    ("目前插單由誰來定先後？", "situation"),
    ("一天大概有幾張插單？", "situation"),
    ("插單一來，現場最亂的是哪一步？", "problem"),
    ("到處打電話找機台，全亂了", "implied_need"),
    ("有家同行在每台機邊上裝了看板，電話少了一半", "other"),
    ("找機台這件事，班長們最受不了的是什麼？", "problem"),
    ("找機台耽誤的時間，會把發貨拖成什麼樣？", "implication"),
    ("您的客戶等不到貨會怎麼做？", "implication"),
    ("客戶要罰款，還要把單子轉走", "other"),
    ("要是當天就看得到哪台機有空，罰款能少多少？", "need_payoff"),
]
TALKS = {"zh-Hans": ZH, "zh-Hant": ZH_HANT, "en": EN}
