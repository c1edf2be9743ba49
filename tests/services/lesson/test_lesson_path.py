"""The way through the lessons in the chat, driven by whatever lessons there are."""

from pathlib import Path

import pytest

from bot.coach.lesson.model import Course
from bot.services.lesson.book import Book
from bot.services.practice import Who
from bot.store.tables import Reminder
from tests.factories import texts
from tests.services.lesson.learner import COURSE, KindJudge, Learner, make

LI, ANNA, CHEN = (
    Who("term:li", "李明", "zh-Hans"),
    Who("term:anna", "Anna", "en"),
    Who("term:chen", "陳怡蓉", "zh-Hant"),
)
SAMPLE = COURSE.lessons[3]


def numbered(number, **changes):
    """Return lesson 3 under another number."""
    return SAMPLE.copy(update={"number": number, "requires": (number - 1,) if number > 1 else (), **changes})


THREE = Course(COURSE.parts, {n: numbered(n, part=1) for n in (1, 2, 3)}, COURSE.cues)
"""A small course: part 1 with three lessons."""


@pytest.fixture
def practice(sqlite_engine, tmp_path):
    return make(sqlite_engine, tmp_path, THREE)


def learner(practice, who=ANNA, **options):
    return Learner(practice, who, THREE, **options)


def passed(practice, who=ANNA):
    with practice.unit() as uow:
        return Book(uow, uow.users.get(who.key), practice.clock()).passed()


@pytest.mark.parametrize("who", [LI, CHEN, ANNA], ids=lambda who: who.language)
def test_who_answers_well_finishes_the_course_and_gets_the_certificate(practice, who):
    li = learner(practice, who)
    for number in THREE.lessons:
        li.open(lesson=str(number))
        assert li.run()
    assert passed(practice, who) == {1, 2, 3}
    li.open(lesson="exam 1")
    assert li.run()
    reply = li.press(next(action for action in li.buttons().values() if "certificate" in action))
    reply = li.press(reply.messages[-1].buttons[0].action)
    assert who.name in texts(reply)[0]
    assert Path(reply.messages[0].image).read_bytes().startswith(b"\x89PNG")
    assert Path(reply.messages[1].document).read_bytes().startswith(b"%PDF")


def test_nothing_said_is_missing_a_wording_or_in_the_wrong_language(practice):
    chen = learner(practice, CHEN)
    chen.open(lesson="1")
    chen.run()
    assert not any("{" in text for text in chen.said)
    assert chen.heard("為什麼")
    assert not chen.heard("为什么")


def test_a_failed_quiz_can_be_tried_again_as_often_as_wanted(practice):
    anna = learner(practice, wrong={"q1", "q2"})
    anna.open(lesson="1")
    assert not anna.run()
    anna.say("try again")
    assert not anna.run()
    anna.wrong.clear()
    anna.say("try again")
    assert anna.run()
    assert passed(practice) == {1}


def test_one_slip_in_five_passes(practice):
    anna = learner(practice, wrong={"q1"})
    anna.open(lesson="1")
    assert anna.run()


def test_a_failed_drill_does_not_pass_the_lesson(practice):
    anna = learner(practice, wrong={"d2"})
    anna.open(lesson="1")
    assert not anna.run()
    assert passed(practice) == set()
    anna.wrong.clear()
    anna.say("again")
    assert anna.run()


def test_a_line_can_be_written_until_it_is_right(practice):
    anna = learner(practice)
    anna.open(lesson="1")
    while (anna.session().state["stage"]) != "drill":
        anna.step(anna.session())
    assert "small talk" in texts(anna.say("Nice weather at your place today."))[0]
    anna.say("Nice weather again today, is it not.")
    assert "implication" in " ".join(texts(anna.press(anna.buttons()["Show me one"]))) or anna.heard("longer like this")
    assert "your own way" in texts(anna.say(SAMPLE.drills[0].sample.en))[0]


def test_an_unsure_judge_fails_nobody(sqlite_engine, tmp_path):
    class Unsure(KindJudge):
        def judge(self, kind, text, before=None):
            from dataclasses import replace

            return replace(super().judge(kind, text, before), unsure=True, label="other")

    anna = learner(make(sqlite_engine, tmp_path, THREE, Unsure()))
    anna.open(lesson="1")
    assert anna.run()


@pytest.mark.parametrize(
    ("number", "expected"), [("2", "lesson 1 first"), ("99", "no lesson 99"), ("0", "no lesson 0")]
)
def test_a_lesson_that_is_locked_or_missing_gets_a_sentence(practice, number, expected):
    anna = learner(practice)
    assert expected in texts(anna.open(lesson=number))[0]
    assert anna.session() is None


