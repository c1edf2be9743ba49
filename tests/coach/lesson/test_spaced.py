"""Spaced return: the right day, forgiveness after a holiday, quiet hours, the clock as an argument."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.lesson import spaced
from bot.coach.lesson.clock import Habits, read_hours, read_time, read_zone
from bot.coach.lesson.spaced import Due
from bot.coach.lesson.streak import streak

NOW = datetime(2026, 3, 2, 2, 0, tzinfo=timezone.utc)
SHANGHAI = Habits(zone="Asia/Shanghai")
DAY = timedelta(days=1)


def test_what_failed_comes_back_the_next_day():
    assert SHANGHAI.day(spaced.due_of(spaced.failed(NOW))) == date(2026, 3, 3)


def test_each_good_answer_moves_it_further_and_at_last_it_is_known():
    card, gaps, now = spaced.failed(NOW), [], NOW
    for _ in range(30):
        if spaced.is_known(card):
            break
        now = spaced.due_of(card)
        card = spaced.recalled(now, card)
        gaps.append(spaced.due_of(card) - now)
    assert spaced.is_known(card)
    assert gaps == sorted(gaps)
    assert len(gaps) < 20


def test_a_failed_return_comes_back_soon():
    card = spaced.recalled(NOW + DAY, spaced.failed(NOW))
    again = spaced.failed(NOW + 9 * DAY, card)
    assert spaced.due_of(again) - (NOW + 9 * DAY) <= 2 * DAY


def waiting(count, first=NOW - 20 * DAY):
    return [Due(f"item/{n}", first + n * DAY / 4) for n in range(count)]


def test_after_a_holiday_only_the_days_measure_is_due_oldest_first():
    plan = spaced.plan(waiting(23), NOW, SHANGHAI)
    assert plan.today == tuple(f"item/{n}" for n in range(5))
    assert len(plan.moved) == 18


@given(st.integers(0, 60), st.integers(1, 10), st.integers(0, 10))
def test_no_day_gets_more_than_was_set_and_nothing_is_lost(count, per_day, done):
    habits = Habits(per_day=per_day, zone="America/New_York")
    plan = spaced.plan(waiting(count), NOW, habits, done)
    days = [habits.day(due) for due in plan.moved.values()]
    assert len(plan.today) + len(plan.moved) + sum(habits.day(d.due) > habits.day(NOW) for d in waiting(count)) == count
    assert all(days.count(day) <= per_day for day in days)
    assert all(day > habits.day(NOW) for day in days)
    assert len(plan.today) <= max(per_day - done, 0)


@given(st.integers(0, 40))
def test_planning_twice_changes_nothing(count):
    plan = spaced.plan(waiting(count), NOW, SHANGHAI)
    after = [Due(d.ref, plan.moved.get(d.ref, d.due)) for d in waiting(count)]
    assert spaced.plan(after, NOW, SHANGHAI).moved == {}


def test_moved_things_go_where_there_is_room():
    tomorrow = [Due(f"later/{n}", NOW + DAY) for n in range(5)]
    plan = spaced.plan([*waiting(6), *tomorrow], NOW, SHANGHAI)
    assert {SHANGHAI.day(due) for due in plan.moved.values()} == {date(2026, 3, 4)}


@pytest.mark.parametrize(
    ("hour", "quiet"), [(20, False), (21, True), (23, True), (0, True), (7, True), (8, False), (12, False)]
)
def test_quiet_hours_are_the_learners(hour, quiet):
    now = datetime(2026, 3, 2, hour, 30, tzinfo=SHANGHAI.tz)
    assert SHANGHAI.is_quiet(now) is quiet


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)), st.integers(0, 23), st.integers(0, 23), st.integers(0, 23)
)
def test_a_reminder_is_later_and_never_in_quiet_hours(moment, start, end, at):
    habits = Habits(zone="Europe/Berlin", quiet_from=start, quiet_to=end, remind_at=f"{at:02d}:15")
    after = moment.replace(tzinfo=timezone.utc)
    due = habits.next_reminder(after)
    assert due is not None
    assert due > after
    assert not habits.is_quiet(due)
    assert due - after < timedelta(hours=50)


def test_no_reminder_where_none_is_wanted():
    assert Habits(remind_at="").next_reminder(NOW) is None


@pytest.mark.parametrize(
    ("text", "zone"),
    [("我在北京", "Asia/Shanghai"), ("Berlin", "Europe/Berlin"), ("new york", "America/New_York"), ("UTC+8", "UTC+8"),
     ("+5:30", "UTC+5:30"), ("Asia/Tokyo", "Asia/Tokyo"), ("utc", "UTC"),
     ("Atlantis", None), ("UTC+99", None), ("", None)],
)  # fmt: skip
def test_zones_as_people_name_them(text, zone):
    assert read_zone(text) == zone


@pytest.mark.parametrize(
    ("text", "hours"), [("22-8", (22, 8)), ("22:00 到 7:00", (22, 7)), ("10 pm to 8 am", (22, 8)), ("x", None)]
)
def test_quiet_hours_as_people_write_them(text, hours):
    assert read_hours(text) == hours


@pytest.mark.parametrize(
    ("text", "at"), [("9", "09:00"), ("9:30", "09:30"), ("晚上8点半", "20:30"), ("8 pm", "20:00"), ("25", None)]
)
def test_times_as_people_write_them(text, at):
    assert read_time(text) == at


def test_a_streak_counts_days_and_forgives_weekends():
    friday = date(2026, 2, 27)
    assert streak({friday, date(2026, 3, 2)}, date(2026, 3, 2)) == 2
    assert streak({friday}, date(2026, 3, 2)) == 1
    assert streak({friday}, date(2026, 3, 3)) == 0
    assert streak(set(), friday) == 0
    assert streak({friday, date(2026, 2, 28)}, date(2026, 3, 1)) == 2
