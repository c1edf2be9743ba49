"""Reading what a rep answers."""

import pytest

from bot.coach.judgement import Judgement
from bot.coach.trace.answers import read_answer


def read(link, text, requirement="三天交货", label="information"):
    return read_answer(link, text, requirement, Judgement("customer", text, label, 0.9))


@pytest.mark.parametrize(
    "text",
    [
        "不清楚",
        "我没问过",
        "还不知道呢",
        "不太確定",
        "他们没说",
        "I don't know",
        "haven't asked",
        "no idea really",
        "not sure",
        "they didn't say",
    ],
)
def test_not_knowing_is_recognised(text):
    assert read("why", text).kind == "unknown"


@pytest.mark.parametrize("text", ["厂长不知道从哪儿听来的，怕断料", "he lost two days last month and nobody knew why"])
def test_a_reason_that_speaks_of_not_knowing_is_a_reason(text):
    assert read("why", text).kind == "real"


def test_a_guess_with_a_name_in_it_is_an_answer_and_a_guess():
    found = read("who", "I don't know, maybe the CFO")
    assert (found.kind, found.guessed, found.people[0].role) == ("real", True, "finance")


@pytest.mark.parametrize(
    "text",
    ["标书里这么写的", "客户就是这么要求的", "because the spec says so", "it's in the RFP", "they want it that way"],
)
def test_a_document_or_they_want_it_is_no_reason(text):
    assert read("why", text).kind == "paper"


@pytest.mark.parametrize("text", ["三天交货", "因为要三天交货"])
def test_the_requirement_said_again_is_circular(text):
    assert read("why", text).kind == "circular"


def test_another_requirement_is_no_reason():
    assert read("why", "至少五百台", label="requirement").kind == "requirement"


def test_a_requirement_with_a_purpose_is_a_reason():
    assert read("why", "至少五百台，为了旺季不断货", label="requirement").kind == "real"


@pytest.mark.parametrize("text", ["什么意思", "举个例子", "what do you mean?", "how should I answer that"])
def test_questions_to_the_coach_are_told_from_answers(text):
    assert read("why", text).kind == "meta"


@pytest.mark.parametrize(
    ("text", "kind"),
    [("...", "empty"), ("你好", "chat"), ("are you a bot?", "chat"), ("同上", "same"), ("same as above", "same")],
)
def test_other_lines_have_their_kind(text, kind):
    assert read("why", text).kind == kind


@pytest.mark.parametrize(
    ("text", "timing"),
    [
        ("不急", "not_now"),
        ("no rush", "not_now"),
        ("六月有审计", "event"),
        ("before the season starts", "event"),
        ("老样子", ""),
    ],
)
def test_the_answer_on_time_has_an_event_or_has_not(text, timing):
    assert read("time", text).timing == timing


@pytest.mark.parametrize(
    "text", ["是资讯部林经理开的", "就是王总定的", "The IT manager, Lisa, set it", "their CFO decided that"]
)
def test_who_said_it_is_no_reason(text):
    assert read("why", text, "500 laptops").kind == "person"
