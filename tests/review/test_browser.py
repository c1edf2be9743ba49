"""The console in a real browser: with the keyboard alone, on a phone, in both looks, without a fault for axe-core."""

import os
import shutil
import socket
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.review.server import listen, server

from .conftest import opened
from .house import LATER

AXE = Path(__file__).parent / "assets" / "axe.min.js"
PHONE, DESK = {"width": 360, "height": 780}, {"width": 1280, "height": 900}
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def chromium():
    """Return Debian's browser; without it these tests are skipped, in CI they fail."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None and os.environ.get("CI"):
        pytest.fail("chromium is not installed, and in CI nothing may skip")
    if found is None:
        pytest.skip("chromium is not installed (Debian: apt-get install chromium fonts-noto-cjk)")
    return found


@pytest.fixture(scope="module")
def browser():
    """Start the browser once."""
    path = chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield started
        started.close()


@pytest.fixture
def served(built, tmp_path):
    """Serve a firm on a port of loopback, and return it with its address."""
    with serving(built, tmp_path) as found:
        yield found


@pytest.fixture(scope="module")
def standing(built, tmp_path_factory):
    """Serve a firm whose pages are only looked at."""
    with serving(built, tmp_path_factory.mktemp("standing")) as found:
        yield found


@contextmanager
def serving(built, folder):
    house, engine = opened(built, folder)
    made = listen("127.0.0.1", 0)
    running = server(house.room)
    thread = threading.Thread(target=running.run, kwargs={"sockets": [made]}, daemon=True)
    thread.start()
    yield house, f"http://127.0.0.1:{made.getsockname()[1]}"
    running.should_exit = True
    thread.join(10)
    engine.dispose()


@contextmanager
def window(browser, served, who="max", *, size=DESK, language="en", theme="auto", scheme="light"):
    """Open a page for somebody who is signed in; a request to another host fails the test."""
    house, url = served
    context = browser.new_context(viewport=size, color_scheme=scheme, base_url=url, accept_downloads=True)
    cookies = {"peilian_language": language, "peilian_look": theme}
    if who is not None:
        cookies["peilian"] = house.room.office.signin.enter(house.link(who), house.clock()).token
    context.add_cookies([{"name": name, "value": value, "url": url} for name, value in cookies.items()])
    page = context.new_page()
    page.set_default_timeout(10_000)
    elsewhere, faults = [], []
    page.on(
        "request", lambda request: None if request.url.startswith((url, "data:")) else elsewhere.append(request.url)
    )
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert elsewhere == []
    # A refusal (422) is reported by the browser as a failed request; anything else is ours.
    assert [text for text in faults if "422" not in text and "404" not in text] == []


def paths(house):
    """Return all pages of a manager or admin."""
    number = house.sessions["anna"]
    return (
        "/", "/sessions", "/sessions?q=hardest&low=0", f"/sessions/{number}", f"/compare?a={number}&b={number}",
        "/compare", "/trust", f"/teams/{house.teams['North']}", f"/people/{house.ids['anna']}", "/people", "/deals",
        f"/deals/{house.deals['anna']}", "/audit", "/readings", "/settings", "/nowhere",
    )  # fmt: skip


def test_a_manager_signs_in_finds_reads_comments_corrects_assigns_and_exports(browser, served):
    house, _ = served
    with window(browser, served, None) as page:
        page.goto(f"/enter/{house.link('max')}")
        page.get_by_role("button", name="Come in").click()
        page.get_by_role("link", name="Sessions", exact=True).click()
        page.get_by_role("searchbox").fill("hardest")
        page.locator("#list mark").first.wait_for()
        page.locator("#list .row").first.click()
        turn = page.locator(f"#turn-{house.said(house.sessions['anna'])}")
        turn.get_by_text("Comment", exact=True).click()
        turn.get_by_label("Your comment").fill("And what did that cost them?")
        turn.get_by_role("button", name="Send").click()
        turn.get_by_text("And what did that cost them?").wait_for()
        turn.get_by_text("Correct", exact=True).click()
        turn.get_by_label("You say it is").select_option("implication")
        turn.get_by_label("Reason").fill("It asks for what follows.")
        turn.get_by_role("button", name="Keep").click()
        page.get_by_role("status").get_by_text("Corrected").wait_for()
        with page.expect_download() as export:
            page.get_by_role("link", name="PDF").click()
        assert Path(export.value.path()).read_bytes().startswith(b"%PDF")
        page.get_by_role("link", name="Anna", exact=True).first.click()
        page.locator("#assign").get_by_label("Due").fill(f"{LATER:%Y-%m-}28")
        page.locator("#assign").get_by_label("What").select_option("scene|plant_manager")
        page.locator("#assign").get_by_role("button", name="Assign").click()
        page.get_by_role("status").get_by_text("Assigned to Anna").wait_for()
        page.goto("/settings")
        page.get_by_role("button", name="Sign out").click()
        page.get_by_role("heading", name="Sign in").wait_for()


def test_the_keyboard_alone_is_enough(browser, served):
    house, _ = served
    with window(browser, served) as page:
        page.goto(f"/sessions/{house.sessions['anna']}")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        summary = page.locator(f"#turn-{house.said(house.sessions['anna'])} summary", has_text="Comment")
        for _ in range(80):
            page.keyboard.press("Tab")
            if summary.evaluate("element => element === document.activeElement"):
                break
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        page.keyboard.press("Enter")
        page.locator("textarea:focus").wait_for()
        page.keyboard.type("By keyboard.")
        page.keyboard.press("Escape")
        assert summary.evaluate("element => element === document.activeElement")
        page.keyboard.press("Enter")
        page.locator("textarea:focus").wait_for()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.locator(".remark", has_text="By keyboard.").wait_for()


def test_a_refusal_keeps_what_was_written(browser, served):
    house, _ = served
    with window(browser, served) as page:
        page.goto(f"/sessions/{house.sessions['anna']}")
        turn = page.locator(f"#turn-{house.said(house.sessions['anna'])}")
        turn.get_by_text("Correct", exact=True).click()
        turn.get_by_label("You say it is").select_option("pitch")
        turn.get_by_role("button", name="Keep").click()
        turn.get_by_role("alert").wait_for()
        assert turn.get_by_label("You say it is").input_value() == "pitch"


def test_the_console_works_without_scripts(browser, served):
    house, url = served
    context = browser.new_context(java_script_enabled=False, base_url=url)
    token = house.room.office.signin.enter(house.link("max"), house.clock()).token
    context.add_cookies([{"name": "peilian", "value": token, "url": url}])
    page = context.new_page()
    page.goto(f"/sessions/{house.sessions['anna']}")
    whole = page.locator("#comments")
    whole.locator("textarea").first.fill("Without a script.")
    whole.locator("button").first.click()
    page.locator("#comments .remark", has_text="Without a script.").wait_for()
    context.close()


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_nothing_scrolls_sideways_on_a_phone(browser, standing, language):
    house, _ = standing
    with window(browser, standing, "ada", size=PHONE, language=language) as page:
        for path in paths(house):
            page.goto(path)
            page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
            assert page.evaluate(WIDER) <= 0, path


@pytest.mark.parametrize(("theme", "scheme", "rules"), [("light", "light", ()), ("auto", "dark", ("color-contrast",))])
def test_axe_finds_no_serious_fault(browser, standing, theme, scheme, rules):
    """All rules in the light look; in the dark one those on which colours bear."""
    house, _ = standing
    with window(browser, standing, "ada", theme=theme, scheme=scheme) as page:
        for path in paths(house):
            page.goto(path)
            assert faults(page, rules) == [], path
    with window(browser, standing, None, theme=theme, scheme=scheme) as page:
        for path in ("/sign-in", f"/enter/{house.link('max')}"):
            page.goto(path)
            assert faults(page, rules) == [], path
    with window(browser, standing, "anna", theme=theme, scheme=scheme) as page:
        for path in ("/", "/sessions", f"/sessions/{house.sessions['anna']}", "/readings"):
            page.goto(path)
            assert faults(page, rules) == [], path


def faults(page, rules):
    """Return what axe-core calls serious or critical, with every form open. Its script comes in past the policy."""
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    options = {"resultTypes": ["violations"], **({"runOnly": list(rules)} if rules else {})}
    found = page.evaluate("options => axe.run(document, options)", options)
    return [
        (each["id"], each["nodes"][0]["html"][:120])
        for each in found["violations"]
        if each["impact"] in ("serious", "critical")
    ]


def test_the_look_can_be_switched(browser, served):
    with window(browser, served, scheme="light") as page:
        page.goto("/settings")
        light = page.evaluate("getComputedStyle(document.body).backgroundColor")
        page.get_by_label("Dark").check()
        page.locator("form[action='/settings/look'] button").click()
        page.wait_for_load_state()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light


def test_a_long_word_wraps_on_a_phone(browser, served):
    house, _ = served
    number = house.sessions["anna"]
    viewer = house.viewers["max"]
    house.room.coaching.comments.write(viewer, number, "W" * 5000, house.clock(), turn_number=house.said(number))
    with window(browser, served, size=PHONE) as page:
        page.goto(f"/sessions/{number}")
        assert page.evaluate(WIDER) <= 0


def test_the_port_is_listened_on_once():
    made = listen("127.0.0.1", 0)
    with pytest.raises(OSError, match="in use"):
        listen("127.0.0.1", made.getsockname()[1])
    made.close()
    assert isinstance(made, socket.socket)
