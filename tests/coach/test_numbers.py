"""Numbers in figures and in Chinese words."""

import pytest

from bot.coach.numbers import numbers


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("三千八", {3800}),
        ("3,800元", {3800}),
        ("兩萬五", {25000}),
        ("三百零五台", {305}),
        ("十六G", {16}),
        ("二十天", {20}),
        ("$40k by 12.5", {40000, 12.5}),
        ("三百八十万", {3_800_000}),
        ("3.8万", {38000}),
        ("none", set()),
    ],
)
def test_numbers_are_read(text, values):
    assert numbers(text) == values
