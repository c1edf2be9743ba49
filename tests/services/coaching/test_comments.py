"""Comments and answers: who may, who is told, what stands in the console."""

import pytest

from bot.services.refusal import Refused
from tests.factories import ANNA, NOW
from tests.services.talking import PROBLEM

from .house import MAX


def write(house, text="Ask what it costs.", **more):
    return house.coaching.comments.write(house.max, house.talked, text, NOW, **more)


def test_a_comment_on_a_turn_and_its_answer_stand_together(house):
    said = write(house, turn_number=house.turn(PROBLEM))
    write(house, "Well done over all.")
    house.coaching.comments.answer(house.anna, said.id, "I will.", NOW)
    first, whole = house.coaching.comments.of_session(house.max, house.talked)
    assert (first.author, first.turn_number) == ("Max", house.turn(PROBLEM))
    assert [(a.author, a.text) for a in first.answers] == [("Anna", "I will.")]
    assert whole.turn_number is None


def test_an_answer_goes_to_who_wrote_the_comment(house):
    said = write(house, turn_number=house.turn(PROBLEM))
    for delivery in house.coaching.post.for_person(ANNA, NOW):
        house.coaching.post.sent(delivery.ref, NOW)
    house.coaching.comments.answer(house.anna, said.id, "I will.", NOW)
    (delivery,) = house.coaching.post.due(NOW, "tg:")
    assert delivery.who.key == MAX.key
    assert all(part in delivery.reply.messages[0].text for part in ("I will.", PROBLEM, "Ask what it costs."))


def test_a_comment_of_the_rep_on_their_own_talk_is_told_to_nobody(house):
    house.coaching.comments.write(house.anna, house.talked, "Note to myself.", NOW)
    assert house.coaching.post.due(NOW) == []


@pytest.mark.parametrize("name", ["bo", "zoe", "eva"])
def test_others_neither_read_nor_write(house, name):
    said = write(house)
    comments, viewer = house.coaching.comments, house.viewers[name]
    for attempt in (
        lambda: comments.of_session(viewer, house.talked),
        lambda: comments.write(viewer, house.talked, "Hello.", NOW),
        lambda: comments.answer(viewer, said.id, "Hello.", NOW),
    ):
        with pytest.raises(Refused, match="not_found"):
            attempt()


def test_private_practice_is_not_commented(house):
    house.change(house.talked, private=True)
    with pytest.raises(Refused, match="not_found"):
        write(house)


@pytest.mark.parametrize(("text", "key"), [(" \n", "empty"), ("a" * 8001, "too_long")])
def test_empty_and_endless_comments_are_refused(house, text, key):
    with pytest.raises(Refused, match=f"coaching.{key}"):
        write(house, text)


def test_the_list_shows_threads_with_a_button_each(house):
    said = write(house, turn_number=house.turn(PROBLEM))
    house.coaching.comments.answer(house.anna, said.id, "I {will}.", NOW)
    message = house.coaching.chat.comments(ANNA).messages[0]
    assert "Max: Ask what it costs." in message.text
    assert "Anna: I {will}." in message.text
    assert [button.action for button in message.buttons] == [f"/answer {said.id}"]
