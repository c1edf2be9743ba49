"""The commands about people: what they print, and a clear sentence for every wrong input."""

import io

import pytest

from bot.__main__ import main


@pytest.fixture(autouse=True)
def var(tmp_path, monkeypatch):
    for name in ("DATABASE_URL", "TELEGRAM_BOT_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PEILIAN_VAR", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "en")


@pytest.fixture
def run(capsys, monkeypatch):
    def run(line, typed=""):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        status = main(line.split())
        captured = capsys.readouterr()
        return status, captured.out.strip(), captured.err.strip()

    return run


def test_the_first_admin_is_made_here_and_gets_a_login_and_a_password(run):
    assert run("people add wei --name Wei --role admin")[0] == 0
    assert run("people login Wei Wei.Zhang")[0] == 0
    assert run("people password wei.zhang", "long enough 1\n")[1].startswith("The password of Wei is set")
    assert run("people list")[1] == "1\tterm:wei\tWei\tadmin\t-\tlogin: wei.zhang\tno consent yet"
    status, log, _ = run("audit")
    assert status == 0
    assert [line.split("\t")[2] for line in log.splitlines()] == ["password", "login", "add"]
    assert "long enough" not in log


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("people role nobody rep", "There is nobody called nobody"),
        ("people role wei boss", "boss is not a role"),
        ("people role wei rep", "the last admin"),
        ("people add tg:abc", "tg:abc is no key"),
        ("people add wei", "is on the list already"),
        ("people lead wei North", "is not a manager yet"),
        ("people password wei", "has no login yet"),
        ("people invite rep", "needs a team"),
        ("people invite rep West", "There is no team West"),
        ("people list --team West", "There is no team West"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(run, line, sentence):
    run("people add wei --role admin")
    status, out, err = run(line, "long enough 1\n")
    assert (status, out) == (1, "")
    assert sentence in err
    assert len(err.splitlines()) == 1


def test_a_short_password_is_refused(run):
    run("people add wei --role admin")
    run("people login wei wei")
    assert run("people password wei", "short\n")[2] == "A password needs at least 10 characters."


def test_an_invitation_is_printed_and_a_person_is_removed_only_with_yes(run):
    run("people add li --team North")
    assert run("people invite rep North")[1].startswith("/start ")
    assert run("people remove li")[0] == 1
    assert run("people remove li --yes")[0] == 0
    assert run("people list")[1].startswith("Nobody is here yet")


def test_retention_says_what_it_does(run):
    assert run("retention --dry-run")[1].startswith("Would delete what is older than 365 days")
    assert run("retention")[0] == 0
