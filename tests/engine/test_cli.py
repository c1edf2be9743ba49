"""The defaults of Rasa's command line."""

from bot.engine.cli import with_defaults
from bot.settings import Settings

SETTINGS = Settings.from_env({"PEILIAN_MODELS": "/models"})


def test_a_server_runs_our_model_for_this_machine_only():
    assert with_defaults(["run"], SETTINGS) == [
        *["run", "--model", "/models/rasa", "--enable-api", "--interface", "127.0.0.1"]
    ]


def test_what_is_named_stands():
    argv = ["run", "--model", "x", "--enable-api", "--interface", "0.0.0.0"]
    assert with_defaults(argv, SETTINGS) == argv


def test_the_action_server_gets_nothing():
    assert with_defaults(["run", "actions", "--port", "1"], SETTINGS) == ["run", "actions", "--port", "1"]


def test_validation_reads_no_content():
    found = with_defaults(["data", "validate"], SETTINGS)
    assert found[2] == "--data"
    assert not any("content" in word for word in found)
