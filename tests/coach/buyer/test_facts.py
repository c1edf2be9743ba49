"""Answers from the sheet: in the kind that was asked for, else an honest no that repeats the question."""

from bot.coach.buyer.echo import echo
from tests.coach.buyer.talks import Table, line


def test_what_is_not_on_the_sheet_gets_an_honest_no():
    taken = Table().say("situation", "Who waters the plants in the lobby?")
    assert "offsheet" in taken.tags
    assert not taken.released


def test_two_questions_in_a_line_are_both_answered():
    taken = Table().take(line("situation", "How many people are in finance, and who are the auditors?"))
    assert {r.item for r in taken.released} == {"team", "auditor"}


def test_a_question_is_repeated_from_the_side_of_the_one_who_is_asked():
    assert echo("Who trains your new people?", "en") == "Who trains our new people?"
    assert echo("What does the chairman want from you?", "en") == "What does the chairman want from us?"
    assert echo("你们的备件放在哪儿？", "zh") == "我们的备件放在哪儿？"


def test_what_is_personal_or_long_is_not_repeated():
    assert echo("How long have you been in this job?", "en") is None
    assert echo("您自己在这儿干了多久？", "zh") is None
    assert echo("Which of the many suppliers in the three provinces would bring all of it on a Sunday?", "en") is None


def test_a_wrong_figure_in_a_playback_is_put_right():
    table = Table()
    table.say("situation", "How many people are in finance?")
    assert "confirm_wrong" in table.say("confirm", "So ninety people work in finance, right?").tags


def test_a_slight_is_not_taken_for_sympathy():
    table = Table()
    taken = table.say("acknowledge", "Your people just don't get it.")
    assert "slight" in taken.tags
    assert taken.effects["trust"] < 0
