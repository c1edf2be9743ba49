"""What the buyer does unasked comes where it does not stand in the way of an answer."""

import pytest

from bot.coach.buyer import initiative
from bot.coach.buyer.aim import Aim
from bot.coach.buyer.initiative import LONG_OVERDUE, OVERDUE

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


LONG = (
    "So if I heard you right, the wire breaks cost you scrap and stops"
    + ", month after month, and nobody in the plant can say where they come from" * 5
)


@pytest.mark.parametrize(("label", "interrupted"), [("confirm", False), ("pitch", True)])
def test_what_the_buyer_said_himself_may_be_long(label, interrupted):
    taken = Table("negotiation_zone").say(label, f"{LONG}, right?")
    assert ("interrupt" in taken.tags) is interrupted


@pytest.mark.parametrize(("asks", "added"), [("Did I miss anything?", True), ("Is that right?", False)])
def test_whoever_asks_what_he_left_out_hears_a_requirement(asks, added):
    table = Table("finance_chief")
    table.state.turn = table.scene.levels["normal"].demand_turn
    table.state.raised = [c.id for c in table.scene.challenges]
    taken = table.take(said(("So your people match by hand until late.", "confirm"), (asks, "confirm")))
    assert ("demand" in taken.tags) is added


@pytest.mark.parametrize(("then", "raised"), [("Who wrote the technical part?", False), ("", True)])
def test_what_only_leads_to_a_question_is_not_objected_to(then, raised):
    table = Table("it_director")
    table.state.turn = 12
    table.state.raised = [c.id for c in table.scene.challenges if c.upon != "commitment"]
    asked = ((then, "situation"),) if then else ()
    taken = table.take(said(("Could we go through the tender on Tuesday?", "commitment"), *asked))
    assert any(c.id in table.state.raised for c in table.scene.challenges if c.upon == "commitment") is raised, taken


@pytest.mark.parametrize(
    ("step", "raised"), [("with you in the chair, together", False), ("and meet production", True)]
)
def test_what_the_line_itself_meets_is_not_objected_to(step, raised):
    table = Table("procurement_price")
    table.state.turn = 9
    table.state.raised = [c.id for c in table.scene.challenges if c.id != "obj_doors"]
    table.say("commitment", f"Could I come on Tuesday with the whole sum, {step}?")
    assert ("obj_doors" in table.state.raised) is raised


@pytest.mark.parametrize(
    ("text", "taken_up"), [("And what do you say to them?", True), ("How many presses do you have in the hall?", False)]
)
def test_a_bare_question_right_after_an_objection_is_about_it(text, taken_up):
    table = Table("presign_fear")
    rival = next(c for c in table.scene.challenges if c.id == "obj_rival")
    table.state.pending, table.state.raised = rival.id, [rival.id]
    tags = table.say("situation", text).tags
    assert ("objection_taken_up" in tags) is taken_up


def test_who_asks_beside_a_pitch_hears_the_answer_and_no_doubt():
    def raised(*more):
        table = Table("it_director")
        table.state.turn, table.state.revealed = 12, [item.id for item in table.scene.of_kind("need")]
        table.state.raised = [c.id for c in table.scene.challenges if c.upon != "pitch"]
        taken = table.take(said(("Our routers fall back to the old line in a minute.", "pitch"), *more))
        return "objection_raised" in taken.tags

    assert raised()
    assert not raised(("Who wrote the technical part?", "situation"))


@pytest.mark.parametrize(("p", "turns"), [(0.2, OVERDUE), (0.01, LONG_OVERDUE)])
def test_a_requirement_comes_beside_an_answer_the_sooner_the_nearer_the_question(p, turns, monkeypatch):
    table = Table("finance_chief")
    requirement = table.scene.of_kind("requirement")[0]
    monkeypatch.setattr(initiative, "aim", lambda talk, move: Aim(((requirement, p),), 0.5))
    due = table.scene.levels["normal"].demand_turn

    def demanded(turn):
        table = Table("finance_chief")
        table.state.turn, table.state.raised = turn - 1, [c.id for c in table.scene.challenges]
        return "demand" in table.say("situation", "How many people are in finance?").tags

    assert [demanded(due + turns - 1), demanded(due + turns)] == [False, True]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("zh", "哦？什么事我没问到，您说说看。", True),
        ("zh", "是什么事？", True),
        ("zh", "公司上市了吗？", False),
        ("en", "What is it that I haven't asked?", True),
        ("en", "Oh? What is that?", True),
        ("en", "What is the weekly target on the presses?", False),
    ],
)
def test_who_asks_what_was_hinted_at_is_told(language, text, told):
    table = Table("plant_manager", language=language)
    trouble = table.scene.of_kind("problem")[0]
    table.state.turn, table.state.hinted = 8, trouble.id
    table.state.trust = dict.fromkeys(table.state.trust, 60)
    table.say("situation", text)
    assert (trouble.id in table.state.revealed) is told
    assert table.state.hinted != trouble.id
