"""Missing, invented, merged and contradictory links."""

import pytest

from bot.coach.trace.ledger import Ledger, Line, Row
from bot.coach.trace.links import (
    contradiction,
    evidence,
    ledger_faults,
    merged,
    row_faults,
    time_contradicts,
    two_needs,
    unlinked,
)
from bot.coach.trace.people import people

DELIVERY = Row(1, "三天交货", (("date", "三天"),))
PRICE = Row(2, "单价不超过五千", (("price", "五千"),))


def row(base=DELIVERY, **changes):
    return Row(**{**base.__dict__, **changes})


def kinds(faults):
    return [(fault.kind, fault.link) for fault in faults]


def test_every_missing_link_is_named():
    assert kinds(row_faults(row(why="断料停线", now="七天到货"))) == [
        ("missing", "who"),
        ("missing", "wanted"),
        ("missing", "source"),
    ]


def test_a_complete_row_has_no_fault():
    whole = row(why="断料", who="厂长", now="七天", wanted="不停线", level="business", source="chain", heard="said")
    assert row_faults(whole) == ()


def test_a_personal_need_lacks_no_source():
    whole = row(why="怕背锅", who="厂长", now="老挨骂", wanted="省心", level="personal", heard="said")
    assert row_faults(whole) == ()


def test_a_weak_reason_counts_as_missing():
    assert ("missing", "why") in kinds(row_faults(row(why="标书写的", weak=("why",))))


def test_a_need_that_nobody_said_is_invented():
    assert ("invented", "heard") in kinds(row_faults(row(wanted="不停线", heard="guess")))


def test_one_sentence_for_two_requirements_fits_only_one():
    one, two = row(why="上次断料停线，交期拖了两周"), row(PRICE, why="上次断料停线，交期拖了两周")
    fault = merged(one, two)
    assert (fault.kind, fault.other, fault.number, fault.fits) == ("merged_rows", 1, 2, 1)


def test_two_reasons_are_not_merged():
    assert merged(row(why="上次断料停线"), row(PRICE, why="年度预算只剩一半")) is None


def test_one_sentence_that_speaks_of_both_is_no_fault():
    why = "交期和价格都要跟上一家看齐"
    assert merged(row(why=why), row(PRICE, why=why)) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("交货快一点，另外希望少操心验收", ("交货快一点", "希望少操心验收")),
        ("they want fewer stops and want less paperwork", ("they want fewer stops", "want less paperwork")),
        ("交货从七天到三天", None),
        ("cut scrap and keep the customer", None),
    ],
)
def test_two_needs_in_one_cell_are_seen(text, parts):
    assert two_needs(text) == parts


def test_who_set_it_is_contradicted_by_another_name_only():
    asked = row(why="财务总监坚持要的")
    assert [person.text for person in contradiction(asked, people("厂长"))] == ["财务总监", "厂长"]
    assert contradiction(asked, people("CFO")) is None
    assert contradiction(row(why="去年生产停线"), people("财务总监")) is None


def test_a_dated_requirement_without_hurry_contradicts_itself():
    assert time_contradicts(DELIVERY, "不急")
    assert not time_contradicts(PRICE, "不急")


def test_a_pasted_need_is_evidence_for_the_need_of_a_row():
    lines = (Line("每到月底财务都要通宵对账", "need", "business"), Line("我们有三个厂", "other"))
    assert evidence(row(now="月底财务通宵对账"), lines) == lines[0].text
    assert evidence(row(now="现场老停线"), lines) == ""
    assert unlinked(Ledger((row(),), lines)) == (lines[0],)


def test_untouched_rows_are_not_blamed():
    assert ledger_faults(Ledger((DELIVERY, PRICE))) == ()
