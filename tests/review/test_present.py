"""What is shown, as plain data."""

import pytest

from bot.review.present.chart import chart
from bot.review.present.chat import _spans, _telling
from bot.review.present.csvs import csv_text
from bot.review.present.pdf import Paper, wrapping
from bot.review.present.turning import turning_points
from bot.store.tables import Turn


def turn(number, trust=50, effect=0, **evidence):
    state = {"trust": {"chen": trust}, "pain": 10, "agreed": evidence.pop("agreed", None)}
    return Turn(
        number=number, speaker="rep", text="x", revealed=[],
        evidence={"state": state, "effects": {"trust": effect}, **evidence},
    )  # fmt: skip


def test_spans_that_no_longer_lie_on_the_text_are_dropped():
    spans = [
        {"start": 0, "end": 3, "text": "how", "cue": "r_problem"},
        {"start": 4, "end": 7, "text": "two", "cue": ""},
    ]
    assert list(_spans("how one", spans)) == [(0, 3, "r_problem")]


def test_the_spans_of_the_label_are_shown_before_others():
    spans = [{"text": "long words", "cue": "unit"}, {"text": "our", "cue": "r_pitch"}, {"text": "us", "cue": "t_trace"}]
    assert _telling(spans, "pitch") == [spans[1]]
    assert _telling(spans, "other")[0] == spans[0]


def test_turning_points_are_what_was_agreed_and_jumps_of_trust():
    talk = [turn(1, effect=3), turn(2, effect=12), turn(3, effect=-9), turn(4, agreed="visit"), turn(5, agreed="visit")]
    assert [(point.number, point.why) for point in turning_points(talk, None)] == [
        (2, "trust_up"), (3, "trust_down"), (4, "agreed"),
    ]  # fmt: skip


def test_lines_that_were_taken_back_are_not_drawn():
    drawn = chart([turn(1, trust=60), turn(2, trust=0, undone=True)], (40, 0))
    assert [mark.trust for mark in drawn.marks] == [40, 60]


def test_without_a_line_of_the_rep_there_is_nothing_to_draw():
    assert chart([], (40, 0)) is None


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "＝1"])
def test_a_formula_becomes_text(cell):
    assert csv_text(["a"], [[cell]]).splitlines()[1].lstrip('"').startswith("'")


def test_a_pdf_breaks_english_between_words_and_chinese_anywhere():
    paper = Paper("")
    paper.set_font("peilian", size=10)

    def lines(text):
        return paper.multi_cell(60, 5, text, wrapmode=wrapping(text), dry_run=True, output="LINES")

    english = "You sell a reconciliation and closing platform that matches shop takings and insurance settlements."
    assert " ".join(line.strip() for line in lines(english)) == english
    assert len(lines("您卖的是财务自动对账和结账平台，把门店收款和医保结算自动对上，库存和总账也一样。")) > 1
