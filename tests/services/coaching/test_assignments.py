"""Assignments: the work itself marks them as done; the person is told once."""

import pytest

from bot.services.refusal import Refused
from bot.store.tables import LessonProgress
from tests.factories import ANNA, NOW
from tests.services.talking import FACT, PROBLEM

from .house import days


def give(house, kind="scene", ref="finance_chief", name="anna", **more):
    return house.coaching.assignments.give(house.max, house.ids[name], kind, ref, days(3), NOW, **more)


def state(house, name="anna", now=NOW):
    return [task.state for task in house.coaching.assignments.of_person(house.max, house.ids[name], now)]


def test_a_finished_talk_of_the_scene_does_it(house):
    task = give(house)
    assert state(house) == ["open"]
    number, _ = house.desk.talk(PROBLEM, FACT)
    done = house.coaching.assignments.of_person(house.anna, house.ids["anna"], NOW)[0]
    assert (done.id, done.state, done.session_id) == (task.id, "done", number)


def test_a_talk_of_another_difficulty_does_not(house):
    give(house, ref="finance_chief:hard")
    house.desk.talk(PROBLEM, FACT)
    assert state(house) == ["open"]


def test_what_was_done_before_does_not_count(house):
    give(house)
    assert state(house) == ["open"]


def test_a_passed_lesson_does_it(house):
    give(house, "lesson", "3")
    with house.unit() as uow:
        row = LessonProgress(
            user_id=house.ids["anna"], lesson=3, started_at=NOW, passed_at=days(1), drilled=[], place={}, tries=1
        )
        uow.orm.add(row)
    assert state(house) == ["done"]


def test_it_is_overdue_after_its_day_and_can_be_withdrawn(house):
    task = give(house)
    assert state(house, now=days(4)) == ["overdue"]
    assert house.coaching.assignments.withdraw(house.max, task.id, days(4)).state == "withdrawn"


@pytest.mark.parametrize(
    ("kind", "ref", "key"),
    [
        ("lesson", "99", "unknown_task"),
        ("lesson", "03", "unknown_task"),
        ("scene", "finance_chief:mad", "unknown_task"),
        ("worksheet", "plan", "unknown_task"),
    ],
)
def test_what_is_not_there_cannot_be_assigned(house, kind, ref, key):
    with pytest.raises(Refused, match=key):
        give(house, kind, ref)


def test_the_same_is_not_assigned_twice_nor_for_yesterday(house):
    give(house)
    with pytest.raises(Refused, match="same_task"):
        give(house)
    with pytest.raises(Refused, match="due_past"):
        house.coaching.assignments.give(house.max, house.ids["anna"], "lesson", "1", NOW, NOW)


def test_only_a_leader_of_the_team_assigns(house):
    for name in ("anna", "bo", "eva"):
        with pytest.raises(Refused, match="not_found"):
            house.coaching.assignments.give(house.viewers[name], house.ids["anna"], "lesson", "1", days(1), NOW)


def test_the_person_is_told_once_with_a_button_that_starts_it(house):
    give(house, ref="finance_chief:hard", name="bo", note="Take your time.")
    (delivery,) = house.coaching.post.due(NOW, "tg:")
    message = delivery.reply.messages[0]
    assert "Take your time." in message.text
    assert [button.action for button in message.buttons] == ["/roleplay finance_chief:hard"]
    house.coaching.post.sent(delivery.ref, NOW)
    assert house.coaching.post.due(NOW, "tg:") == []


def test_the_terminal_is_told_when_the_talk_is_opened(house):
    give(house)
    assert house.coaching.post.due(NOW, "tg:") == []
    assert [d.ref.partition("/")[0] for d in house.coaching.post.for_person(ANNA, NOW)] == ["task"]


def test_own_tasks_are_listed_with_their_buttons(house):
    give(house, "lesson", "1")
    give(house, "worksheet", "spin")
    message = house.coaching.chat.tasks(ANNA).messages[0]
    assert [button.action for button in message.buttons] == ["/lesson 1", "/spin"]
