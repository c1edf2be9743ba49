"""A customer's line that a rep reports."""

import pytest

from bot.services.lobby import Lobby
from bot.services.router import Router, quoted_line
from tests.factories import ANNA, FakeJudge, make_practice
from tests.services.test_practice import Echo


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("客户说你们太贵了", "你们太贵了"),
        ("客戶說，三天內要到貨", "三天內要到貨"),
        ("对方采购经理说：预算被砍了", "预算被砍了"),
        ("今天客户跟我说要等总部批", "要等总部批"),
        ("她说“月底前一定要装好”", "月底前一定要装好"),
        ("老板说这事不急", "这事不急"),
        ("a customer said we are too expensive", "we are too expensive"),
        ('the prospect said "call me next quarter"', "call me next quarter"),
        ("my client told me their reports take days", "their reports take days"),
        ("they want 500 units by June", "they want 500 units by June"),
        ("他们要五百台，六月前交", "他们要五百台，六月前交"),
    ],
)
def test_what_the_customer_said_is_cut_out(text, line):
    assert quoted_line(text) == line


@pytest.fixture
def router(database, tmp_path):
    exercises = [type(name, (Echo,), {"name": name})() for name in ("spin", "trace", "decide", "roleplay")]
    table = {"500 units": "requirement", "too dear": "resistance", "we redo it all": ("implied_need", "business")}
    return Router(Lobby(make_practice(database, exercises, FakeJudge(table, default="information")), tmp_path))


@pytest.mark.parametrize(
    ("line", "first"),
    [("500 units", "/trace pending"), ("too dear", "/decide pending"), ("we redo it all", "/spin")],
)
def test_the_fitting_exercise_is_offered_first(router, line, first):
    (message,) = router.route(ANNA, f'they said "{line}"', "en").messages
    assert line in message.text
    assert message.buttons[0].action == first
    assert router.lobby.take_line(ANNA) == line


def test_a_line_that_the_judge_is_unsure_of_is_not_labelled(router, monkeypatch):
    from dataclasses import replace

    judge = router.lobby.practice.judge
    unsure = replace(judge.judge("customer", "hm"), unsure=True)
    monkeypatch.setattr(judge, "judge", lambda *_: unsure)
    (message,) = router.route(ANNA, "the customer said hm hm", "en").messages
    assert "rather not guess" in message.text
    assert len(message.buttons) == 3
