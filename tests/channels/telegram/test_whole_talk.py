"""The whole house through the emulator: Rasa, judge, exercise, store, Telegram."""

import asyncio

import pytest

from bot.channels.gateway import Gateway
from bot.channels.open import upgrade_database
from bot.channels.terminal.transcript import as_json, find
from bot.engine.engine import make_engine
from bot.language import localise
from bot.services.house import build, use
from bot.settings import Settings
from tests.channels.conftest import running
from tests.channels.talk import all_answered

QUESTION = {
    "zh-hans": "你们现在用什么系统对账？",
    "zh-hant": "你們現在用什麼系統對帳？",
    "en": "Which system do you use for closing the books today?",
}
CODES = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant", "en": "en"}


@pytest.fixture
async def whole(settings, tmp_path):
    """Return a gateway on the trained models, and settings that point at the emulator."""
    env = {"TELEGRAM_BOT_TOKEN": settings.telegram_token, "TELEGRAM_API_BASE": settings.telegram_api_base}
    settings = Settings.from_env({**env, "DATABASE_URL": f"sqlite:///{tmp_path / 'talk.sqlite3'}"})
    upgrade_database(settings)
    services = build(settings)
    use(services)
    engine = make_engine(settings)
    await engine.start()
    yield settings, Gateway(engine, services.practice, services.content.catalog, services.office.consent)
    await engine.close()
    use(None)


@pytest.mark.trained
async def test_a_role_play_in_three_languages_with_a_restart_in_the_middle(api, whole):
    settings, gateway = whole
    people = dict(enumerate(QUESTION, start=1))
    async with running(settings, gateway) as channel:
        for user, language in people.items():
            await api.say("/roleplay", user=user, language=language)
            await idle(api, channel)
            await api.press("/consent yes", user=user, language=language)
            await idle(api, channel)
            await api.say("/roleplay", user=user, language=language)
            await press_first(api, channel, user, language)
            await press_first(api, channel, user, language)
            await api.say(QUESTION[language], user=user, language=language)
            await idle(api, channel)
    async with running(settings, gateway) as channel:
        for user, language in people.items():
            before = len(api.texts(user))
            await api.send_kind("sticker", user=user, language=language)
            await idle(api, channel)
            refused, *reminder = api.texts(user)[before:]
            assert refused == gateway.catalog.say("channel.sticker", CODES[language])
            assert reminder
            await api.say("/end", user=user, language=language)
            await idle(api, channel)
    assert api.open_queries == set()
    for user, language in people.items():
        assert not any(gateway.catalog.say("channel.failed", CODES[language]) == text for text in api.texts(user))
        with gateway.practice.unit() as uow:
            session = find(uow, f"tg:{user}", None)
            assert session.language == CODES[language]
            assert session.status == "ended"
            lines = [turn for turn in as_json(session)["turns"] if turn["text"] == QUESTION[language]]
            assert [turn["label"] for turn in lines] == ["situation"]
            customer = [turn.text for turn in session.turns if turn.speaker == "customer"]
        assert customer
        assert all(text == localise(text, "zh-Hant") for text in customer if language == "zh-hant")


async def press_first(api, channel, user, language):
    """Press the first button of the newest message that has any."""
    await idle(api, channel)
    rows = [m["reply_markup"]["inline_keyboard"] for m in api.sent if m["chat_id"] == user and m["reply_markup"]]
    await api.press(rows[-1][0][0]["callback_data"], user=user, language=language)


async def idle(api, channel):
    """Wait until everything that was sent is fetched and answered."""
    for _ in range(1200):
        if all_answered(api, channel):
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"not answered within a minute: {api.pending or channel.inbox.unanswered()}")
