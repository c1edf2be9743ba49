"""The ledger and the order of its questions."""

import json
from dataclasses import replace

from bot.coach.trace.ledger import Ledger, Line, Open, Row


def test_the_three_questions_come_first_then_the_gap():
    row, asked = Row(1, "16G"), []
    while (link := row.next_link()) is not None:
        asked.append(link)
        row = replace(row, **{link: "business" if link == "level" else "x"})
    assert asked == ["why", "who", "time", "now", "wanted", "level", "source", "heard"]


def test_a_personal_need_has_no_source_to_ask_for():
    row = Row(1, "16G", why="a", who="b", time="c", now="d", wanted="e", level="personal")
    assert row.next_link() == "heard"


def test_an_open_question_counts_as_asked_and_is_asked_again_when_taken_up():
    row = Row(1, "16G", why="a", who="b").with_open(Open("time", role="finance"))
    assert row.next_link() == "now"
    again = row.taken_up()
    assert again.next_link() == "time"
    assert again.open == row.open
    assert replace(again, time="June").settled("time", True).open == ()


def test_json_keeps_everything():
    row = Row(1, "16G", (("quantity", "16G"),), why="a", weak=("why",), passed=("who",)).with_open(Open("why", "Wang"))
    ledger = Ledger((row,), (Line("too slow", "need", "business"),))
    assert Ledger.from_json(json.loads(json.dumps(ledger.to_json()))) == ledger
    assert Ledger.from_json(None) == Ledger()


def test_the_same_words_are_not_added_twice():
    ledger = Ledger().add([("16G", ()), ("16g", ()), ("3 days", ())], [Line("slow", "need"), Line("Slow", "need")])
    assert [(row.number, row.requirement) for row in ledger.rows] == [(1, "16G"), (2, "3 days")]
    assert len(ledger.lines) == 1


def test_rows_with_something_open_are_unfinished():
    done = Row(1, "a", status="done")
    ledger = Ledger((done, replace(done, number=2).with_open(Open("who")), Row(3, "c")))
    assert [row.number for row in ledger.open_rows()] == [2, 3]
