"""The one question, and reading its answer."""

import pytest

from bot.coach.decide.ask import MOST, next_question, read_fact, told_beside


@pytest.mark.parametrize(
    ("text", "facts", "asked", "question"),
    [
        ("客户说太贵", {}, [], "evaluation"),
        ("客户说太贵", {"evaluation": "unknown"}, ["evaluation"], "leader"),
        ("评标结束了，客户说太贵", {}, [], "leader"),
        ("法务在看合同草案", {}, [], "leader"),
        ("法务在看合同草案", {"leader": "unknown"}, ["leader"], "evaluation"),
        ("法务在看合同草案", {"leader": "unknown", "evaluation": "unknown"}, ["leader", "evaluation"], "raised"),
        ("客户说太贵", {}, ["evaluation", "leader", "paper"], None),
    ],
)
def test_what_is_known_chooses_the_question(text, facts, asked, question):
    assert next_question(text, facts, asked) == question


def test_three_at_most():
    asked, facts = [], {}
    while (question := next_question("too expensive", facts, asked)) is not None:
        asked.append(question)
        facts[question] = "unknown"
    assert len(asked) == MOST == len(set(asked))


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("evaluation", "评完了", "over"),
        ("evaluation", "还没结束，三家在比", "open"),
        ("evaluation", "not yet", "open"),
        ("evaluation", "yes, it closed on Friday", "over"),
        ("leader", "我们", "us"),
        ("leader", "聽說是對手", "rival"),
        ("leader", "the other side", "rival"),
        ("leader", "neck and neck", "level"),
        ("paper", "合同草案", "draft"),
        ("paper", "什么都没有", "none"),
        ("paper", "we have a verbal yes", "award"),
        ("paper", "还没签，法务在看合同", "draft"),
        ("raised", "财务总监昨天提的", "财务总监昨天提的"),
        ("leader", "不清楚", "unknown"),
        ("leader", "I don't know", "unknown"),
        ("leader", "嗯……", None),
    ],
)
def test_an_answer_is_read_as_a_fact(question, text, value):
    assert read_fact(question, text) == value


def test_a_hope_is_no_fact():
    assert read_fact("leader", "应该是我们吧") == "unknown"
    assert read_fact("leader", "it's probably us") == "unknown"


def test_an_answer_to_another_question_is_kept():
    assert told_beside("leader", "合同已经签了") == {"evaluation": "over", "paper": "award"}
    assert told_beside("leader", "王总") == {}


@pytest.mark.parametrize("text", ["听说还有一家也在谈，是老供应商", "another vendor is also bidding"])
def test_who_is_in_the_running_too_is_not_ahead(text):
    assert read_fact("leader", text) is None
    assert read_fact("leader", "老供应商领先") == "rival"
