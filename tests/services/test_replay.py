"""The seat again at a line of an own talk, and the branches side by side."""

import pytest

from bot.services.practice import Who
from tests.factories import ANNA, texts

from .talking import FACT, LATE, PITCH, PROBLEM


def branch(desk, wish):
    desk.practice.start(ANNA, "roleplay", {"replay": desk.talks.line(ANNA, wish)})
    return desk.practice.place(ANNA).session_id


def test_a_branch_knows_its_parent_and_has_the_lines_before_it(desk):
    old, _ = desk.talk(FACT, PITCH, PROBLEM)
    new = branch(desk, "2")
    with desk.practice.unit() as uow:
        session = uow.sessions.get(new)
        rep = [t.text for t in uow.sessions.turns(new) if t.speaker == "rep"]
        assert (session.parent_id, session.seed, session.difficulty) == (old, 7, "normal")
        assert rep == [FACT]
        assert session.state["buyer"]["turn"] == 1


def test_the_same_lines_give_the_same_talk_again(desk):
    old, _ = desk.talk(FACT, PROBLEM, LATE)
    new = branch(desk, "2")
    again = [texts(desk.practice.take(ANNA, line)) for line in (PROBLEM, LATE)]
    with desk.practice.unit() as uow:
        heard = [t.text for t in uow.sessions.turns(old) if t.speaker == "customer"]
    assert [line for reply in again for line in reply] == heard[2:4]
    assert new != old


def test_the_buyers_last_words_are_said_again(desk):
    desk.begin()
    heard = texts(desk.practice.take(ANNA, FACT))
    desk.practice.take(ANNA, PITCH)
    desk.practice.command(ANNA, "end")
    reply = desk.practice.start(ANNA, "roleplay", {"replay": desk.talks.line(ANNA, "2")})
    assert texts(reply)[-1] == heard[-1]


def test_from_the_first_line_the_talk_is_whole_again(desk):
    desk.talk(PITCH, PROBLEM)
    branch(desk, "1")
    desk.practice.take(ANNA, PROBLEM)
    with desk.practice.unit() as uow:
        assert uow.sessions.get(desk.practice.place(ANNA).session_id).state["buyer"]["turn"] == 1


def test_undo_in_a_branch_goes_back_to_its_first_line(desk):
    desk.talk(FACT, PITCH)
    branch(desk, "2")
    desk.practice.take(ANNA, PROBLEM)
    desk.practice.command(ANNA, "undo")
    with desk.practice.unit() as uow:
        assert uow.sessions.get(desk.practice.place(ANNA).session_id).state["buyer"]["turn"] == 1


@pytest.mark.parametrize("wish", ["0", "9", "-1", "x", "99.1", "1.99", "1.x", "٣", ""])
def test_what_is_no_line_is_none(desk, wish):
    desk.talk(FACT, PITCH)
    assert desk.talks.line(ANNA, wish) is None


def test_nobody_replays_the_talk_of_another(desk):
    number, _ = desk.talk(FACT)
    other = Who("term:bob", "Bob", "en")
    assert desk.talks.line(other, f"{number}.1") is None
    assert "no talk" in texts(desk.talks.replay(other, f"{number}."))[0]
    reply = desk.practice.start(other, "roleplay", {"replay": f"{number}.1"})
    assert "no such line" in texts(reply)[0]


def test_the_list_shows_every_line(desk):
    desk.talk(FACT, PITCH, PROBLEM)
    text = texts(desk.talks.replay(ANNA))[0]
    assert all(line in text for line in (FACT, PITCH, PROBLEM))


def test_branches_stand_side_by_side(desk):
    desk.talk(FACT, PITCH)
    branch(desk, "2")
    desk.practice.take(ANNA, PROBLEM)
    desk.practice.command(ANNA, "end")
    text = texts(desk.talks.compare(ANNA))[0]
    assert PITCH in text
    assert PROBLEM in text
    assert "More came out: reconciliation by hand" in text


def test_one_talk_alone_is_not_compared(desk):
    desk.talk(FACT)
    assert "no branches" in texts(desk.talks.compare(ANNA))[0]


def test_a_branch_does_not_count_for_the_course(desk):
    desk.talk(FACT, PITCH)
    branch(desk, "2")
    desk.practice.take(ANNA, PROBLEM)
    assert "Your course" not in " ".join(texts(desk.practice.command(ANNA, "end")))
