"""Every way through the console, for every role, on own things and on another team's: made from the table of routes.

A new route without an expectation fails here.
"""

from itertools import count

import pytest

from bot.review.routes import ALL, PUBLIC, ROUTES

from .conftest import opened
from .house import PASSWORD

WAYS = {way.name: way for way in ROUTES}
PEOPLE = ("anna", "max", "ada", None)
"""A rep and the manager of the team North, an admin, somebody who is not signed in."""

NOBODYS = frozenset({
    "sign_in_form", "sign_in", "link", "enter", "look", "sign_out", "today", "sessions", "sessions_csv", "filter_save",
    "compare", "trust", "teams", "deals", "people", "invite", "audit", "settings", "password", "takeout", "readings",
})  # fmt: skip
"""Ways that lead to no single thing of somebody; what their lists hold is tested below and in the store's tests."""
OF_ANNA = {
    "filter_remove": "own", "session": "seen", "session_file": "seen", "comment": "led", "answer": "led",
    "label": "led", "line": "led", "withdraw": "led", "team": "team", "team_csv": "team", "person": "seen",
    "assign": "led", "task_withdraw": "led", "deal": "seen", "uninvite": "led", "role": "changed", "move": "changed",
    "lead": "changed",
}  # fmt: skip
"""Ways to a thing: who may go them to one of Anna's. `seen`: herself, who leads her, an admin; `led`: the latter two;
`team`: who leads the team, an admin; `changed`: an admin; `own`: only whose it is."""
LESSONS = count(2)
FORMS = {
    "sign_in": {"login": "nobody", "password": PASSWORD},
    "look": {"theme": "dark"},
    "filter_save": {"name": "mine", "q": "budget"},
    "comment": {"text": "Well asked."},
    "answer": {"text": "Thank you."},
    "label": {"label": "problem"},
    "line": {"score": "70", "reason": "It was better than that."},
    "assign": {"due": "2026-03-09"},
    "invite": {"role": "rep"},
    "role": {"role": "rep"},
    "lead": {"leads": "yes"},
    "password": {"new": PASSWORD, "again": PASSWORD},
}


@pytest.fixture(scope="module")
def firm(built, tmp_path_factory):
    """Return one firm for all these tests: what they change does not touch each other's rights."""
    house, engine = opened(built, tmp_path_factory.mktemp("firm"))
    yield house
    engine.dispose()


def path(firm, way, owner):
    """Return the address of a way to a thing of `owner`."""
    number = firm.sessions[owner]
    team = firm.teams["North" if owner == "anna" else "South"]
    values = {
        "session": number,
        "kind": "md",
        "turn": firm.said(number),
        "line": "needs",
        "comment": firm.comments[owner],
        "correction": firm.corrections[owner],
        "person": firm.ids["max" if owner == "anna" else "eva"] if way.name == "lead" else firm.ids[owner],
        "team": team,
        "task": firm.tasks[owner],
        "deal": firm.deals[owner],
        "invitation": invitation(firm, team) if way.name == "uninvite" else 0,
        "filter": saved(firm, owner) if way.name == "filter_remove" else 0,
        "token": "not-a-token",
    }
    found = way.path
    for name, value in values.items():
        found = found.replace(f"{{{name}:int}}", str(value)).replace(f"{{{name}}}", str(value))
    assert "{" not in found
    return found


def invitation(firm, team):
    firm.room.office.invitations.make(firm.viewers["ada"], "rep", team, firm.clock())
    return firm.room.office.invitations.open(firm.viewers["ada"], firm.clock())[0].id


def saved(firm, owner):
    from bot.services.saved_filters import SavedFilters

    return SavedFilters(firm.unit).save(firm.viewers[owner], "kept", {}).id


