"""What is taken as a line and what is not, before anybody answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.incoming import LONGEST, fault

REASONS = {None, "empty", "too_long", "unknown_command", "unsupported_language", "code", "emoji", "marks"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("字" * LONGEST, None),
        ("1. 200 pieces\n" * 292, None),
        ("字" * (LONGEST + 1), "too_long"),
        ('/intent{"x": 1}', "unknown_command"),
        ("/nonsense", "unknown_command"),
        ("👍👍", "emoji"),
        ("。。。", "marks"),
        ("Сколько стоит ваша система?", "unsupported_language"),
        ("def price(x):\n    return x * 2", "code"),
        ("SELECT name FROM users WHERE 1=1;", "code"),
        ("<script>alert(1)</script>", "code"),
        ('{"intent": "greet"}', "code"),
        ("for (int i = 0; i < 10; i++) { run(); }", "code"),
        ('console.log("hi");', "code"),
        ("import os; os.system('ls')", "code"),
        ("```\nx = 1\n```", "code"),
    ],
)
def test_what_is_refused_in_the_lobby(text, reason):
    assert fault(text, in_exercise=False) == reason


@pytest.mark.parametrize(
    "text",
    [
        "ok",
        "3",
        "price = cost + margin",
        "CPU: i7; RAM >= 16G; RS485; IP65; delivery by June;",
        "We import parts from Japan, then export them.",
        "客户要从 SAP 导出 (select) 报表 from 旧系统",
        "IP65(防尘);\nRS485(2路);\nmemory(16G);",
        "import duties\nexport licence",
        "from Japan import parts only",
        "let us compare (price) and delivery;",
        "see www.example.com (the new site)",
        "a class of customers; we let them choose",
        "Their function is buying, let me be clear",
        "利润 < 成本 就不做 > 这是底线",
    ],
)
def test_what_people_write_passes(text):
    assert fault(text, in_exercise=False) is None


@pytest.mark.parametrize(("text", "reason"), [("👍", None), ("?", None), ("……", None), ("---", "marks"), ("", "empty")])
def test_in_an_exercise_a_smile_or_a_question_mark_is_an_answer(text, reason):
    assert fault(text, in_exercise=True) == reason


@given(st.text(), st.booleans())
def test_any_text_is_judged(text, in_exercise):
    assert fault(text, in_exercise=in_exercise) in REASONS
