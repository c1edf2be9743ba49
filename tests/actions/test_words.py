"""Small readings of free text."""

import pytest

from actions.words import lesson_number, named_language, speaks_to_customer


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("第3课", 3),
        ("第十二課", 12),
        ("上第二十一课", 21),
        ("第十课", 10),
        ("三十六", 36),
        ("lesson 14", 14),
        ("the third lesson", 3),
        ("lesson twelve", 12),
        ("next lesson", None),
        ("上课", None),
        ("二三四", None),
    ],
)
def test_lesson_number(text, number):
    assert lesson_number(text) == number


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("换成英文", "en"),
        ("Traditional Chinese please", "zh-Hant"),
        ("請用繁體中文", "zh-Hant"),
        ("简体", "zh-Hans"),
        ("speak Chinese", "zh-Hans"),
        ("zh-Hans", "zh-Hans"),
        ("zh-Hant", "zh-Hant"),
        ("en", "en"),
        ("换语言", ""),
        ("change the language when you can", ""),
    ],
)
def test_named_language(text, language):
    assert named_language(text) == language


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("您的采购标准是什么", True),
        ("what are your criteria", True),
        ("什么是暗示问题", False),
        ("您能解释一下暗示问题吗", False),
        ("could you explain implication questions", False),
    ],
)
def test_speaks_to_customer(text, spoken):
    assert speaks_to_customer(text) is spoken
