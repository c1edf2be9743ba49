"""What moves trust and patience, and how the difficulties differ."""

from dataclasses import replace

import pytest

from bot.coach.buyer import Line, Move
from bot.coach.buyer.talk import Talk
from tests.coach.buyer.talks import Table, lines, said, scenes, spoken

PITCH = "Our platform reconciles everything and we lead the market."


def test_pitching_early_costs_trust_and_brings_a_brush_off():
    table = Table()
    before = table.trust()
    taken = table.say("pitch", PITCH)
    assert table.trust() <= before - 8
    assert "pitch_early" in taken.tags
    assert not taken.released


def test_a_pitch_tied_to_a_need_builds_belief():
    table = Table()
    table.say("problem", "What is the hardest part of reconciliation?")
    table.say("implication", "What would that mean for the listing?")
    table.say("need_payoff", "If you could close in five days, what would that be worth?")
    taken = table.say("pitch", "We match all seven channels overnight, so the close takes five days.")
    assert "pitch_fit" in taken.tags
    assert taken.effects["belief"] > 0


def test_question_after_question_of_fact_tries_patience():
    table = Table("plant_manager", "hard")
    for ask in (
        "How many presses do you run?",
        "How many shifts do you run?",
        "Which car makers do you supply?",
        "How many fitters of your own do you have?",
    ):
        taken = table.say("situation", ask)
    assert "interrogated" in taken.tags
    assert taken.effects["trust"] < 0


def test_attacking_a_rival_costs_trust():
    table = Table()
    taken = table.say("pitch", "LedgerOne is terrible, their support is unreliable.")
    assert "attack_rival" in taken.tags
    assert taken.effects["trust"] < 0


def test_a_discount_for_nothing_costs_trust_and_for_something_does_not():
    free = Table().say("other", "I can give you a discount of ten percent.")
    traded = Table().say("other", "If you sign for three years, I can give you a discount of ten percent.")
    assert free.effects["trust"] < 0
    assert traded.effects["trust"] >= 0


def test_an_unmet_proposal_is_refused_and_an_earned_one_agreed():
    table = Table()
    ask = "Could we take three months of data from one province and work out the payback?"
    assert "commit_early" in table.say("commitment", ask).tags
    table.state.revealed += ["hand_matching", "listing_risk", "need_timely", "need_controls"]
    table.state.trust["chen"] = 60
    table.state.pending = None
    taken = table.say("commitment", "May we run a trial with three months of data?")
    assert "agreed:advance" in taken.tags
    assert table.state.ended == "agreed"


@pytest.mark.parametrize(("turn", "slot"), [(2, "commit_early"), (15, "not_yet")])
def test_late_in_a_talk_nobody_is_told_that_he_proposes_too_soon(turn, slot):
    scene = scenes()["finance_chief"]
    table = Table(replace(scene, steps=tuple(replace(s, put_off={}) for s in scene.steps)))
    table.state.turn = turn
    taken = table.say("commitment", "Could we take three months of data from one province and work out the payback?")
    assert "commit_early" in taken.tags
    own = table.scene.people[0].voice.get(slot, {}).get("en", ())
    assert any(text in spoken(taken) for text in (*own, *lines()(f"buyer_common.{slot}", "en")))


def test_the_same_talk_is_harder_at_a_higher_level():
    def played(level):
        table = Table(difficulty=level)
        for _ in range(2):
            table.say("pitch", PITCH + str(_))
        return table.trust(), table.state.patience

    easy, normal, hard = played("easy"), played("normal"), played("hard")
    assert easy > normal > hard


def test_a_wide_question_gets_an_answer_only_below_hard():
    assert Table(difficulty="normal").say("problem", "What bothers you most?").released
    assert "vague" in Table(difficulty="hard").say("problem", "What bothers you most?").tags


def test_requirements_come_earlier_at_hard():
    def first_demand(level):
        table = Table(difficulty=level)
        for n in range(30):
            taken = table.say("other", f"I take a note of point {n}.")
            if "demand" in taken.tags:
                return n
        return 99

    assert first_demand("hard") < first_demand("easy")


