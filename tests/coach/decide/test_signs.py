"""Signs of where a deal stands."""

import pytest

from bot.coach.decide.signs import clause, demand, find_signs


@pytest.mark.parametrize(
    ("text", "name", "quote"),
    [
        ("评标结束，选的是我们", "us", "选的是我们"),
        ("中標通知書都拿到了", "us", "中標通知書"),
        ("They picked us last week", "us", "picked us"),
        ("we got the award letter", "us", "award letter"),
        ("三家还在比", "open", "还在比"),
        ("The tender is still open", "open", "tender is still open"),
        ("客户更倾向另一家的方案", "rival", "更倾向"),
        ("their panel ranked us third", "rival", "ranked us third"),
        ("今年没有预算", "no_intention", "没有预算"),
        ("法务在看合同草案", "draft", "法务在看"),
        ("老客户，合同快到期", "renewal", "老客户"),
        ("It went quiet", "silence", "went quiet"),
    ],
)
def test_a_sign_is_found_with_its_words(text, name, quote):
    assert (name, quote) in [(sign.name, sign.text) for sign in find_signs(text)]


@pytest.mark.parametrize("text", ["不知道是不是选了我们", "they haven't picked us", "客户说太贵了"])
def test_what_is_denied_or_open_shows_no_choice(text):
    assert "us" not in {sign.name for sign in find_signs(text)}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("万一迁移出事", "failure"),
        ("再降五个点", "price"),
        ("再送一年维保", "extra"),
        ("想推迟到年后", "delay"),
        ("he wants 15% off", "price"),
        ("他们很客气", None),
    ],
)
def test_what_they_hesitate_over_is_named(text, what):
    assert demand(text) == what


@pytest.mark.parametrize("text", ["第一次上門，對方就說已經有固定廠商了", "没聊两句他就说有固定供应商"])
def test_a_supplier_of_their_own_is_no_intention(text):
    assert "no_intention" in [sign.name for sign in find_signs(text)]


def test_a_clause_is_quoted_without_what_ties_it_on():
    text = "他们看过了，但是还在三家里比"
    sign = find_signs(text)[-1]
    assert clause(text, sign.start, sign.end) == "还在三家里比"
