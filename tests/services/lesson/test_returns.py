"""What failed comes back on the right day, in other words; reminders come when they should, also after a restart."""

from datetime import datetime, timedelta, timezone

import pytest

from bot.coach.lesson.clock import Habits
from bot.services.lesson.book import Book
from bot.services.practice import Who
from bot.services.reminders import Reminders
from bot.store.tables import Session
from tests.factories import texts
from tests.services.lesson.learner import Learner, make
from tests.services.lesson.test_lesson_path import SAMPLE, THREE

ANNA = Who("tg:1", "Anna", "en")
DAY = timedelta(days=1)
MONDAY = datetime(2026, 3, 2, 2, 0, tzinfo=timezone.utc)
"""10:00 in Shanghai."""


@pytest.fixture
def practice(sqlite_engine, tmp_path):
    practice = make(sqlite_engine, tmp_path, THREE)
    practice.clock.now = MONDAY
    return practice


@pytest.fixture
def anna(practice):
    return Learner(practice, ANNA, THREE)


def fail(anna, *ids):
    """Pass lesson 1 after failing these items and drills."""
    anna.wrong = set(ids)
    anna.open(lesson="1")
    while not anna.run():
        anna.wrong = set()
        anna.say("again")
    anna.wrong = set()


def book(practice, uow):
    return Book(uow, uow.users.get(ANNA.key), practice.clock.now)


def returns(practice):
    """Return what is to come back: reference to the learner's day."""
    with practice.unit() as uow:
        kept = book(practice, uow)
        return {ref: kept.habits.day(row.due_at) for ref, row in kept.returns().items()}


def reminders(practice):
    return Reminders(practice.unit, THREE, practice.content.catalog)


def test_a_failed_item_comes_back_the_next_day_in_other_words(practice, anna):
    fail(anna, "q2")
    assert returns(practice) == {"item/1/q2": (MONDAY + DAY).date()}
    assert "Nothing to go over today" in texts(anna.open(lesson="review"))[0]
    practice.clock.now = MONDAY + DAY
    anna.said.clear()
    anna.open(lesson="review")
    assert anna.heard("print shop")
    assert not anna.heard("cold-store foreman")
    assert anna.run()
    assert anna.heard("1 of 1 right")
    assert returns(practice)["item/1/q2"] > (MONDAY + DAY).date()


def test_a_failed_return_comes_back_again(practice, anna):
    fail(anna, "q2")
    practice.clock.now = MONDAY + DAY
    anna.wrong = {"r2"}
    anna.open(lesson="review")
    anna.run()
    assert returns(practice)["item/1/q2"] == (MONDAY + 2 * DAY).date()


def test_a_failed_drill_comes_back(practice, anna):
    fail(anna, "d2")
    practice.clock.now = MONDAY + DAY
    assert "drill/1/d2" in returns(practice)
    anna.open(lesson="review")
    assert anna.run()
    assert anna.heard("1 of 1 right")


def said_in_a_talk(practice, text, **evidence):
    """Write down a line that the learner said in a role-play."""
    with practice.unit() as uow:
        user = uow.users.get_or_add(ANNA.key, name="Anna", language="en", now=practice.clock.now)
        talk = uow.sessions.add(
            Session(user_id=user.id, exercise="roleplay", language="en", started_at=practice.clock.now, state={})
        )
        uow.sessions.add_turn(talk, speaker="customer", text="We manage as it is.", now=practice.clock.now)
        kept = {"judgement": {"unsure": False}, **evidence}
        uow.sessions.add_turn(talk, speaker="rep", text=text, now=practice.clock.now, label="pitch", evidence=kept)


def test_an_own_failed_sentence_comes_back_and_must_be_said_anew(practice, anna):
    said_in_a_talk(practice, "Our platform is the fastest there is.", tags=["pitch_early"])
    practice.clock.now = MONDAY + DAY
    anna.open(lesson="review")
    assert anna.heard("We manage as it is")
    assert anna.heard("fastest there is")
    assert "same line" in texts(anna.say("Our platform is the fastest there is!"))[0]
    practice.judge.table["What is hardest about it today?"] = "problem"
    assert "problem question" in texts(anna.say("What is hardest about it today?"))[0]
    assert anna.session() is None


@pytest.mark.parametrize("evidence", [{"tags": ["released:fact"]}, {"tags": ["pitch_early"], "undone": True}])
def test_a_line_that_missed_nothing_does_not_come_back(practice, anna, evidence):
    said_in_a_talk(practice, "Our platform is the fastest there is.", **evidence)
    practice.clock.now = MONDAY + DAY
    anna.open(lesson="review")
    assert returns(practice) == {}


