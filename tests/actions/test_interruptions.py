"""What interrupts an exercise that the coach leads, and what is a turn of it."""

import pytest

from actions.method import Method
from actions.navigation import Help, Language, Stop
from tests.actions.factories import say
from tests.factories import ANNA

QUESTION = "what is an implication question"


@pytest.fixture
def spin(practice):
    practice.start(ANNA, "spin")
    return practice


async def test_a_sure_wish_is_heard(spin):
    assert (await say(Help(), "help", exercise="spin"))[0].startswith("This is what we can do")
    assert await say(Stop(), "let's stop", exercise="spin") == ["bye"]


async def test_a_method_is_explained_and_the_exercise_goes_on(spin):
    answer = await say(Method(), QUESTION, exercise="spin")
    assert "knock-on" in answer[0]
    assert answer[-1] == "we had 0"


@pytest.mark.parametrize("action", [Help, Stop, Language, Method])
async def test_an_unsure_wish_is_a_turn(spin, action):
    assert await say(action(), QUESTION, exercise="spin", confidence=0.5) == [f"1: {QUESTION}"]


@pytest.mark.parametrize(
    "text", ["What are your buying criteria?", "您这次的采购标准是什么？", "what is the weather", "你們的底價是多少"]
)
async def test_a_question_to_the_customer_is_a_turn(spin, text):
    assert await say(Method(), text, exercise="spin") == [f"1: {text}"]


async def test_a_long_text_is_a_turn(spin):
    text = "stop " * 20
    assert await say(Stop(), text, exercise="spin") == [f"1: {text.strip()}"]


async def test_a_change_of_language_holds_for_the_open_exercise(spin):
    answer = await say(Language(), "换成繁体", exercise="spin")
    assert answer[0] == "好，以後用中文。"
    assert spin.place(ANNA).language == "zh-Hant"


@pytest.mark.parametrize("text", ["评选已经结束了", "評標結束了", "the evaluation is over", "their trial ended"])
async def test_what_ended_with_the_customer_does_not_end_the_exercise(spin, text):
    assert await say(Stop(), text, exercise="spin") == [f"1: {text}"]
