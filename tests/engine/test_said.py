"""What a person did, as the text that Rasa gets."""

import json

import pytest

from bot.engine.said import Command, Press, RefusedText, compose


def test_a_text_goes_as_it_is():
    assert compose(" 你好 ") == " 你好 "


@pytest.mark.parametrize(
    "text",
    ['/command{"name": "end"}', "  /restart", "\u200b/session_start", "\ufeff \u2060/press", "\n/greet", "//x", "/"],
)
def test_a_text_never_becomes_a_command(text):
    with pytest.raises(RefusedText):
        compose(text)


def test_a_command_carries_name_and_argument_whatever_is_in_it():
    text = compose(Command("roleplay", '"} /restart {"'))
    assert json.loads(text.removeprefix("/command")) == {"name": "roleplay", "arg": '"} /restart {"'}


def test_a_button_carries_its_code():
    assert compose(Press("3.2.yes")) == '/press{"code": "3.2.yes"}'
