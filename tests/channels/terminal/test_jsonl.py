"""The terminal for scripts: exactly one line out for each line in."""

import json

import pytest

from bot.channels.terminal.jsonl import answer_line, talk
from tests.channels.talk import EN


async def run(gateway, *lines):
    """Talk through `lines`; return the status and the answers."""
    source, out = iter([*lines, b""]), []

    async def read():
        return next(source)

    status = await talk(gateway, EN, read, out.append)
    return status, [json.loads(line) for line in out]


async def test_each_line_gets_one_line(gateway):
    status, answers = await run(gateway, b'{"text": "/echo"}\n', b'{"text": "one two"}\n', b'{"text": ""}\n')
    assert status == 0
    assert [[m["text"] for m in a["messages"]] for a in answers] == [
        ["echo is open"],
        ["1: one two"],
        [gateway.catalog.say("channel.empty", "en")],
    ]
    assert all(a["ms"] >= 0 for a in answers)


async def test_a_button_is_pressed_by_its_action(gateway):
    await run(gateway, b'{"text": "/echo"}')
    _, answers = await run(gateway, b'{"text": "one two"}')
    (button,) = answers[0]["messages"][0]["buttons"]
    assert button["label"] == "more"
    _, pressed = await run(gateway, json.dumps({"button": button["action"]}).encode())
    assert [m["text"] for m in pressed[0]["messages"]] == ["pressed more"]


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"no json\n",
        b"[]\n",
        b'"text"\n',
        b"{}\n",
        b'{"text": 1}\n',
        b'{"text": "a", "button": "b"}\n',
        b"\xff\xfe\n",
        b'{"text": "a"',
        b"[" * 100_000,
    ],
    ids=range(10),
)
async def test_a_bad_line_gets_an_error_in_its_place(gateway, line):
    status, answers = await run(gateway, line, b'{"text": "hello there"}\n')
    assert status == 1
    assert list(answers[0]) == ["error"]
    assert answers[1]["messages"][0]["text"] == "lobby: hello there"


async def test_a_lone_surrogate_is_answered(gateway):
    answer = await answer_line(gateway, EN, b'{"text": "hello \\ud800 there"}')
    assert answer["messages"][0]["text"] == "lobby: hello ? there"
