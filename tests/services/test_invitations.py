"""Invitations: who may give which, and what a token does once."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.coach.access import Viewer
from bot.services.people import viewer_of
from bot.services.refusal import Refused
from bot.store.people_tables import Invitation
from bot.store.tables import User
from bot.store.unit import units
from tests.factories import NOW
from tests.services.people import add, company, office


@pytest.fixture
def people(database):
    return company(database)


@pytest.fixture
def house(database, tmp_path):
    return office(database, tmp_path)


@pytest.fixture
def guest(database):
    with units(database)() as uow:
        return add(uow, "tg:9", name="Guest").id


def manager(people):
    return Viewer(people.mo, "manager", frozenset({people.north}))


def refused(work):
    with pytest.raises(Refused) as error:
        work()
    return error.value.key


def test_a_managers_link_makes_a_rep_of_the_team_once(house, people, guest, database):
    made = house.invitations.make(manager(people), "rep", people.north, NOW)
    joined = house.invitations.accept(guest, made.token, NOW)
    assert (joined.team, joined.role, joined.leaders) == ("North", "rep", ("Mo",))
    assert house.people.person(None, guest).team_id == people.north
    assert refused(lambda: house.invitations.accept(people.ben, made.token, NOW)) == "invitations.used"
    with units(database)() as uow:
        assert uow.orm.scalars(select(Invitation.token_hash)).one() != made.token


def test_a_link_is_over_after_seven_days_and_an_unknown_one_is_none(house, people, guest):
    made = house.invitations.make(None, "rep", people.north, NOW)
    assert (
        refused(lambda: house.invitations.accept(guest, made.token, NOW + timedelta(days=7))) == "invitations.expired"
    )
    assert refused(lambda: house.invitations.look("made up", NOW)) == "invitations.unknown"


def test_nobody_gives_more_than_is_theirs(house, people):
    mo = manager(people)
    assert refused(lambda: house.invitations.make(mo, "manager", people.north, NOW)) == "people.forbidden"
    assert refused(lambda: house.invitations.make(mo, "rep", people.south, NOW)) == "people.no_team"
    assert refused(lambda: house.invitations.make(mo, "admin", None, NOW)) == "people.forbidden"
    assert refused(lambda: house.invitations.make(Viewer(people.anna), "rep", people.north, NOW)) == "people.no_team"
    assert refused(lambda: house.invitations.make(None, "rep", None, NOW)) == "invitations.needs_team"
    assert refused(lambda: house.invitations.make(None, "boss", people.north, NOW)) == "people.bad_role"


def test_a_managers_invitation_gives_a_team_to_lead_and_a_higher_role_stays(house, people, guest, database):
    made = house.invitations.make(None, "manager", people.south, NOW)
    house.invitations.accept(guest, made.token, NOW)
    with units(database)() as uow:
        assert viewer_of(uow, uow.orm.get(User, guest)) == Viewer(guest, "manager", frozenset({people.south}))
    for_admin = house.invitations.make(None, "rep", people.south, NOW)
    assert house.invitations.accept(people.ada, for_admin.token, NOW).role == "admin"


def test_waiting_links_are_listed_to_those_who_may_give_them_and_can_be_withdrawn(house, people, guest):
    made = house.invitations.make(manager(people), "rep", people.north, NOW)
    house.invitations.make(None, "rep", people.south, NOW)
    (mine,) = house.invitations.open(manager(people), NOW)
    assert (mine.team, mine.by) == ("North", "Mo")
    assert house.invitations.open(Viewer(people.anna), NOW) == []
    other = Viewer(people.ben, "manager", frozenset({people.south}))
    assert refused(lambda: house.invitations.withdraw(other, mine.id, NOW)) == "invitations.unknown"
    house.invitations.withdraw(manager(people), mine.id, NOW)
    assert refused(lambda: house.invitations.accept(guest, made.token, NOW)) == "invitations.expired"


def test_a_link_is_a_deep_link_in_telegram_and_a_command_in_the_terminal(house, people):
    made = house.invitations.make(None, "rep", people.north, NOW)
    assert made.link("peilian_bot") == f"https://t.me/peilian_bot?start={made.token}"
    assert made.link(None) == f"/start {made.token}"
    assert len(made.token) <= 64