def test_the_answer_to_a_question_of_the_buyer_is_weighed():
    table = Table()
    table.state.pending = "ask_industry"
    good = table.say("other", "Yes, two pharmacy chains with a hundred shops.")
    table.state.pending = "ask_industry"
    bad = table.say("situation", "Who is your auditor?")
    assert "ask_answered" in good.tags
    assert "ask_missed" in bad.tags
    assert good.effects["trust"] > bad.effects["trust"]


def test_several_questions_at_once_are_answered_two_and_noticed():
    asks = ("How many shops do you have?", "Who is your auditor?", "How many people are in finance?")
    table = Table()
    taken = table.take(Line(" ".join(asks), tuple(Move(a, "situation") for a in asks)))
    assert len(taken.released) == 2
    assert "too_many" in taken.tags


def test_an_unsure_move_is_taken_by_its_form_and_topic():
    table = Table()
    taken = table.say(
        "pitch",
        "How many people are in finance?",
        confidence=0.3,
        alternatives=(("pitch", 0.3), ("situation", 0.28), ("other", 0.2)),
    )
    assert taken.labels == ("situation",)
    assert "thirty-one" in spoken(taken).lower() or "31" in spoken(taken)


@pytest.mark.parametrize(
    ("language", "said", "question"),
    [
        (
            "en",
            "Two people tonight, both named, phones on; spare probes packed; makes me wonder what Changsha expects.",
            "Since when?",
        ),
        ("zh", "是这几个人，那一晚本人也在现场，名单可以写进合同附件里。", "老韩是哪一位？"),
    ],
)
def test_who_says_much_before_he_asks_has_answered(language, said, question):
    scene = scenes()["presign_fear"]
    table = Table("presign_fear", language=language)
    ask = next(one for one in scene.challenges if one.kind == "ask")
    table.state.pending, table.state.raised = ask.id, [ask.id]
    moves = (Move(said, "other", 0.6), Move(question, "situation", 0.9))
    taken = table.take(Line(f"{said} {question}", moves))
    assert "ask_answered" in taken.tags
    assert "ask_missed" not in taken.tags


@pytest.mark.parametrize("offered", [False, True])
def test_sympathy_beside_a_pitch_opens_nobody(offered):
    table = Table("family_owner")
    table.state.trust = dict.fromkeys(table.state.trust, 90)
    table.state.revealed = [item.id for item in table.scene.items if item.kind != "need"]
    more = [("Our planning system shows you every order.", "pitch")] if offered else []
    taken = table.take(said(("It must be hard to see the family drift apart over this.", "acknowledge"), *more))
    assert any(r.kind == "need" for r in taken.released) is not offered


@pytest.mark.parametrize(("p", "own_words"), [(1.2, True), (0.8, False)])
def test_a_step_proposed_in_other_words_is_agreed_to_as_it_was_proposed(p, own_words, monkeypatch):
    table = Table()
    step = table.scene.steps[1]
    table.state.revealed = [item.id for item in table.scene.items]
    table.state.trust["chen"] = 90
    monkeypatch.setattr(Talk, "found", lambda talk, text: {f"step:{step.id}": p})
    taken = table.say("commitment", step.asks["en"][0])
    assert any(text in spoken(taken) for text in step.says["en"]) is own_words
    assert any(text in spoken(taken) for text in lines()("buyer_common.agrees", "en")) is not own_words
    assert table.state.agreed == step.id


def test_a_playback_beside_sympathy_is_answered_before_what_it_opens():
    table = Table("presign_fear")
    table.state.counts["acknowledged"], table.state.pain, table.state.turn = 9, 20, 8
    taken = table.take(
        said(("That must weigh on you.", "acknowledge"), ("So it is the night that you fear.", "confirm"))
    )
    assert "ack_enough" not in taken.tags
    assert any(tag.startswith("confirm_") for tag in taken.tags)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("zh", "您跟我说这个，我记在心里了。"),
        ("zh", "谢谢您这么坦白。"),
        ("en", "I won't forget that you told me that."),
        ("en", "Thank you for trusting me with it."),
    ],
)
def test_what_is_taken_to_heart_is_no_small_talk(language, line):
    table = Table(language=language)
    assert "ack_warm" not in table.say("other", line).tags
    told = Table(language=language)
    told.say("problem", "What is the hardest part of reconciliation?" if language == "en" else "对账最难的是哪一块？")
    assert "ack_warm" in told.say("other", line).tags