def test_after_a_holiday_nothing_piles_up(practice, anna):
    with practice.unit() as uow:
        uow.users.get_or_add(ANNA.key, name="Anna", language="en", now=MONDAY)
        for number in (1, 2, 3):
            for item in SAMPLE.quiz:
                book(practice, uow).fail(f"item/{number}/{item.id}", at=MONDAY + number * timedelta(hours=1))
    practice.clock.now = MONDAY + 30 * DAY
    assert "No need to catch up" in texts(anna.open(lesson="review"))[0]
    assert [ref.split("/")[1] for ref in anna.session().state["queue"]] == ["1"] * 5
    anna.run()
    days = sorted(returns(practice).values())
    assert all(days.count(day) <= 5 for day in days if day <= (MONDAY + 32 * DAY).date())
    assert "Nothing to go over today" in texts(anna.open(lesson="review"))[0]


def test_the_days_measure_is_what_the_learner_set(practice, anna):
    fail(anna, "q1", "q2", "q3")
    with practice.unit() as uow:
        book(practice, uow).set_habits(Habits(per_day=2))
    practice.clock.now = MONDAY + DAY
    anna.open(lesson="review")
    assert len(anna.session().state["queue"]) == 2


def test_the_day_is_the_learners_own(practice, anna):
    with practice.unit() as uow:
        uow.users.get_or_add(ANNA.key, name="Anna", language="en", now=MONDAY)
        book(practice, uow).set_habits(Habits(zone="America/Los_Angeles"))
        book(practice, uow).fail("item/1/q2", at=MONDAY)
    practice.clock.now = MONDAY + timedelta(hours=21)
    anna.open(lesson="review")
    assert anna.session().state["queue"] == ["item/1/q2"]


def test_a_reminder_comes_on_the_next_morning_and_once(practice, anna):
    fail(anna, "q2")
    service, morning = reminders(practice), datetime(2026, 3, 3, 1, 0, tzinfo=timezone.utc)
    assert service.due_reminders(morning - timedelta(minutes=1)) == []
    [(who, reply)] = service.due_reminders(morning)
    assert who == ANNA
    assert reply.messages[0].buttons[0].action == "/lesson review"
    service.sent(who, morning)
    assert service.due_reminders(morning + timedelta(hours=2)) == []
    assert len(service.due_reminders(morning + DAY)) == 1


def test_a_restart_forgets_no_reminder(practice, anna, sqlite_engine, tmp_path):
    fail(anna, "q2")
    morning = datetime(2026, 3, 3, 1, 0, tzinfo=timezone.utc)
    assert len(reminders(practice).due_reminders(morning)) == 1
    restarted = reminders(make(sqlite_engine, tmp_path, THREE))
    assert restarted.due_reminders(morning + timedelta(minutes=5)) == []
    assert len(restarted.due_reminders(morning + timedelta(minutes=15))) == 1


def test_a_reminder_that_cannot_be_delivered_is_given_up_for_the_day(practice, anna):
    fail(anna, "q2")
    service, morning = reminders(practice), datetime(2026, 3, 3, 1, 0, tzinfo=timezone.utc)
    given = [len(service.due_reminders(morning + n * timedelta(minutes=15))) for n in range(8)]
    assert sum(given) == 3
    assert len(service.due_reminders(morning + DAY)) == 1


def test_nobody_is_reminded_in_quiet_hours(practice, anna):
    fail(anna, "q2")
    service, night = reminders(practice), datetime(2026, 3, 3, 14, 0, tzinfo=timezone.utc)
    assert service.due_reminders(night) == []
    assert len(service.due_reminders(datetime(2026, 3, 4, 0, 0, tzinfo=timezone.utc))) == 1


def test_nobody_is_reminded_who_does_not_want_it(practice, anna):
    fail(anna, "q2")
    with practice.unit() as uow:
        book(practice, uow).set_habits(Habits(remind_at=""))
    assert reminders(practice).due_reminders(MONDAY + 5 * DAY) == []


def test_a_reminder_names_the_next_lesson_where_nothing_is_due(practice, anna):
    fail(anna)
    [(_, reply)] = reminders(practice).due_reminders(MONDAY + DAY)
    assert reply.messages[0].buttons[0].action == "/lesson 2"


def test_who_is_away_for_long_is_reminded_once_a_week(practice, anna):
    fail(anna, "q2")
    service, now = reminders(practice), MONDAY + 20 * DAY
    [(who, _)] = service.due_reminders(now)
    service.sent(who, now)
    assert service.due_reminders(now + 5 * DAY) == []
    assert len(service.due_reminders(now + 8 * DAY)) == 1


def test_a_channel_gets_its_own_people_only(practice, anna):
    fail(anna, "q2")
    assert reminders(practice).due_reminders(MONDAY + DAY, "term:") == []
    assert len(reminders(practice).due_reminders(MONDAY + DAY, "tg:")) == 1


def test_both_databases_keep_lessons_returns_and_reminders(database, tmp_path):
    practice = make(database, tmp_path, THREE)
    practice.clock.now = MONDAY
    anna = Learner(practice, ANNA, THREE)
    fail(anna, "q2")
    service, now = reminders(practice), MONDAY + DAY
    [(who, _)] = service.due_reminders(now)
    service.sent(who, now)
    practice.clock.now = now
    anna.open(lesson="review")
    assert anna.run()
    anna.open(lesson="progress")
    assert anna.heard("1 of 3 lessons passed")
