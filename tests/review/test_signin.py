"""Getting in and out."""

import pytest

from .house import PASSWORD, secret


@pytest.fixture
def max_with_password(house):
    house.room.office.signin.set_login(None, house.ids["max"], "max", house.clock())
    house.room.office.signin.set_password(None, house.ids["max"], PASSWORD, house.clock())
    return house


def test_a_link_works_once_and_only_by_its_button(house):
    where = f"/enter/{house.link('max')}"
    browser = house.browser()
    for _ in range(2):
        page = browser.get(where)
        assert "Max" in page.text
    answer = browser.post(where, data={"csrf": secret(page)})
    assert answer.headers["location"] == "/"
    assert browser.get("/").status_code == 200
    assert house.browser().get(where).status_code == 422


def test_the_cookie_is_out_of_reach(house):
    browser = house.browser()
    page = browser.get(f"/enter/{house.link('max')}")
    cookie = browser.post(page.url.path, data={"csrf": secret(page)}).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


def test_password_sign_in_and_its_limit(max_with_password):
    browser = max_with_password.browser()
    page = browser.get("/sign-in")
    send = lambda password: browser.post(  # noqa: E731
        "/sign-in", data={"csrf": secret(page), "login": "max", "password": password}
    )
    assert [send("wrong password").status_code for _ in range(5)] == [422] * 5
    assert send(PASSWORD).status_code == 422


def test_the_right_password_lets_in(max_with_password):
    browser = max_with_password.browser()
    page = browser.get("/sign-in")
    sent = {"csrf": secret(page), "login": "max", "password": PASSWORD}
    assert browser.post("/sign-in", data=sent).headers["location"] == "/"
    assert browser.get("/people").status_code == 200


def test_the_sign_in_form_is_not_filled_in_from_elsewhere(max_with_password):
    browser = max_with_password.browser()
    browser.get("/sign-in")
    assert browser.post("/sign-in", data={"login": "max", "password": PASSWORD}).status_code == 403


def test_changing_the_password_asks_for_the_old_one(max_with_password):
    browser = max_with_password.browser("max")
    new = {"new": "another fine password", "again": "another fine password"}
    assert browser.fill("/settings/password", old="not the old one", **new).status_code == 422
    assert browser.fill("/settings/password", old=PASSWORD, **new).status_code == 303
    assert browser.get("/").headers["location"] == "/sign-in"


def test_signing_out_ends_it(house):
    browser = house.browser("max")
    browser.fill("/sign-out")
    assert browser.get("/").status_code == 303


def test_a_change_of_role_signs_out(house):
    browser = house.browser("max")
    house.browser("ada").fill(f"/people/{house.ids['max']}/role", role="rep")
    assert browser.get("/").status_code == 303


def test_return_addresses_stay_in_the_house(house):
    for there in ("https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)"):
        answer = house.browser("max").fill("/settings/look", theme="dark", back=there)
        assert answer.headers["location"] == "/settings"
