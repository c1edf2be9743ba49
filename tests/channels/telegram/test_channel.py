"""The Telegram channel as a person sees it, through the emulator."""

import asyncio

import pytest

from bot.channels.telegram.channel import TelegramChannel, TelegramRefused
from bot.services.messages import Button, Message
from bot.settings import Settings

pytestmark = pytest.mark.usefixtures("bot")


def sentence(gateway, key, language="en", **values):
    return gateway.catalog.say(f"channel.{key}", language, **values)


async def test_a_line_is_answered_and_typing_is_shown(api):
    await api.say("hello there")
    assert await api.answers(1) == ["lobby: hello there"]
    assert api.methods("sendChatAction") == [{"chat_id": "1", "action": "typing"}]


async def test_answers_in_a_chat_keep_the_order(api, gateway):
    gateway.engine.delays = {f"line {n} x": 0.05 if n % 2 else 0 for n in range(6)}
    for n in range(6):
        await api.say(f"line {n} x")
    assert await api.answers(6) == [f"lobby: line {n} x" for n in range(6)]


async def test_a_slow_chat_does_not_hold_another_up(api, gateway):
    gateway.engine.delays = {"slow line here": 1.0}
    await api.say("slow line here", user=1)
    await api.say("quick line here", user=2)
    assert await api.answers(1, user=2, seconds=0.8) == ["lobby: quick line here"]
    assert await api.answers(1, user=1) == ["lobby: slow line here"]


async def test_buttons_work_and_every_query_is_answered(api):
    await api.say("/help")
    await api.answers(1)
    await api.press("/echo")
    assert await api.answers(2) == ["help en", "echo is open"]
    await api.press("1.7.old")
    await api.answers(4)
    assert api.open_queries == set()
    assert [m["reply_markup"]["inline_keyboard"][0][0] for m in api.sent[:1]] == [
        {"text": "✓ Echo", "callback_data": "-/echo"}
    ]


async def test_a_double_click_acts_once(api, gateway):
    await api.say("/help")
    (first,) = [m["message_id"] for m in api.sent] if await api.answers(1) else ()
    await asyncio.gather(*(api.press("/echo", message_id=first) for _ in range(3)))
    await api.until(lambda: not api.open_queries)
    await api.say("one two")
    assert await api.answers(3) == ["help en", "echo is open", "1: one two"]
    assert sorted(q.get("text", "") for q in api.answered_queries) == ["", *[sentence(gateway, "already_pressed")] * 2]


async def test_long_texts_are_split_and_buttons_hang_on_the_last_part(api, gateway):
    text = "\n\n".join(f"paragraph {n} " + "x" * 900 for n in range(10))
    gateway.engine.replies["long text please"] = [Message(text, (Button("Go", "/help"),))]
    await api.say("long text please")
    parts = await api.answers(3)
    assert "\n\n".join(parts) == text
    assert [m["reply_markup"] is not None for m in api.sent] == [False, False, True]


async def test_pictures_and_files_are_sent_with_their_words(api, gateway, tmp_path):
    picture, plan = tmp_path / "card.png", tmp_path / "plan.md"
    picture.write_bytes(b"png!")
    plan.write_text("plan", encoding="utf-8")
    long = "word " * 300
    gateway.engine.replies["show me things"] = [
        Message("your card", image=str(picture)),
        Message(long, document=str(plan), buttons=(Button("Go", "/help"),)),
    ]
    await api.say("show me things")
    assert await api.answers(3) == ["your card", "", long.strip()]
    assert [m.get("photo") or m.get("document") for m in api.sent] == ["card.png:4", "plan.md:4", None]
    assert api.sent[2]["reply_markup"] is not None


async def test_a_missing_picture_does_not_swallow_the_words(api, gateway):
    gateway.engine.replies["show me things"] = [Message("your card", image="gone.png")]
    await api.say("show me things")
    assert await api.answers(1) == ["your card"]


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("sticker", "sticker"),
        ("photo", "photo"),
        ("voice", "voice"),
        ("video_note", "video"),
        ("animation", "animation"),
        ("document", "document"),
        ("location", "location"),
        ("contact", "contact"),
        ("dice", "other"),
    ],
)
async def test_what_is_no_text_gets_its_sentence(api, gateway, kind, key):
    await api.send_kind(kind)
    assert await api.answers(1) == [sentence(gateway, key)]


async def test_an_edited_message_changes_nothing(api, gateway):
    update = await api.say("first words here")
    await api.edit(update["message"]["message_id"], "other words here")
    assert await api.answers(2) == ["lobby: first words here", sentence(gateway, "edited")]


async def test_a_group_hears_once_that_practice_is_private(api, gateway):
    await api.say_in_group("hello all of you")
    await api.say_in_group("hello again all")
    await api.say_in_group("/help")
    await api.say("hello there")
    await api.answers(1)
    assert await api.answers(2, user=-100) == [sentence(gateway, "groups")] * 2


async def test_an_update_that_cannot_be_parsed_stops_nobody(api, gateway):
    await api.update(
        message={
            "message_id": "?",
            "chat": {"id": 7, "type": "private"},
            "from": {"language_code": "en"},
            "date": "never",
        }
    )
    await api.say("hello there")
    assert await api.answers(1) == ["lobby: hello there"]
    assert await api.answers(1, user=7) == [sentence(gateway, "unreadable")]


async def test_a_service_notice_is_passed_over(api):
    await api.say("hello there")
    await api.send_kind("timer")
    await api.say("more words here")
    assert await api.answers(2) == ["lobby: hello there", "lobby: more words here"]


@pytest.mark.parametrize("failures", [[(429, 1)], [500, 502], ["cut"]])
async def test_a_send_that_fails_is_sent_again(api, failures):
    api.fail("sendMessage", *failures)
    await api.say("hello there")
    assert await api.answers(1) == ["lobby: hello there"]


async def test_a_failed_typing_action_or_query_answer_loses_nothing(api):
    api.fail("sendChatAction", 500)
    api.fail("answerCallbackQuery", 400)
    await api.press("/echo")
    assert await api.answers(1) == ["echo is open"]


async def test_a_person_who_blocked_the_bot_stops_nobody(api):
    api.fail("sendMessage", 403)
    await api.say("hello there", user=5)
    await api.until(lambda: api.methods("sendMessage"))
    await api.say("hello there", user=6)
    assert await api.answers(1, user=6) == ["lobby: hello there"]
    assert api.texts(5) == []


async def test_the_language_follows_the_app_until_something_is_written(api):
    await api.say("/help", user=1, language="zh-hant")
    await api.say("/help", user=2, language="zh-hans")
    await api.say("/help", user=3, language="fr")
    got = [(await api.answers(1, user=n))[0] for n in (1, 2, 3)]
    assert got == ["help zh-Hant", "help zh-Hans", "help en"]


async def test_commands_are_described_in_both_languages(api):
    calls = api.methods("setMyCommands")
    assert [call.get("language_code") for call in calls] == [None, "en", "zh"]


async def test_fetching_goes_on_after_faults_of_the_api(api):
    api.fail("getUpdates", 500, "cut", (429, 1))
    await api.say("hello there")
    assert await api.answers(1) == ["lobby: hello there"]


async def test_a_wrong_token_is_refused_with_one_line(settings, gateway):
    env = {"TELEGRAM_BOT_TOKEN": "123456:" + "x" * 30, "TELEGRAM_API_BASE": settings.telegram_api_base}
    with pytest.raises(TelegramRefused, match="TELEGRAM_BOT_TOKEN"):
        await TelegramChannel(Settings.from_env(env), gateway).run()
