"""What is held back stays back, and every reading is written down."""

from bot.store.people_tables import AuditEntry, Reading


def readings(house):
    with house.unit() as uow:
        return [(row.session_id, row.reader, row.how) for row in uow.orm.query(Reading).order_by(Reading.id)]


def test_private_practice_shows_that_it_took_place_and_no_word(house):
    number = house.sessions["anna"]
    house.change(number, private=True)
    for who in ("max", "ada"):
        browser = house.browser(who)
        page = browser.get(f"/sessions/{number}")
        assert page.status_code == 200
        assert "hardest" not in page.text
        for ending in ("md", "json", "pdf"):
            assert browser.get(f"/sessions/{number}/file.{ending}").status_code == 404
        assert browser.get(f"/compare?a={number}").status_code == 404
        assert browser.get("/sessions?q=hardest").text.count(f"/sessions/{number}") == 0
        assert f"/sessions/{number}/turns" not in browser.get("/trust").text
        assert browser.fill(f"/sessions/{number}/comments", text="Let me see.").status_code == 404
    assert number not in {session for session, _, _ in readings(house)}
    assert "hardest" in house.browser("anna").get(f"/sessions/{number}").text


def test_submitted_practice_opens(house):
    house.change(house.sessions["anna"], private=True, submitted_at=house.clock())
    assert "hardest" in house.browser("max").get(f"/sessions/{house.sessions['anna']}").text


def test_each_way_of_reading_is_logged(house):
    number, browser = house.sessions["anna"], house.browser("max")
    browser.get(f"/sessions/{number}")
    browser.get("/sessions?q=hardest")
    browser.get(f"/sessions/{number}/file.json")
    browser.get(f"/compare?a={number}")
    assert readings(house) == [(number, "Max", how) for how in ("page", "search", "export", "compare")]


def test_the_rep_sees_who_read_and_own_reading_is_not_logged(house):
    house.browser("max").get(f"/sessions/{house.sessions['anna']}")
    browser = house.browser("anna")
    browser.get(f"/sessions/{house.sessions['anna']}")
    assert "Max" in browser.get("/readings").text
    assert len(readings(house)) == 1


def test_exports_are_written_into_the_audit_log(house):
    house.browser("max").get(f"/sessions/{house.sessions['anna']}/file.md")
    house.browser("max").get("/sessions.csv")
    with house.unit() as uow:
        found = [row.about for row in uow.orm.query(AuditEntry).filter_by(what="export")]
    assert [entry.get("session") or entry.get("list") for entry in found] == [house.sessions["anna"], "sessions"]


def test_a_rep_reads_own_practice_and_writes_nothing_on_it(house):
    page = house.browser("anna").get(f"/sessions/{house.sessions['anna']}").text
    assert "Good question." in page
    assert "<textarea" not in page
