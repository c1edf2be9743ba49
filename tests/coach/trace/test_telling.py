"""The most telling requirements of a long list."""

from bot.coach.trace.ledger import Row
from bot.coach.trace.spans import find_spans
from bot.coach.trace.telling import main_reason, telling


def rows(*texts):
    return [Row(n, text, tuple((s.cue, s.text) for s in find_spans(text))) for n, text in enumerate(texts, 1)]


def test_a_date_and_a_standard_tell_more_than_a_size():
    listed = rows("宽10米", "长20米", "六月前到货", "通过ISO 9001认证", "高30米")
    assert [row.number for row, _ in telling(listed, 2)] == [3, 4]


def test_reasons_are_mixed():
    listed = rows(*[f"{n}月前到货" for n in range(1, 9)], "单价不超过五千元")
    reasons = [reason for _, reason in telling(listed, 4)]
    assert reasons == ["date", "date", "date", "price"]


def test_as_many_as_asked_for_each_once():
    listed = rows(*[f"{n}月前到货" for n in range(1, 12)])
    assert len({row.number for row, _ in telling(listed, 8)}) == 8


def test_a_figure_that_is_not_round_was_worked_out():
    assert main_reason(rows("part at 137 mm")[0]) == "odd"
    assert main_reason(rows("please")[0]) == "first"


def test_a_warranty_is_a_service_and_no_date():
    assert main_reason(rows("质保三年")[0]) == "service"
