"""The follow-up letter: drafted from what was said, judged against it."""

import pytest

from bot.coach.judgement import Judgement
from bot.coach.letter import draft, judge_letter
from tests.coach.scorecard.talks import FACT, LATE, PITCH, PROBLEM, WORTH, played

SAID = (FACT, PROBLEM, LATE, WORTH, ("other", "I'll send you the payback sheet by Friday."))
GOOD = (
    "Your goal is true figures before the management meeting. Reconciliation is done by hand, thousands of lines"
    " a month do not match, and figures come late. What is needed is a close in five days. Next steps: we will bring"
    " an engineer on Tuesday, and your team will give us three months of data from one province."
)


def verdict(text, label="other"):
    return judge_letter(text, played(*SAID), (Judgement("rep", text, label, 0.99),))


def test_a_draft_holds_only_what_came_out():
    found = draft(played(PROBLEM))
    assert [quote.name for quote in found.situation] == ["reconciliation by hand"]
    assert found.goal == ()
    assert set(found.gaps()) == {"goal", "needed", "theirs", "ours"}


def test_a_draft_quotes_the_words_that_were_said():
    talk = played(PROBLEM, FACT)
    assert draft(talk).situation[-1].quote in talk.said[1].heard


def test_a_draft_holds_the_reps_own_promises():
    assert draft(played(*SAID)).ours == ("I'll send you the payback sheet by Friday.",)


def test_what_somebody_wants_personally_stays_out():
    talk = played(
        PROBLEM, LATE, ("acknowledge", "Deciding without real figures would make anyone uneasy."), WORTH, FACT
    )
    assert not any("second CFO" in quote.name for quote in draft(talk).goal)


def test_a_good_letter_has_nothing_to_mend():
    assert verdict(GOOD).good


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (
            "Thank you for the coffee, it was good to meet you in your office and to see the new shop.",
            "goal",
        ),
        ("We will send something.", "theirs"),
        ("Please send the data.", "ours"),
    ],
)
def test_a_missing_part_is_seen(text, missing):
    assert not getattr(verdict(text), missing)


def test_a_figure_that_nobody_mentioned_is_quoted():
    assert verdict("You lose 777 million a year. We will come on Tuesday.").figures == ("You lose 777 million a year.",)


def test_a_figure_of_the_talk_and_a_date_are_fine():
    assert verdict("Thirty-one people, 12 of them reconcile. We meet on 24 May at 10:30.").figures == ()


def test_what_never_came_out_is_seen():
    assert verdict("14 million of insurance claims were refused last year.").unsaid


def test_a_pitch_in_a_letter_is_quoted():
    assert verdict(PITCH[1], label="pitch").pitches == (PITCH[1],)


def test_short_is_short():
    assert verdict("Thank you.").short


def test_their_own_trouble_retold_is_no_pitch_whatever_the_judge_says():
    told = "Reconciliation is done by hand and thousands of lines a month do not match."
    assert verdict(told, label="pitch").pitches == ()
    assert verdict("Our platform ends reconciliation by hand.", label="pitch").pitches


def test_a_wish_in_plain_words_is_a_goal():
    assert verdict("You want the reconciliation by hand to end.").goal


@pytest.mark.parametrize(
    "text", ["下周三前我把案例寄给您，也请老陈周四带我们走一趟厂房。", "周五我整理好清单，请财务部的人来确认。"]
)
def test_steps_are_read_as_people_write_them(text):
    found = verdict(text)
    assert found.ours
    assert found.theirs
