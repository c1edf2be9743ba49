"""A manager's comment reaches the rep in the middle of an exercise, and the answer reaches the manager."""

import asyncio

import pytest

from bot.channels.gateway import Gateway
from bot.channels.telegram.telling import Teller
from bot.content import Content
from bot.content.lessons import read_course
from bot.engine.said import Command
from bot.services.coaching import coaching
from bot.services.people import viewer_of
from bot.settings import ROOT
from bot.store.people_tables import Comment, Leadership
from bot.store.tables import Session, Team, Turn
from tests.channels.conftest import running
from tests.channels.talk import Echo, FakeEngine, OpenDoor, all_answered, words
from tests.factories import make_practice

MAX = 9
TALK = {
    "en": ("What is hardest about closing?", "Ask what it costs them.", "You are right, I will."),
    "zh-hans": ("月结最难的是什么？", "问问这要花多少钱。", "好，下次我会问。"),
    "zh-hant": ("月結最難的是什麼？", "問問這要花多少錢。", "好，下次我會問。"),
}
CODES = {"en": "en", "zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}


class Engine(FakeEngine):
    """Knows the two commands of answering beside the echo."""

    def __init__(self, practice, service):
        super().__init__(practice)
        self.service = service

    def _handle(self, who, said, place, key):
        if isinstance(said, Command) and said.name in ("answer", "cancel"):
            work = (
                self.service.answers.open if said.name == "answer" else lambda who, _: self.service.answers.cancel(who)
            )
            return work(who, said.arg).messages
        return super()._handle(who, said, place, key)


def parse(text):
    """Read any command."""
    name, _, arg = text[1:].partition(" ")
    return Command(name, arg) if text.startswith("/") else None


class Firm:
    """A gateway with the echo, and the services of coaching."""

    def __init__(self, engine):
        self.practice = make_practice(engine, [Echo()], content=Content("test", words()))
        course = read_course(ROOT / "data" / "content" / "lessons")
        unit, content = self.practice.unit, self.practice.content
        self.service = coaching(unit, content, dict, course, clock=self.practice.clock)
        self.gateway = Gateway(
            Engine(self.practice, self.service),
            self.practice,
            content.catalog,
            OpenDoor(),
            parse,
            answers=self.service.answers,
            news=self.service.post,
        )

    async def tell(self, channel):
        return await Teller(channel.bot, self.service.post, self.practice.clock).tell()

    def comment(self, text, quoted, rep=1):
        """Let Max, who leads the rep's team, comment on what the rep said."""
        now = self.practice.clock()
        with self.practice.unit() as uow:
            manager = uow.users.get_or_add(f"tg:{MAX}", name="Max", language="en", now=now)
            user = uow.users.get(f"tg:{rep}")
            manager.role = "manager"
            team = Team(name="North")
            uow.orm.add(team)
            uow.orm.flush()
            user.team_id = team.id
            uow.orm.add(Leadership(user_id=manager.id, team_id=team.id))
            uow.orm.flush()
            viewer = viewer_of(uow, manager)
            session = uow.orm.query(Session).filter_by(user_id=user.id).one()
            number = uow.orm.query(Turn).filter_by(session_id=session.id, text=quoted).one().number
        return self.service.comments.write(viewer, session.id, text, now, turn_number=number)


@pytest.fixture
def firm(sqlite_engine):
    """Return the firm on a database."""
    return Firm(sqlite_engine)


async def settled(api, channel):
    """Wait until all that was sent is answered."""
    for _ in range(1500):
        if all_answered(api, channel):
            return
        await asyncio.sleep(0.01)
    raise AssertionError("not answered")


async def do(api, channel, *steps, language="en", user=1):
    """Say or press, one after the other, each answered before the next."""
    for step in steps:
        await (api.press if step.startswith("/answer") else api.say)(step, user=user, language=language)
        await settled(api, channel)


@pytest.mark.parametrize("language", list(TALK))
async def test_a_comment_is_answered_in_the_middle_of_an_exercise(api, settings, firm, language):
    line, comment, answer = TALK[language]
    say = lambda key: firm.gateway.catalog.say(f"coaching.{key}", CODES[language])  # noqa: E731
    async with running(settings, firm.gateway) as channel:
        await do(api, channel, "/echo", line, language=language)
        written = firm.comment(comment, line)
        assert await firm.tell(channel) == 1
        told = api.texts()[-1]
        assert all(part in told for part in ("Max", line, comment))
    async with running(settings, firm.gateway) as channel:
        assert await firm.tell(channel) == 0
        await do(api, channel, f"/answer {written.id}", answer, language=language)
        assert api.texts()[-2:] == [say("answer_sent"), "we had 1"]
        await do(api, channel, "and on", language=language)
        assert api.texts()[-1] == "2: and on"
        assert await firm.tell(channel) == 1
    assert all(part in api.texts(MAX)[-1] for part in (answer, line, comment, "Rep 1"))


async def test_a_reply_to_the_message_is_the_answer_too(api, settings, firm):
    line, comment, answer = TALK["en"]
    async with running(settings, firm.gateway) as channel:
        await do(api, channel, "/echo", line)
        firm.comment(comment, line)
        await firm.tell(channel)
        quoted = {"message_id": 1, "chat": {"id": 1, "type": "private"}, "date": 1, "text": "…"}
        await api.say(answer, reply_to_message={**quoted, "reply_markup": api.sent[-1]["reply_markup"]})
        await settled(api, channel)
        assert api.texts()[-1] == "we had 1"
    with firm.practice.unit() as uow:
        assert [row.text for row in uow.orm.query(Comment).order_by(Comment.id)] == [comment, answer]


async def test_cancel_leaves_and_the_text_is_a_turn_again(api, settings, firm):
    line, comment, _ = TALK["en"]
    async with running(settings, firm.gateway) as channel:
        await do(api, channel, "/echo", line)
        written = firm.comment(comment, line)
        await do(api, channel, f"/answer {written.id}", "/cancel", "next line")
        assert api.texts()[-1] == "2: next line"


async def test_a_very_long_comment_comes_in_parts_with_the_button_on_the_last(api, settings, firm):
    line = TALK["en"][0]
    async with running(settings, firm.gateway) as channel:
        await do(api, channel, "/echo", line)
        before = len(api.texts())
        firm.comment("A word. " * 900, line)
        await firm.tell(channel)
    parts = [m for m in api.sent if m["chat_id"] == 1][before:]
    assert len(parts) == 2
    assert [bool(m.get("reply_markup")) for m in parts] == [False, True]


async def test_nothing_is_told_in_quiet_hours(api, settings, firm):
    line = TALK["en"][0]
    async with running(settings, firm.gateway) as channel:
        await do(api, channel, "/echo", line)
        firm.comment("Well done.", line)
        with firm.practice.unit() as uow:
            user = uow.users.get("tg:1")
            user.preferences = {"lessons": {"zone": "Asia/Shanghai", "quiet_from": 17, "quiet_to": 18}}
        assert await firm.tell(channel) == 0
        firm.practice.clock.now = firm.practice.clock.now.replace(hour=10)
        assert await firm.tell(channel) == 1


async def test_a_chat_that_blocks_us_is_left_in_peace_for_a_while(api, settings, firm):
    line = TALK["en"][0]
    async with running(settings, firm.gateway) as channel:
        await do(api, channel, "/echo", line)
        firm.comment("Well done.", line)
        teller = Teller(channel.bot, firm.service.post, firm.practice.clock)
        api.fail("sendMessage", 403)
        tried = len(api.methods("sendMessage"))
        assert (await teller.tell(), await teller.tell()) == (0, 0)
        assert len(api.methods("sendMessage")) == tried + 1
