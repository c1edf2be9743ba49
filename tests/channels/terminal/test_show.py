"""How messages look in the terminal."""

from bot.channels.terminal.show import Screen, picked
from bot.language import Catalog
from bot.services.messages import Button, Message
from bot.settings import ROOT

CATALOG = Catalog.read(ROOT / "data" / "content" / "replies", "channel")


def test_speakers_buttons_pictures_and_files():
    messages = [
        Message("价格太高了。", speaker="customer"),
        Message("看清楚：\n再问。", buttons=(Button("提示", "/hint"), Button("结束", "/end")), image="a/card.png"),
        Message("", document="plan.md", buttons=(Button("计划", "/plan"),)),
    ]
    text, buttons = Screen(CATALOG).render(messages, "zh-Hans")
    assert text == (
        "客户：价格太高了。\n\n教练：\n看清楚：\n再问。\n图：a/card.png\n  [1] 提示\n  [2] 结束\n\n"
        "文件：plan.md\n  [3] 计划"
    )
    assert [b.action for b in buttons] == ["/hint", "/end", "/plan"]


def test_color_is_for_terminals_only():
    assert "\033[" in Screen(CATALOG, color=True).render([Message("hi")], "en")[0]
    assert "\033[" not in Screen(CATALOG).render([Message("hi")], "en")[0]


def test_only_a_number_on_screen_picks():
    buttons = [Button("a", "/a"), Button("b", "/b")]
    assert picked(" 2 ", buttons) == buttons[1]
    assert [picked(line, buttons) for line in ("0", "3", "2.", "two", "", "-1", "²", "500")] == [None] * 8
