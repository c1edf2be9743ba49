"""What a person decides about their own words: consent, private practice, taking away; as the bot says it."""

import json
from datetime import timedelta
from zipfile import ZipFile

import pytest
from sqlalchemy import select

from bot.coach.access import Viewer
from bot.services.practice import Practice, Who
from bot.services.refusal import Refused
from bot.store.people_tables import Comment
from bot.store.tables import Session, User
from bot.store.unit import units
from tests.factories import NOW, Clock, FakeJudge, texts
from tests.services.people import CATALOG, add_talk, company, office
from tests.services.test_practice import Echo

ANNA = Who("tg:2", "Anna", "en")
NEW = Who("tg:77", "Ning", "en")


@pytest.fixture
def people(database):
    return company(database)


@pytest.fixture
def house(database, tmp_path):
    return office(database, tmp_path, days=90)


def practice(database):
    content = type("Content", (), {"catalog": CATALOG, "version": "1"})()
    return Practice(units(database), FakeJudge(), content, {"echo": Echo()}, Clock(), lambda: 7)


def said(entry):
    return [message.text for message in entry.messages]


def test_a_stranger_is_told_three_things_and_nothing_but_the_row_is_kept(house, database):
    entry = house.consent.gate(NEW, "my customer is Acme")
    assert "1." in said(entry)[0]
    assert "3. The words are deleted after 90 days" in said(entry)[0]
    assert [b.action for b in entry.messages[0].buttons] == ["/consent yes", "/consent no"]
    with units(database)() as uow:
        user = uow.users.get(NEW.key)
        assert (user.preferences, user.consent_at) == ({}, None)
        assert "Acme" not in str(vars(user))


def test_the_question_follows_the_language(house):
    assert "同意就开始" in said(house.consent.gate(NEW, "我们的客户说太贵了"))[0]
    assert "同意就開始" in said(house.consent.gate(Who("tg:78", "", "zh-Hant"), "我們的客戶說太貴了"))[0]


def test_a_no_asks_nothing_more_and_a_yes_lets_in(house):
    assert "not start" in said(house.consent.gate(NEW, "", "consent", "no"))[0]
    assert house.consent.gate(NEW, "", "spin") is not None
    assert house.consent.gate(NEW, "I agree").then_welcome
    assert house.consent.gate(NEW, "", "spin") is None


@pytest.mark.parametrize("command", ["help", "language", "forget"])
def test_some_commands_are_answered_before(house, command):
    assert house.consent.gate(NEW, "", command).after


def test_an_invitation_is_kept_through_consent(house, people, database):
    made = house.invitations.make(None, "rep", people.north, NOW)
    assert "North" in said(house.consent.gate(NEW, "", "start", made.token))[0]
    with units(database)() as uow:
        assert made.token not in str(uow.users.get(NEW.key).preferences)
    entry = house.consent.gate(NEW, "", "consent", "yes")
    assert said(entry)[1] == "You are in the team North now, as a rep. It is led by Mo."
    with units(database)() as uow:
        assert (uow.users.get(NEW.key).team_id, uow.users.get(NEW.key).preferences) == (people.north, {})


def test_a_bad_invitation_is_said_and_the_question_comes_all_the_same(house):
    first, second = said(house.consent.gate(NEW, "", "start", "nonsense"))
    assert "do not know this invitation" in first
    assert "Shall we start" in second


def test_people_from_before_are_asked_once_and_lose_nothing(house, people, database):
    with units(database)() as uow:
        add_talk(uow, people.anna, "one")
        uow.users.get(ANNA.key).consent_at = None
    assert "Nothing of yours is lost" in said(house.consent.gate(ANNA, "hello"))[0]
    assert house.consent.gate(ANNA, "", "consent", "yes").then_welcome
    assert house.consent.gate(ANNA, "hello") is None
    with units(database)() as uow:
        assert len(uow.sessions.of_user(people.anna)) == 1


