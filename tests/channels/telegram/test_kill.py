"""kill -9 of a real process in the middle of its work: nothing is lost, the order stays, the turns count once."""

import asyncio
import re
import sys

from bot.settings import ROOT

CHATS, LINES = 3, 8


async def test_killed_three_times_in_the_middle(api, sqlite_engine):
    for chat in range(1, CHATS + 1):
        await api.say("/echo", user=chat)
        for n in range(LINES):
            await api.say(f"line {n} x", user=chat)
    for after in (4, 12, 20):
        victim = await start(sqlite_engine, api)
        await api.until(lambda after=after: len(api.methods("sendMessage")) >= after, 30)
        victim.kill()
        await victim.wait()
    victim = await start(sqlite_engine, api)
    try:
        await api.until(lambda: all(last(api, chat) == LINES for chat in range(1, CHATS + 1)), 30)
    finally:
        victim.kill()
        await victim.wait()
    for chat in range(1, CHATS + 1):
        texts = api.texts(chat)
        # A reply whose sending was cut off may come twice, one after the other; its turn is counted once.
        once = [text for text, before in zip(texts, [None, *texts]) if text != before]
        assert once == ["echo is open", *(f"{n + 1}: line {n} x" for n in range(LINES))]


async def start(engine, api):
    url = engine.url.render_as_string(hide_password=False)
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.channels.telegram.victim", url, api.base, api.token, cwd=ROOT
    )


def last(api, chat):
    """Return the highest line that a chat was answered."""
    return max((int(found[1]) for text in api.texts(chat) if (found := re.match(r"(\d+): ", text))), default=0)
