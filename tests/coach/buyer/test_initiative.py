"""What the buyer does unasked comes where it does not stand in the way of an answer."""

import pytest

from bot.coach.buyer.initiative import OVERDUE

from .talks import Table, said


def turns_until(text, label):
    """Return at which turn a requirement is stated unasked to somebody who says `text`, numbered, again and again."""
    table = Table("finance_chief")
    for turn in range(1, 40):
        table.state.patience, table.state.pending = 100, None
        if "demand" in table.say(label, text.format(turn)).tags:
            return turn
    return 99


def test_a_requirement_waits_for_a_line_that_asks_nothing():
    told = turns_until("I take a note of point {}.", "other")
    asked = turns_until("And who looks after warehouse number {} in the evening?", "situation")
    due = Table("finance_chief").scene.levels["normal"].demand_turn
    assert due <= told < due + OVERDUE <= asked


@pytest.mark.parametrize(("label", "text"), [("situation", "Who is that?"), ("acknowledge", "That must be hard.")])
def test_nobody_is_scolded_for_too_much_sympathy_before_he_has_his_answer(label, text):
    table = Table("plant_manager")
    table.state.counts["acknowledged"], table.state.pain, table.state.turn = 9, 20, 5
    taken = table.take(said(("I can see how heavy that is.", "acknowledge"), (text, label)))
    assert ("ack_enough" in taken.tags) is (label == "acknowledge")
