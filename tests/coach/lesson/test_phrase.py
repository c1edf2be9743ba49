"""What learners write: the label first, then the words of the case; an unsure judge fails nobody."""

import pytest

from bot.coach.judgement import Judgement
from bot.coach.lesson.drills import Rewrite, Trace, Write
from bot.coach.lesson.own import missed
from bot.coach.lesson.phrase import grade_line, grade_own, grade_trace
from bot.coach.lesson.words import Lists
from bot.content.lessons import read_course

W = lambda text: {"zh": f"中{text}", "en": text}  # noqa: E731
COMMON = {"id": "d1", "scene": W("s"), "ask": W("a"), "wanted": "implication", "sample": W("x"), "why": W("y")}
KEYS = {"zh": ["停线", "交货"], "en": ["stop", "deliver"]}
WRITE = Write(kind="write", keywords=KEYS, avoid={"zh": ["垃圾"], "en": ["rubbish"]}, **COMMON)
REWRITE = Rewrite(kind="rewrite", pitch=W("We deliver fast."), keywords=KEYS, **COMMON)
CUES = read_course().cues


def judged(text, label="implication", unsure=False):
    return Judgement("rep", text, label, 0.9, unsure)


@pytest.mark.parametrize(
    ("text", "label", "unsure", "fault"),
    [
        ("What do the stops do to your year?", "implication", False, ""),
        ("What do the stops do to your year?", "problem", False, "label"),
        ("What do the stops do to your year?", "problem", True, ""),
        ("What does it do to your year?", "implication", False, "topic"),
        ("What does it do to your year?", "implication", True, "topic"),
        ("Their rubbish stops, and then?", "implication", False, "avoid"),
        ("ok", "other", False, "empty"),
        ("", "other", False, "empty"),
    ],
)
def test_a_written_line(text, label, unsure, fault):
    verdict = grade_line(WRITE, judged(text, label, unsure), "en")
    assert (verdict.fault, verdict.right) == (fault, not fault)


def test_the_pitch_again_is_no_rewriting():
    assert grade_line(REWRITE, judged("We deliver  fast!"), "en").fault == "same"


def test_words_of_the_other_language_count_too():
    assert grade_line(WRITE, judged("一停线, what then?"), "en").right


@pytest.mark.parametrize(
    ("facet", "text", "right"),
    [
        ("why", "为什么一定要三天交货？", True),
        ("who", "三天交货这一条是谁提的？", True),
        ("when", "怎么是现在提出来，有什么期限吗？", True),
        ("who", "为什么一定要三天交货？", False),
        ("why", "Why three days in particular?", True),
        ("when", "Whose idea was it?", False),
    ],
)
def test_a_tracing_question_goes_for_its_facet(facet, text, right):
    trace = Trace(kind="trace", id="d1", scene=W("s"), ask=W("a"), requirement=W("r"), facets=[facet],
                  sample={"zh": ["x"], "en": ["y"]}, why=W("w"))  # fmt: skip
    assert grade_trace(trace, facet, CUES[facet], judged(text, "trace"), "zh").right is right
    assert (
        grade_trace(trace, facet, Lists(zh=["x"], en=["y"]), judged("We are why-free", "pitch"), "zh").fault == "label"
    )


def test_an_own_sentence_must_be_said_anew():
    assert grade_own(("problem",), "We are fast.", judged("we are fast", "problem")).fault == "same"
    assert grade_own(("problem",), "We are fast.", judged("Where does it hurt?", "problem")).right
    assert not grade_own(("problem",), "We are fast.", judged("How many are you?", "situation")).right


SURE = {"judgement": {"unsure": False}}


@pytest.mark.parametrize(
    ("label", "evidence", "wanted"),
    [
        ("pitch", {**SURE, "wanted": ["problem"]}, ("problem",)),
        ("pitch", {**SURE, "wanted": "problem"}, ("problem",)),
        ("problem", {**SURE, "wanted": ["problem"]}, None),
        ("pitch", {"judgement": {"unsure": True}, "wanted": ["problem"]}, None),
        ("pitch", {**SURE, "tags": ["pitch_early"]}, ("problem", "implication", "situation")),
        ("pitch", {**SURE, "tags": ["pitch_early"], "undone": True}, None),
        ("pitch", {**SURE, "tags": ["released:fact"]}, None),
        ("pitch", {**SURE, "checks": {"want": "problem", "outcome": "miss"}}, ("problem",)),
        ("situation", {**SURE, "checks": {"want": "problem", "outcome": "bank"}}, None),
        (None, {}, None),
    ],
)
def test_which_own_sentences_come_back(label, evidence, wanted):
    assert missed("We have the fastest line.", label, evidence) == wanted


@pytest.mark.parametrize(
    ("second", "share", "right"), [("implication", 0.3, True), ("problem", 0.3, False), ("implication", 0.02, False)]
)
def test_an_unsure_line_passes_only_where_the_wanted_label_is_likely(second, share, right):
    line = Judgement(
        "rep", "what happens to a line", "situation", 0.5, True, None, (("situation", 0.5), (second, share))
    )
    assert line.may_be(("implication",)) is right
