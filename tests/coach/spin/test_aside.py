"""Lines that are no attempt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.spin.aside import aside_of


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("😀😀", "empty"),
        ("……", "empty"),
        ("字" * 4000, "long"),
        ("给个例子", "ask_example"),
        ("舉個例子", "ask_example"),
        ("give me an example", "ask_example"),
        ("什么意思", "ask_meaning"),
        ("what do you mean?", "ask_meaning"),
        ("不知道", "refuse"),
        ("I don't know.", "refuse"),
        ("跳过", "skip"),
        ("Skip this one", "skip"),
        ("先到这里吧", "stop"),
        ("你好", "greeting"),
        ("ok", "greeting"),
        ("/intent{}", "command"),
        ("こんにちは、どうすればいいですか教えてください。", "foreign"),
    ],
)
def test_an_aside_is_told(text, aside):
    assert aside_of(text) == aside


@pytest.mark.parametrize(
    "text",
    [
        "您能举个例子说说上次停线是怎么处理的吗，当时谁在现场？",
        "插单一来，最乱的是哪一步？",
        "What do you mean for your board when the numbers come in five days too late every month?",
        "Clients complain and I have to explain it to the board",
        "没有备件的时候您怎么办？",
        "How do you skip a shift?",
    ],
)
def test_what_is_said_to_the_customer_is_none(text):
    assert aside_of(text) is None


@given(st.text(max_size=1000))
def test_any_text_has_an_answer(text):
    aside_of(text)