def test_a_private_exercise_says_so_and_waits_to_be_submitted(house, people, database):
    assert "not the words" in texts(house.privacy.private(ANNA, "on"))[0]
    assert texts(practice(database).start(ANNA, "echo"))[0].startswith("Private:")
    house.privacy.private(ANNA, "off")
    practice(database).start(ANNA, "echo")
    with units(database)() as uow:
        later, first = uow.sessions.of_user(people.anna)
        assert (first.private, later.private) == (True, False)
    (button,) = house.privacy.submit(ANNA).messages[0].buttons
    assert button.action == f"/submit {first.id}"
    (sure,) = house.privacy.submit(ANNA, str(first.id)).messages[0].buttons
    with units(database)() as uow:
        assert uow.sessions.get(first.id).submitted_at is None
    house.privacy.submit(ANNA, sure.action.removeprefix("/submit "))
    with units(database)() as uow:
        assert uow.sessions.get(first.id).submitted_at is not None
    assert "no private practice" in texts(house.privacy.submit(ANNA))[0]


def test_one_exercise_can_be_private_and_a_branch_of_it_is_too(people, database):
    made = practice(database)
    made.start(ANNA, "echo", {"private": "yes"})
    with units(database)() as uow:
        (first,) = uow.sessions.of_user(people.anna)
        assert first.private
    made.start(ANNA, "echo")
    with units(database)() as uow:
        uow.sessions.of_user(people.anna)[0].parent_id = first.id
    made.take(ANNA, "again")
    with units(database)() as uow:
        assert uow.sessions.of_user(people.anna)[0].private


def test_nobody_submits_what_is_another_persons(house, people, database):
    with units(database)() as uow:
        theirs = add_talk(uow, people.ben, "one", private=True).id
        add_talk(uow, people.anna, "two", private=True)
    assert "cannot find" in texts(house.privacy.submit(ANNA, f"{theirs} yes"))[0]


def test_readers_are_told_with_day_and_way(house, people, database):
    assert "Nobody else" in texts(house.privacy.readers(ANNA))[0]
    with units(database)() as uow:
        talk = add_talk(uow, people.anna, "one").id
    house.readings.log(Viewer(people.ada, "admin"), talk, "page", NOW)
    assert "Ada read your role-play of 2026-03-02" in texts(house.privacy.readers(ANNA))[0]


def test_the_file_holds_everything_and_no_secret(house, people, database):
    with units(database)() as uow:
        talk = add_talk(uow, people.anna, "one *two*", scene="finance_chief")
        uow.orm.add(Comment(session_id=talk.id, author_id=people.mo, text="Well asked.", at=NOW))
        other = add_talk(uow, people.ben, "ben's secret").id
        uow.orm.add(Comment(session_id=other, author_id=people.anna, text="from Anna", at=NOW))
    house.signin.link(people.anna, NOW)
    path = house.takeout.write(Viewer(people.anna), people.anna, NOW)
    with ZipFile(path) as archive:
        everything = json.loads(archive.read("all.json"))
        (page,) = (name for name in archive.namelist() if name.startswith("talks/"))
        text = archive.read(page).decode()
    assert [row["text"] for row in everything["turns"]] == ["one *two*"]
    assert [row["text"] for row in everything["elsewhere"]["comments"]] == ["from Anna"]
    assert "Well asked." in text
    assert "one *two*" in text
    assert "ben's secret" not in json.dumps(everything)
    assert not any(word in json.dumps(everything) for word in ("token_hash", "password_hash", "csrf"))
    assert path.stat().st_mode & 0o077 == 0
    for by in (Viewer(people.mo, "manager", frozenset({people.north})), Viewer(people.ada, "admin")):
        with pytest.raises(Refused, match=r"people\.not_found"):
            house.takeout.write(by, people.anna, NOW)
    assert [entry.what for entry in house.audit.since(None, NOW)] == ["export"]


def test_forgetting_is_shown_first_and_its_button_works_for_a_while_only(house, people, database):
    with units(database)() as uow:
        add_talk(uow, people.anna, "one", "two")
    reply = house.privacy.forget(ANNA)
    assert "exercises: 1, with 2 lines" in texts(reply)[0]
    code = reply.messages[0].buttons[0].action.removeprefix("/forget ")
    house.privacy.clock.now += timedelta(minutes=16)
    again = house.privacy.forget(ANNA, code)
    assert again.messages[0].buttons[0].action != f"/forget {code}"
    assert "all gone" in texts(house.privacy.forget(ANNA, again.messages[0].buttons[0].action[8:]))[0]
    with units(database)() as uow:
        assert uow.orm.scalars(select(User).where(User.key == ANNA.key)).all() == []
        assert uow.orm.scalars(select(Session).where(Session.user_id == people.anna)).all() == []
