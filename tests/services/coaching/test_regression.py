"""The regression set: corrected lines without names, and the judge held against them."""

import json

from bot.services.regression import cases, check, export
from tests.factories import NOW, FakeJudge
from tests.services.talking import FACT, LATE, PITCH


def judge_lines(house):
    corrections = house.coaching.corrections
    corrections.label(house.max, house.talked, house.turn(PITCH), "need_payoff", "It asks.", NOW)
    corrections.label(house.max, house.talked, house.turn(FACT), "situation", "", NOW)
    gone = corrections.label(house.max, house.talked, house.turn(LATE), "problem", "No.", NOW)
    corrections.withdraw(house.max, gone.id, NOW)


def test_corrected_lines_come_in_the_shape_of_the_training_lines(house):
    judge_lines(house)
    lines = [json.loads(line) for line in export(cases(house.unit)).splitlines()]
    assert [(line["text"], line["label"], line["lang"]) for line in lines] == [
        (PITCH, "need_payoff", "en"),
        (FACT, "situation", "en"),
    ]


def test_names_of_people_are_left_out(house):
    with house.unit() as uow:
        turn = next(t for t in uow.sessions.turns(house.talked) if t.text == PITCH)
        turn.text, number = "Anna and Max say our platform does it all.", turn.number
    house.coaching.corrections.label(house.max, house.talked, number, "pitch", "", NOW)
    assert cases(house.unit)[0].text == "Sam and Sam say our platform does it all."


def test_the_judge_is_held_against_them(house):
    judge_lines(house)
    misses = check(FakeJudge({FACT: "situation", PITCH: "pitch"}), cases(house.unit))
    assert [(miss.case.text, miss.case.label, miss.label) for miss in misses] == [(PITCH, "need_payoff", "pitch")]
