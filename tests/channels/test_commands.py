"""The allow-list of commands."""

import pytest

from bot.channels.commands import COMMANDS, described, parse
from bot.content import read_content
from bot.engine.said import Command
from bot.settings import ROOT


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/help", Command("help")),
        ("  /Help@OurBot ", Command("help")),
        ("/roleplay cfo", Command("roleplay", "cfo")),
        ("/plan 12 export", Command("plan", "12 export")),
        ("\u200b/end", Command("end")),
        ("/trace 三天内\n到货", Command("trace", "三天内\n到货")),
    ],
)
def test_our_commands_are_known(text, command):
    assert parse(text) == command


@pytest.mark.parametrize(
    "text",
    ['/greet{"x": 1}', "/session_start", "//help", "/", "/helpme", "help", "1/2", '/command{"name":"end"}', "/help{}"],
)
def test_everything_else_is_none_of_ours(text):
    assert parse(text) is None


def test_an_argument_is_cut():
    assert len(parse("/trace " + "x" * 10_000).arg) == 200


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_every_command_is_described_as_telegram_allows(language):
    menu = described(read_content(ROOT / "data" / "content").catalog, language)
    assert [name for name, _ in menu] == list(COMMANDS)
    assert all(3 <= len(text) <= 256 or language != "en" for _, text in menu)