@pytest.mark.parametrize("asked", ["第一课", "1", "lesson 1", "一"])
def test_a_lesson_is_named_in_many_ways(practice, asked):
    anna = learner(practice)
    anna.open(lesson=asked)
    assert anna.session().state["lesson"] == 1


def test_leaving_in_the_middle_keeps_the_place(practice):
    anna = learner(practice)
    anna.open(lesson="1")
    while anna.session().state["stage"] != "quiz" or len(anna.session().state["rights"]) < 2:
        anna.step(anna.session())
    practice.command(ANNA, "end")
    anna.open(lesson="1")
    assert anna.heard("from where you left")
    assert len(anna.session().state["rights"]) == 2
    assert anna.run()


def test_pausing_and_resuming_shows_the_same_layout(practice):
    anna = learner(practice)
    anna.open(lesson="1")
    while anna.session().state["stage"] != "quiz":
        anna.step(anna.session())
    shown = anna.last.messages[-1].text
    practice.command(ANNA, "pause")
    assert texts(practice.command(ANNA, "resume"))[-1] == shown


def test_the_same_lesson_on_a_second_device_goes_on_and_the_first_is_closed(practice):
    anna = learner(practice)
    anna.open(lesson="1")
    anna.say("next")
    first = anna.session().id
    anna.open(lesson="1")
    with practice.unit() as uow:
        assert (uow.sessions.get(first).status, uow.sessions.get(first).outcome) == ("ended", "continued")
    assert anna.session().state["i"] == 1


def test_a_button_pressed_on_two_devices_counts_once(practice):
    anna = learner(practice)
    anna.open(lesson="1")
    action = anna.buttons()["Next"]
    anna.press(action)
    assert "earlier step" in texts(anna.press(action))[0]
    assert anna.session().state["i"] == 1


@pytest.mark.parametrize("text", ["what?", "42", "再见", "😀", "a" * 3000])
def test_nonsense_on_a_card_gets_a_sentence_and_keeps_the_place(practice, text):
    anna = learner(practice)
    anna.open(lesson="1")
    assert "next" in texts(anna.say(text))[0]
    assert anna.session().state["i"] == 0


@pytest.mark.parametrize("text", ["hm", "1-2", "Z", "1B", "😀"])
def test_the_wrong_form_of_an_answer_gets_a_sentence_and_costs_nothing(practice, text):
    anna = learner(practice)
    anna.open(lesson="1")
    while anna.session().state["stage"] != "quiz":
        anna.step(anna.session())
    assert "cannot tell which" in texts(anna.say(text))[0]
    assert anna.session().state["rights"] == []


def test_items_can_be_answered_with_buttons_alone(practice):
    anna = learner(practice)
    anna.open(lesson="1")
    for _ in range(200):
        session = anna.session()
        if session.state["stage"] == "drill":
            break
        if session.state["stage"] != "quiz" or not anna.last.messages[-1].buttons:
            anna.step(session)
        else:
            press_through(anna)
    assert anna.session().state["stage"] == "drill"


def press_through(anna):
    """Answer the open item by its buttons."""
    from bot.coach.lesson.grade import solution

    question = anna.session().state["q"]
    item = THREE.lessons[question["lesson"]].item(question["id"])
    places = solution(item, tuple(question["layout"]))
    for n, place in enumerate(places):
        if item.kind in ("order", "match") and n == len(places) - 1:
            break
        anna.press(next(a for a in anna.buttons().values() if a.endswith(f".a{place}")))
    if item.kind == "multiple":
        anna.press(anna.buttons()["Done"])


def test_an_exam_is_locked_until_its_lessons_are_passed(practice):
    anna = learner(practice)
    assert "opens once" in texts(anna.open(lesson="exam 1"))[0]
    assert "no exam" in texts(anna.open(lesson="exam 77"))[0] or "no exam" in texts(anna.open(lesson="exam"))[0]


def test_a_failed_exam_brings_other_questions(practice):
    anna = learner(practice)
    for number in THREE.lessons:
        anna.open(lesson=str(number))
        anna.run()
    anna.wrong = {item.id for item in (*SAMPLE.exam, *SAMPLE.reserve)}
    anna.open(lesson="exam 1")
    first = {tuple(ref) for ref in anna.session().state["queue"]}
    anna.run()
    assert anna.heard("is a pass")
    anna.open(lesson="exam 1")
    again = {tuple(ref) for ref in anna.session().state["queue"]}
    assert len(first & again) < len(again)


def test_the_placement_test_skips_what_is_proved(practice):
    anna = learner(practice)
    anna.open(lesson="placement")
    assert anna.run()
    assert passed(practice) == {1, 2, 3}
    assert "nothing left to test" in texts(anna.open(lesson="placement"))[0]


