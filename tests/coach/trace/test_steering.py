"""Words typed instead of a button."""

import pytest

from bot.coach.trace.steering import LATER, steering


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("跳过", "skip"),
        ("算了，收尾", "finish"),
        ("下一條", "next"),
        ("skip this question", "skip"),
        ("ok next", "next"),
        ("that's all for today", "finish"),
    ],
)
def test_a_typed_button_is_read(text, value):
    assert steering(text) == value


@pytest.mark.parametrize("text", ["finish by June", "下一条产线要停", "endless stops", "过了旺季"])
def test_an_answer_is_no_button(text):
    assert steering(text) is None


def test_whatever_is_no_name():
    assert LATER.match("随便")
    assert LATER.match("whatever")
    assert not LATER.match("later foods")
