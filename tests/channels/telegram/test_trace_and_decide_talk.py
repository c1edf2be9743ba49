"""T to its files and D to its play through the emulator, with a restart, an old button and a line from the lobby."""

import pytest

from bot.services.router import quoted_line
from tests.channels.conftest import running
from tests.channels.telegram.test_whole_talk import CODES, idle, press_first, whole  # noqa: F401 (a fixture)

PEOPLE = {1: "zh-hans", 2: "zh-hant", 3: "en"}
ASKED = {
    "zh-hans": "客户说必须月底前到200台工控机，单价不超过四千",
    "zh-hant": "客戶說必須月底前到200台工控機，單價不超過四千",
    "en": "the customer says they need 500 tablets by the end of August, at most 400 dollars each",
}
NAME = {"zh-hans": "生产副总周建国提的", "zh-hant": "生產副總周建國提的", "en": "Karen, the warehouse manager"}
CHAIN = {
    "zh-hans": ["上个月老机器死机，停了两天线", "九月要验厂", "现在每周停一次线", "不再停线"],
    "zh-hant": ["上個月舊機器當機，停了兩天線", "九月要驗廠", "現在每週停一次線", "不再停線"],
    "en": [
        "the old ones keep breaking",
        "the audit in September",
        "we lose two hours a day now",
        "tablets that last a whole shift",
    ],
}
HESITATES = {
    "zh-hans": "中标通知书都拿到了，老板昨天又说要再想想，怕上线出事",
    "zh-hant": "得標通知都拿到了，老闆昨天又說要再想想，怕上線出事",
    "en": "We have the award letter, and now the CFO keeps asking what happens if the rollout fails",
}
RESISTS = {
    "zh-hans": "客户说太贵了，让我再考虑考虑",
    "zh-hant": "客戶說太貴了，讓我再考慮考慮",
    "en": "the customer said it's too expensive for us",
}
FINISH = {"zh-hans": "收尾", "zh-hant": "收尾", "en": "done"}


@pytest.mark.trained
async def test_a_line_of_the_lobby_is_traced_to_its_files_over_a_restart(api, whole):  # noqa: F811
    settings, gateway = whole
    old = {}
    async with running(settings, gateway) as channel:
        for user, language in PEOPLE.items():
            await consent(api, channel, user, language)
            await say(api, channel, user, language, ASKED[language])
            await press_first(api, channel, user, language)
            await say(api, channel, user, language, "Lanwan")
            old[user] = buttons(api, user)[0]["callback_data"]
            await say(api, channel, user, language, NAME[language])
    async with running(settings, gateway) as channel:
        for user, language in PEOPLE.items():
            await say(api, channel, user, language, *CHAIN[language])
            before = ledger(gateway, user)
            await api.press(old[user], user=user, language=language)
            await idle(api, channel)
            assert ledger(gateway, user) == before
            await say(api, channel, user, language, FINISH[language])
    for user, language in PEOPLE.items():
        row = ledger(gateway, user)["rows"][0]
        assert row["who"] == NAME[language].removesuffix("提的")
        assert row["why"] == CHAIN[language][0]
        assert row["wanted"] == CHAIN[language][-1]
        sent = [m for m in api.sent if m["chat_id"] == user and m.get("document")]
        assert len(sent) == 2
        assert gateway.catalog.say("channel.failed", CODES[language]) not in api.texts(user)
    assert api.open_queries == set()


@pytest.mark.trained
async def test_a_hesitation_gets_its_play_in_every_language(api, whole):  # noqa: F811
    settings, gateway = whole
    async with running(settings, gateway) as channel:
        for user, language in PEOPLE.items():
            await consent(api, channel, user, language)
            await say(api, channel, user, language, "/decide", HESITATES[language])
            fear = gateway.catalog.say("decide.fear_failure", CODES[language])
            assert any(fear in text for text in api.texts(user))
            await say(api, channel, user, language, FINISH[language].replace("收尾", "结束"))
            with gateway.practice.unit() as uow:
                assert uow.sessions.of_user(uow.users.get(f"tg:{user}").id, limit=1)[0].outcome == "done"


@pytest.mark.trained
async def test_a_line_of_the_lobby_is_decided_over_a_restart_and_an_old_button_does_nothing(api, whole):  # noqa: F811
    settings, gateway = whole
    old = {}
    async with running(settings, gateway) as channel:
        for user, language in PEOPLE.items():
            await consent(api, channel, user, language)
            await say(api, channel, user, language, RESISTS[language], "/decide")
            assert decided(gateway, user)["text"] == quoted_line(RESISTS[language])
            old[user] = buttons(api, user)[0]["callback_data"]
            await press_first(api, channel, user, language)
            await idle(api, channel)
    async with running(settings, gateway) as channel:
        for user, language in PEOPLE.items():
            before = decided(gateway, user)
            assert before["facts"]
            await api.press(old[user], user=user, language=language)
            await idle(api, channel)
            assert decided(gateway, user) == before
            assert gateway.catalog.say("practice.old_button_in_exercise", CODES[language]) in api.texts(user)
            await say(api, channel, user, language, HESITATES[language])
            await say(api, channel, user, language, "/end")
            assert gateway.catalog.say("channel.failed", CODES[language]) not in api.texts(user)
    for user in PEOPLE:
        with gateway.practice.unit() as uow:
            assert uow.sessions.of_user(uow.users.get(f"tg:{user}").id, limit=1)[0].status == "ended"
    assert api.open_queries == set()


async def consent(api, channel, user, language):
    await say(api, channel, user, language, "/start")
    await api.press("/consent yes", user=user, language=language)
    await idle(api, channel)


async def say(api, channel, user, language, *lines):
    for line in lines:
        await api.say(line, user=user, language=language)
        await idle(api, channel)


def buttons(api, user):
    rows = [m["reply_markup"]["inline_keyboard"] for m in api.sent if m["chat_id"] == user and m["reply_markup"]]
    return [button for row in rows[-1] for button in row]


def ledger(gateway, user):
    with gateway.practice.unit() as uow:
        return uow.deals.of_user(uow.users.get(f"tg:{user}").id)[0].sheets["ledger"]


def decided(gateway, user):
    """Return what D holds of the case of a person."""
    with gateway.practice.unit() as uow:
        state = uow.sessions.of_user(uow.users.get(f"tg:{user}").id, limit=1)[0].state
        return {key: state[key] for key in ("phase", "text", "facts", "asked", "question", "decided")}
