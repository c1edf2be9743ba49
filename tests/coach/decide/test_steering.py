"""Lines around a case: typed buttons, additions, and “and now?”."""

import pytest

from bot.coach.decide.steering import WHAT_NOW, adds, carries_on, steering


@pytest.mark.parametrize(
    ("text", "value"),
    [("再来一个", "another"), ("下一個", "another"), ("做题", "drill"), ("another one", "another"), ("done", "finish")],
)
def test_a_typed_button_is_read(text, value):
    assert steering(text) == value


@pytest.mark.parametrize(
    "text", ["其实另一家也在谈", "还在三家里挑", "we're behind I think", "turns out they picked us"]
)
def test_a_line_on_the_state_goes_on_about_the_case(text):
    assert adds(text)


@pytest.mark.parametrize("text", ["客户说还在比", "They say we are third", "另外一个客户已经选我们了，现在嫌贵"])
def test_a_case_of_its_own_is_a_new_one(text):
    assert not adds(text)


def test_and_now_asks_about_the_play():
    assert WHAT_NOW.match("然后呢")
    assert WHAT_NOW.match("so what now?")
    assert not WHAT_NOW.match("what they want is a discount")


@pytest.mark.parametrize("text", ["他主要怕上线出事，被集团骂", "they worry about the migration most"])
def test_more_about_the_same_person_carries_on(text):
    assert carries_on(text)
    assert not carries_on(text.replace("他", "B客户").replace("they", "customer B"))


def test_a_word_on_the_paper_goes_on_about_the_case():
    assert adds("没有合同")
