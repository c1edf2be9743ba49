"""Numbers as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.lesson.figures import chinese, figure, matches
from bot.coach.lesson.words import Words

PERCENT, WAN = Words(zh="%", en="%"), Words(zh="万元", en="thousand yuan")


@pytest.mark.parametrize(
    "text", ["50%", "50 %", "五成", "百分之五十", "50", "0.5", "1/2", "300/600=50%", "fifty is 50 percent"]
)
def test_half_in_all_its_ways(text):
    assert matches(figure(text), 50, 0, PERCENT)


@pytest.mark.parametrize(
    "text", ["26", "26万", "26 万元", "260000", "260,000元", "二十六万", "18+8=26", "26万一年", "一年26万"]
)
def test_money_in_ten_thousands(text):
    assert matches(figure(text), 26, 0, WAN)


K = "325;325k;325,000;0.325 million;$325k;325,000 in one year;three hundred and twenty-five thousand"


@pytest.mark.parametrize("text", K.split(";"))
def test_money_in_thousands_where_the_unit_differs_between_the_languages(text):
    assert matches(figure(text), 325, 0, WAN, "en")


@pytest.mark.parametrize(
    ("text", "value"), [("七成五", 75), ("3成", 30), ("七成半", 75), ("四分之三", 0.75), ("３２", 32)]
)
def test_shares(text, value):
    import unicodedata

    assert figure(unicodedata.normalize("NFKC", text)).value == pytest.approx(value)


@pytest.mark.parametrize("text", ["", "不知道", "how much?", "B", "…"])
def test_no_number_is_none(text):
    assert figure(text) is None


def test_a_wrong_number_does_not_match():
    assert not matches(figure("40%"), 50, 5, PERCENT)
    assert matches(figure("45%"), 50, 5, PERCENT)


def test_fifteen_percent_may_be_written_as_a_share():
    assert matches(figure("15%"), 0.15, 0, None)


def test_minus_is_read_but_a_range_is_not_negative():
    assert figure("-5").value == -5
    assert figure("10-15").value == 15


@given(st.integers(0, 99_999_999))
def test_chinese_numerals_are_read_back(number):
    assert chinese(spell(number)) == number


def spell(number):
    """Write a number in Chinese, the other way round from what is tested."""
    digits = "零一二三四五六七八九"

    def group(n):
        out, zero = "", False
        for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit = n // place % 10
            if digit:
                out += ("零" if zero and out else "") + digits[digit] + name
                zero = False
            else:
                zero = True
        return out

    high, low = divmod(number, 10_000)
    text = (group(high) + "万" if high else "") + ("零" if high and 0 < low < 1000 else "") + group(low)
    return text or "零"


@given(st.text(max_size=40))
def test_any_text_can_be_read(text):
    figure(text)
