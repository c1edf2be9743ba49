"""In a negotiation a question about a term trades nothing."""

import pytest

from .talks import Table


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "什么情况下冷总肯松到六十天？"),
        ("zh", "六十天的账期，当年是谁点的头？"),
        ("en", "What would have to happen for Ms Leng to go to sixty days?"),
    ],
)
def test_who_asks_under_what_conditions_is_given_nothing(language, text):
    table = Table("negotiation_zone", language=language)
    assert "traded" not in table.say("situation", text).tags
    assert not table.state.traded


def test_who_asks_for_the_term_gets_it():
    table = Table("negotiation_zone", language="zh")
    table.say("commitment", "账期改到六十天，我可以到18200。")
    assert table.state.traded
