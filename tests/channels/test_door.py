"""Before consent: every way of writing gets the question, nothing reaches the dialogue, nothing is kept."""

import itertools

import pytest
from sqlalchemy import select

from bot.channels import commands
from bot.channels.gateway import Gateway
from bot.content import Content
from bot.engine.said import Command
from bot.language import Catalog
from bot.services.consent import Consent
from bot.services.practice import Who
from bot.settings import ROOT
from bot.store.tables import Handled, Session, User
from tests.channels.talk import EN, Echo, FakeEngine
from tests.factories import make_practice

NUMBERS = itertools.count()


@pytest.fixture
def gateway(sqlite_engine):
    catalog = Catalog.read(ROOT / "data" / "content" / "replies", "[cip][hnor]*")
    practice = make_practice(sqlite_engine, [Echo()], content=Content("test", catalog))
    door = Consent(practice.unit, catalog, practice.clock, 30)
    return Gateway(FakeEngine(practice), practice, catalog, door)


def question(gateway, language="en"):
    return gateway.catalog.say("consent.ask", language, None, days=30)


def key():
    return f"k{next(NUMBERS)}"


async def texts(answer):
    return [message.text for message in await answer]


async def test_every_way_of_writing_gets_the_question(gateway):
    asked = [question(gateway)]
    assert await texts(gateway.text(EN, "my customer is Acme", key=key())) == asked
    assert await texts(gateway.text(EN, "/spin", key=key())) == asked
    assert await texts(gateway.text(EN, '/intent{"x": 1}', key=key())) == asked
    assert await texts(gateway.press(EN, "/roleplay", key=key())) == asked
    assert await texts(gateway.press(EN, "1.0.more", key=key())) == asked
    assert await texts(gateway.other(EN, "photo", caption="look at Acme", key=key())) == asked
    assert await texts(gateway.edited(EN, key=key())) == asked
    assert await texts(gateway.greet(EN, key=key())) == asked
    assert gateway.engine.heard == []
    with gateway.practice.unit() as uow:
        assert [*uow.orm.scalars(select(Session)), *uow.orm.scalars(select(Handled))] == []
        (user,) = uow.orm.scalars(select(User))
        assert "Acme" not in str(vars(user))
    assert not gateway.admitted(EN)


async def test_help_and_language_are_answered_with_the_question_behind(gateway):
    assert await texts(gateway.text(EN, "/help", key=key())) == ["help en", question(gateway)]
    assert len(await gateway.text(EN, "/language en", key=key())) == 2
    assert gateway.engine.heard == [Command("help"), Command("language", "en")]


async def test_a_buttons_code_tells_no_language(gateway):
    who = Who("tg:8", "", "zh-Hans")
    assert await texts(gateway.press(who, "1.0.more", key=key())) == [question(gateway, "zh-Hans")]


async def test_agreeing_lets_in_with_a_welcome_and_once_only(gateway):
    assert (await texts(gateway.press(EN, "/consent yes", key=key())))[-1] == "start en"
    assert gateway.admitted(EN)
    assert await texts(gateway.text(EN, "hello there", key=key())) == ["lobby: hello there"]
    assert await texts(gateway.press(EN, "/consent yes", key=key())) == ["start en"]
    assert await texts(gateway.press(EN, "/consent no", key=key())) == [gateway.catalog.say("consent.stands", "en")]


async def test_an_exercise_from_before_goes_on_after_consent(gateway):
    gateway.practice.start(EN, "echo")
    first = (await texts(gateway.text(EN, "one two", key=key())))[0]
    assert first == gateway.catalog.say("consent.ask_known", "en", None, days=30)
    assert (await texts(gateway.text(EN, "Agree", key=key())))[-1] == "we had 0"
    assert await texts(gateway.text(EN, "three four", key=key())) == ["1: three four"]


def test_the_consent_command_is_taken_and_in_no_menu():
    assert commands.parse("/consent yes") == Command("consent", "yes")
    assert "consent" not in commands.COMMANDS


@pytest.mark.parametrize("word", ["OK.", "好", "可以"])
async def test_a_plain_yes_counts_once_the_question_was_put(gateway, word):
    await gateway.text(EN, word, key=key())
    assert not gateway.admitted(EN)
    await gateway.text(EN, word, key=key())
    assert gateway.admitted(EN)


@pytest.mark.parametrize("word", ["no", "好难", "OK but why?"])
async def test_anything_else_is_no_yes(gateway, word):
    await gateway.greet(EN, key=key())
    await gateway.text(EN, word, key=key())
    assert not gateway.admitted(EN)
