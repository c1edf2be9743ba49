"""What kind of answer a question wants, and two questions in one sentence."""

import pytest

from bot.coach.buyer.asked import INDIRECT, echoes, kind_named, last_question, question_type
from bot.coach.buyer.compound import parts


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("zh", "这件事归谁管？", "who"),
        ("zh", "什么时候上线的？", "when"),
        ("zh", "多久盘一次？", "howoften"),
        ("zh", "罚了多少钱？", "howmuch"),
        ("zh", "工人怎么看？", "opinion"),
        ("zh", "有没有备件？", "yesno"),
        ("en", "Who signs it off?", "who"),
        ("en", "How long did it take?", "howlong"),
        ("en", "How many people left?", "howmany"),
        ("en", "Why did it fail?", "why"),
        ("en", "Do they complain?", "yesno"),
    ],
)
def test_a_question_wants_one_kind_of_answer(language, text, kind):
    assert question_type(text, language) == kind


def test_the_last_question_of_a_line_counts():
    assert last_question("We met in May. Who was there? I forgot.", "en") == "Who was there?"


def test_the_noun_of_which_one_is_asked_is_found():
    assert kind_named("Which system do you use?", "en") == "system"
    assert kind_named("现在用哪家的系统？", "zh") == "系统"


@pytest.mark.parametrize(
    ("language", "text", "both"),
    [
        ("zh", "他管哪一块，什么时候回来的？", ("他管哪一块？", "什么时候回来的？")),
        ("zh", "要是再停一次，客户会怎么说？", ("要是再停一次，客户会怎么说？",)),
        ("en", "Who chose it, and when was that?", ("Who chose it?", "when was that?")),
        ("en", "Could we meet on Tuesday and look at the data?", ("Could we meet on Tuesday and look at the data?",)),
    ],
)
def test_two_questions_in_a_sentence_are_told_apart(language, text, both):
    assert parts(text, language) == both


@pytest.mark.parametrize(
    ("language", "text", "echo"),
    [
        ("en", "No more videos?", True),
        ("en", "Who filmed it?", False),
        ("zh", "四回？", True),
        ("zh", "四回都修好了吗？", False),
    ],
)
def test_an_echo_asks_nothing_by_itself(language, text, echo):
    assert echoes(text, language) is echo


@pytest.mark.parametrize(("text", "asks"), [("换了两个泵还不知道为什么。", False), ("我还不知道是谁定的这条。", True)])
def test_not_knowing_is_a_wish_to_know_only_where_the_rep_says_so_of_himself(text, asks):
    assert (INDIRECT.search(text) is not None) is asks


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Where does that requirement come from?", "why"),
        ("Where did the number sixty come from?", "why"),
        ("Where is the warehouse?", "where"),
    ],
)
def test_where_something_comes_from_asks_for_the_reason(text, kind):
    assert question_type(text, "en") == kind
