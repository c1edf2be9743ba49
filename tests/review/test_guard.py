"""The headers of every answer, the host's name, the size of what is sent."""

import pytest
from starlette.testclient import TestClient

from bot.review.app import application
from bot.review.guard import LARGEST


@pytest.mark.parametrize("path", ["/sign-in", "/", "/nowhere", "/static/console.css", "/static/nothing.css"])
def test_every_answer_carries_the_policy(house, path):
    headers = house.browser("max").get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


def test_pages_are_kept_nowhere_and_files_of_the_look_are(house):
    browser = house.browser("max")
    assert browser.get(f"/sessions/{house.sessions['anna']}").headers["cache-control"] == "no-store"
    assert "immutable" in browser.get("/static/console.css").headers["cache-control"]


@pytest.mark.parametrize("host", ["evil.example", "", "testserver.evil.example", "127.0.0.1.evil.example"])
def test_other_hosts_are_refused(house, host):
    assert house.browser("max").get("/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("host", ["localhost", "localhost:8080", "127.0.0.1:9", "[::1]:8080", "LOCALHOST"])
def test_loopback_and_the_own_name_are_answered(house, host):
    assert house.browser("max").get("/", headers={"host": host}).status_code == 200


def test_what_is_too_large_is_refused(house):
    browser = house.browser("max")
    number = house.sessions["anna"]
    assert browser.fill(f"/sessions/{number}/comments", text="x" * LARGEST).status_code == 413
    pieces = ([b"csrf=1&text="] + [b"x" * 65536] * 6).__iter__()
    head = {"content-type": "application/x-www-form-urlencoded"}
    assert browser.post(f"/sessions/{number}/comments", content=pieces, headers=head).status_code == 413


def test_behind_https_cookies_are_secure(sqlite_engine, tmp_path, house):
    from dataclasses import replace

    room = replace(house.room, url="https://coach.example")
    browser = TestClient(application(room, ["testserver"]), base_url="https://testserver", follow_redirects=False)
    answer = browser.get("/sign-in")
    assert "secure" in answer.headers["set-cookie"].lower()
    assert "strict-transport-security" in answer.headers


def test_a_fault_is_told_without_its_inside(house, monkeypatch):
    monkeypatch.setattr(type(house.room.read_people), "listed", lambda *_: 1 / 0)
    browser = house.browser("ada")
    browser = TestClient(house.app, cookies=browser.cookies, raise_server_exceptions=False)
    answer = browser.get("/people")
    assert answer.status_code == 500
    assert "ZeroDivision" not in answer.text
    assert "content-security-policy" in answer.headers
