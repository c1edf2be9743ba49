"""Which kinds of question an answer can meet."""

import pytest

from bot.coach.buyer.told import told


@pytest.mark.parametrize(
    ("language", "text", "holds", "lacks"),
    [
        ("zh", "去年三月停了两天。", {"when", "howlong"}, {"who"}),
        ("zh", "贺总定，财务要过数。", {"who"}, {"when"}),
        ("zh", "三百二十口人。", {"howmany"}, {"who", "when"}),
        ("en", "Shao runs dispatch, since May.", {"who", "when"}, {"howmuch"}),
        ("en", "I have the figures after eleven days.", {"howmany", "howlong"}, {"who"}),
        ("en", "They complain every week.", {"opinion", "howoften"}, {"howmuch"}),
    ],
)
def test_an_answer_holds_some_kinds_and_lacks_others(language, text, holds, lacks):
    found = told(text, language)
    assert holds <= found
    assert not lacks & found
