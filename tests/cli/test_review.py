"""`python -m bot review`, and the console beside a talk."""

import socket

import pytest

from bot.cli.review import address, main, open_console
from bot.review.server import port_of
from bot.settings import Settings, SettingsError


@pytest.fixture
def taken(monkeypatch, tmp_path):
    """Return a port that somebody listens on."""
    monkeypatch.setenv("PEILIAN_VAR", str(tmp_path))
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        yield busy.getsockname()[1]


def test_a_busy_port_is_said_in_one_sentence(taken, capsys):
    assert main(["--port", str(taken)]) == 1
    said = capsys.readouterr().err
    assert f"Port {taken} is taken" in said
    assert "Traceback" not in said


def test_beside_a_talk_a_busy_port_is_said_and_nothing_else_happens(taken, monkeypatch):
    monkeypatch.setenv("PEILIAN_CONSOLE_URL", f"http://localhost:{taken}")
    said = []
    open_console(Settings.from_env(), said.append)()
    assert len(said) == 1
    assert str(taken) in said[0]


def test_the_address_is_the_one_that_is_set(monkeypatch):
    monkeypatch.setenv("PEILIAN_CONSOLE_URL", "https://coach.example")
    assert address(Settings.from_env(), 8080) == "https://coach.example"
    monkeypatch.delenv("PEILIAN_CONSOLE_URL")
    assert address(Settings.from_env(), 9000) == "http://localhost:9000"


@pytest.mark.parametrize(
    ("url", "port"), [("http://localhost:9000", 9000), ("http://coach", 8080), ("https://coach.example:8443", 8080)]
)
def test_the_port_is_that_of_the_address_unless_a_proxy_stands_before_it(url, port):
    assert port_of(url) == port


def test_a_port_that_is_none_names_the_setting():
    with pytest.raises(SettingsError, match="PEILIAN_CONSOLE_URL"):
        port_of("http://localhost:99999")


@pytest.mark.parametrize("port", ["0", "65536", "x", "-1"])
def test_a_wrong_port_is_refused_with_the_usage(port, capsys):
    with pytest.raises(SystemExit):
        main(["--port", port])
    assert "port" in capsys.readouterr().err
