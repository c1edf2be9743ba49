"""Listening, resistance, value, conduct, the advance."""

from .talks import FACT, LATE, LISTING, PEOPLE, PITCH, PROBLEM, SORRY_FOR, STEP, WORTH, lines, played

BACK = ("confirm", "So four till systems and seven channels are matched in spreadsheets, is that right?")


def test_playing_back_and_sympathy_are_listening():
    heard = lines(PROBLEM, BACK, PEOPLE, SORRY_FOR)["listening"]
    deaf = lines(PROBLEM, FACT, PEOPLE, FACT)["listening"]
    assert heard.score > deaf.score + 0.3


def test_a_hard_thing_that_nobody_took_up_is_shown_where_it_was_passed_over():
    bad = next(p for p in lines(PROBLEM, PEOPLE, PITCH)["listening"].bad if p.why == "no_acknowledge")
    assert bad.quote == PITCH[1]
    assert bad.better.move == "acknowledge"


def test_resistance_is_left_out_where_none_arose():
    assert "resistance" not in lines(FACT)


def test_an_objection_met_scores_and_one_passed_over_gets_the_scenes_answer():
    raised = [PROBLEM, LATE, WORTH, PITCH]
    met = lines(*raised, ("acknowledge", "I understand you do not want that project again."))["resistance"]
    missed = lines(*raised, ("pitch", "It is the fastest on the market."))["resistance"]
    assert met.score > missed.score
    assert missed.bad[-1].better.move == "answer"


def test_worth_stated_by_the_buyer_is_value():
    assert lines(PROBLEM, LATE, WORTH)["value"].score > 0
    assert lines(PITCH)["value"].score == 0


def test_attacking_a_rival_costs_conduct_and_has_a_better_wording():
    attack = ("pitch", "LedgerOne is unreliable and their support is terrible.")
    talk = [PROBLEM, PEOPLE, LATE, LISTING, WORTH]
    fair, foul = lines(*talk)["conduct"], lines(*talk, attack)["conduct"]
    assert foul.score < fair.score
    assert foul.bad[0].better.key == "better_attack_rival"


def test_saying_nothing_of_substance_earns_no_conduct():
    assert lines(("other", "Lovely weather today."))["conduct"].score == 0


def test_a_concrete_step_is_the_best_end_of_a_first_talk():
    talk = [
        PROBLEM,
        PEOPLE,
        SORRY_FOR,
        LATE,
        LISTING,
        WORTH,
        BACK,
        ("need_payoff", "What would clean controls be worth?"),
    ]
    agreed = played(*talk, STEP, STEP)
    assert lines(*talk, STEP)["advance"].score in (0.0, 1.0) or agreed.end.agreed


def test_a_talk_without_a_proposal_gets_one_to_say():
    bad = lines(PROBLEM, PEOPLE)["advance"].bad[0]
    assert bad.why == "no_step"
    assert bad.better.move == "commitment"
