"""Understanding, SPIN, needs, requirements."""

import pytest

from .talks import FACT, LATE, LISTING, PEOPLE, PITCH, PROBLEM, TRAIL, WORTH, lines


def test_a_pitch_after_understanding_scores_higher_than_before():
    late = lines(PROBLEM, PEOPLE, LISTING, WORTH, PITCH)["understanding"].score
    early = lines(PITCH, PROBLEM, PEOPLE, LISTING, WORTH)["understanding"].score
    assert late > 0.5 > early


def test_an_early_pitch_is_quoted_with_a_question_for_what_was_known_then():
    bad = lines(PITCH, PROBLEM)["understanding"].bad[0]
    assert (bad.turn, bad.quote, bad.why) == (1, PITCH[1], "pitch_early")
    assert bad.better.move == "problem"
    assert bad.better.text.endswith("?")


def test_the_better_sentence_follows_from_the_state_at_that_turn():
    bad = lines(PROBLEM, PITCH)["understanding"].bad[0]
    assert bad.better.move == "implication"


def test_the_better_sentence_is_in_the_language_of_the_talk():
    bad = lines(("pitch", "我们的平台什么都能自动对。"), language="zh")["understanding"].bad[0]
    assert bad.better.text.endswith("？")


def test_an_unsure_pitch_is_shown_and_costs_nothing():
    unsure = lines(("pitch", PITCH[1], 0.45), alternatives=(("pitch", 0.45),))["understanding"]
    assert [p.uncertain for p in unsure.bad] == [True]
    assert unsure.bad[0].cost == 0


def test_only_facts_are_no_spin():
    asked = [FACT, ("situation", "Which ERP are you on?"), ("situation", "How many shops do you have?")]
    spin = lines(*asked)["spin"]
    assert spin.score == 0
    assert spin.bad[0].why == "too_many_facts"


def test_a_problem_followed_to_its_worth_beats_one_left_lying():
    whole = lines(PROBLEM, PEOPLE, LISTING, WORTH)["spin"].score
    assert whole > lines(PROBLEM, FACT)["spin"].score + 0.3


def test_a_payoff_before_any_problem_is_out_of_order():
    spin = lines(WORTH)["spin"]
    assert spin.bad[0].why == "order_payoff"


def test_needs_count_what_was_hidden_and_name_what_was_missed():
    needs = lines(PROBLEM, LATE, LISTING, WORTH, TRAIL)["needs"]
    assert needs.figures == {"found": 2, "all": 5, "personal": 0}
    assert {p.why for p in needs.bad} <= {"need_missed", "personal_missed"}
    assert all(p.better for p in needs.bad)


def test_requirements_are_left_out_where_none_was_stated():
    assert "requirements" not in lines(FACT, PROBLEM)


@pytest.mark.parametrize(
    ("traces", "share"),
    [
        ([], 0.0),
        ([("trace", "Why does it have to be live by the thirty-first of December?")], 0.6),
    ],
)
def test_a_stated_requirement_wants_its_reason(traces, share):
    stated = ("situation", "By when does it have to run?")
    found = lines(stated, *traces, PROBLEM)["requirements"]
    assert found.score == pytest.approx(share)
    assert [p.why for p in found.bad] == ([] if traces else ["untraced"])


def test_a_demand_whose_owner_came_out_is_half_traced():
    stated = ("situation", "By when does it have to run?")
    found = lines(stated, ("trace", "Who set the thirty-first of December?"), PROBLEM)["requirements"]
    assert 0 < found.score < 0.6
    assert [p.why for p in found.bad] == ["half_traced"]
