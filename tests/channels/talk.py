"""A gateway without Rasa: an engine that echoes, and an exercise that counts."""

import asyncio
from functools import lru_cache

from bot.channels.gateway import Gateway
from bot.content import Content
from bot.engine.engine import EngineError
from bot.engine.said import Command, Press
from bot.language import Catalog
from bot.services.messages import Button, Message
from bot.services.practice import Who
from bot.services.turn import Exercise
from bot.settings import ROOT
from bot.store.unit import reading_units
from tests.factories import make_practice

EN = Who("tg:1", "Rep 1", "en")
COMMANDS = {"start", "help", "end", "echo", "hint"}


def parse(text):
    """Read a command as the allow-list does."""
    name, _, arg = text[1:].partition(" ")
    return Command(name, arg) if text.startswith("/") and name in COMMANDS else None


class Echo(Exercise):
    """Counts what it hears; `done` ends it."""

    name = "echo"

    def start(self, turn, options):
        turn.keep(heard=0)
        turn.reply.say("echo is open")

    def take(self, turn, text):
        turn.keep(heard=turn.state["heard"] + 1)
        turn.next_step()
        if text == "done":
            turn.close("done")
        turn.reply.say(f"{turn.state['heard']}: {text}", Button("more", turn.press_code("more")))

    def press(self, turn, value):
        turn.next_step()
        turn.reply.say(f"pressed {value}")

    def command(self, turn, name):
        turn.reply.say(f"command {name}")

    def resume(self, turn):
        turn.reply.say(f"we had {turn.state['heard']}")

    def end(self, turn):
        turn.close("stopped")
        turn.reply.say("bye")


class FakeEngine:
    """Answers in the lobby with `lobby: …`, in the exercise with the exercise; keeps what it got."""

    def __init__(self, practice):
        self.practice, self.heard, self.delays = practice, [], {}
        self.replies = {}

    async def handle(self, who, said, place, key):
        self.heard.append(said)
        await asyncio.sleep(self.delays.get(said, 0))
        if said == "crash":
            raise EngineError("the dialogue gave no answer")
        if said in self.replies:
            return self.replies[said]
        return await asyncio.to_thread(self._handle, who, said, place, key)

    def _handle(self, who, said, place, key):
        if said == Command("echo"):
            return self.practice.start(who, "echo", key=key).messages
        if isinstance(said, Command):
            return [Message(f"{said.name} {place.language}", (Button("Echo", "/echo"),))]
        if isinstance(said, Press):
            return self.practice.press(who, said.code, key=key).messages
        if place.exercise is None:
            return [Message(f"lobby: {said}")]
        return self.practice.take(who, said, key=key).messages


class OpenDoor:
    """Lets everybody through: consent is the concern of other tests."""

    def gate(self, who, text="", command=None, arg=""):
        return None


def all_answered(api, channel):
    """Say whether everything that people sent is fetched and answered; looking waits for no transaction of the bot."""
    at_work = channel.application.update_processor.current_concurrent_updates
    if api.pending or at_work or not channel.queue.empty():
        return False
    # What the process has in its hands is only looked at to ask the store seldom: its word counts.
    with channel.gateway.practice.unit() as uow:
        engine = uow.orm.get_bind()
    with reading_units(engine)() as uow:
        return not uow.inbox.unanswered()


@lru_cache(maxsize=1)
def words():
    """Return the sentences that the channels and the practice service say; the rest is none of these tests' concern."""
    return Catalog.read(ROOT / "data" / "content" / "replies", "[cp][hro]*")


def make_gateway(sqlite_engine):
    """Return a gateway on a database, with the engine that echoes."""
    practice = make_practice(sqlite_engine, [Echo()], content=Content("test", words()))
    return Gateway(FakeEngine(practice), practice, practice.content.catalog, OpenDoor(), parse)
