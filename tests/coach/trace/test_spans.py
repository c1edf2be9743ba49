"""What can be checked in a demand."""

import pytest

from bot.coach.trace.spans import cues, find_spans, is_checkable, is_measure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("至少五百台", [("quantity", "五百台")]),
        ("單價不能超過五千元", [("price", "單價不能超過五千元")]),
        ("under $40,000", [("price", "$40,000")]),
        ("月底前到货", [("date", "月底前")]),
        ("installed by June", [("date", "June")]),
        ("要通过 ISO 27001 认证", [("standard", "ISO 27001"), ("standard", "认证")]),
        ("forty-two units within 3 weeks", [("quantity", "forty-two units"), ("date", "3 weeks")]),
        ("500 rugged tablets, 16 GB RAM each", [("quantity", "500 rugged tablets"), ("quantity", "16 GB")]),
        ("S7-1500 PLC", [("model", "S7-1500")]),
        ("次品率必须低于百分之二", [("absolute", "必须"), ("quantity", "百分之二")]),
    ],
)
def test_spans_are_found_with_their_kind(text, expected):
    assert [(span.cue, span.text) for span in find_spans(text)] == expected


@pytest.mark.parametrize("text", ["能耗必须降下来", "our people keep two books just in case", "希望快一点"])
def test_without_a_figure_a_name_or_a_day_nothing_is_checkable(text):
    assert not is_checkable(text)


def test_spans_point_into_the_text_as_it_was_written():
    text = "１２台，Ｇ７型号"
    assert all(text[span.start : span.end] == span.text for span in find_spans(text))


def test_cues_are_named_once():
    assert cues(find_spans("三天交货，两周安装")) == ("date",)


@pytest.mark.parametrize(
    ("words", "measure"), [("16 GB", True), ("12000转", True), ("500台", False), ("3 sets", False)]
)
def test_a_property_is_told_from_a_count(words, measure):
    assert is_measure(words) is measure