def test_who_proves_nothing_starts_at_the_first_lesson(practice):
    anna = learner(practice, wrong={item.id for item in SAMPLE.quiz})
    anna.open(lesson="placement")
    assert anna.run()
    assert passed(practice) == set()
    assert "/lesson 1" in anna.buttons().values()


def test_the_certificate_is_not_given_before_the_end(practice):
    anna = learner(practice)
    assert "3 lessons" in texts(anna.open(lesson="certificate"))[0]


def test_progress_is_one_screen_with_a_picture(practice):
    anna = learner(practice)
    anna.open(lesson="1")
    anna.run()
    message = anna.open(lesson="progress").messages[-1]
    assert "1 of 3" in message.text
    assert Path(message.image).read_bytes().startswith(b"\x89PNG")


def test_settings_are_kept_and_nonsense_changes_nothing(practice):
    anna = learner(practice)
    anna.open(lesson="settings")
    anna.press(anna.buttons()["Time zone"])
    assert "do not know" in texts(anna.say("Middle-earth"))[0]
    anna.say("Berlin")
    anna.press(anna.buttons()["How many a day"])
    anna.press(anna.buttons()["8"])
    with practice.unit() as uow:
        habits = Book(uow, uow.users.get(ANNA.key), practice.clock()).habits
    assert (habits.zone, habits.per_day) == ("Europe/Berlin", 8)


def test_the_same_message_again_is_graded_once(practice):
    anna = learner(practice)
    anna.open(lesson="1")
    first = practice.take(ANNA, "next", key="m1")
    assert practice.take(ANNA, "next", key="m1") == first
    assert anna.session().state["i"] == 1


def test_a_lesson_taken_out_of_the_course_breaks_no_open_session(practice, sqlite_engine, tmp_path):
    anna = learner(practice)
    anna.open(lesson="1")
    other = make(sqlite_engine, tmp_path, Course(COURSE.parts, {3: SAMPLE}, COURSE.cues))
    assert "updated" in texts(other.take(ANNA, "next"))[0]
    assert other.place(ANNA).exercise is None


@pytest.mark.parametrize(
    ("who", "answer", "zone"),
    [
        (LI, "我在成都", "Asia/Shanghai"),
        (CHEN, "臺北", "Asia/Taipei"),
        (ANNA, "I'm in Munich.", "Europe/Berlin"),
    ],
)
def test_the_zone_is_asked_before_the_first_lesson_and_no_reminder_is_planned_on_a_guess(practice, who, answer, zone):
    reply = practice.start(who, "lesson", {"lesson": "1"})
    assert len(reply.messages[-1].buttons) == 6
    with practice.unit() as uow:
        user = uow.users.get(who.key)
        assert uow.orm.get(Reminder, user.id) is None
    practice.take(who, "hm")
    practice.take(who, answer)
    with practice.unit() as uow:
        user = uow.users.get(who.key)
        assert Book(uow, user, practice.clock()).habits.zone == zone
        assert uow.orm.get(Reminder, user.id) is not None
    assert learner(practice, who).session().state["stage"] == "card"


@pytest.mark.parametrize("said", [["next"], ["no idea what you mean", "what should I type"]])
def test_nobody_is_held_up_by_the_question_for_the_zone(practice, said):
    practice.start(ANNA, "lesson", {"lesson": "1"})
    for line in said:
        reply = practice.take(ANNA, line)
    assert "no reminders" in texts(reply)[0]
    assert learner(practice, ANNA).session().state["stage"] == "card"


def test_who_wants_no_reminders_gets_none_and_the_lesson_opens(practice):
    reply = practice.start(ANNA, "lesson", {"lesson": "1"})
    practice.press(ANNA, reply.messages[-1].buttons[-1].action)
    with practice.unit() as uow:
        assert uow.orm.get(Reminder, uow.users.get(ANNA.key).id) is None
    assert learner(practice).session().state["stage"] == "card"


@pytest.mark.parametrize("text", ["try again", "Try again", "Back to the cards"])
def test_the_label_of_a_button_may_be_typed(practice, text):
    anna = learner(practice, wrong={"q1", "q2"})
    anna.open(lesson="1")
    assert not anna.run()
    anna.say(text)
    assert anna.session().state["stage"] in ("quiz", "card")


def test_who_does_not_know_gets_the_answer_and_it_comes_back(practice):
    anna = learner(practice)
    anna.open(lesson="1")
    while anna.session().state["stage"] != "quiz":
        anna.step(anna.session())
    assert "The answer" in texts(anna.say("no idea"))[0]
    with practice.unit() as uow:
        assert list(Book(uow, uow.users.get(ANNA.key), practice.clock()).returns()) == ["item/1/q1"]
