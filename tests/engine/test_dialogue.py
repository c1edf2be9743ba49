"""The trained dialogue: the embedded engine, the story tests, held-out lines. Needs what `make train` builds."""

import asyncio
import json

import pytest
import pytest_asyncio

from bot.engine.engine import EngineError, make_engine
from bot.engine.said import Command, Press, RefusedText
from bot.services import house
from bot.services.practice import Place, Who
from bot.settings import ROOT, Settings
from tests.engine.test_lines import HELD_OUT
from tests.factories import ANNA, FakeJudge, make_practice
from tests.services.test_practice import Echo

pytestmark = [pytest.mark.trained, pytest.mark.asyncio(loop_scope="module")]
STORIES = str(ROOT / "tests" / "stories" / "test_dialogue.yml")
WISHES = ("help", "stop", "change_language", "ask_method")


class Spin(Echo):
    name = "spin"


class RolePlay(Echo):
    name = "roleplay"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def engine():
    made = make_engine(Settings.from_env())
    await made.start()
    return made


@pytest.fixture
def practice(sqlite_engine, tmp_path):
    practice = make_practice(sqlite_engine, [Spin(), RolePlay()], FakeJudge(default="information"))
    house.use(house.furnished(practice, tmp_path))
    yield practice
    house.use(None)


class Talk:
    """A talk of one person through the engine, from where the database says that the person is."""

    def __init__(self, engine, practice, who=ANNA):
        self.engine, self.practice, self.who, self.number = engine, practice, who, 0

    async def __call__(self, said):
        self.number += 1
        place = self.practice.place(self.who, said if isinstance(said, str) else "")
        return await self.engine.handle(self.who, said, place, f"{self.who.key}:{self.number}")


@pytest.fixture
def talk(engine, practice):
    return Talk(engine, practice)


async def test_a_greeting_is_answered_in_the_language_it_came_in(talk):
    assert (await talk("hello there"))[0].text.startswith("Hello, Anna")
    assert (await talk("你好"))[0].text.startswith("Anna，您好")
    assert "練手" in (await talk("您好，請問在嗎"))[0].text


async def test_a_talk_through_an_exercise(talk):
    assert texts_of(await talk("let's practise SPIN")) == ["started"]
    assert texts_of(await talk("how many lines do you run?")) == ["1: how many lines do you run?"]
    explained = await talk("what is an implication question")
    assert "knock-on" in explained[0].text
    assert explained[-1].text == "we had 1"
    assert texts_of(await talk(Command("hint"))) == ["command hint"]
    assert texts_of(await talk(Press("1.0.yes")))[-1] == "we had 1"
    assert texts_of(await talk(Press("1.1.yes"))) == ["pressed yes"]
    assert texts_of(await talk("let's stop here")) == ["bye"]
    assert talk.practice.place(ANNA).exercise is None


async def test_in_character_only_commands_steer(talk):
    await talk(Command("roleplay"))
    assert texts_of(await talk("我们先到这里吧")) == ["1: 我们先到这里吧"]
    assert texts_of(await talk(Command("end"))) == ["bye"]


async def test_nothing_is_remembered_between_messages_but_what_the_database_knows(engine, talk):
    await talk(Command("spin"))
    # Another server, or this one after a restart: it is told where the person is.
    answer = await engine.handle(ANNA, "hello", Place("en"), "elsewhere")
    assert answer[0].text.startswith("Good to see you") or "back" in answer[0].text


async def test_a_message_that_comes_twice_is_taken_once(engine, talk):
    await talk(Command("spin"))
    place = talk.practice.place(ANNA)
    first = await engine.handle(ANNA, "how are things", place, "same")
    assert await engine.handle(ANNA, "how are things", place, "same") == first


@pytest.mark.parametrize("text", ["/restart", ' /command{"name": "end", "arg": ""}', "\u200b/press"])
async def test_a_typed_command_is_refused(talk, text):
    with pytest.raises(RefusedText):
        await talk(text)


async def test_an_action_that_fails_is_a_fault_with_its_reason(talk):
    await talk(Command("spin"))
    with pytest.raises(EngineError, match="boom"):
        await talk("boom")
    assert texts_of(await talk("fine")) == ["1: fine"]


@pytest.mark.parametrize("text", ["", "   ", "🙂🙂", "x" * 10_000, "{'a': 1}", "SELECT * FROM users;", "¯\\_(ツ)_/¯"])
async def test_odd_texts_are_answered(talk, text):
    assert (await talk(text))[0].text


async def test_a_turn_costs_the_same_after_many(talk):
    await talk(Command("spin"))
    for _ in range(30):
        answer = await talk("how many lines do you run?")
    assert answer[0].text.startswith("30: ")
    assert talk.engine._trackers.waiting == {}


async def test_two_people_at_once_keep_apart(engine, practice):
    bob = Who("term:bob", "Bob", "en")
    practice.start(bob, "spin")
    practice.place(ANNA, "hello there")
    answers = await asyncio.gather(
        *(engine.handle(bob, f"line {n} here", practice.place(bob), f"b{n}") for n in range(5)),
        *(engine.handle(ANNA, "thanks a lot", practice.place(ANNA), f"a{n}") for n in range(5)),
    )
    assert sorted(int(answer[0].text[0]) for answer in answers[:5]) == [1, 2, 3, 4, 5]
    assert all("welcome" in answer[0].text or "pleasure" in answer[0].text for answer in answers[5:])


async def test_the_stories_hold(engine, tmp_path):
    import rasa.core.test

    found = await rasa.core.test.test(
        STORIES, engine._agent, out_directory=str(tmp_path), e2e=True, disable_plotting=True
    )
    assert found["report"]["conversation_accuracy"]["accuracy"] == 1.0, (
        tmp_path / "failed_test_stories.yml"
    ).read_text()


async def intent_of(engine, text):
    found = (await engine._agent.parse_message(text))["intent"]
    return found["name"], found["confidence"]


async def test_held_out_lines_are_understood(engine):
    wrong = [(text, want, got) for want, text in HELD_OUT if not fits(want, got := (await intent_of(engine, text))[0])]
    assert len(wrong) <= 0.06 * len(HELD_OUT), wrong


def fits(want, got):
    """Say whether an intent is right; what is none of our business may as well not be understood."""
    return got == want or (want, got) == ("out_of_scope", "nlu_fallback")


@pytest.mark.parametrize("simplified", ["我想做SPIN的练习", "客户说价格没有竞争力", "怎么区分异议和疑虑"])
async def test_traditional_script_reads_the_same(engine, simplified):
    from bot.language import to_traditional

    assert await intent_of(engine, simplified) == await intent_of(engine, to_traditional(simplified))


async def test_what_reps_and_customers_say_seldom_looks_like_a_wish(engine):
    lines = [
        json.loads(line)["text"]
        for path in sorted((ROOT / "data" / "utterances").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()[::25]
    ]
    found = [(text, name) for text in lines if (name := await sure_wish(engine, text))]
    assert len(found) <= 0.02 * len(lines), found


async def sure_wish(engine, text):
    from actions.base import SURE

    name, confidence = await intent_of(engine, text)
    return name if name in WISHES and confidence >= SURE else None


def texts_of(messages):
    """Return the texts of an answer."""
    return [message.text for message in messages]
