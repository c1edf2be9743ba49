"""All 36 lessons in Telegram's emulator in each language: a good learner ends with the certificate, failures return."""

import asyncio
from datetime import timedelta

import pytest

from bot.channels.gateway import Gateway
from bot.channels.telegram.reminding import remind
from bot.engine.said import Command, Press
from bot.services.lesson.book import Book
from bot.services.practice import Who
from bot.services.reminders import Reminders
from tests.channels.conftest import running
from tests.channels.talk import OpenDoor, all_answered
from tests.services.lesson.learner import COURSE, Learner, make

LANGUAGES = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant", "en": "en"}
CITY = {"zh-hans": "北京", "zh-hant": "臺北", "en": "Shanghai"}
DAY = timedelta(days=1)


class LessonsOnly:
    """An engine without Rasa: `/lesson` opens, buttons and texts go to the open exercise."""

    def __init__(self, practice):
        self.practice = practice

    async def handle(self, who, said, place, key):
        return await asyncio.to_thread(self._answer, who, said, key)

    def _answer(self, who, said, key):
        if isinstance(said, Command):
            return self.practice.start(who, "lesson", {"lesson": said.arg}, key=key).messages
        if isinstance(said, Press):
            return self.practice.press(who, said.code, key=key).messages
        return self.practice.take(who, said, key=key).messages


class InTelegram(Learner):
    """A learner who writes and presses in Telegram; what is asked is read from the store."""

    def __init__(self, api, channel, practice, number, code, **options):
        super().__init__(practice, Who(f"tg:{number}", "", LANGUAGES[code]), **options)
        self.api, self.channel, self.number, self.code = api, channel, number, code

    async def tell(self, text):
        await self.api.say(text, user=self.number, language=self.code)
        await self.idle()

    async def tap(self, place=0):
        """Press a button of the newest message that has some."""
        rows = [m["reply_markup"] for m in self.api.sent if m["chat_id"] == self.number and m["reply_markup"]]
        buttons = [button for row in rows[-1]["inline_keyboard"] for button in row]
        await self.api.press(buttons[place]["callback_data"], user=self.number, language=self.code)
        await self.idle()

    async def idle(self):
        for _ in range(4000):
            if all_answered(self.api, self.channel):
                return
            await asyncio.sleep(0.003)
        raise AssertionError("not answered")

    async def take(self, what):
        """Open a lesson or an exam and answer all of it; return whether it was passed."""
        await self.tell(f"/lesson {what}")
        for _ in range(200):
            session = self.session()
            if session is None:
                return True
            state = session.state
            stage = state.get("stage") if state["mode"] == "lesson" else state.get("kind", "item")
            if state["mode"] == "zone":
                await self.tell(CITY[self.code])
            elif stage in ("card", "think"):
                await self.tap()
            elif stage in ("quiz", "item"):
                await self.tell(self.answer(state["q"], session.language))
            elif stage == "drill":
                await self.tell(self.drill_line(state["d"], session.language))
            else:
                return False
        raise AssertionError(f"no end of {what}")


@pytest.fixture
def practice(sqlite_engine, tmp_path):
    return make(sqlite_engine, tmp_path)


@pytest.fixture
def gateway(practice):
    return Gateway(LessonsOnly(practice), practice, practice.content.catalog, OpenDoor())


# All lessons in all three languages go through the service in `tests/services/lesson/test_all_lessons.py`; here the
# language in which every text is converted.
@pytest.mark.parametrize("code", ["zh-hant"])
async def test_who_answers_well_finishes_all_lessons_and_gets_the_certificate(api, settings, gateway, practice, code):
    async with running(settings, gateway) as channel:
        learner = InTelegram(api, channel, practice, 7, code)
        for part in COURSE.parts:
            for lesson in COURSE.of_part(part.number):
                assert await learner.take(lesson.number), (lesson.number, api.texts(7)[-3:])
            assert await learner.take(f"exam {part.number}"), part.number
        await learner.tap()
        await learner.tell("林小雨")
        kinds = [name for name, params in api.calls if params.get("chat_id") and name in ("sendPhoto", "sendDocument")]
    assert kinds[-2:] == ["sendPhoto", "sendDocument"]
    assert "林小雨" in "".join(api.texts(7)[-2:])


@pytest.mark.parametrize("code", list(LANGUAGES))
async def test_what_failed_is_announced_and_comes_back_on_the_next_day(api, settings, gateway, practice, code):
    reminders = Reminders(practice.unit, COURSE, practice.content.catalog)
    async with running(settings, gateway) as channel:
        learner = InTelegram(api, channel, practice, 7, code, wrong={"q2", "d1"})
        await learner.take(1)
        await learner.tell("/lesson review")
        assert learner.session() is None, "nothing comes back on the same day"
        assert await remind(channel.bot, reminders, practice.clock.now + timedelta(hours=1)) == 0
        with practice.unit() as uow:
            book = Book(uow, uow.users.get("tg:7"), practice.clock.now)
            morning = book.habits.start_of(book.habits.day(practice.clock.now) + DAY) + timedelta(hours=9)
        assert await remind(channel.bot, reminders, morning) == 1
        practice.clock.now = morning
        await learner.tap()
        queue = learner.session().state["queue"]
    assert sorted(queue) == ["drill/1/d1", "item/1/q2"]
