"""Small readings of free text."""

import pytest

from actions.words import named_language, speaks_to_customer, with_digits


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("the third lesson", "the 3 lesson"),
        ("Lesson TWELVE", "Lesson 12"),
        ("第十二课", "第十二课"),
        ("often", "often"),
    ],
)
def test_with_digits(text, digits):
    assert with_digits(text) == digits


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
