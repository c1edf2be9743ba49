"""The remote engine against a Rasa of the test's own."""

import json

import httpx
import pytest

from bot.engine.engine import EngineError
from bot.engine.remote import RemoteEngine
from bot.engine.said import Command, RefusedText
from bot.services.messages import Button, Message
from bot.services.practice import Place, Who

ANSWER = Message("好的", (Button("是", "1.0.yes"),))
WANG = Who("term:王 五/六", "王五", "zh-Hans")


class FakeRasa:
    """Keeps what it is sent and answers with `ANSWER`."""

    def __init__(self, *, silent=False, status=200):
        self.answers = [] if silent else [{"custom": ANSWER.to_json()}]
        self.status, self.calls = status, []

    def __call__(self, request):
        body = json.loads(request.content) if request.content else None
        self.calls.append((request.method, request.url.path, body))
        return httpx.Response(self.status, json=self.answers if request.method == "POST" else {})


async def started(rasa):
    engine = RemoteEngine("http://rasa", httpx.MockTransport(rasa))
    await engine.start()
    return engine


async def test_a_message_is_sent_on_a_fresh_tracker():
    rasa = FakeRasa()
    engine = await started(rasa)
    assert await engine.handle(WANG, "你好", Place("zh-Hans", "spin", 4), "k1") == [ANSWER]
    (_, _, _), (put, path, events), (post, webhook, body) = rasa.calls
    assert (put, post, webhook) == ("PUT", "POST", "/webhooks/rest/webhook")
    assert path == f"/conversations/{body['sender']}/tracker/events"
    assert {event["name"]: event["value"] for event in events if event["event"] == "slot"} == {
        "exercise": "spin",
        "language": "zh-Hans",
    }
    wanted = {"user": "term:王 五/六", "name": "王五", "language": "zh-Hans", "bot": None, "key": "k1"}
    assert body["metadata"] == wanted


async def test_a_conversation_is_named_in_plain_letters():
    rasa = FakeRasa()
    await (await started(rasa)).handle(WANG, "你好", Place("zh-Hans"), "k1")
    assert rasa.calls[-1][2]["sender"].isalnum()
    assert rasa.calls[-1][2]["sender"].isascii()


async def test_a_text_that_looks_like_a_command_is_not_sent():
    rasa = FakeRasa()
    engine = await started(rasa)
    with pytest.raises(RefusedText):
        await engine.handle(WANG, "/restart", Place("en"), "k1")
    assert len(rasa.calls) == 1


@pytest.mark.parametrize("rasa", [FakeRasa(silent=True), FakeRasa(status=500)])
async def test_a_swallowed_fault_and_a_failing_server_are_faults(rasa):
    engine = RemoteEngine("http://rasa", httpx.MockTransport(rasa))
    with pytest.raises(EngineError):
        await engine.start()
        await engine.handle(WANG, Command("help"), Place("en"), "k1")


async def test_a_server_that_is_down_is_named():
    def down(request):
        raise httpx.ConnectError("refused")

    with pytest.raises(EngineError, match="http://rasa cannot be used"):
        await started(down)
