"""Answers in every form, and their grading."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.lesson.answers import LETTERS, gives_up, lay_out, read
from bot.coach.lesson.grade import grade, quiz_passed, solution
from bot.coach.lesson.items import Match, Multiple, Number, Order, Single

W = lambda text: {"zh": f"中{text}", "en": text}  # noqa: E731


def choices(rights):
    return [{"text": W(f"choice {n}"), "right": right, "why": W("because")} for n, right in enumerate(rights)]


SINGLE = Single(id="q1", kind="single", ask=W("x"), choices=choices([False, True, False, False]))
MULTIPLE = Multiple(id="q2", kind="multiple", ask=W("x"), choices=choices([True, False, True, False]))
ORDER = Order(id="q3", kind="order", ask=W("x"), steps=[W(f"step {n}") for n in range(4)], why=W("y"))
MATCH = Match(
    id="q4", kind="match", ask=W("x"), pairs=[{"left": W(f"l{n}"), "right": W(f"r{n}")} for n in range(3)], why=W("y")
)
NUMBER = Number(id="q5", kind="number", ask=W("x"), value=50, unit={"zh": "%", "en": "%"}, why=W("y"))
PLAIN = (0, 1, 2, 3)


ONE = "2;B;b;B.;选B;第二个;the second one;answer: B;choice 1;ｂ;二;我觉得是B;应该是第二个吧;I think B;2nd;probably b"


@pytest.mark.parametrize("text", ONE.split(";"))
def test_one_choice_in_all_its_ways(text):
    assert read(SINGLE, PLAIN, text, "en") == (1,)


@pytest.mark.parametrize("text", ["A C", "AC", "a,c", "A和C", "1 3", "A and C", "C、A", "选 A 跟 C"])
def test_several_choices_in_all_their_ways(text):
    assert read(MULTIPLE, PLAIN, text, "zh") == (0, 2)


@pytest.mark.parametrize("text", ["3-1-2-4", "3124", "3, 1, 2, 4", "三一二四", "C A B D", "3→1→2→4"])
def test_an_order_in_all_its_ways(text):
    assert read(ORDER, PLAIN, text, "zh") == (2, 0, 1, 3)


@pytest.mark.parametrize("text", ["1B 2A 3C", "1-B, 2-A, 3-C", "BAC", "B A C", "2a 1b 3c", "1:B；2:A；3:C", "B1 A2 C3"])
def test_a_match_in_all_its_ways(text):
    assert read(MATCH, (0, 1, 2), text, "en") == (1, 0, 2)


@pytest.mark.parametrize(
    ("item", "text"),
    [(SINGLE, "A B"), (SINGLE, "E"), (SINGLE, "no idea"), (SINGLE, ""), (ORDER, "1-2"), (ORDER, "1-1-2-3"),
     (MATCH, "1B"), (MATCH, "1B 2B 3C"), (MULTIPLE, "9"), (NUMBER, "don't know"), (MULTIPLE, "一个都不对")],
)  # fmt: skip
def test_the_wrong_form_is_no_answer(item, text):
    assert read(item, PLAIN[:3] if item is MATCH else PLAIN, text, "zh") is None


@given(st.sampled_from([SINGLE, MULTIPLE, ORDER, MATCH]), st.integers())
def test_the_solution_is_right_in_every_layout_and_any_other_is_wrong(item, seed):
    layout = lay_out(item, Random(seed))
    right = solution(item, layout)
    assert grade(item, layout, right, "en").right
    others = [p for p in range(len(layout)) if p not in right][:1] or list(right[::-1])
    assert not grade(item, layout, tuple(others), "en").right


@given(st.integers())
def test_what_is_typed_from_the_screen_is_what_is_graded(seed):
    layout = lay_out(ORDER, Random(seed))
    shown = [ORDER.steps[original].en for original in layout]
    typed = "-".join(str(shown.index(step.en) + 1) for step in ORDER.steps)
    assert grade(ORDER, layout, read(ORDER, layout, typed, "en"), "en").right
    layout = lay_out(MATCH, Random(seed))
    rights = [MATCH.pairs[original].right.en for original in layout]
    typed = " ".join(f"{n}{LETTERS[rights.index(pair.right.en)]}" for n, pair in enumerate(MATCH.pairs, 1))
    assert grade(MATCH, layout, read(MATCH, layout, typed, "en"), "en").right


@given(st.integers())
def test_an_order_never_comes_ready_made(seed):
    assert lay_out(ORDER, Random(seed)) != PLAIN


@given(st.sampled_from([SINGLE, MULTIPLE, ORDER, MATCH, NUMBER]), st.text(max_size=30))
def test_no_text_breaks_the_reading(item, text):
    read(item, lay_out(item, Random(1)), text, "zh")


@pytest.mark.parametrize(("rights", "passed"), [(5, True), (4, True), (3, False), (0, False)])
def test_four_of_five_pass_a_quiz(rights, passed):
    assert quiz_passed([True] * rights + [False] * (5 - rights)) is passed


@pytest.mark.parametrize("text", ["1r0 2r1 3r2", "r0, r1, r2", "1 is A, 2 is B, 3 is C"])
def test_a_match_in_the_words_of_its_right_sides(text):
    assert read(MATCH, (0, 1, 2), text, "en") == (0, 1, 2)


@pytest.mark.parametrize("text", ["first 2, then 1, then 4, finally 3", "先2再1然后4最后3"])
def test_an_order_told_step_by_step(text):
    assert read(ORDER, PLAIN, text, "en") == (1, 0, 3, 2)


@pytest.mark.parametrize(
    ("text", "given"), [("不知道", True), ("I don't know", True), ("skip", True), ("B", False), ("不是B", False)]
)
def test_who_does_not_know_may_say_so(text, given):
    assert gives_up(text) is given


def test_letters_are_letters_though_a_choice_holds_them_as_a_word():
    held = choices([True, True, True, False])
    held[0] = {**held[0], "text": {"zh": "甲", "en": "a cd case indeed"}}
    item = Multiple(id="q9", kind="multiple", ask=W("x"), choices=held)
    assert read(item, PLAIN, "A C D", "en") == (0, 2, 3)
    assert read(item, PLAIN, "A. a cd case indeed", "en") == (0,)
