"""Answers from the sheet: in the kind that was asked for."""

import pytest

from tests.coach.buyer.talks import Table, line


def test_two_questions_in_a_line_are_both_answered():
    taken = Table().take(line("situation", "How many people are in finance, and who are the auditors?"))
    assert {r.item for r in taken.released} == {"team", "auditor"}


def test_a_wrong_figure_in_a_playback_is_put_right():
    table = Table()
    table.say("situation", "How many people are in finance?")
    assert "confirm_wrong" in table.say("confirm", "So ninety people work in finance, right?").tags


def test_a_slight_is_not_taken_for_sympathy():
    table = Table()
    taken = table.say("acknowledge", "Your people just don't get it.")
    assert "slight" in taken.tags
    assert taken.effects["trust"] < 0


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "How did you feel about the wallpaper in the lobby?"), ("zh", "大厅那面墙，您心里是什么滋味？")],
)
def test_of_his_feelings_nobody_says_that_he_would_have_to_look_them_up(language, text):
    tags = Table("finance_chief", language=language).say("situation", text).tags
    assert "guarded_personal" in tags
    assert "offsheet" not in tags
