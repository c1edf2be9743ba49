"""What a question aims at: probabilities over the sheet, on talks of strangers and on small lines."""

import re
from pathlib import Path
from random import Random

import pytest
import yaml

from bot.coach.buyer import Line, Move, begin
from bot.coach.buyer.aim import aim
from bot.coach.buyer.aimed import answer
from bot.coach.buyer.asked import is_question
from bot.coach.buyer.scene import ASKS_FOR
from bot.coach.buyer.talk import Talk

from .talks import Table, lines, scenes

TALKS = yaml.safe_load((Path(__file__).parent / "talks_held_out.yaml").read_text(encoding="utf-8"))
REPLIED = yaml.safe_load((Path(__file__).parent / "talks_replied_held_out.yaml").read_text(encoding="utf-8"))
STRICT = yaml.safe_load((Path(__file__).parent / "talks_strict_held_out.yaml").read_text(encoding="utf-8"))
LABEL_OF = {kind: label for label, kinds in ASKS_FOR.items() for kind in kinds if label != "trace"} | {"facet": "trace"}


def aimed(scene, language, text, label="situation"):
    state = begin(scenes()[scene], difficulty="normal", language=language, seed=1)
    move = Move(text, label, 0.9)
    talk = Talk(scenes()[scene], state, scenes()[scene].levels["normal"], lines(), Line(text, (move,)), Random(1))
    return aim(talk, move)


def test_the_probabilities_of_all_items_and_of_nothing_make_one():
    found = aimed("finance_chief", "en", "How many people are in finance?")
    assert sum(p for _, p in found.items) + found.nothing == pytest.approx(1.0)
    assert [p for _, p in found.items] == sorted((p for _, p in found.items), reverse=True)


def test_the_probabilities_of_an_items_answers_make_its_own():
    found = aimed("finance_chief", "en", "How many people are in finance?")
    for item, p in found.items:
        if own := found.answers[item.id]:
            assert sum(share for _, share in own) == pytest.approx(p)
            assert [share for _, share in own] == sorted((share for _, share in own), reverse=True)


def test_a_question_aims_at_the_answer_that_it_was_written_for():
    scene = scenes()["family_owner"]
    line = next(one for one in scene.asked["en"] if one.item == "chen_now" and one.answers == (2,))
    found = aimed("family_owner", "en", line.text)
    assert found.answers["chen_now"][0][0] == scene.by_id["chen_now"].says["en"][2]


def test_a_usual_question_aims_at_its_fact():
    item, p = aimed("finance_chief", "en", "How many people are in finance?").items[0]
    assert item.id == "team"
    assert p > 0.9


def test_the_label_tells_two_items_of_one_topic_apart():
    found = aimed("finance_chief", "zh", "对账这块最头疼的是什么？", "problem")
    bare = aimed("finance_chief", "zh", "对账这块最头疼的是什么？")
    problem = scenes()["finance_chief"].by_id["hand_matching"]
    assert found.of(problem) > bare.of(problem)


def test_what_is_far_from_the_trade_aims_at_nothing():
    found = aimed("hospital_director", "en", "Which football club does your brother-in-law support?")
    assert found.nothing > found.items[0][1] or found.items[0][1] < 0.5


# Measured with the judge's own labels by tools/fit_aim.py on scenes left out: 0.85 (zh) and 0.80 (en).
@pytest.mark.parametrize(("language", "least"), [("zh", 0.72), ("en", 0.70)])
def test_what_strangers_ask_in_a_talk_is_found(language, least):
    right = [row for scene, rows in TALKS[language].items() for row in _first(scene, language, rows)]
    assert len(right) > 100
    assert sum(right) / len(right) >= least


# By the same measure in the talks that were marked strictly: 0.74 (zh) and 0.73 (en).
@pytest.mark.parametrize(("language", "least"), [("zh", 0.65), ("en", 0.65)])
def test_what_really_answers_strangers_is_found(language, least):
    talks = [(scene, rows) for scene, told in STRICT[language].items() for rows in told]
    right = [row for scene, rows in talks for row in _first(scene, language, rows)]
    assert len(right) > 50
    assert sum(right) / len(right) >= least


