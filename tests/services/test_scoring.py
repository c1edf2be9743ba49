"""The card at the end of a talk, and scoring all again."""

from pathlib import Path

from bot.services.scoring import rescore
from tests.factories import ANNA, NOW, texts

from .talking import FACT, LATE, PITCH, PROBLEM, WORTH


def scores(desk, number):
    with desk.practice.unit() as uow:
        return [(s.version, s.total) for s in uow.sessions.get(number).scores]


def test_the_end_stores_a_card_and_shows_one_thing_to_fix(desk):
    number, reply = desk.talk(PITCH, FACT)
    assert len(scores(desk, number)) == 1
    assert "Change this one thing" in texts(reply)[-1]
    assert PITCH in texts(reply)[-1]


def test_the_end_sends_a_picture(desk):
    _, reply = desk.talk(PROBLEM, LATE)
    image = next(m.image for m in reply.messages if m.image)
    assert Path(image).read_bytes().startswith(b"\x89PNG")


def test_the_buttons_lead_to_details_replay_and_letter(desk):
    number, reply = desk.talk(PROBLEM)
    actions = [b.action for b in reply.messages[-1].buttons]
    assert {f"/score {number}", f"/replay {number}.", f"/letter {number}"} <= set(actions)


def test_a_talk_without_a_line_is_not_scored(desk):
    number, _ = desk.talk()
    assert scores(desk, number) == []


def test_lines_taken_back_do_not_count(desk):
    desk.begin()
    desk.practice.take(ANNA, PITCH)
    desk.practice.command(ANNA, "undo")
    desk.practice.take(ANNA, PROBLEM)
    assert PITCH not in texts(desk.practice.command(ANNA, "end"))[-1]


def test_the_course_is_told_from_the_second_talk_and_a_level_from_the_third(desk):
    said = [" ".join(texts(desk.talk(PROBLEM, LATE)[1])) for _ in range(3)]
    assert ["Your course" in text for text in said] == [False, True, True]
    assert ["Level:" in text for text in said] == [False, False, True]


def test_scoring_again_keeps_both_versions_and_changes_nothing(desk):
    number, _ = desk.talk(PROBLEM, LATE, WORTH)
    first = rescore(desk.practice.unit, desk.scenes, NOW, print)
    second = rescore(desk.practice.unit, desk.scenes, NOW, print)
    stored = scores(desk, number)
    assert (first.sessions, first.changed) == (1, 0)
    assert len({version for version, _ in stored}) == 3
    assert len({total for _, total in stored}) == 1
    assert first.version != second.version


def test_conduct_of_a_thin_talk_says_why_it_earns_a_part_only(desk):
    number, _ = desk.talk(FACT, PROBLEM)
    text = texts(desk.talks.score(ANNA, f"{number} conduct"))[0]
    assert "lapses: 0; the talk went 20% deep" in text


def test_only_dimensions_that_count_get_a_button(desk):
    number, _ = desk.talk(FACT, PROBLEM)
    message = desk.talks.score(ANNA, str(number)).messages[0]
    assert "requirements" not in [b.action.rsplit(" ", 1)[-1] for b in message.buttons]
    assert "needs" in [b.action.rsplit(" ", 1)[-1] for b in message.buttons]