def go(firm, way, who, owner="anna"):
    """Go a way as `who`, and return the status."""
    browser = firm.browser(who)
    fields = dict(FORMS.get(way.name, {}))
    team = "North" if owner == "anna" else "South"
    if way.name == "invite":
        fields["team"] = str(firm.teams[team])
    elif way.name in ("move", "lead"):
        fields["team"] = team
    elif way.name == "assign":
        # Each lesson can be open once only.
        fields["what"] = f"lesson|{next(LESSONS)}"
    where = path(firm, way, owner)
    return (browser.get(where) if way.method == "GET" else browser.fill(where, **fields)).status_code


def may(way, who, owner):
    """Say whether somebody may go a way to a thing of `owner` (Anna of the team North, Zoe of the team South)."""
    if who is None or WAYS[way].roles == PUBLIC:
        return False
    role = {"anna": "rep", "max": "manager", "ada": "admin"}[who]
    if role not in WAYS[way].roles:
        return False
    own, led = who == owner, who == "ada" or (who == "max" and owner == "anna")
    rule = OF_ANNA[way]
    return {"own": own, "seen": own or led, "led": led, "team": led, "changed": who == "ada"}[rule]


def test_every_route_has_an_expectation():
    assert NOBODYS | set(OF_ANNA) == set(WAYS)
    assert not NOBODYS & set(OF_ANNA)


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("owner", ["anna", "zoe"])
@pytest.mark.parametrize("name", sorted(OF_ANNA))
def test_things_are_there_for_whom_the_rules_name(firm, name, owner, who):
    status = go(firm, WAYS[name], who, owner)
    if who is None:
        assert status == 303
    elif may(name, who, owner):
        assert status in (200, 303), status
    elif name == "uninvite" and WAYS[name].roles and who == "max":
        assert status == 422  # An invitation that is not theirs is refused as an unknown one.
    else:
        assert status == 404


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("name", sorted(name for name in NOBODYS if WAYS[name].roles != PUBLIC))
def test_pages_are_there_for_their_roles(firm, name, who):
    way = WAYS[name]
    status = go(firm, way, who)
    if who is None:
        assert status == 303
    elif {"anna": "rep", "max": "manager", "ada": "admin"}[who] not in way.roles:
        assert status == 404
    else:
        # A password without a login is refused by its own rule.
        assert status == (422 if name == "password" else 303 if name in ("sign_out", "teams", "filter_save") else 200)


def test_who_is_not_signed_in_is_sent_to_the_sign_in(firm):
    assert firm.browser().get("/sessions").headers["location"] == "/sign-in"


@pytest.mark.parametrize("name", sorted(way.name for way in ROUTES if way.method == "POST"))
def test_a_form_without_its_secret_changes_nothing(firm, name):
    browser = firm.browser("ada")
    where = path(firm, WAYS[name], "anna")
    assert browser.post(where, data=FORMS.get(name, {})).status_code == 403
    assert browser.post(where, data={**FORMS.get(name, {}), "csrf": "x" * 43}).status_code == 403
    elsewhere = {"origin": "https://elsewhere.example"}
    sent = {**FORMS.get(name, {}), "csrf": browser.csrf}
    assert browser.post(where, data=sent, headers=elsewhere).status_code == 403


def test_all_who_are_signed_in_may_sign_out():
    assert WAYS["sign_out"].roles == ALL


def test_lists_hold_only_what_the_viewer_may_see(firm):
    for who, seen in (("anna", {"anna"}), ("max", {"anna"}), ("ada", {"anna", "zoe"})):
        browser = firm.browser(who)
        page = browser.get("/sessions").text + browser.get("/sessions.csv").text
        assert {name for name in ("anna", "zoe") if f"/sessions/{firm.sessions[name]}" in page} == seen
        deals = browser.get("/deals").text
        assert {name for name in ("anna", "zoe") if f"Customer of {name}" in deals} == seen
    assert "Zoe" not in firm.browser("max").get("/people").text


def test_comparing_needs_the_right_to_both(firm):
    both = f"/compare?a={firm.sessions['anna']}&b={firm.sessions['zoe']}"
    assert firm.browser("max").get(both).status_code == 404
    assert firm.browser("ada").get(both).status_code == 200
