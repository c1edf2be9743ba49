"""An answer to another question than the one that was asked."""

import pytest

from bot.coach.judgement import Judgement
from bot.coach.trace.answers import read_answer
from bot.coach.trace.ledger import Row
from bot.coach.trace.place import elsewhere

NOTHING = Judgement("customer", "", "information", 0.9)


def place(link, text, judgement=NOTHING):
    return elsewhere(link, read_answer(link, text, "三天交货", judgement), judgement, Row(1, "三天交货"))


@pytest.mark.parametrize(
    ("link", "text", "other"),
    [
        ("now", "9月底中秋备货", "time"),
        ("now", "peak starts in April", "time"),
        ("time", "现在一条线一小时才一万六", "now"),
        ("time", "every shift two trucks go flat", "now"),
        ("time", "they want fewer breakdowns", "wanted"),
        ("wanted", "目前夜班都得加人", "now"),
        ("wanted", "we lose two hours a day to re-keying", "now"),
        ("who", "因为去年被罚过", "why"),
    ],
)
def test_an_answer_goes_where_it_belongs(link, text, other):
    assert place(link, text) == other


@pytest.mark.parametrize(
    ("link", "text"),
    [("time", "9月审计"), ("time", "no rush"), ("now", "现在要五天"), ("wanted", "不再停线"), ("who", "老孙")],
)
def test_an_answer_to_its_own_question_stays(link, text):
    assert place(link, text) is None
