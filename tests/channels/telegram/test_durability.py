"""Nothing is lost and nothing is answered twice: kills, restarts, repeats, and updates that always fail."""

import asyncio
from types import SimpleNamespace

from bot.channels.telegram.inbox import Inbox
from bot.services.messages import Message
from tests.channels.conftest import running


async def test_an_update_that_is_delivered_again_is_answered_once(api, settings, gateway):
    async with running(settings, gateway) as channel:
        update = await api.say("hello there")
        await api.answers(1)
        await channel.queue.receive(update, channel.bot)
        await api.say("more words here")
        await api.answers(2)
    assert api.texts() == ["lobby: hello there", "lobby: more words here"]


async def test_killed_between_receiving_and_answering_answers_once_after_the_restart(api, settings, gateway):
    await start_echo(api, settings, gateway)
    gateway.engine.delays = {"one two": 30}
    async with running(settings, gateway, kill=True):
        await api.say("one two")
        await api.say("three four")
        await api.until(lambda: len(api.methods("sendChatAction")) >= 2)
    gateway.engine.delays = {}
    async with running(settings, gateway):
        assert await api.answers(3) == ["echo is open", "1: one two", "2: three four"]
        await asyncio.sleep(0.2)
    assert len(api.texts()) == 3


async def test_killed_between_the_turn_and_the_sending_repeats_only_the_sending(api, settings, gateway):
    await start_echo(api, settings, gateway)
    api.fail("sendMessage", *[500] * 50)
    async with running(settings, gateway, kill=True):
        await api.say("one two")
        await api.until(lambda: len(api.methods("sendMessage")) >= 3)
    api.failures.clear()
    async with running(settings, gateway):
        assert await api.answers(2) == ["echo is open", "1: one two"]
        await api.say("three four")
        assert (await api.answers(3))[2] == "2: three four"


async def test_what_came_while_the_bot_was_away_is_answered_in_order(api, settings, gateway):
    for n in range(5):
        await api.say(f"line {n} x")
    async with running(settings, gateway):
        assert await api.answers(5) == [f"lobby: line {n} x" for n in range(5)]


async def test_a_fetched_update_is_confirmed_only_when_it_is_stored(api, settings, gateway):
    async with running(settings, gateway) as channel:
        store, tries = channel.inbox.receive, []

        def failing_once(raw):
            tries.append(raw["update_id"])
            if len(tries) == 1:
                raise OSError("the disk is full")
            return store(raw)

        channel.inbox.receive = failing_once
        update = await api.say("hello there")
        assert await api.answers(1) == ["lobby: hello there"]
    assert tries == [update["update_id"]] * 2


async def test_an_update_that_always_fails_is_put_aside_with_a_sentence(api, settings, gateway):
    gateway.engine.replies["bad words here"] = [SimpleNamespace(text=None)]
    async with running(settings, gateway):
        await api.say("bad words here")
        await api.say("good words here")
        assert await api.answers(2) == [
            gateway.catalog.say("channel.gave_up", "en"),
            "lobby: good words here",
        ]
    assert Inbox(gateway.practice.unit, gateway.practice.clock).unanswered() == []


async def test_an_update_that_kills_the_process_is_given_up_after_three_starts(api, settings, gateway):
    inbox = Inbox(gateway.practice.unit, gateway.practice.clock)
    update = await api.say("deadly words here")
    inbox.receive(update)
    for attempt in (1, 2, 3):
        assert inbox.begin(update["update_id"]) == attempt
    async with running(settings, gateway):
        assert await api.answers(1) == [gateway.catalog.say("channel.gave_up", "en")]
    assert gateway.engine.heard == []


async def test_a_repeat_goes_on_behind_the_parts_that_were_sent(api, settings, gateway):
    gateway.engine.replies["two parts please"] = [Message("first"), Message("second")]
    async with running(settings, gateway):
        api.fail("sendMessage", None, *[500] * 9)
        await api.say("two parts please")
        await api.answers(2)
    assert api.texts() == ["first", "second"]


async def test_stopping_finishes_what_is_in_work_and_keeps_the_rest(api, settings, gateway):
    gateway.engine.delays = {"slow words here": 0.3}
    async with running(settings, gateway) as channel:
        await api.say("slow words here")
        await api.say("later words here")
        await api.until(lambda: gateway.engine.heard)
        channel.stop()
    # What was in work is finished; what waited behind it may be, or is kept for the next start.
    assert api.texts()[:1] == ["lobby: slow words here"]
    async with running(settings, gateway):
        assert await api.answers(2) == ["lobby: slow words here", "lobby: later words here"]


async def start_echo(api, settings, gateway):
    async with running(settings, gateway):
        await api.say("/echo")
        await api.answers(1)
