"""The weekly letter: Monday at nine in the manager's zone, once a week, and what `/team` shows."""

from datetime import datetime, timedelta, timezone

import pytest

from tests.factories import ANNA

from .house import MAX
from .test_team import add_talks

SHANGHAI_NINE = datetime(2026, 3, 9, 1, 0, tzinfo=timezone.utc)
"""Monday, 9 March, nine o'clock in Shanghai."""


@pytest.fixture(autouse=True)
def in_shanghai(house):
    """Let the manager live by Shanghai's clock."""
    with house.unit() as uow:
        uow.users.get(MAX.key).preferences = {"lessons": {"zone": "Asia/Shanghai"}}


def letters(house, now):
    return [d for d in house.coaching.post.due(now, "tg:") if d.ref.startswith("digest/") and d.who.key == MAX.key]


def test_it_comes_on_monday_at_nine_and_once(house):
    assert letters(house, SHANGHAI_NINE - timedelta(minutes=1)) == []
    (letter,) = letters(house, SHANGHAI_NINE)
    house.coaching.post.sent(letter.ref, SHANGHAI_NINE)
    assert letters(house, SHANGHAI_NINE + timedelta(days=2)) == []
    assert len(letters(house, SHANGHAI_NINE + timedelta(days=7))) == 1


def test_it_comes_later_where_nobody_was_there_to_send_it(house):
    assert len(letters(house, SHANGHAI_NINE + timedelta(days=1, hours=3))) == 1


def test_it_tells_the_answers_and_who_practised(house):
    said = house.coaching.comments.write(house.max, house.talked, "Ask more.", SHANGHAI_NINE - timedelta(days=2))
    house.coaching.comments.answer(house.anna, said.id, "I will ask.", SHANGHAI_NINE - timedelta(days=1))
    text = letters(house, SHANGHAI_NINE)[0].reply.messages[0].text
    assert "I will ask." in text
    assert "North: 1 of 2 practised" in text


def test_a_week_without_anything_is_a_short_line(house):
    text = letters(house, SHANGHAI_NINE + timedelta(days=14))[0].reply.messages[0].text
    assert "North: nobody practised last week." in text


def test_the_team_is_one_screen(house):
    add_talks(house, "bo", 20)
    (message,) = house.coaching.chat.team(MAX).messages
    assert "North: 2 people; 1 practised in the last 7 days" in message.text
    assert "No practice for two weeks: Bo" in message.text
    assert [button.action for button in message.buttons] == ["/console"]


def test_a_rep_has_no_team_to_look_at(house):
    assert house.coaching.chat.team(ANNA).messages[0].buttons == ()
