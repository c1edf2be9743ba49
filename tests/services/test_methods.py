"""Answers to questions about methods."""

import pytest
import yaml

from bot.content import read_content
from bot.services.methods import Methods, MethodsError
from bot.settings import ROOT

METHODS = Methods.read(ROOT / "data" / "content" / "methods", ROOT / "data" / "nlu")
QUESTIONS = yaml.safe_load((ROOT / "tests" / "services" / "method_questions.yaml").read_text(encoding="utf-8"))
HELD_OUT = yaml.safe_load((ROOT / "tests" / "services" / "method_questions_held_out.yaml").read_text(encoding="utf-8"))
CATALOG = read_content(ROOT / "data" / "content").catalog


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("什么是暗示问题？", "implication_question"),
        ("什麼是需求效益問題", "need_payoff_question"),
        ("difference between a need and a requirement", "requirement_and_need"),
        ("需求和要求有什么不同", "requirement_and_need"),
        ("what is a need", "need"),
        ("what's an implicaton question", "implication_question"),
        ("异议和疑虑怎么区分", "objection_and_concern"),
        ("what's ZOPA", "zone_of_agreement"),
        ("what is a coach", "coach"),
        ("怎么区分业务需求和个人需求", "business_and_personal"),
        ("SPIN 是什么", "spin"),
        ("采购的四个阶段", "four_stages"),
        ("how does cross-selling differ from upselling", "upsell_and_cross_sell"),
    ],
)
def test_a_question_finds_its_method(question, name):
    assert METHODS.find(question).id == name


@pytest.mark.parametrize("question", ["what is the weather", "", "?", "meaning of life"])
def test_what_is_not_there_is_not_made_up(question):
    assert METHODS.find(question) is None


def test_the_nearest_are_offered_honestly():
    (message,) = METHODS.reply("four rocket stages burn liquid oxygen fuel", "en", CATALOG).messages
    assert "rather not guess" in message.text
    assert "/method four_stages" in [button.action for button in message.buttons]


def test_an_empty_question_is_asked_back():
    (message,) = METHODS.reply(" ", "zh-Hans", CATALOG).messages
    assert [button.label for button in message.buttons] == ["SPIN", "要求和需求", "异议和疑虑"]


def test_a_button_names_a_method_by_its_id():
    (message,) = METHODS.reply("bvf", "zh-Hant", CATALOG).messages
    assert message.text.startswith("【BVF】\nBVF 把四層連成一條鏈")


@pytest.mark.parametrize("method", METHODS.all, ids=lambda method: method.id)
def test_every_method_is_found_by_its_titles_and_fits_a_screen(method):
    assert METHODS.find(method.title["zh"]) is method
    assert METHODS.find(method.title["en"]) is method
    assert max(len(method.answer["zh"]), len(method.answer["en"]) / 2.5) <= 320


@pytest.mark.parametrize("language", ["zh", "en"])
def test_familiar_wordings_find_their_method(language):
    asked = QUESTIONS[language]
    missed = [q for q, name in asked.items() if (found := METHODS.find(q)) is None or found.id != name]
    assert len(missed) <= 0.1 * len(asked), missed


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_strangers_questions_are_answered_or_offered_among_the_nearest(language):
    asked = [(q["ask"], q["want"]) for q in HELD_OUT[language] if q["want"] != "unknown"]
    found = [(METHODS.find(question), question, want) for question, want in asked]
    wrong = [(question, method.id) for method, question, want in found if method and method.id not in want]
    offered = [any(m.id in want for m in METHODS.nearest(question)) for question, want in asked]
    assert len(asked) >= 120
    assert sum(method is not None and method.id in want for method, _, want in found) >= 0.8 * len(asked)
    assert len(wrong) <= 0.08 * len(asked), wrong
    assert sum(offered) >= 0.93 * len(asked)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_strangers_questions_about_other_things_are_not_answered(language):
    asked = [q["ask"] for q in HELD_OUT[language] if q["want"] == "unknown"]
    answered = [question for question in asked if METHODS.find(question)]
    assert len(answered) <= 0.1 * len(asked), answered


def test_what_no_method_answers_is_said_to_be_unknown():
    answered = [q for q in QUESTIONS["unknown"] if METHODS.find(q)]
    assert len(answered) <= 0.1 * len(QUESTIONS["unknown"]), answered


def test_every_lesson_named_exists():
    lessons = ROOT / "data" / "content" / "lessons"
    assert len(METHODS.all) >= 122
    assert [m.id for m in METHODS.all if not (lessons / f"{m.lesson:02d}.yaml").exists()] == []


def test_an_entry_without_a_language_is_refused_by_name(tmp_path):
    (tmp_path / "x.yaml").write_text("bad:\n  title: {zh: 一}\n  keys: {zh: [a], en: [b]}\n", encoding="utf-8")
    with pytest.raises(MethodsError, match=r"x\.yaml: bad: title"):
        Methods.read(tmp_path)


def test_methods_are_read_once_and_again_where_a_file_is_new(tmp_path):
    entry = "{n}: {{title: {{zh: 一, en: a}}, keys: {{zh: [一], en: [a]}}, answer: {{zh: 一。, en: A.}}, lesson: 1}}"
    (tmp_path / "a.yaml").write_text(entry.format(n="first"), encoding="utf-8")
    once = Methods.read(tmp_path)
    assert Methods.read(tmp_path) is once
    (tmp_path / "b.yaml").write_text(entry.format(n="second"), encoding="utf-8")
    assert [method.id for method in Methods.read(tmp_path).all] == ["first", "second"]
