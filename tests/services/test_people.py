"""People, roles, teams; who sees whom; the audit log; the reading log."""

from datetime import timedelta

import pytest

from bot.coach.access import Viewer
from bot.services.people import owned_deal
from bot.services.refusal import Refused
from bot.store.tables import Deal
from bot.store.unit import units
from tests.factories import NOW
from tests.services.people import CATALOG, add_talk, company, office


@pytest.fixture
def people(database):
    return company(database)


@pytest.fixture
def house(database, tmp_path):
    return office(database, tmp_path)


def manager(people):
    return Viewer(people.mo, "manager", frozenset({people.north}))


def refused(work):
    with pytest.raises(Refused) as error:
        work()
    assert error.value.words(CATALOG, "en") != error.value.words(CATALOG, "zh-Hans")
    return error.value.key


def test_a_manager_sees_the_own_team_a_rep_nobody_else(house, people):
    assert [p.name for p in house.people.listed(manager(people))] == ["Anna", "Mo"]
    assert [p.name for p in house.people.listed(Viewer(people.anna))] == ["Anna"]
    assert len(house.people.listed(Viewer(people.ada, "admin"))) == 4
    assert refused(lambda: house.people.person(manager(people), people.ben)) == "people.not_found"
    assert [t.name for t in house.people.teams(manager(people))] == ["North"]
    assert house.people.teams(Viewer(people.anna)) == []


def test_only_an_admin_changes_rights_and_each_change_is_in_the_log(house, people):
    assert refused(lambda: house.people.set_role(manager(people), people.anna, "admin", NOW)) == "people.forbidden"
    ada = Viewer(people.ada, "admin")
    house.people.set_role(ada, people.anna, "manager", NOW)
    assert house.people.lead(ada, people.anna, "South", True, NOW).leads == ("South",)
    house.people.set_role(ada, people.anna, "rep", NOW)
    assert house.people.person(None, people.anna).leads == ()
    log = house.audit.since(ada, NOW + timedelta(days=1))
    assert [(e.by, e.what, e.about.get("role")) for e in log] == [
        ("Ada", "role", "rep"),
        ("Ada", "lead", None),
        ("Ada", "role", "manager"),
    ]
    assert refused(lambda: house.audit.since(manager(people), NOW)) == "people.not_found"


@pytest.mark.parametrize(
    ("work", "key"),
    [
        (lambda p, ids: p.set_role(None, ids.anna, "boss", NOW), "bad_role"),
        (lambda p, ids: p.set_role(None, ids.ada, "rep", NOW), "last_admin"),
        (lambda p, ids: p.set_role(None, 999, "rep", NOW), "not_found"),
        (lambda p, ids: p.lead(None, ids.anna, "North", True, NOW), "not_a_manager"),
        (lambda p, ids: p.lead(None, ids.mo, "West", False, NOW), "no_team"),
        (lambda p, ids: p.rename(None, ids.anna, "  ", NOW), "bad_name"),
        (lambda p, ids: p.add(None, "tg:x", now=NOW), "bad_key"),
        (lambda p, ids: p.add(None, "tg:2", now=NOW), "exists"),
        (lambda p, ids: p.find("nobody"), "unknown"),
        (lambda p, ids: p.rename_team(None, ids.north, "South", NOW), "team_exists"),
    ],
)
def test_what_cannot_be_done_is_said(house, people, work, key):
    assert refused(lambda: work(house.people, people)) == f"people.{key}"


def test_a_reading_is_written_once_within_ten_minutes_and_never_for_the_own(house, people, database):
    with units(database)() as uow:
        talk = add_talk(uow, people.anna, "one").id
    log = house.readings.log
    assert log(manager(people), talk, "page", NOW)
    assert not log(manager(people), talk, "page", NOW + timedelta(minutes=9))
    assert log(manager(people), talk, "export", NOW)
    assert log(manager(people), talk, "page", NOW + timedelta(minutes=10))
    assert not log(Viewer(people.anna), talk, "page", NOW)
    lines = house.readings.of_owner(people.anna)
    assert [(line.reader, line.how) for line in lines] == [("Mo", "page"), ("Mo", "export"), ("Mo", "page")]
    assert refused(lambda: log(Viewer(people.ben), talk, "page", NOW)) == "people.not_found"


def test_private_practice_can_be_read_by_nobody_until_it_is_submitted(house, people, database):
    with units(database)() as uow:
        deal = uow.deals.add(Deal(user_id=people.anna, customer="Acme", sheets={}, created_at=NOW, updated_at=NOW))
        talk = add_talk(uow, people.anna, "one", private=True, deal_id=deal.id)
        assert owned_deal(uow, deal).withheld
    for viewer in (manager(people), Viewer(people.ada, "admin")):
        assert refused(lambda viewer=viewer: house.readings.log(viewer, talk.id, "page", NOW)) == "people.not_found"
    with units(database)() as uow:
        uow.sessions.get(talk.id).submitted_at = NOW
        assert not owned_deal(uow, uow.deals.get(deal.id)).withheld
    assert house.readings.log(manager(people), talk.id, "page", NOW)
