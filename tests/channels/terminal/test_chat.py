"""The talk in the terminal, with lines of the test's own."""

import asyncio
import contextlib

import pytest

from bot.channels.terminal.chat import Talk
from bot.engine.engine import EngineError
from bot.services.practice import Who
from tests.channels.talk import EN

ANY = Who("term:li", "Li", "en")


class Typed:
    """Lines typed one after the other; waits for ever behind the last unless it is None."""

    def __init__(self, *typed):
        self.typed, self.shown, self.prompts = list(typed), [], []

    async def read(self, prompt):
        self.prompts.append(prompt)
        if not self.typed:
            await asyncio.Event().wait()
        return self.typed.pop(0)

    def show(self, text):
        self.shown.append(text)

    def open(self):
        return contextlib.nullcontext()


async def opened(gateway, delay=0):
    await asyncio.sleep(delay)
    return gateway


async def talk(gateway, *typed, who=ANY):
    lines = Typed(*typed)
    await Talk(who, lines, gateway.catalog).run(opened(gateway))
    return lines.shown


def said(gateway, key, language="en"):
    return gateway.catalog.say(f"channel.{key}", language)


async def test_a_talk_opens_greets_answers_and_keeps_the_place(gateway):
    assert await talk(gateway, "hello there", None) == [
        said(gateway, "opening"),
        "Coach: start en\n  [1] Echo",
        "Coach: lobby: hello there",
        said(gateway, "place_kept"),
    ]


async def test_quit_leaves_and_the_next_talk_goes_on(gateway):
    await talk(gateway, "/echo", "one two", "/quit", "never read")
    assert (await talk(gateway, "three four", None))[1] == "Coach: we had 1"


async def test_a_number_on_screen_presses_its_button(gateway):
    shown = await talk(gateway, "1", "one two", "1", "3", None)
    assert shown[2:6] == [
        "Coach: echo is open",
        "Coach: 1: one two\n  [1] more",
        "Coach: pressed more",
        "Coach: 2: 3\n  [1] more",
    ]


async def test_the_prompt_is_there_before_the_engine(gateway):
    lines = Typed()
    task = asyncio.create_task(Talk(ANY, lines, gateway.catalog).run(opened(gateway, 30)))
    await asyncio.sleep(0.01)
    assert lines.prompts == ["You > "]
    task.cancel()


async def test_an_engine_that_cannot_be_opened_ends_the_wait_for_a_line(gateway):
    async def fails():
        await asyncio.sleep(0.01)
        raise EngineError("no trained dialogue")

    with pytest.raises(EngineError, match="no trained dialogue"):
        await asyncio.wait_for(Talk(ANY, Typed(), gateway.catalog).run(fails()), 5)


async def test_an_early_leave_waits_for_nothing(gateway):
    lines = Typed(None)
    await asyncio.wait_for(Talk(EN, lines, gateway.catalog).run(opened(gateway, 30)), 5)
    assert lines.shown == [said(gateway, "opening"), said(gateway, "place_kept")]
