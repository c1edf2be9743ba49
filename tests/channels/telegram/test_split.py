"""Splitting long texts."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.split import split, units


def test_a_short_text_stays_whole():
    assert split("one\n\ntwo") == ["one\n\ntwo"]


def test_paragraphs_are_cut_before_lines_and_sentences():
    text = "a" * 60 + "\n\n" + "b. " * 10 + "\n" + "c" * 30
    assert split(text, 100) == ["a" * 60, ("b. " * 10 + "\n" + "c" * 30).strip()]


def test_chinese_is_cut_behind_the_full_stop():
    assert split("好。" * 40, 51) == ["好。" * 25, "好。" * 15]


def test_emoji_count_twice_and_are_never_cut():
    parts = split("😀" * 30, 21)
    assert parts == ["😀" * 10] * 3


@given(st.text(alphabet=st.sampled_from("ab 。.\n😀，"), max_size=300), st.integers(10, 60))
def test_nothing_but_blanks_is_lost_and_no_part_is_too_long(text, limit):
    parts = split(text, limit)
    assert all(part and units(part) <= limit for part in parts)
    assert "".join(re.sub(r"\s", "", part) for part in parts) == re.sub(r"\s", "", text)