def _first(scene, language, rows):
    for row in rows:
        keys = [re.sub(r"\.(s|[\d,]+)$", "", key) for part in row["want"] for key in part]
        kinds = {scenes()[scene].by_id[key].kind for key in keys if key in scenes()[scene].by_id}
        if len(row["want"]) == 1 and len(kinds) == 1 and is_question(row["line"], language):
            yield aimed(scene, language, row["line"], LABEL_OF[kinds.pop()]).items[0][0].id in keys


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_line_of_a_held_out_talk_is_taught(language):
    taught = {re.sub(r"[\W_]+", "", line.text).lower() for s in scenes().values() for line in s.asked[language]}
    followed = [*REPLIED[language].values(), *STRICT[language].values()]
    replied = [row for talks in followed for rows in talks for row in rows]
    rows = [*replied, *(row for rows in TALKS[language].values() for row in rows)]
    said = {re.sub(r"[\W_]+", "", row["line"]).lower() for row in rows}
    assert not taught & {line for line in said if len(line) > 12}


@pytest.mark.parametrize(
    ("language", "before", "question", "item"),
    [
        ("en", "Hengxiu does your maintenance.", "How long have they been with you?", "provider"),
        ("zh", "恒修给你们做保养。", "做了多久了？", "provider"),
    ],
)
def test_what_stands_before_a_question_tells_what_it_is_about(language, before, question, item):
    scene = scenes()["plant_manager"]
    state = begin(scene, difficulty="normal", language=language, seed=1)
    moves = (Move(before, "other", 0.9), Move(question, "situation", 0.9))

    def found(*line):
        spoken = Line(" ".join(move.text for move in line), line)
        talk = Talk(scene, state, scene.levels["normal"], lines(), spoken, Random(1))
        return aim(talk, moves[1]).of(scene.by_id[item])

    assert found(*moves) > found(moves[1])


@pytest.mark.parametrize(
    ("before", "item"), [("Hengxiu looks after it, I take it.", "provider"), ("Hongtu is big.", "hongtu_years")]
)
def test_who_they_are_stands_before_the_question(before, item):
    table = Table("plant_manager")
    moves = (Move(before, "other", 0.9), Move("How long have they been with you?", "situation", 0.95))
    taken = table.take(Line(" ".join(move.text for move in moves), moves))
    assert [release.item for release in taken.released] == [item]


@pytest.mark.parametrize(
    ("language", "line", "question", "before"),
    [
        ("en", ("Two people, I've got that.", "What for?"), "What for?", "Two people, I've got that."),
        ("en", ("Six nights a month, I hear, who pays?",), "who pays?", "Six nights a month, I hear, "),
        ("zh", ("先说退路。", "由谁喊退？"), "由谁喊退？", "先说退路。"),
        ("zh", ("由谁喊退？",), "由谁喊退？", ""),
    ],
)
def test_what_leads_to_a_question_is_the_clause_or_the_sentence_before_it(language, line, question, before):
    scene = scenes()["plant_manager"]
    state = begin(scene, difficulty="normal", language=language, seed=1)
    moves = tuple(Move(text, "other", 0.9) for text in line)
    talk = Talk(scene, state, scene.levels["normal"], lines(), Line(" ".join(line), moves), Random(1))
    assert talk.leading(question) == before


def test_what_was_weighed_for_one_question_is_forgotten_after_it():
    scene = scenes()["finance_chief"]
    move = Move("How many people are in finance?", "situation", 0.9)
    state = begin(scene, difficulty="normal", language="en", seed=1)
    talk = Talk(scene, state, scene.levels["normal"], lines(), Line(move.text, (move,)), Random(1))
    assert answer(talk, move, "situation")
    assert [release.item for release in talk.released] == ["team"]
    assert talk.answers == {}
