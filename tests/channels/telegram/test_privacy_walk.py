"""A rep's way through the emulator in three languages: invited, asked, in private, read, taken away, forgotten."""

import asyncio
import json
import re

import pytest
from sqlalchemy import select, text

from actions.base import Heard
from actions.turn import Command as CommandAction
from bot.channels.gateway import Gateway
from bot.coach.access import Viewer
from bot.engine.said import Command, Press
from bot.services import house
from bot.store.people_tables import Reading
from bot.store.tables import Inbox, Session, User
from bot.store.unit import units
from tests.channels.conftest import running
from tests.factories import NOW, make_practice
from tests.services.people import company
from tests.services.test_practice import Echo

CODES = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant", "en": "en"}
SAID = {
    "zh-hans": ("我的客户是安科", "同意就开始", "不公开", "看得到了", "都删掉了", "看了"),
    "zh-hant": ("我的客戶是安科", "同意就開始", "不公開", "看得到了", "都刪掉了", "看了"),
    "en": ("my customer is Acme", "Shall we start", "Private:", "is submitted", "all gone", "read"),
}


class Spin(Echo):
    name = "spin"


class Direct:
    """An engine that calls our actions as Rasa would, without Rasa."""

    async def handle(self, who, said, place, key):
        return (await asyncio.to_thread(self._answer, who, said, place, key)).messages

    def _answer(self, who, said, place, key):
        services = house.house()
        if isinstance(said, Press):
            return services.practice.press(who, said.code, key=key)
        if not isinstance(said, Command):
            return services.practice.take(who, said, key=key)
        entities = {"name": said.name, "arg": said.arg}
        heard = Heard(who, "", key, "command", 1.0, place.exercise, place.language, entities)
        return CommandAction().answer(heard, services)


@pytest.fixture
def services(sqlite_engine, tmp_path):
    made = house.furnished(make_practice(sqlite_engine, [Spin()]), tmp_path / "exports")
    house.use(made)
    yield made
    house.use(None)


async def heard(api, user, before):
    """Wait for the next answer and return it whole."""
    await api.until(lambda: len(api.texts(user)) > before and not api.pending)
    await asyncio.sleep(0.15)
    return "\n".join(api.texts(user)[before:])


@pytest.mark.parametrize("language", list(SAID))
async def test_from_the_invitation_to_the_last_word(api, settings, services, sqlite_engine, language):
    line, question, private, submitted, gone, read = SAID[language]
    people, unit, user = company(sqlite_engine), units(sqlite_engine), 50
    made = services.office.invitations.make(None, "rep", people.north, services.practice.clock())
    gateway = Gateway(Direct(), services.practice, services.content.catalog, services.office.consent)

    async def say(what):
        before = len(api.texts(user))
        await api.say(what, user=user, language=language)
        return await heard(api, user, before)

    async def press(action):
        before = len(api.texts(user))
        await api.press(action, user=user, language=language)
        return await heard(api, user, before)

    def button(pattern):
        rows = [m["reply_markup"]["inline_keyboard"] for m in api.sent if m["chat_id"] == user and m["reply_markup"]]
        actions = [each["callback_data"] for row in rows[-1] for each in row]
        return next(action for action in actions if re.fullmatch(pattern, action))

    async with running(settings, gateway):
        welcome = await say(made.link("peilian_bot").replace("https://t.me/peilian_bot?start=", "/start "))
        assert "North" in welcome
        assert question in welcome
        assert question in await say(line)
        assert question in await say("/spin")
        with unit() as uow:
            payloads = uow.orm.scalars(select(Inbox.payload)).all()
            assert uow.orm.scalars(select(Session)).all() == []
        assert not any(payloads)
        assert "Mo" in await press("/consent yes")
        await say("/private on")
        assert private in await say("/spin")
        await say(line)
        await say("/end")
        await say("/submit")
        await press(button(r"/submit \d+"))
        assert submitted in await press(button(r"/submit \d+ yes"))
        with unit() as uow:
            talk = uow.orm.scalars(select(Session)).one()
            assert talk.language == CODES[language]
        mo = Viewer(people.mo, "manager", frozenset({people.north}))
        assert services.office.readings.log(mo, talk.id, "page", NOW)
        assert f"Mo {read}" in (await say("/readers")).replace("Mo看", "Mo 看")
        await say("/export")
        assert api.methods("sendDocument")[-1]["document"].startswith("takeout-")
        await say("/forget")
        assert gone in await press(button(r"/forget [0-9a-f]{8}"))
        with unit() as uow:
            assert uow.orm.scalars(select(User).where(User.key == f"tg:{user}")).all() == []
            assert [*uow.orm.scalars(select(Session)), *uow.orm.scalars(select(Reading))] == []
        with sqlite_engine.connect() as connection:
            names = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
            everything = {n: connection.execute(text(f'SELECT * FROM "{n}"')).all() for n in names}
        assert line not in json.dumps({n: [list(r) for r in rows] for n, rows in everything.items()}, default=str)
        assert question in await say(line)


async def test_a_manager_invites_and_gets_into_the_console(api, settings, services, sqlite_engine):
    company(sqlite_engine)
    gateway = Gateway(Direct(), services.practice, services.content.catalog, services.office.consent)
    async with running(settings, gateway):
        await api.say("/invite", user=1)
        invitation = (await api.answers(2, user=1))[-1]
        assert invitation.startswith("https://t.me/peilian_bot?start=")
        token = invitation.rsplit("=", 1)[1]
        assert services.office.invitations.look(token, services.practice.clock()).team == "North"
        await api.say("/console", user=1)
        link = (await api.answers(3, user=1))[-1].splitlines()[-1]
        assert link.startswith("http://localhost:8080/enter/")
        assert services.office.signin.enter(link.rsplit("/", 1)[1], services.practice.clock()).csrf
        await api.say("/invite", user=2)
        assert "managers and admins" in (await api.answers(1, user=2))[0]
