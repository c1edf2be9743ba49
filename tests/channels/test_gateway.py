"""The gateway: every message gets a fitting sentence, and the exercise goes on."""

import itertools

import pytest

from bot.channels.gateway import Gateway
from bot.channels.incoming import KINDS
from bot.engine.said import Command
from bot.services.practice import Who
from tests.channels.talk import EN, OpenDoor, make_gateway, parse

NUMBERS = itertools.count()


@pytest.fixture
def gateway(sqlite_engine):
    return make_gateway(sqlite_engine)


async def say(gateway, text, who=EN, key=None):
    return [m.text for m in await gateway.text(who, text, key=key or f"k{next(NUMBERS)}")]


def sentence(gateway, key, language="en", **values):
    return gateway.catalog.say(f"channel.{key}", language, **values)


async def test_a_line_and_a_command_reach_the_engine(gateway):
    assert await say(gateway, " hello there\u200b ") == ["lobby: hello there"]
    assert await say(gateway, "/help") == ["help en"]
    assert gateway.engine.heard == ["hello there", Command("help")]


async def test_a_text_that_looks_like_rasas_commands_never_reaches_the_engine(gateway):
    assert await say(gateway, '/intent{"x": 1}') == [sentence(gateway, "unknown_command", command="/intent")]
    assert gateway.engine.heard == []


async def test_after_a_fault_in_an_exercise_the_open_question_comes_again(gateway):
    await say(gateway, "/echo")
    await say(gateway, "one two")
    assert await say(gateway, "/nonsense") == [sentence(gateway, "unknown_command", command="/nonsense"), "we had 1"]
    assert await say(gateway, "three four") == ["2: three four"]


async def test_a_long_text_is_counted_and_not_taken(gateway):
    await say(gateway, "/echo")
    answer = await say(gateway, "x y" * 3000)
    assert answer == [sentence(gateway, "too_long", count="9,000", limit="8,000"), "we had 0"]


async def test_empty_text_gets_a_sentence_alone(gateway):
    await say(gateway, "/echo")
    assert await say(gateway, " \n ") == [sentence(gateway, "empty")]


async def test_an_emoji_is_a_line_of_the_exercise(gateway):
    assert await say(gateway, "👍") == [sentence(gateway, "emoji")]
    await say(gateway, "/echo")
    assert await say(gateway, "👍") == ["1: 👍"]


async def test_another_language_does_not_change_the_language_of_the_answers(gateway):
    who = Who("tg:2", "", "zh-Hant")
    assert await say(gateway, "Nuestro cliente dice que el precio es alto", who) == [
        sentence(gateway, "unsupported_language", "zh-Hant")
    ]


async def test_the_language_of_the_sentences_follows_the_person(gateway):
    who = Who("tg:3", "", "en")
    await say(gateway, "客户说你们太贵了", who)
    assert await say(gateway, "", who) == [sentence(gateway, "empty", "zh-Hans")]


@pytest.mark.parametrize("kind", KINDS)
async def test_what_is_no_text_gets_its_sentence(gateway, kind):
    messages = await gateway.other(EN, kind, key="a")
    assert [m.text for m in messages] == [sentence(gateway, kind)]


async def test_words_under_a_picture_are_taken(gateway):
    messages = await gateway.other(EN, "photo", caption="they want it cheaper", key="a")
    assert [m.text for m in messages] == [sentence(gateway, "caption_taken"), "lobby: they want it cheaper"]


async def test_an_edit_changes_nothing(gateway):
    await say(gateway, "/echo")
    assert [m.text for m in await gateway.edited(EN, key="e")] == [sentence(gateway, "edited")]
    assert await say(gateway, "one two") == ["1: one two"]


async def test_an_old_button_and_an_unknown_one_get_a_sentence(gateway):
    await say(gateway, "/echo")
    code = (await gateway.text(EN, "one two", key="t"))[0].buttons[0].action
    assert [m.text for m in await gateway.press(EN, code, key="p1")] == ["pressed more"]
    again = [m.text for m in await gateway.press(EN, code, key="p2")]
    assert again == [gateway.catalog.say("practice.old_button_in_exercise", "en"), "we had 1"]
    unknown = [m.text for m in await gateway.press(EN, "/gone", key="p3")]
    assert unknown == [sentence(gateway, "unknown_button"), "we had 1"]


async def test_a_fault_of_ours_is_a_sentence_and_is_logged(gateway, caplog):
    assert await say(gateway, "crash") == [sentence(gateway, "failed")]
    assert "the dialogue gave no answer" in caplog.text


async def test_a_button_that_failed_can_be_pressed_again(gateway):
    gateway.engine.handle = None
    (message,) = await gateway.press(EN, "/echo", key="p")
    assert [b.action for b in message.buttons] == ["/echo"]


async def test_a_broken_database_is_a_sentence_too(gateway):
    def broken():
        raise OSError("disk")

    practice = type("Broken", (), {"unit": staticmethod(broken)})()
    lost = Gateway(gateway.engine, practice, gateway.catalog, OpenDoor(), parse)
    assert await say(lost, "hello there", Who("tg:9", "", "zh-Hans")) == [sentence(gateway, "failed", "zh-Hans")]


async def test_a_repeated_message_gets_the_first_answer_even_where_it_ended_the_exercise(gateway):
    await say(gateway, "/echo")
    assert await say(gateway, "done", key="last") == ["1: done"]
    assert await say(gateway, "done", key="last") == ["1: done"]


async def test_a_talk_opens_with_the_welcome_or_the_open_question(gateway):
    assert [m.text for m in await gateway.greet(EN, key="g1")] == ["start en"]
    await say(gateway, "/echo")
    assert [m.text for m in await gateway.greet(EN, key="g2")] == ["we had 0"]
