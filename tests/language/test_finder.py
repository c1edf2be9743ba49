"""Finding a question's topic by the wordings it was asked with."""

import pytest

from bot.language.finder import NONE, Finder, Wording
from bot.language.grams import grams

FINDER = Finder(
    [
        Wording("怎么谈折扣", "price"),
        Wording("客户嫌贵要打折", "price"),
        Wording("交期赶不上怎么办", "time"),
        Wording("能不能提前交货", "time"),
        Wording("今天天气如何", NONE),
        Wording("推荐一家餐厅", NONE),
    ]
)


def test_the_likeliest_topic_comes_first():
    assert FINDER.rank("对方要打个折")[0].topic == "price"
    assert FINDER.rank("交期提前一周行不行")[0].topic == "time"


def test_what_belongs_to_none_ranks_as_none():
    assert FINDER.rank("附近有餐厅吗推荐一下")[0].topic == NONE


def test_script_and_case_make_no_difference():
    assert grams("客戶嫌貴 ROI") == grams("客户嫌贵 roi")
    assert FINDER.rank("客戶嫌貴") == FINDER.rank("客户嫌贵")


def test_a_text_without_known_words_has_no_topic():
    assert FINDER.rank("???") == []


def test_many_texts_at_once_have_the_margins_of_each():
    texts = ["对方要打个折", "交期提前一周行不行", "附近有餐厅吗推荐一下"]
    for text, row in zip(texts, FINDER.margins(texts)):
        alone = sorted(FINDER.rank(text), key=lambda found: found.topic)
        assert row == pytest.approx([found.margin for found in alone], abs=1e-5)


def test_a_wording_knows_its_place():
    assert FINDER.where(["交期赶不上怎么办", "从没说过"]).tolist() == [2, -1]
    assert FINDER.likeness("交期赶不上怎么办")[2] == pytest.approx(1.0)
