"""Agreement between leaders and the machine, and the turns that a leader is asked to judge."""

import pytest

from bot.services.trust import Case, agreement, wilson
from tests.factories import NOW
from tests.services.talking import FACT, LATE, PITCH, PROBLEM


def test_a_label_is_counted_under_what_the_judge_said(house):
    corrections = house.coaching.corrections
    corrections.label(house.max, house.talked, house.turn(PITCH), "need_payoff", "It asks.", NOW)
    corrections.label(house.max, house.talked, house.turn(FACT), "situation", "", NOW)
    table = house.coaching.trust.table()
    assert (table.labels["rep", "pitch"].cases, table.labels["rep", "pitch"].agreed) == (1, 0)
    assert table.labels["rep", "situation"].share == 1.0
    assert table.labels["rep", "need_payoff"].share is None


def test_a_score_agrees_within_ten_points(house):
    corrections = house.coaching.corrections
    with house.unit() as uow:
        lines = {line["dimension"]: line["score"] for line in uow.sessions.get(house.talked).scores[0].lines}
    near = 100 * lines["conduct"] + (10 if lines["conduct"] < 0.5 else -10)
    corrections.score(house.max, house.talked, "conduct", near, "A little off.", NOW)
    assert house.coaching.trust.table().lines["conduct"].agreed == 1


def test_a_withdrawn_verdict_does_not_count(house):
    given = house.coaching.corrections.label(house.max, house.talked, house.turn(FACT), "situation", "", NOW)
    house.coaching.corrections.withdraw(house.max, given.id, NOW)
    assert house.coaching.trust.table().labels["rep", "situation"].cases == 0


def test_nothing_is_called_reliable_under_ten_cases():
    assert agreement("rep", "pitch", [Case(True, False)] * 9, 0.8).reliable is None
    assert agreement("rep", "pitch", [Case(True, False)] * 10, 0.8).reliable is True
    assert agreement("rep", "pitch", [Case(True, False)] * 7 + [Case(False, False)] * 3, 0.8).reliable is False


def test_drawn_cases_decide_where_there_are_enough_of_them():
    chosen = [Case(False, False)] * 10
    assert agreement("rep", "pitch", chosen + [Case(True, True)] * 10, 0.8).reliable is True


def test_the_interval_is_wilsons():
    low, high = wilson(8, 10)
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)


def test_the_queue_holds_what_the_leader_has_not_judged(house):
    asked = [sample.text for sample in house.coaching.trust.queue(house.max, NOW, 9)]
    assert sorted(asked) == sorted([PROBLEM, LATE, PITCH, FACT])
    house.coaching.corrections.label(house.max, house.talked, house.turn(FACT), "situation", "", NOW, sampled=True)
    assert [s.text for s in house.coaching.trust.queue(house.max, NOW, 9)] == [t for t in asked if t != FACT]
    assert house.coaching.trust.table().labels["rep", "situation"].sampled == 1


@pytest.mark.parametrize("name", ["anna", "eva"])
def test_the_queue_holds_nothing_of_others(house, name):
    assert house.coaching.trust.queue(house.viewers[name], NOW) == []


def test_the_queue_leaves_out_what_is_private(house):
    house.change(house.talked, private=True)
    assert house.coaching.trust.queue(house.max, NOW) == []
