"""What the pages do: marking, assigning, filters, inviting, languages."""

import re

import pytest

from bot.store.people_tables import Assignment, Correction
from bot.store.session_lists import PAGE
from bot.store.tables import Session

from .house import NOW


def test_a_comment_on_a_turn_comes_back_as_that_turn(house):
    number = house.sessions["anna"]
    turn, browser = house.said(number), house.browser("max")
    form = {"csrf": browser.csrf, "turn": str(turn), "text": "Now ask for the cost."}
    part = browser.post(f"/sessions/{number}/comments", data=form, headers={"hx-request": "true"})
    assert part.text.lstrip().startswith("<article")
    assert "Now ask for the cost." in part.text


def test_a_refusal_is_shown_in_the_form_or_as_a_page(house):
    browser, where = house.browser("max"), f"/sessions/{house.sessions['anna']}/comments"
    assert "<html" in browser.fill(where, text=" ").text
    part = browser.post(where, data={"csrf": browser.csrf, "text": " "}, headers={"hx-request": "true"})
    assert part.status_code == 422
    assert "<html" not in part.text


def test_the_csrf_header_serves_scripts(house):
    browser = house.browser("max")
    where = f"/sessions/{house.sessions['anna']}/comments"
    sent = browser.post(where, data={"text": "By header."}, headers={"x-csrf-token": browser.csrf})
    assert sent.status_code == 303


def test_a_correction_shows_both_verdicts_and_the_new_score(house):
    number = house.sessions["anna"]
    browser = house.browser("max")
    browser.fill(f"/sessions/{number}/lines/needs", score="95", reason="She found the need herself.")
    page = browser.get(f"/sessions/{number}").text
    assert "She found the need herself." in page
    assert "corrected, was" in page
    with house.unit() as uow:
        row = uow.orm.query(Correction).filter_by(what="score").one()
        assert row.new["score"] == 0.95


@pytest.mark.parametrize("score", ["", "abc", "-1", "101", "1e3", "٣"])
def test_an_impossible_score_is_refused(house, score):
    where = f"/sessions/{house.sessions['anna']}/lines/needs"
    assert house.browser("max").fill(where, score=score, reason="So.").status_code == 422


def test_a_verdict_from_the_queue_is_marked_as_drawn(house):
    browser = house.browser("max")
    where = re.search(r'action="(/sessions/\d+/turns/\d+/label)" class="grid"', browser.get("/trust").text)[1]
    answer = browser.fill(where, label="other", reason="Small talk.", sampled="1")
    assert answer.headers["location"] == "/trust#queue"
    with house.unit() as uow:
        assert uow.orm.query(Correction).order_by(Correction.id.desc()).first().old["sampled"] is True


def test_assigning_a_scene_with_its_difficulty(house):
    where = f"/people/{house.ids['bo']}/tasks"
    house.browser("max").fill(where, what="scene|finance_chief", difficulty="hard", due="2026-03-09", note="Ask first.")
    with house.unit() as uow:
        row = uow.orm.query(Assignment).filter_by(user_id=house.ids["bo"]).one()
        assert (row.kind, row.ref, row.note) == ("scene", "finance_chief:hard", "Ask first.")


@pytest.mark.parametrize("due", ["", "soon", "2026-13-40"])
def test_a_task_needs_a_day(house, due):
    answer = house.browser("max").fill(f"/people/{house.ids['bo']}/tasks", what="lesson|3", due=due)
    assert answer.status_code == 422


def test_a_filter_is_kept_and_used_again(house):
    browser = house.browser("max")
    browser.fill("/filters", name="Weak talks", high="40", sort="weakest", q="month")
    assert "/sessions?q=month&amp;high=40&amp;sort=weakest" in browser.get("/sessions").text
    assert "Weak talks" not in house.browser("eva").get("/sessions").text


def test_filtering_by_script_gives_the_list_alone(house):
    part = house.browser("max").get("/sessions?q=hardest", headers={"hx-request": "true", "hx-target": "list"})
    assert part.text.lstrip().startswith('<section id="list"')
    assert "<mark>hardest</mark>" in part.text


def test_the_list_is_cut_into_pages(house):
    with house.unit() as uow:
        for _ in range(PAGE):
            uow.orm.add(
                Session(user_id=house.ids["anna"], exercise="spin", language="en", started_at=NOW, state={}, seed=1)
            )
    first = house.browser("max").get("/sessions").text
    assert "page=2" in first
    assert "page=1" in house.browser("max").get("/sessions?page=2").text


def test_a_new_answer_waits_on_the_first_page_until_it_is_read(house):
    said = house.comments["anna"]
    house.room.coaching.comments.answer(house.viewers["anna"], said, "I will try the cost question.", house.clock())
    browser = house.browser("max")
    assert "I will try the cost question." in browser.get("/").text
    browser.get(f"/sessions/{house.sessions['anna']}")
    assert "I will try the cost question." not in browser.get("/").text


def test_a_session_that_was_read_leaves_the_first_page(house):
    browser, where = house.browser("max"), f'"/sessions/{house.sessions["anna"]}"'
    assert where in browser.get("/").text
    browser.get(f"/sessions/{house.sessions['anna']}")
    assert where not in browser.get("/").text


def test_an_invitation_is_shown_once(house):
    browser = house.browser("max")
    made = browser.fill("/invitations", role="rep", team=str(house.teams["North"])).text
    token = re.search(r'<code class="link">([^<]+)</code>', made)[1]
    assert token not in browser.get("/people").text
    assert browser.fill("/invitations", role="admin", team="").status_code == 422


@pytest.mark.parametrize(("language", "word"), [("zh-Hans", "练习记录"), ("zh-Hant", "練習記錄"), ("en", "Sessions")])
def test_the_language_is_chosen_in_the_browser(house, language, word):
    browser = house.browser("max")
    browser.cookies.set("peilian_language", language)
    page = browser.get("/sessions").text
    assert word in page
    assert f'<html lang="{language}"' in page


def test_words_that_were_swept_are_said_to_be(house):
    house.change(house.sessions["anna"], swept_at=NOW)
    assert "The words were deleted" in house.browser("max").get(f"/sessions/{house.sessions['anna']}").text


def test_everything_about_oneself_is_one_archive(house):
    answer = house.browser("anna").fill("/settings/takeout")
    assert answer.content.startswith(b"PK")
