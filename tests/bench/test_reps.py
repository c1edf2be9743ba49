"""The scripted reps and the walks, with a judge that knows the scene's sentences."""

from random import Random

import pytest

from bot.bench.reps import SKILLS, noise
from bot.bench.skills import Bench
from bot.bench.table import Ears, Table, read_lines
from bot.bench.walks import Walks, pool, walk
from bot.content.scene_check import common_lines
from bot.language import Catalog
from tests.coach.buyer.talks import CONTENT
from tests.coach.scorecard.talks import finance_chief
from tests.factories import FakeJudge

KINDS = {
    "fact": "situation",
    "problem": "problem",
    "implication": "implication",
    "payoff": "need_payoff",
    "need": "problem",
}


def judge(scene):
    """Return a judge that labels the scene's own sentences as they were meant."""
    table = {t: KINDS[i.kind] for i in scene.items if i.kind in KINDS for texts in i.asks.values() for t in texts}
    own = scene.rehearsal
    for label, group in (
        ("confirm", own.confirm),
        ("acknowledge", own.acknowledge),
        ("trace", own.trace),
        ("pitch", own.value),
    ):
        table.update({t: label for words in group.values() for texts in words.values() for t in texts})
    table.update({t: "pitch" for texts in own.pitch.values() for t in texts})
    table.update({t: "commitment" for step in scene.steps for texts in step.asks.values() for t in texts})
    return FakeJudge(table)


@pytest.fixture(scope="module")
def bench():
    replies = CONTENT / "replies"
    ears = Ears(judge(finance_chief()))
    return Bench(common_lines(replies), ears, Catalog.read(replies), read_lines()["noise"])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_four_reps_stand_apart(bench, language):
    totals = {skill: bench.play(finance_chief(), language, skill).card.total for skill in (*SKILLS, "noise")}
    assert totals["expert"] >= 80
    assert totals["expert"] > totals["average"] > totals["pitch-first"] >= totals["noise"]
    assert totals["pitch-first"] <= 35
    assert totals["noise"] <= 15


def test_the_expert_finds_every_need(bench):
    assert bench.play(finance_chief(), "en", "expert").hidden == ()


def test_the_noise_rep_stops_when_the_buyer_has_left(bench):
    table = Table.lay(finance_chief(), bench.lines, bench.ears, language="en")
    table.state.patience = 1
    for line in noise(table, bench.noise["en"]):
        table.say(line)
    assert len(table.steps) == 1


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("seed", range(6))
def test_a_random_walk_is_always_answered_and_never_with_the_same_words(bench, language, seed):
    found = Walks()
    said = pool(finance_chief(), language, read_lines())
    walk(finance_chief(), bench.lines, bench.ears, said, language, seed, found)
    assert (found.dead, found.repeated) == ([], [])


def test_a_walk_is_the_same_for_the_same_seed(bench):
    talks = []
    for _ in range(2):
        found = Walks()
        walk(finance_chief(), bench.lines, bench.ears, ["Why?", "And then?", "Who asked for that?"], "en", 3, found)
        talks.append((found.turns, found.ended))
    assert talks[0] == talks[1]


def test_the_lines_of_the_benchmark_are_texts_in_both_languages():
    for kind in read_lines().values():
        assert set(kind) == {"zh", "en"}
        assert all(isinstance(text, str) and text for texts in kind.values() for text in texts)
        assert Random(1).choice(kind["zh"])
