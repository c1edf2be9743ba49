"""Cities and countries by which people name their time zone, where its own name does not do."""

from __future__ import annotations

from collections.abc import Mapping

_NAMED = {
    "Asia/Shanghai": "北京 上海 广州 深圳 中国 大陆 杭州 南京 苏州 成都 重庆 武汉 西安 天津 长沙 "
    "郑州 青岛 济南 大连 沈阳 厦门 福州 合肥 宁波 昆明 东莞 佛山 无锡 哈尔滨 长春 石家庄 太原 南昌 "
    "贵阳 南宁 海口 兰州 乌鲁木齐 beijing shenzhen guangzhou hangzhou nanjing suzhou chengdu wuhan "
    "tianjin xiamen china",
    "Asia/Taipei": "台北 台湾 高雄 台中 台南 新竹 taiwan kaohsiung taichung hsinchu",
    "Asia/Hong_Kong": "香港",
    "Asia/Macau": "澳门",
    "Asia/Singapore": "新加坡",
    "Asia/Kuala_Lumpur": "吉隆坡 马来西亚 malaysia",
    "Asia/Tokyo": "东京 大阪 日本 osaka japan",
    "Asia/Seoul": "首尔 韩国 korea",
    "Asia/Bangkok": "曼谷 泰国 thailand",
    "Asia/Jakarta": "雅加达",
    "Asia/Ho_Chi_Minh": "胡志明 河内 越南 hanoi saigon vietnam",
    "Asia/Dubai": "迪拜 abu_dhabi",
    "Asia/Kolkata": "孟买 德里 印度 mumbai delhi bangalore bengaluru chennai india",
    "Europe/London": "伦敦 英国 manchester birmingham edinburgh england britain",
    "Europe/Berlin": "柏林 慕尼黑 法兰克福 德国 munich frankfurt hamburg cologne stuttgart germany",
    "Europe/Paris": "巴黎 法国 lyon france",
    "Europe/Rome": "米兰 罗马 milan italy",
    "Europe/Madrid": "马德里 barcelona spain",
    "Europe/Zurich": "苏黎世 geneva basel switzerland",
    "America/New_York": "纽约 波士顿 boston washington miami atlanta philadelphia",
    "America/Chicago": "芝加哥 houston dallas austin",
    "America/Los_Angeles": "旧金山 洛杉矶 西雅图 san_francisco seattle san_diego silicon_valley",
    "Australia/Sydney": "悉尼",
    "Australia/Melbourne": "墨尔本",
}
CITIES: Mapping[str, str] = {name.replace("_", " "): zone for zone, names in _NAMED.items() for name in names.split()}
"""The zone of each name, in lower case and in Simplified Chinese."""
OFFERED: Mapping[str, tuple[str, ...]] = {
    "zh-Hans": ("Asia/Shanghai", "Asia/Hong_Kong", "Asia/Taipei", "Asia/Singapore", "Europe/London"),
    "zh-Hant": ("Asia/Taipei", "Asia/Hong_Kong", "Asia/Macau", "Asia/Shanghai", "Asia/Singapore"),
    "en": ("Europe/London", "America/New_York", "Europe/Berlin", "Asia/Singapore", "Asia/Shanghai"),
}
"""The zones that are offered in each language, the likeliest first: it counts until the learner has said theirs."""
