"""The order of the steps, what is counted, and that a walk survives being stored."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.coach.spin.deal import Deal
from bot.coach.spin.walk import TYPES, Question, Walk, accepted, moved, next_step, restarted, skipping

DEAL = Deal("华晨机械", "MES", "看方案", "evaluate", "张厂长")


def walked(*kinds, **fields):
    questions = tuple(Question(kind.rstrip("!"), f"{kind}?", downstream=kind.endswith("!")) for kind in kinds)
    return Walk(deal=DEAL, questions=questions, **fields)


def test_a_deal_comes_first():
    assert next_step(Walk(deal=replace(DEAL, meets=""))) == "deal"
    assert next_step(Walk(deal=DEAL)) == "situation"


def test_situation_questions_are_capped_at_two():
    assert next_step(walked("situation")) == "situation"
    assert next_step(walked("situation", "situation")) == "problem"
    assert next_step(walked("situation", "problem", answer="x")) == "problem"


def test_the_answer_is_asked_for_after_the_first_problem():
    assert next_step(walked("situation", "problem")) == "answer"


def test_after_three_bare_questions_something_is_given():
    assert next_step(walked("situation", "situation", "problem", answer="x", run=3)) == "give"
    assert next_step(walked("situation", "situation", "problem", answer="x", run=3, gives=("y",))) == "problem"


def test_one_implication_goes_to_the_customers_customer():
    base = ("situation", "problem", "problem")
    assert next_step(walked(*base, "implication", "implication", answer="x")) == "implication"
    assert next_step(walked(*base, "implication", "implication!", answer="x")) == "worst"


def test_a_finished_walk_is_complete_by_the_reps_own_hand_only():
    kinds = ("situation", "problem", "problem", "implication", "implication!", "need_payoff")
    walk = walked(*kinds, answer="x", worst="y")
    assert next_step(walk) == "done"
    assert walk.complete
    ours = replace(walk, questions=(*walk.questions[:-1], replace(walk.questions[-1], ours=True)))
    assert not ours.complete


def test_a_gift_in_a_question_breaks_the_row():
    walk = accepted(walked("situation", run=2), Question("problem", "?"), gift="同行")
    assert (walk.run, walk.gives) == (0, ("同行",))


def test_restarting_keeps_the_deal_only():
    assert restarted(walked("situation", answer="x")) == Walk(at="situation", deal=DEAL)


@given(st.lists(st.sampled_from(["accept", "skip", "answer"]), max_size=40), st.randoms(use_true_random=False))
def test_every_way_through_ends(moves, random):
    walk = moved(Walk(deal=DEAL))
    for move in [*moves, *["skip"] * 12]:
        if walk.at == "done":
            break
        if walk.at == "answer":
            walk = replace(walk, answer="x")
        elif walk.at == "worst":
            walk = replace(walk, worst="y")
        elif walk.at == "give" or move == "skip":
            walk = skipping(walk, walk.at)
        else:
            walk = accepted(walk, Question(walk.at, "?", downstream=random.random() < 0.5))
        walk = moved(walk)
    assert walk.at == "done"
    assert walk.count("situation") <= 2


@given(st.lists(st.sampled_from(TYPES)), st.text(max_size=20), st.booleans())
def test_a_walk_survives_being_stored(kinds, text, ours):
    questions = tuple(Question(kind, text, None, False, ours) for kind in kinds)
    walk = Walk("answer", DEAL, questions, text, None, (text,), ("give",), 1, Question("problem", text), 2, 1)
    walk = replace(walk, praised=("control",), warned=(("person", text),))
    assert Walk.from_json(json.loads(json.dumps(walk.to_json()))) == walk
