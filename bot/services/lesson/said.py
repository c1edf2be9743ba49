"""Words that mean a button: its label, or what people say instead of pressing it."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "card": {"button_next": "next", "button_back": "back"},
    "think": {"button_view": "view"},
    "missed": {"button_again": "again", "button_cards": "cards"},
    "drill_missed": {"button_again": "again", "button_cards": "cards"},
    "drill": {"button_show": "show"},
}
"""The buttons of each stage, by the keys of their labels: a label may be typed as well."""
NEXT = frozenset(
    [
        "下一步",
        "下一张",
        "下一个",
        "下一页",
        "继续",
        "好",
        "好的",
        "嗯",
        "行",
        "可以",
        "明白",
        "懂了",
        "知道了",
        "ok",
        "okay",
        "next",
        "go",
        "on",
        "continue",
        "yes",
        "got",
        "it",
        "sure",
        "fine",
        "go on",
        "got it",
    ]
)
AGAIN = frozenset(
    [
        "再来",
        "再来一遍",
        "再来一次吧",
        "再试",
        "再试一次",
        "重来",
        "重做",
        "再做一次",
        "again",
        "retry",
        "try again",
        "once more",
    ]
)
NO = frozenset(
    [
        "不用",
        "不要",
        "不提醒",
        "不用提醒",
        "跳过",
        "以后再说",
        "no",
        "none",
        "off",
        "skip",
        "later",
        "not now",
        "no reminders",
    ]
)
BACK = frozenset(["上一步", "上一张", "返回", "back", "previous"])


def meant(stage: str, text: str) -> str:
    """Return the button that a word means at a stage; an unknown word means none."""
    plain = text.strip().lower().strip("。.!！ ")
    if plain in BACK:
        return "back"
    if plain in AGAIN or (stage != "card" and plain in NEXT):
        return "again"
    return "next" if plain in NEXT else ""
