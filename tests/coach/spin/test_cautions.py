"""The five cautions of SPIN."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.spin.cautions import gives, watch
from bot.coach.spin.deal import Deal

CHIEF = Deal("华晨机械", "MES", "看方案", "evaluate", "张厂长")
ENGINEER = Deal("Harland", "MES", "comparing", "evaluate", "process engineer")


def seen(text, deal=CHIEF, good=False, **more):
    return [(s.caution, s.quote) for s in watch(text, deal, asks=True, **more) if s.good is good]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("你们这样下去迟早要出大问题，怎么办？", "迟早要出大问题"),
        ("现在这套太落后了，谁负责？", "太落后了"),
        ("If you don't switch now, what then?", "If you don't switch now, what then"),
        ("Sooner or later the line is bound to fail, no?", "bound to fail"),
    ],
)
def test_talked_up_pain_is_noticed(text, quote):
    assert seen(text)[0] == ("invented", quote)


def test_a_figure_that_nobody_named_is_noticed():
    assert seen("一年损失300万，谁来担？")[0][0] == "invented"
    assert seen("一年损失300万，谁来担？", heard=("去年停线亏了300万",)) == []


@pytest.mark.parametrize(
    "text", ["换型很慢，对吧？", "难道您不担心交期？", "It's slow, isn't it?", "Surely that hurts?"]
)
def test_a_built_in_answer_is_noticed(text):
    assert seen(text)[0][0] == "control"


def test_the_third_bare_question_in_a_row_is_an_interrogation():
    assert seen("停线会怎样？", run=1) == []
    assert seen("停线会怎样？", run=2) == [("interrogation", "")]
    assert seen("我去看过一家同行也这样，停线会怎样？", run=2) == []


def test_other_people_need_other_questions():
    assert seen("你们用什么接口？") == [("person", "接口")]
    assert seen("What is the board's view?", ENGINEER) == [("person", "board")]
    assert seen("Who can approve it?", ENGINEER) == [("person", "approve")]
    assert seen("每天要换几次型？", ENGINEER) == []


@pytest.mark.parametrize(
    ("text", "deal", "caution"),
    [
        ("停线以后交期会怎样？", CHIEF, "person"),
        ("换型的时候最难的是什么？", CHIEF, "control"),
        ("有家同行也这样，您那边怎么办？", CHIEF, "interrogation"),
    ],
)
def test_the_right_spirit_is_noticed_too(text, deal, caution):
    assert caution in [name for name, _ in seen(text, deal, good=True, phrase=text)]


def test_standing_on_the_customers_words_is_no_invention():
    found = seen("找机台耽误了发货会怎样？", good=True, heard=("到处打电话找机台",), kind="implication")
    assert ("invented", "找机台") in found


def test_a_gift_without_a_question_shows_that_one_need_not_ask():
    found = watch("上个月有家同行上了看板。", CHIEF, asks=False)
    assert "statement" in [s.caution for s in found if s.good]


@pytest.mark.parametrize("text", ["停线会怎样？", "What does it cost?", "我们的系统很快"])
def test_not_everything_is_a_gift(text):
    assert gives(text) is None


@given(st.text(max_size=300), st.booleans(), st.integers(0, 5))
def test_no_caution_is_both_good_and_bad(text, asks, run):
    found = watch(text, CHIEF, asks=asks, run=run)
    assert len({s.caution for s in found}) == len(found)
