"""Ways into the console: links, passwords, the limit on attempts, the browsers that are in."""

import re
from datetime import timedelta

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select

from bot.coach.access import Viewer
from bot.services.refusal import Refused
from bot.services.signin import SignIn
from bot.store.people_tables import ConsoleSession, SignInLink
from bot.store.unit import units
from tests.factories import NOW
from tests.services.people import company, office

MINUTE = timedelta(minutes=1)
PASSWORD = "a long enough one"
LIGHT = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture
def people(database):
    return company(database)


@pytest.fixture
def signin(database, people):
    found = SignIn(units(database), "https://coach.example", hasher=LIGHT)
    found.set_login(None, people.mo, " Mo ", NOW)
    found.set_password(None, people.mo, PASSWORD, NOW)
    return found


def refused(work):
    with pytest.raises(Refused) as error:
        work()
    return error.value


def test_a_link_lets_in_once_and_only_its_hash_is_stored(signin, people, database):
    link = signin.link(people.anna, NOW)
    token = re.fullmatch(r"https://coach\.example/enter/([\w-]{32})", link)[1]
    assert signin.look(token, NOW) == "Anna"
    entered = signin.enter(token, NOW + 9 * MINUTE)
    assert signin.current(entered.token, NOW + 9 * MINUTE).viewer == Viewer(people.anna)
    assert refused(lambda: signin.enter(token, NOW)).key == "signin.link_used"
    with units(database)() as uow:
        stored = [*uow.orm.scalars(select(SignInLink.token_hash)), *uow.orm.scalars(select(ConsoleSession.token_hash))]
    assert not {token, entered.token} & set(stored)


def test_a_link_is_over_after_ten_minutes_and_an_unknown_one_is_none(signin, people):
    token = signin.link(people.anna, NOW).rsplit("/", 1)[1]
    assert refused(lambda: signin.enter(token, NOW + 10 * MINUTE)).key == "signin.link_expired"
    assert refused(lambda: signin.enter("made up", NOW)).key == "signin.link_unknown"


def test_a_password_lets_in_whatever_the_case_of_the_login(signin, people):
    entered = signin.password("mO", PASSWORD, "10.0.0.1", NOW)
    browser = signin.current(entered.token, NOW)
    assert (browser.viewer.user_id, browser.viewer.role, browser.csrf) == (people.mo, "manager", entered.csrf)
    assert browser.viewer.leads == {people.north}


def test_a_wrong_password_and_an_unknown_login_get_the_same_words_and_the_same_work(signin, monkeypatch):
    verified = []
    check = PasswordHasher.verify
    monkeypatch.setattr(PasswordHasher, "verify", lambda self, *a: verified.append(1) or check(self, *a))
    assert refused(lambda: signin.password("mo", "not this one", "1", NOW)).key == "signin.wrong"
    assert refused(lambda: signin.password("nobody", "not this one", "2", NOW)).key == "signin.wrong"
    assert refused(lambda: signin.password("", "", "3", NOW)).key == "signin.wrong"
    assert len(verified) == 3


def test_five_failures_of_a_name_close_it_for_a_quarter_of_an_hour(signin):
    for n in range(5):
        assert (
            refused(lambda n=n: signin.password("mo", "wrong", f"address {n}", NOW + n * MINUTE)).key == "signin.wrong"
        )
    error = refused(lambda: signin.password("mo", PASSWORD, "another", NOW + 5 * MINUTE))
    assert (error.key, error.values) == ("signin.wait", {"minutes": 10})
    assert signin.password("mo", PASSWORD, "another", NOW + 15 * MINUTE).csrf


def test_five_failures_of_an_address_close_it_for_every_name(signin):
    for n in range(5):
        refused(lambda n=n: signin.password(f"guess {n}", "wrong", "10.0.0.9", NOW))
    assert refused(lambda: signin.password("mo", PASSWORD, "10.0.0.9", NOW)).key == "signin.wait"
    assert signin.password("mo", PASSWORD, "10.0.0.8", NOW).csrf


def test_signing_in_rightly_counts_as_no_failure(signin):
    for _ in range(8):
        signin.password("mo", PASSWORD, "10.0.0.1", NOW)


def test_a_browser_stays_while_it_is_used_and_leaves_after_twelve_hours(signin):
    entered, hours = signin.password("mo", PASSWORD, "1", NOW), timedelta(hours=11)
    assert signin.current(entered.token, NOW + hours)
    assert signin.current(entered.token, NOW + 2 * hours)
    assert signin.current(entered.token, NOW + 2 * hours + timedelta(hours=12)) is None
    assert signin.current("made up", NOW) is None


def test_a_new_role_or_password_signs_out_everywhere(signin, people, database, tmp_path):
    first, second = (signin.password("mo", PASSWORD, str(n), NOW) for n in range(2))
    link = signin.link(people.mo, NOW).rsplit("/", 1)[1]
    signin.set_password(Viewer(people.mo, "manager"), people.mo, "another long one", NOW)
    assert [signin.current(each.token, NOW) for each in (first, second)] == [None, None]
    assert refused(lambda: signin.enter(link, NOW)).key == "signin.link_unknown"
    third = signin.password("mo", "another long one", "3", NOW)
    office(database, tmp_path).people.set_role(None, people.mo, "rep", NOW)
    assert signin.current(third.token, NOW) is None


def test_signing_out_closes_one_browser(signin):
    first, second = (signin.password("mo", PASSWORD, str(n), NOW) for n in range(2))
    signin.sign_out(first.token)
    assert [bool(signin.current(each.token, NOW)) for each in (first, second)] == [False, True]


@pytest.mark.parametrize(
    ("password", "key"),
    [("short", "password_short"), ("x" * 201, "password_long"), ("mo-the-manager", "password_is_login")],
)
def test_a_password_that_is_no_good_is_refused(signin, people, password, key):
    signin.set_login(None, people.mo, "mo-the-manager", NOW)
    assert refused(lambda: signin.set_password(None, people.mo, password, NOW)).key == f"signin.{key}"


def test_logins_are_one_persons_and_only_an_admin_gives_them_to_others(signin, people):
    assert refused(lambda: signin.set_login(None, people.anna, "MO", NOW)).key == "signin.login_taken"
    assert refused(lambda: signin.set_login(None, people.anna, "a b", NOW)).key == "signin.bad_login"
    assert refused(lambda: signin.set_password(None, people.anna, PASSWORD, NOW)).key == "signin.needs_login"
    mo = Viewer(people.mo, "manager", frozenset({people.north}))
    assert refused(lambda: signin.set_password(mo, people.anna, PASSWORD, NOW)).key == "people.forbidden"
