"""What an attempt is worth, and the sentences on it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.judgement import LABELS, Judgement
from bot.coach.spin.deal import Deal
from bot.coach.spin.feedback import feedback
from bot.coach.spin.say import Say
from bot.coach.spin.verdict import weigh
from bot.coach.spin.walk import TYPES, Question, Walk
from bot.language import Catalog
from bot.settings import ROOT

DEAL = Deal("华晨机械", "MES", "看方案", "evaluate", "张厂长")
PROBLEM = Question("problem", "插单一来最乱的是哪一步？")
CATALOG = Catalog.read(ROOT / "data" / "content" / "replies")
ALL = CATALOG.keys()
KEYS = [key.removeprefix("spin.") for key in ALL if key.startswith("spin.")]


def judged(text, label, confidence=0.99, unsure=False, alternatives=()):
    return Judgement("rep", text, label, confidence, unsure, alternatives=alternatives or ((label, confidence),))


def verdict_on(text, label, at="problem", walk=None, moves=None, **more):
    walk = replace(walk or Walk(deal=DEAL), at=at)
    main = judged(text, label, **more)
    return weigh(text, main, moves or (main,), walk, "zh-Hans")


def test_the_right_type_asked_openly_counts():
    verdict = verdict_on("换型的时候最头疼的是什么？", "problem")
    assert (verdict.outcome, verdict.faults) == ("good", ())
    assert verdict.strengths[0] == ("open", "换型的时候最头疼的是什么")


@pytest.mark.parametrize(
    ("text", "fault", "better"),
    [
        ("换型有没有什么困难？", "closed", "换型有哪些困难？"),
        ("换型慢在哪里，谁来负责？", "several", "谁来负责？"),
    ],
)
def test_a_small_fault_is_worth_one_more_try(text, fault, better):
    first = verdict_on(text, "problem")
    assert (first.outcome, first.faults[0], first.improved) == ("sharpen", fault, better)
    assert verdict_on(text, "problem", walk=Walk(deal=DEAL, tries=1)).outcome == "good"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("我们的系统能解决您哪些难处？", "product"),
        ("再不换就要被淘汰，最难的是哪里？", "invented"),
        ("换型最难的是调机，对吧？", "control"),
    ],
)
def test_a_spoiling_fault_never_counts(text, fault):
    assert fault in verdict_on(text, "problem").faults
    assert verdict_on(text, "problem", walk=Walk(deal=DEAL, tries=3)).outcome == "sharpen"


def test_of_several_questions_the_wanted_one_is_kept():
    text = "你们用什么系统？换型最难的是哪一步？"
    moves = (judged("你们用什么系统？", "situation"), judged("换型最难的是哪一步？", "problem"))
    verdict = verdict_on(text, "situation", moves=moves)
    assert verdict.text == "换型最难的是哪一步？"
    assert verdict.got == "problem"


def test_a_later_type_is_kept_for_its_step_and_an_earlier_one_missed():
    assert verdict_on("停线会怎样？", "implication").outcome == "bank"
    assert verdict_on("一天几张插单？", "situation").outcome == "miss"


def test_unsure_is_not_held_against_the_rep():
    likely = (("situation", 0.5), ("problem", 0.3))
    assert verdict_on("哪里难？", "situation", confidence=0.5, unsure=True, alternatives=likely).outcome == "good"
    far = (("trace", 0.5), ("other", 0.4))
    assert verdict_on("哪里难？", "trace", confidence=0.5, unsure=True, alternatives=far).outcome == "unsure"


@pytest.mark.parametrize(
    ("confidence", "others", "outcome", "got", "sure"),
    [
        (0.6, 0.3, "good", "problem", True),  # likely enough to speak for the rep, without a word of doubt
        (0.59, 0.3, "good", "problem", False),
    ],
)
def test_a_likely_label_that_was_wanted_counts(confidence, others, outcome, got, sure):
    ranked = (("problem", confidence), ("situation", others))
    verdict = verdict_on(
        "换型的时候最头疼的是什么？", "problem", confidence=confidence, unsure=True, alternatives=ranked
    )
    assert (verdict.outcome, verdict.got, verdict.sure) == (outcome, got, sure)


@pytest.mark.parametrize(
    ("confidence", "wanted", "outcome", "got"),
    [
        (0.8, 0.15, "bank", "implication"),  # likely ahead of its step: kept for it
        (0.79, 0.12, "good", "problem"),  # what was asked for is possible: it counts
        (0.79, 0.11, "unsure", "implication"),
    ],
)
def test_a_doubtful_label_of_a_later_step_needs_more(confidence, wanted, outcome, got):
    ranked = (("implication", confidence), ("problem", wanted))
    verdict = verdict_on("停线最麻烦的是什么？", "implication", confidence=confidence, unsure=True, alternatives=ranked)
    assert (verdict.outcome, verdict.got) == (outcome, got)


def test_a_bare_fact_may_be_asked_by_yes_or_no_at_once():
    assert verdict_on("你们有质检员吗？", "situation", at="situation").outcome == "good"


def test_a_later_type_that_sells_is_not_kept():
    assert verdict_on("我们的系统停了会带来哪些损失？", "implication").outcome == "sharpen"


def test_an_implication_can_reach_the_customers_customer():
    verdict = verdict_on("您的客户等不到货会怎么做？", "implication", at="implication")
    assert verdict.downstream
    assert verdict.strengths[0] == ("downstream", "您的客户")


def test_building_on_what_was_said_is_found_or_missed():
    walk = Walk(deal=DEAL, questions=(PROBLEM,), answer="到处找机台")
    assert verdict_on("找机台耽误了发货会怎样？", "implication", "implication", walk).strengths[0][0] == "builds"
    assert verdict_on("质量会怎样？", "implication", "implication", walk).faults == ("unbuilt",)


def fill(say, language):
    names = {"customer": "{0}", "product": "%s", "person": "*x*", "person_start": "X", "customers": "c"}
    values = {key: fill(value, language) if isinstance(value, Say) else value for key, value in say.values.items()}
    return CATALOG.say(f"spin.{say.key}", language, None, **{**names, **values})


LINES = st.sampled_from(
    [
        "换型的时候最头疼的是什么？",
        "换型有没有困难？",
        "我们的MES支持毫秒级响应。",
        "再不换就要被淘汰，对吧？",
        "停一次线损失300万，谁来担，怎么办？",
        "有家同行上了看板。",
        "今天天气不错",
        "用什么接口？",
        "您的客户会怎样？",
        "{}{0}%s",
        "What does that cost you, isn't it?",
        "Our platform is fast.",
    ]
)


@given(
    LINES | st.text(max_size=80),
    st.sampled_from(LABELS["rep"]),
    st.sampled_from(TYPES),
    st.integers(0, 3),
    st.booleans(),
)
def test_every_attempt_gets_sentences_in_both_languages(text, label, at, run, unsure):
    walk = Walk(at=at, deal=DEAL, questions=(PROBLEM,), answer="到处找机台", run=run)
    main = judged(text, label, 0.5 if unsure else 0.99, unsure)
    _, says = feedback(weigh(text, main, (main,), walk, "zh-Hans"), walk)
    assert 1 <= len(says) <= 3
    for language in ("zh-Hans", "zh-Hant", "en"):
        assert all(fill(say, language) for say in says)


def test_a_good_word_on_a_caution_is_said_once():
    walk = Walk(at="problem", deal=DEAL)
    verdict = verdict_on("交期最容易出岔子的是哪一步？", "problem")
    told, says = feedback(verdict, walk)
    assert [say.key for say in says][1:] == ["caution_person_decider_good"]
    assert [say.key for say in feedback(verdict, told)[1]][1:] == []


def test_no_wording_of_the_walk_is_left_unused():
    code = "\n".join(path.read_text(encoding="utf-8") for path in _sources())
    starts = set(re.findall(r'f"(?:spin\.)?([a-z_]+)\{', code))
    exact = set(re.findall(r'"(?:spin\.)?([a-z_]+)"', code))
    unused = [key for key in KEYS if key not in exact and not any(key.startswith(start) for start in starts)]
    assert unused == []


def _sources():
    services = [
        ROOT / "bot" / "services" / name
        for name in ("spin.py", "spin_attempt.py", "spin_close.py", "spin_deal.py", "spin_words.py", "plans.py")
    ]
    return [*Path(ROOT / "bot" / "coach" / "spin").glob("*.py"), *services]


def test_a_question_about_our_goods_is_never_left_open():
    main = judged("您觉得买我们的产品好不好？", "commitment", 0.5, True)
    verdict = verdict_on(main.text, "commitment", confidence=0.5, unsure=True)
    assert verdict.outcome == "miss"
    assert feedback(verdict, Walk(at="problem", deal=DEAL))[1][0].key == "miss_pitch"
