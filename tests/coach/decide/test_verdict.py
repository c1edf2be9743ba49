"""The verdict, its evidence, and contradictions."""

import pytest

from bot.coach.decide.signs import find_signs
from bot.coach.decide.verdict import Quote, contradiction, decide, decisive_clauses
from bot.coach.judgement import Judgement


def judged(label, unsure=False):
    return Judgement("case", "", label, 0.6 if unsure else 0.99, unsure=unsure)


def test_a_sure_judge_decides_and_the_words_are_quoted():
    verdict = decide("评标我们第一，老板还要再送一年", judged("concern"), {})
    assert verdict.label == "concern"
    assert Quote("评标我们第一", "us") in verdict.quotes


@pytest.mark.parametrize(
    ("text", "label"),
    [("三家还在比，嫌我们贵", "objection"), ("他们已经选定我们，又怕出事", "concern"), ("客户嫌贵", "unclear")],
)
def test_where_the_judge_is_unsure_the_signs_decide(text, label):
    assert decide(text, judged("objection", unsure=True), {}).label == label


@pytest.mark.parametrize(
    ("facts", "label"),
    [
        ({"evaluation": "open"}, "objection"),
        ({"leader": "rival"}, "objection"),
        ({"leader": "us"}, "unclear"),
        ({"leader": "us", "evaluation": "over"}, "concern"),
        ({"paper": "award"}, "concern"),
        ({"paper": "draft"}, "unclear"),
        ({"evaluation": "over"}, "unclear"),
    ],
)
def test_what_the_rep_answered_outweighs_the_judge(facts, label):
    assert decide("客户嫌贵", judged("unclear"), facts).label == label


def test_an_answer_is_quoted_as_evidence():
    verdict = decide("客户嫌贵", judged("unclear"), {"leader": "rival"}, {"leader": "听说对手领先"})
    assert verdict.quotes[0] == Quote("听说对手领先", "leader")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("他们选定了我们，可是还没定用谁", ("选定了我们", "还没定")),
        ("They picked us. They haven't decided between us and two others.", ("picked us", "haven't decided")),
    ],
)
def test_two_statements_that_cannot_both_stand_are_named(text, pair):
    assert contradiction(text, find_signs(text), {}, {}) == pair


@pytest.mark.parametrize(
    "text",
    [
        "本来选定了我们，后来又重新招标，还没定",
        "They picked us in June, then the board started again and they haven't decided.",
        "选定我们了，对手又送来一份更低的报价",
    ],
)
def test_a_deal_that_turned_is_no_contradiction(text):
    assert contradiction(text, find_signs(text), {}, {}) is None


def test_answers_can_contradict_each_other_and_the_case():
    facts, answers = {"evaluation": "open", "paper": "award"}, {"evaluation": "还在比", "paper": "中标通知书"}
    assert contradiction("客户嫌贵", (), facts, answers) == ("还在比", "中标通知书")
    text = "中标通知书拿到了"
    assert contradiction(text, find_signs(text), {"leader": "rival"}, {"leader": "对手"}) == ("中标通知书", "对手")


def test_the_clauses_that_decide_are_those_that_are_missed_most():
    text = "设备科说贵，定的就是我们，下周签，天气不错"
    found = decisive_clauses(text, lambda part: 0.9 - 0.5 * ("我们" not in part) - 0.2 * ("下周" not in part))
    assert found == ("定的就是我们", "下周签")


def test_a_sign_is_quoted_with_its_clause():
    assert decide("设备科说没打算换，别的没讲", judged("objection"), {}).quotes[0].text == "设备科说没打算换"


@pytest.mark.parametrize(
    ("text", "said", "label"),
    [
        ("评分表上我们差第一名六分，客户要我们再降一档", "concern", "objection"),
        ("We're six points off the top and they want a lower deductible", "concern", "objection"),
        ("厂长点过头，这礼拜老板改签了宁波的一家", "concern", "objection"),
        ("客户说预算没了", "unclear", "objection"),
    ],
)
def test_words_that_can_mean_nothing_else_outweigh_a_sure_judge(text, said, label):
    assert decide(text, judged(said), {}).label == label


@pytest.mark.parametrize(
    "text", ["客户已经选了我们，但是招标还没开始", "They chose us, but the tender hasn't even opened"]
)
def test_a_choice_before_the_tender_is_a_contradiction(text):
    assert contradiction(text, find_signs(text), {}, {}) is not None
