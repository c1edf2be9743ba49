"""Leaders' verdicts: both stay, the card is scored again, and what may not be seen is not there."""

import pytest

from bot.coach.scorecard import SCORER
from bot.services.refusal import Refused
from bot.services.scoring import rescore
from tests.factories import ANNA, NOW
from tests.services.talking import FACT, LATE, PITCH, PROBLEM


def test_a_corrected_label_is_scored_again_and_both_scores_stay(house):
    verdict = house.coaching.corrections.label(
        house.max, house.talked, house.turn(PITCH), "need_payoff", "It asks for worth.", NOW
    )
    assert (verdict.old["label"], verdict.new["label"], verdict.by) == ("pitch", "need_payoff", "Max")
    (first, before), (second, after) = house.scores(house.talked)
    assert (first, second) == (SCORER, f"{SCORER}+corrected.1")
    assert after > before
    assert house.session(house.talked).total == after


def test_a_corrected_line_changes_the_total_by_its_weight(house):
    corrections = house.coaching.corrections
    corrections.score(house.max, house.talked, "conduct", 0, "Too pushy.", NOW)
    (_, before), (_, after) = house.scores(house.talked)
    assert after < before
    with house.unit() as uow:
        lines = {line["dimension"]: line for line in uow.sessions.get(house.talked).scores[-1].lines}
    assert (lines["conduct"]["score"], lines["conduct"]["corrected_by"]) == (0.0, house.ids["max"])


def test_a_withdrawn_verdict_brings_the_machines_card_back(house):
    corrections = house.coaching.corrections
    given = corrections.score(house.max, house.talked, "conduct", 0, "Too pushy.", NOW)
    machine = house.scores(house.talked)[0][1]
    corrections.withdraw(house.max, given.id, NOW)
    assert house.session(house.talked).total == machine
    assert corrections.of_session(house.anna, house.talked)[0].withdrawn_at == NOW


def test_a_second_verdict_of_the_same_leader_takes_the_place_of_the_first(house):
    corrections = house.coaching.corrections
    for label in ("problem", "implication"):
        corrections.label(house.max, house.talked, house.turn(FACT), label, "Because.", NOW)
    standing = [v for v in corrections.of_session(house.max, house.talked) if v.withdrawn_at is None]
    assert [v.new["label"] for v in standing] == ["implication"]


def test_the_same_verdict_confirms_and_needs_no_reason(house):
    given = house.coaching.corrections.label(house.max, house.talked, house.turn(LATE), "implication", "", NOW)
    assert given.confirms


def test_rescoring_keeps_the_verdicts(house):
    house.coaching.corrections.score(house.max, house.talked, "conduct", 0, "Too pushy.", NOW)
    corrected = house.session(house.talked).total
    rescore(house.unit, house.desk.scenes, NOW, lambda line: None)
    assert house.session(house.talked).total == corrected
    assert [version for version, _ in house.scores(house.talked)] == [
        SCORER,
        f"{SCORER}+corrected.1",
        f"{SCORER}.1",
        f"{SCORER}.1+corrected.1",
    ]


@pytest.mark.parametrize("name", ["anna", "bo", "zoe", "eva"])
def test_only_who_leads_the_rep_corrects(house, name):
    with pytest.raises(Refused, match="not_found"):
        house.coaching.corrections.label(
            house.viewers[name], house.talked, house.turn(PROBLEM), "situation", "Because.", NOW
        )


def test_private_practice_cannot_be_corrected_before_it_is_submitted(house):
    house.change(house.talked, private=True)
    with pytest.raises(Refused, match="not_found"):
        house.coaching.corrections.score(house.max, house.talked, "conduct", 0, "Because.", NOW)


@pytest.mark.parametrize(
    ("label", "level", "reason", "key"),
    [
        ("problem", None, " ", "coaching.reason_missing"),
        ("objection", None, "Because.", "coaching.wrong_label"),
        ("problem", "personal", "Because.", "coaching.wrong_level"),
    ],
)
def test_what_is_wrong_is_refused_with_its_reason(house, label, level, reason, key):
    with pytest.raises(Refused, match=key):
        house.coaching.corrections.label(house.max, house.talked, house.turn(FACT), label, reason, NOW, level=level)
    assert house.coaching.corrections.of_session(house.max, house.talked) == []


def test_the_rep_is_told_who_corrected(house):
    house.coaching.corrections.score(house.max, house.talked, "conduct", 0, "Too pushy.", NOW)
    assert "Corrected by Max" in house.desk.talks.score(ANNA, str(house.talked)).messages[0].text
