"""The form of a line, and the small rewrites."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.spin.improve import opened
from bot.coach.spin.shape import look
from bot.coach.spin.text import shared, shorten


@pytest.mark.parametrize(
    "text",
    [
        "换型会影响交期吗？",
        "有没有什么困难？",
        "換型有沒有問題？",
        "您满意吗",
        "Does that delay shipping?",
        "Do you have any trouble when orders change?",
        "You get many complaints?",
    ],
)
def test_a_yes_no_question_is_closed(text):
    assert look(text).closed


@pytest.mark.parametrize(
    "text",
    [
        "换型的时候最头疼的是什么？",
        "能不能讲讲现在怎么排产？",
        "停一次线要亏多少",
        "那后面的发货呢",
        "What does that do to shipping?",
        "Could you tell me how you plan?",
        "Tell me about your close.",
    ],
)
def test_an_open_question_is_open(text):
    shape = look(text)
    assert shape.asks
    assert not shape.closed


@pytest.mark.parametrize(
    "text", ["我们的系统支持毫秒级响应。", "今天天气不错", "We serve nine banks.", "The line stops a lot"]
)
def test_a_statement_asks_nothing(text):
    assert not look(text).asks


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("你们用什么系统，多少人在用，谁负责？", 3),
        ("如果能看到哪台机有空，您每天能省多少时间？", 1),
        ("停线怎么办？谁来担？", 2),
        ("How long does it take and who pays for it?", 2),
        ("When everything gets late, what does that do to shipping?", 1),
        ("What does it cost? Who pays?", 2),
    ],
)
def test_questions_are_counted(text, number):
    assert len(look(text).questions) == number


def test_words_about_us_are_found():
    assert look("您对我们的MES感兴趣吗", product="MES").ours == "对我们的MES感兴趣"
    assert look("Would our MES help?", product="MES").ours == "our MES"
    assert look("How old is your MES?", product="MES").ours is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("您的客户会怎么罚你们？", "您的客户"),
        ("患者等久了会怎样？", "患者"),
        ("What do your own customers do then?", "your own customers"),
        ("How do passengers react?", "passengers"),
        ("What does it cost you?", None),
    ],
)
def test_the_customers_customer_is_heard(text, words):
    assert look(text).downstream == words


@given(st.text(max_size=300), st.text(max_size=40))
def test_any_line_has_a_shape(text, product):
    shape = look(text, product=product, customers=(product,))
    assert shape.asks == bool(shape.questions)
    assert shape.phrase is None or shape.phrase in text


@pytest.mark.parametrize(
    ("question", "language", "better"),
    [
        ("插单多了，会影响交期吗？", "zh-Hans", "插单多了，会怎么影响交期？"),
        ("換型有沒有什麼困難？", "zh-Hant", "換型有哪些困難？"),
        ("Does that affect your delivery dates?", "en", "How does that affect your delivery dates?"),
        ("Are you happy with your ERP?", "en", "What would you change about your ERP?"),
        ("Do you have any problems with changeovers?", "en", "What gives you the most trouble with changeovers?"),
        ("Is it red?", "en", None),
    ],
)
def test_a_closed_question_is_opened_where_that_is_safe(question, language, better):
    assert opened(question, language) == better


@given(st.text(max_size=200), st.sampled_from(["zh-Hans", "zh-Hant", "en"]))
def test_opening_never_fails(text, language):
    assert opened(text, language) != ""


def test_shared_words_are_quoted_as_written():
    assert shared("換型太慢", ["换型的时候最头疼什么？"]) == "換型"
    assert shared("What do rush orders cost?", ["How are Rush Orders planned?"]) == "rush orders"
    assert shared("MES怎么样", ["MES用了几年"], ignore=("MES",)) is None
    assert shared("你们现在有什么问题", ["你们现在怎么样"]) is None


@given(st.text(), st.integers(min_value=2, max_value=50))
def test_shortening_keeps_to_the_limit(text, limit):
    assert len(shorten(text, limit)) <= limit
