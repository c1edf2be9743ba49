"""Which language a line is in, and the two Chinese scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language import clean, detect, follow, localise, to_simplified


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("客户说你们太贵了", "zh-Hans"),
        ("客戶說你們太貴了", "zh-Hant"),
        ("我用 CRM", "zh-Hans"),
        ("SPIN 是什么", "zh-Hans"),
        ("How would 陪练 help me", "en"),
        ("hello there", "en"),
        ("ok", None),
        ("16G", None),
        ("👍", None),
    ],
)
def test_detect(text, language):
    assert detect(text) == language


@pytest.mark.parametrize(
    ("current", "text", "language"),
    [
        ("zh-Hant", "你好", "zh-Hant"),
        ("zh-Hans", "你好", "zh-Hans"),
        ("en", "你好", "zh-Hans"),
        ("zh-Hant", "客户说太贵", "zh-Hans"),
        ("zh-Hans", "客戶說太貴", "zh-Hant"),
        ("zh-Hant", "👍", "zh-Hant"),
        ("zh-Hans", "hello there", "en"),
    ],
)
def test_words_of_both_scripts_leave_the_reader_in_theirs(current, text, language):
    assert follow(current, text) == language


def test_traditional_is_converted_both_ways_with_taiwan_wording():
    assert localise("软件项目的质量", "zh-Hant") == "軟體專案的品質"
    assert localise("支持者说这台设备性价比高，招标文件九点钟截止", "zh-Hant") == (
        "支持者說這台設備性價比高，招標文件九點鐘截止"
    )
    assert to_simplified("軟體專案") == "软体专案"
    assert localise("软件", "zh-Hans") == "软件"
    assert localise("software", "zh-Hant") == "software"


def test_clean_drops_marks_that_hide_or_turn_text():
    assert clean("\u200b \u202e/start\u0000 ") == "/start"


@given(st.text())
def test_clean_is_stable(text):
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_detect_takes_any_text(text):
    assert detect(text) in (None, "zh-Hans", "zh-Hant", "en")


def test_traditional_print_has_its_own_quotation_marks_and_here_is_where_taiwan_says_it():
    assert localise("哪儿写着“‘三天’这一条”？", "zh-Hant") == "哪裡寫著「『三天』這一條」？"
    assert localise("“{text}”", "zh-Hant") == "「{text}」"
    assert localise("“{text}”，it’s", "zh-Hant") == "「{text}」，it’s"
