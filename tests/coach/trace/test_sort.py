"""Sorting items, what they are about, whom to ask, and where needs come from."""

import pytest

from bot.coach.judgement import Judgement
from bot.coach.trace.ledger import Row
from bot.coach.trace.sort import sort_item, topic
from bot.coach.trace.source import guess_source, is_personal, named_source
from bot.coach.trace.spans import cues, find_spans
from bot.coach.trace.whom import ask_whom


@pytest.mark.parametrize(
    ("label", "unsure", "text", "kind"),
    [
        ("requirement", False, "要快", "requirement"),
        ("implied_need", False, "次品率到了百分之八", "need"),
        ("explicit_need", True, "次品率要降百分之八", "need"),
        ("information", True, "十六G内存", "requirement"),
        ("information", False, "我们有三个厂", "other"),
        ("resistance", False, "太贵了", "other"),
    ],
)
def test_the_judge_sorts_and_figures_decide_where_it_is_unsure(label, unsure, text, kind):
    assert sort_item(Judgement("customer", text, label, 0.6, unsure=unsure), find_spans(text)) == kind


@pytest.mark.parametrize(
    ("text", "second", "kind"),
    [
        ("51 scanners by 22 June", "requirement", "requirement"),
        ("51 scanners by 22 June", "information", "need"),
        ("51 scanners crash by 22 June", "requirement", "need"),
    ],
)
def test_two_things_to_check_make_a_doubtful_need_a_requirement(text, second, kind):
    doubtful = Judgement(
        "customer", text, "implied_need", 0.5, True, "business", (("implied_need", 0.5), (second, 0.4))
    )
    assert sort_item(doubtful, find_spans(text), text) == kind


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("单价五千元", "price"),
        ("月底到货", "date"),
        ("16 GB RAM", "model"),
        ("五百台", "quantity"),
        ("质保三年", "service"),
        ("ISO 9001", "standard"),
        ("好用", "other"),
    ],
)
def test_a_requirement_has_a_topic(text, about):
    assert topic(text, cues(find_spans(text))) == about


def test_who_set_it_is_asked_and_else_who_fits_the_topic():
    assert ask_whom(Row(1, "单价五千元", (("price", "五千元"),)), "why").role == "finance"
    assert ask_whom(Row(1, "x", who="王总", role=""), "why").whom == "王总"
    assert ask_whom(Row(1, "x", who="王总"), "who").role == "procurement"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("主机厂来验厂", "chain"),
        ("新规年底强制执行", "policy"),
        ("rivals deliver in three days", "competitor"),
        ("part of this year's growth target", "goal"),
        ("they move to the cloud", "technology"),
        ("就这样", None),
    ],
)
def test_the_source_is_guessed_from_the_words(text, source):
    assert guess_source(text) == source


def test_a_direct_answer_names_the_source():
    assert named_source("policy I think") == "policy"
    assert named_source("他们的客户") == "chain"


def test_a_gain_of_the_person_is_personal():
    assert is_personal("怕背锅")
    assert is_personal("he wants to look good upstairs... or it's his neck")
    assert not is_personal("降低停线成本")
