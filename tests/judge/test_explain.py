"""Why a line was judged so, in a sentence."""

import pytest

from bot.coach.judgement import LABELS, NEEDS, Judgement, Span
from bot.judge.cues import lexicon, phrases
from bot.judge.explain import REASONS, decisive, explain
from bot.language import Catalog
from bot.settings import ROOT


@pytest.fixture(scope="module")
def catalog():
    return Catalog.read(ROOT / "data" / "content" / "replies")


def judged(label, *spans, **more):
    kind = next(kind for kind, labels in LABELS.items() if label in labels)
    level = "personal" if label in NEEDS else None
    return Judgement(kind, "text", label, 0.9, level=level, spans=tuple(Span(0, 1, *span) for span in spans), **more)


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_every_label_and_reason_has_its_sentence(catalog, language):
    for label, reasons in REASONS.items():
        for cues in (cues for _, cues in reasons if cues):
            said = explain(judged(label, ("QUOTE", cues[0])), catalog, language)
            assert "QUOTE" in said
        assert explain(judged(label), catalog, language)


def test_every_reason_rests_on_cues_that_exist():
    known = lexicon().names | phrases().names
    assert {cue for reasons in REASONS.values() for _, cues in reasons for cue in cues} <= known
    assert set(REASONS) == {label for labels in LABELS.values() for label in labels}


def test_the_cost_is_named_before_what_follows(catalog):
    line = judged("implication", ("会怎样", "effect_ask"), ("赔偿", "loss_word"))
    assert explain(line, catalog, "zh-Hans") == "“赔偿”问的是代价和牵连，不是问题本身。"


def test_the_longest_span_is_quoted():
    reason, span = decisive(judged("commitment", ("下周", "step_ask"), ("下周三安排", "step_ask")))
    assert (reason, span.text) == ("step", "下周三安排")


def test_one_character_is_no_reason():
    assert decisive(judged("requirement", ("个", "unit"))) == ("plain", None)


def test_a_need_says_who_gains(catalog):
    assert "he speaker" in explain(judged("implied_need"), catalog, "en")


@pytest.mark.parametrize(("first", "second"), [("resistance", "information"), ("concern", "unclear")])
def test_what_a_rep_only_reports_never_counts_for_or_against_them(catalog, first, second):
    line = judged(first, unsure=True, alternatives=((first, 0.5), (second, 0.4)))
    assert "算分" not in explain(line, catalog, "zh-Hans")
    assert "count" not in explain(line, catalog, "en")


def test_an_unsure_line_names_the_two_candidates(catalog):
    line = judged("trace", unsure=True, alternatives=(("trace", 0.5), ("problem", 0.4)))
    said = explain(line, catalog, "en")
    assert "tracing a requirement" in said
    assert "trouble" in said


def placed(text, label, words, cue, **more):
    kind = next(kind for kind, labels in LABELS.items() if label in labels)
    start = text.index(words)
    return Judgement(kind, text, label, 0.9, spans=(Span(start, start + len(words), words, cue),), **more)


@pytest.mark.parametrize(
    ("text", "label", "words", "cue", "quoted"),
    [
        ("十月八号之前要上船，晚了客人不收的。", "requirement", "月八号之前", "dem_limit", "十月八号之前要上船"),
        ("So the limit is 75 lakhs, is it?", "confirm", "So the", "playback", "So the limit is 75 lakhs"),
        ("We need " + "a very long list of things " * 4 + "under 1,500 kilos", "requirement", "500", "unit", "1,500"),
    ],
)
def test_a_short_clause_is_quoted_whole_and_a_long_one_by_its_cue(text, label, words, cue, quoted):
    assert decisive(placed(text, label, words, cue))[1].text == quoted


def test_trouble_of_the_speaker_is_said_only_where_the_level_is_personal():
    line = placed("国资委年年考核我们垫底", "implied_need", "考核", "tell_self", level="business")
    assert decisive(line) == ("plain", None)


def test_a_neutral_question_is_called_one(catalog):
    line = Judgement("customer", "你们在花蓮也有做過嗎", "information", 0.9)
    assert "照实答" in explain(line, catalog, "zh-Hans")


@pytest.mark.parametrize(
    ("text", "label", "words", "cue", "quoted"),
    [
        ("得標兩個禮拜了，啟動會議一延再延", "concern", "啟動會", "deal_ours", "得標兩個禮拜了"),
        ("周老师怕人不认我们，论证会还没开", "objection", "不认我们", "deal_open", "论证会还没开"),
        ("换句话说，罚款是五月起算，一天十五万？", "confirm", "换句话说", "playback", "换句话说，罚款是五月起算"),
        ("首付三成，这样行不？", "commitment", "行不", "r_step", "首付三成，这样行不？"),
    ],
)
def test_the_quote_tells_where_the_choice_stands_and_is_no_bare_tag_or_opening(text, label, words, cue, quoted):
    assert decisive(placed(text, label, words, cue))[1].text == quoted


def test_the_trouble_told_before_the_question_is_not_quoted_as_the_question():
    assert decisive(placed("夜班流失这么快，经理得顶几个班", "implication", "流失", "loss_word")) == ("plain", None)


def test_a_quotation_in_the_quote_is_closed(catalog):
    said = explain(placed("黄厂说“就你们了，别丢脸”", "concern", "就你们", "deal_ours"), catalog, "zh-Hans")
    assert said.startswith("“就你们了”")


def test_the_question_is_quoted_before_the_demand_it_asks_about():
    text = "ΔE卡在1.5，是品牌方的手册里写的？"
    spans = (Span(2, 4, "卡在", "r_trace"), Span(13, 16, "手册里", "demand_thing"))
    line = Judgement("rep", text, "trace", 0.9, spans=spans)
    assert decisive(line)[1].text == "是品牌方的手册里写的？"
