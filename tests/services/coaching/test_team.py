"""How a team stands."""

from datetime import timedelta

import pytest

from bot.services.refusal import Refused
from bot.store.tables import LessonProgress, Session
from tests.factories import NOW

from .house import days

CARD = {"needs": 0.3, "conduct": 0.9, "spin": 0.6}


def add_talks(house, name, *ages, total=60.0, marks=CARD, **fields):
    """Store scored talks of a person, so many days old."""
    with house.unit() as uow:
        for age in ages:
            given = {"scene": "finance_chief", "outcome": "advance", "status": "ended", "total": total, **fields}
            at = NOW - timedelta(days=age)
            uow.orm.add(
                Session(
                    user_id=house.ids[name],
                    exercise="roleplay",
                    language="en",
                    state={},
                    marks=marks,
                    started_at=at,
                    ended_at=at,
                    **given,
                )
            )


def standing(house, name, now=NOW):
    return house.coaching.team.person(house.max, house.ids[name], now)


def test_practice_is_counted_by_weeks(house):
    add_talks(house, "bo", 1, 2, 8, 30, 55, 70)
    bo = standing(house, "bo")
    assert bo.weeks == (1, 0, 0, 1, 0, 0, 1, 2)
    assert (bo.last7, bo.last28) == (2, 3)
    assert bo.last_at == NOW - timedelta(days=1)


def test_the_average_is_of_the_last_three_scores(house):
    add_talks(house, "bo", 9, total=0.0)
    add_talks(house, "bo", 1, 2, 3, total=80.0)
    assert standing(house, "bo").average == 80.0


def test_strengths_need_two_talks(house):
    add_talks(house, "bo", 3)
    assert standing(house, "bo").weakest is None
    add_talks(house, "bo", 2)
    bo = standing(house, "bo")
    assert (bo.strongest.line, bo.weakest.line, bo.weakest.sessions) == ("conduct", "needs", 2)


def test_private_practice_counts_but_its_scores_do_not(house):
    add_talks(house, "bo", 1, 2, private=True)
    bo = standing(house, "bo")
    assert (bo.last7, bo.average, bo.strongest) == (2, None, None)


def test_the_weakest_line_leads_to_what_trains_it(house):
    add_talks(house, "bo", 1, 2)
    step = standing(house, "bo").next
    assert (step.kind, step.ref, step.why, step.values["line"]) == ("scene", "finance_chief", "weak_scene", "needs")
    with house.unit() as uow:
        for number in range(1, 12):
            uow.orm.add(
                LessonProgress(
                    user_id=house.ids["bo"], lesson=number, started_at=NOW, passed_at=NOW, drilled=[], place={}, tries=1
                )
            )
    bo = standing(house, "bo")
    assert (bo.passed, bo.lesson, bo.next.kind, bo.next.ref) == (11, 12, "lesson", "12")


def test_what_is_overdue_comes_first(house):
    task = house.coaching.assignments.give(house.max, house.ids["bo"], "lesson", "2", days(1), NOW)
    bo = standing(house, "bo", days(2))
    assert (bo.open, bo.overdue, bo.next.kind, bo.next.ref) == (1, 1, "task", str(task.id))


def test_who_has_not_practised_for_two_weeks_is_named(house):
    add_talks(house, "bo", 15)
    board = house.coaching.team.board(house.max, house.team, NOW)
    assert [person.name for person in board.people] == ["Anna", "Bo"]
    assert [person.name for person in board.idle] == ["Bo"]


@pytest.mark.parametrize("name", ["anna", "eva"])
def test_only_who_leads_the_team_sees_it(house, name):
    with pytest.raises(Refused, match="not_found"):
        house.coaching.team.board(house.viewers[name], house.team, NOW)
