"""The command line: what is wrong is said in one line, with the right status."""

import subprocess
import sys

import pytest

from bot.__main__ import COMMANDS, main
from bot.settings import ROOT


@pytest.fixture(autouse=True)
def var(monkeypatch, tmp_path):
    for name in ("DATABASE_URL", "TELEGRAM_BOT_TOKEN", "TELEGRAM_API_BASE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PEILIAN_VAR", str(tmp_path))
    monkeypatch.setenv("PEILIAN_MODELS", str(tmp_path / "models"))
    return tmp_path


def test_usage_lists_every_command(capsys):
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert all(f"\n  {name} " in out for name in COMMANDS)


def test_no_command_and_an_unknown_one_are_wrong_usage(capsys):
    assert main([]) == 2
    assert main(["nonsense"]) == 2
    assert "nonsense" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "value", "argv"),
    [
        ("DATABASE_URL", "mysql://localhost/x", ["db", "upgrade"]),
        ("DATABASE_URL", "nonsense", ["transcript"]),
        ("TELEGRAM_BOT_TOKEN", "nonsense", ["telegram"]),
        ("TELEGRAM_BOT_TOKEN", "", ["telegram"]),
        ("TELEGRAM_WEBHOOK_SECRET", "no good", ["telegram"]),
    ],
)
def test_a_wrong_setting_is_one_line_and_status_2(monkeypatch, capsys, name, value, argv):
    monkeypatch.setenv(name, value)
    assert main(argv) == 2
    err = capsys.readouterr().err
    assert name in err
    assert err.count("\n") == 1


def test_a_database_that_is_not_there_is_one_line_without_the_password(monkeypatch, capsys):
    monkeypatch.setenv("DATABASE_URL", "postgresql://rep:hidden@127.0.0.1:1/x")
    assert main(["db", "upgrade"]) == 1
    err = capsys.readouterr().err
    assert "DATABASE_URL" in err
    assert "hidden" not in err
    assert err.count("\n") == 1


def test_the_database_is_upgraded_once(capsys):
    assert main(["db", "upgrade"]) == main(["db", "upgrade"]) == 0
    assert capsys.readouterr().out == "database: upgraded\ndatabase: up to date\n"


def test_a_transcript_that_is_not_there_is_status_1(capsys):
    assert main(["transcript", "--user", "nobody"]) == 1


def test_no_command_imports_rasa_or_spacy_before_it_must():
    names = [module for module, _ in COMMANDS.values() if module.startswith("bot.cli.")]
    code = (
        f"import sys, importlib; [importlib.import_module(n) for n in {names!r}];"
        "print([m for m in ('rasa', 'spacy', 'sklearn', 'telegram', 'prompt_toolkit') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


@pytest.mark.parametrize("command", ["run", "chat"])
def test_a_talk_does_not_begin_on_a_database_that_cannot_be_used(monkeypatch, command):
    monkeypatch.setenv("DATABASE_URL", "postgresql://rep:hidden@127.0.0.1:1/x")
    done = subprocess.run(
        [sys.executable, "-m", "bot", command], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "DATABASE_URL" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
