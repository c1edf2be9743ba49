"""Texts that would like to be more than text, in every field that is shown."""

import csv
import io
import json

import pytest

from bot.services.saved_filters import SavedFilters
from bot.store.tables import Deal, Session, Team, Turn, User

from .conftest import opened

SCRIPT = '<script>alert("x")</script><img src=x onerror=alert(1)>'
BREAKING = "\"><svg/onload=alert(1)>'-alert(1)-'{{7*7}}${7*7}</title></textarea></option>"
SQL = "Robert'); DROP TABLE sessions;--"
RIGHT_TO_LEFT = "\u202eevil\u202c \u2067mirror\u2069 مرحبا"
LONG = "W" * 5000
FORMULA = '=HYPERLINK("http://elsewhere.example","x")'
TEXTS = [SCRIPT, BREAKING, SQL, RIGHT_TO_LEFT, LONG, FORMULA]
PAGES = ("/", "/sessions", "/people", "/deals", "/trust", "/audit", "/settings", "/readings")


def poison(house, text):
    """Write a text into every field that a person or a service can fill."""
    number, viewer = house.sessions["anna"], house.viewers["max"]
    house.room.coaching.comments.write(viewer, number, text, house.clock())
    said = house.room.coaching.comments.write(viewer, number, text, house.clock(), turn_number=house.said(number))
    house.room.coaching.comments.answer(house.viewers["anna"], said.id, text, house.clock())
    house.room.coaching.corrections.score(viewer, number, "needs", 90, text[:1900], house.clock())
    SavedFilters(house.unit).save(viewer, text[:60], {"q": text, "person": text})
    with house.unit() as uow:
        for user in uow.orm.query(User):
            user.name = text[:120]
        uow.orm.get(Team, house.teams["North"]).name = text[:119] + "N"
        session = uow.orm.get(Session, number)
        session.outcome = text[:30]
        for turn in uow.orm.query(Turn).filter_by(session_id=number):
            turn.text = text
            turn.evidence = {**(turn.evidence or {}), "judgement": {"spans": [_span(text)]}}
            turn.revealed = [text]
        deal = uow.orm.get(Deal, house.deals["anna"])
        deal.customer = deal.product = deal.stage = deal.meets = text[:200]
        deal.sheets = {"other": {text[:100]: [text, {text[:50]: text}]}, text[:50]: text}


def _span(text):
    return {"start": 0, "end": min(7, len(text)), "text": text[:7], "cue": text}


@pytest.fixture(scope="module", params=TEXTS, ids=["script", "breaking", "sql", "rtl", "long", "formula"])
def poisoned(built, request, tmp_path_factory):
    """Return a firm in which every field holds the text, and the text."""
    house, engine = opened(built, tmp_path_factory.mktemp("poisoned"))
    poison(house, request.param)
    yield house, request.param
    engine.dispose()


def pages(house):
    """Return all pages on which texts of people stand."""
    number = house.sessions["anna"]
    own = (
        f"/sessions/{number}", f"/compare?a={number}&b={number}", f"/teams/{house.teams['North']}",
        f"/people/{house.ids['anna']}", f"/deals/{house.deals['anna']}",
    )  # fmt: skip
    return (*PAGES, *own)


def test_nothing_that_was_written_becomes_a_tag(poisoned):
    house, _ = poisoned
    browser = house.browser("ada")
    for path in pages(house):
        page = browser.get(path)
        assert page.status_code == 200, path
        for tag in ("<script>alert", "<img src=x", "<svg/onload", "</option>'", "49${"):
            assert tag not in page.text, (path, tag)


def test_what_is_searched_for_is_shown_as_text(poisoned):
    house, text = poisoned
    page = house.browser("max").get("/sessions", params={"q": text, "person": text, "exercise": text, "from": text})
    assert page.status_code == 200
    assert "<script>alert" not in page.text
    assert "<svg/onload" not in page.text


def test_files_keep_their_form(poisoned):
    house, text = poisoned
    browser, number = house.browser("max"), house.sessions["anna"]
    assert json.loads(browser.get(f"/sessions/{number}/file.json").text)["turns"][0]["text"] == text
    assert browser.get(f"/sessions/{number}/file.pdf").content.startswith(b"%PDF")
    markdown = browser.get(f"/sessions/{number}/file.md").text
    assert "<script>" not in markdown
    table = browser.get("/sessions.csv").content.decode("utf-8-sig")
    for row in csv.reader(io.StringIO(table)):
        assert all(not cell.startswith(("=", "+", "@")) for cell in row)


def test_direction_marks_cannot_leave_their_element(poisoned):
    house, _ = poisoned
    page = house.browser("max").get(f"/sessions/{house.sessions['anna']}").text
    assert '<p class="said" dir="auto">' in page
    assert '<p class="text" dir="auto">' in page
