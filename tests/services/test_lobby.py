"""The lobby: what is said between exercises, and the settings that hold everywhere."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.services.lobby import Lobby
from bot.services.practice import Who
from bot.store.tables import Deal
from tests.factories import ANNA, NOW, make_practice, texts
from tests.services.test_practice import Echo


class Spin(Echo):
    name = "spin"


@pytest.fixture
def lobby(database, tmp_path):
    return Lobby(make_practice(database, [Spin()]), tmp_path)


def actions(reply):
    return [button.action for button in reply.messages[-1].buttons]


def test_a_new_person_is_told_what_this_is_and_a_known_one_is_known(lobby):
    assert "sparring partner" in texts(lobby.greet(ANNA))[0]
    lobby.practice.start(ANNA, "spin")
    lobby.practice.command(ANNA, "pause")
    reply = lobby.greet(ANNA)
    assert "Anna" in texts(reply)[0]
    assert actions(reply) == ["/resume", "/spin"]


def test_help_lists_only_what_there_is(lobby):
    (text,) = texts(lobby.help(ANNA))
    assert "/spin" in text
    assert "/lesson" not in text


def test_progress_counts_by_exercise(lobby):
    lobby.practice.start(ANNA, "spin")
    lobby.practice.command(ANNA, "end")
    lobby.practice.start(ANNA, "spin")
    text = texts(lobby.progress(ANNA))[0]
    assert "started 2, finished 1" in text
    assert f"{NOW:%Y-%m-%d}" in text


def test_every_exercise_has_a_name_in_the_progress(lobby):
    for name in ("spin", "roleplay", "trace", "decide", "lesson", "letter"):
        assert f"lobby.button_{name}" in lobby.practice.content.catalog


@pytest.mark.parametrize(("choice", "sentence"), [("en", "English from now on"), ("zh-Hant", "以後用中文")])
def test_a_chosen_language_stays(lobby, choice, sentence):
    assert sentence in texts(lobby.language(ANNA, choice))[0]
    assert lobby.practice.place(ANNA, "你好吗朋友" if choice == "en" else "hello there friend").language == choice


def test_languages_are_offered_by_their_own_names(lobby):
    buttons = lobby.language(ANNA).messages[0].buttons
    assert [(b.label, b.action) for b in buttons] == [
        ("简体中文", "/language zh-Hans"),
        ("繁體中文", "/language zh-Hant"),
        ("English", "/language en"),
    ]


def test_the_note_level_is_kept(lobby):
    assert actions(lobby.note(ANNA, "")) == ["/note off", "/note brief", "/note full"]
    lobby.note(ANNA, "brief")
    with lobby.practice.unit() as uow:
        assert uow.users.get(ANNA.key).preferences["note"] == "brief"


def test_a_customers_line_is_kept_and_taken(lobby):
    assert lobby.take_line(ANNA) is None
    lobby.keep_line(ANNA, "under 40k " * 20)
    assert lobby.take_line(ANNA) == "under 40k " * 20


def test_an_offer_is_over_after_half_an_hour(lobby):
    lobby.keep_line(ANNA, "under 40k")
    assert lobby.offered_line(ANNA) == "under 40k"
    later = replace(lobby, practice=replace(lobby.practice, clock=lambda: NOW + timedelta(minutes=31)))
    assert later.offered_line(ANNA) is None
    assert later.take_line(ANNA) == "under 40k"


def test_a_plan_of_somebody_else_is_not_shown(lobby):
    lobby.greet(ANNA)
    with lobby.practice.unit() as uow:
        user = uow.users.get(ANNA.key)
        deal = uow.deals.add(
            Deal(user_id=user.id, customer="Acme", sheets={"call_plan": {}}, created_at=NOW, updated_at=NOW)
        )
    assert "no call plan" in texts(lobby.plan(Who("term:bob", "Bob", "en"), str(deal.id)))[0]


def test_deals_are_listed_with_their_plans(lobby):
    assert "No deals yet" in texts(lobby.deals(ANNA))[0]
    with lobby.practice.unit() as uow:
        user = uow.users.get(ANNA.key)
        uow.deals.add(Deal(user_id=user.id, customer="Acme", product="ERP", sheets={}, created_at=NOW, updated_at=NOW))
        uow.deals.add(
            Deal(user_id=user.id, customer="Borg", sheets={"call_plan": {"a": 1}}, created_at=NOW, updated_at=NOW)
        )
    reply = lobby.deals(ANNA)
    assert "Acme / ERP" in texts(reply)[0]
    assert [button.label for button in reply.messages[0].buttons] == ["Borg: call plan"]
