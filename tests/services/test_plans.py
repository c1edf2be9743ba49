"""The stored call plan: shown, and written as Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.spin.deal import Deal
from bot.coach.spin.examples import Examples
from bot.coach.spin.plan import make_plan
from bot.coach.spin.walk import Question, Walk
from bot.content.spin import read_examples
from bot.language import Catalog
from bot.services.plans import escape, plan_markdown, plan_text, write_plan
from bot.settings import ROOT
from bot.store.tables import Deal as StoredDeal

CATALOG = Catalog.read(ROOT / "data" / "content" / "replies")
EXAMPLES: Examples = read_examples(ROOT / "data" / "content" / "spin")


def plan(customer="Harland", text="What does it cost?", **more):
    questions = (Question("implication", text, more.pop("improved", None)), Question("situation", "How many?"))
    walk = Walk("done", Deal(customer, "MES", "signed", "implement", "CFO"), questions, **more)
    return make_plan(walk, EXAMPLES, "en", "2026-03-02")


def test_questions_stand_in_the_order_of_spin_with_the_sharper_version():
    lines = plan_text(CATALOG, "en", plan(improved="How much?")).splitlines()
    asked = [line for line in lines if line.startswith("· ")][:2]
    assert asked == ["· Situation: How many?", "· Implication: What does it cost? → How much?"]


@pytest.mark.parametrize(
    ("language", "heading"), [("zh-Hans", "我的问题"), ("zh-Hant", "我的問題"), ("en", "My questions")]
)
def test_a_plan_is_shown_in_the_language_of_the_reader(language, heading):
    assert heading in plan_text(CATALOG, language, plan())
    assert f"## {heading}\n" in plan_markdown(CATALOG, language, plan())


def test_the_caution_is_the_one_that_was_touched_most():
    text = plan_text(CATALOG, "en", plan(warned=(("control", "right?"), ("person", "API"), ("control", "surely"))))
    assert 'You said "surely"' in text


@given(st.text(min_size=1, max_size=80), st.text(min_size=1, max_size=80))
def test_what_a_rep_wrote_cannot_change_the_form(customer, text):
    document = plan_markdown(CATALOG, "en", plan(customer, text))
    plain = plan_markdown(CATALOG, "en", plan())
    headings = [line for line in document.splitlines() if line.startswith("#")]
    assert headings[1:] == [line for line in plain.splitlines() if line.startswith("#")][1:]


@pytest.mark.parametrize(
    ("text", "escaped"),
    [("# a", r"\# a"), ("*b* [c](d)", r"\*b\* \[c\](d)"), ("- e", r"\- e"), ("1. f", r"1\. f"), ("a\nb", "a b")],
)
def test_marks_are_escaped(text, escaped):
    assert escape(text) == escaped


@pytest.mark.parametrize(
    "customer", ["../../etc/passwd", "华晨/机械?", "...", "a" * 300], ids=["dots", "slash", "nothing", "long"]
)
def test_the_file_stays_in_its_folder(tmp_path, customer):
    deal = StoredDeal(id=7, customer=customer, sheets={"call_plan": plan(customer)})
    path = write_plan(tmp_path / "exports", CATALOG, "en", deal)
    assert path.parent == tmp_path / "exports"
    assert path.read_text(encoding="utf-8").startswith("# Call plan")
