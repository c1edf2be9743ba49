"""Learning, calibrating, saving: on lines small enough to see through."""

import numpy as np
import pytest

from bot.judge.counts import LEXICON, Counts, Lesson
from bot.judge.cues import Cues
from bot.judge.features import features, view
from bot.judge.fit import Blend, folds, held_out, threshold
from bot.judge.linear import Linear, hashed
from bot.judge.members import fit
from bot.judge.text import read

ASKS = ["how many lines", "how many shifts", "how many plants", "how many people", "how many trucks", "how many sites"]
TELLS = ["we build pumps", "we build fans", "we build motors", "we build valves", "we build gears", "we build drives"]


def seen(text):
    return features(view(read(text), Cues(())))


@pytest.fixture
def counts():
    lessons = [Lesson(label, f"author {place % 3}") for label in ("ask", "tell") for place in range(6)]
    return Counts.of([seen(text) for text in ASKS + TELLS], lessons)


def everything(counts):
    return np.ones(len(counts.labels), dtype=bool)


def learnt(counts):
    members, scores = fit(counts, np.ones(len(counts.labels), dtype=bool))
    return Blend.of(scores, counts.labels).applied(members)


def test_it_learns_what_lines_share(counts):
    model = learnt(counts)
    chances = dict(zip(model.labels, model.probabilities(seen("how many robots"))))
    assert chances["ask"] > chances["tell"]


def test_the_one_model_says_what_members_and_blend_say(counts):
    members, scores = fit(counts, np.ones(len(counts.labels), dtype=bool))
    blend = Blend.of(scores, counts.labels)
    for place, text in enumerate(ASKS + TELLS):
        alone = blend.applied(members).probabilities(seen(text))
        assert np.allclose(alone, blend.chances(scores[place : place + 1])[0], atol=1e-5)


def test_a_saved_model_answers_the_same(counts, tmp_path):
    model = learnt(counts)
    model.save(tmp_path)
    again = Linear.open(tmp_path)
    assert (again.labels, again.threshold) == (model.labels, model.threshold)
    assert np.allclose(again.probabilities(seen("how many")), model.probabilities(seen("how many")), atol=1e-2)


def test_a_line_without_known_words_has_probabilities(counts):
    assert learnt(counts).probabilities(seen("嗯")).sum() == pytest.approx(1, abs=1e-5)


def test_authors_are_held_out_whole(counts):
    masks = list(folds(counts.authors))
    assert sum(mask.astype(int) for mask in masks).tolist() == [1] * len(counts.authors)
    for mask in masks:
        assert set(counts.authors[mask]).isdisjoint(counts.authors[~mask])


def test_phrases_are_never_held_out():
    lines = [Lesson(label, f"author {number}") for number in range(3) for label in ("ask", "tell")]
    texts = [text for pair in zip(ASKS[:3], TELLS[:3]) for text in pair]
    counts = Counts.of([seen(text) for text in [*texts, "how many"]], [*lines, Lesson("ask", LEXICON, 0.1)])
    scores = held_out(counts)
    assert scores[:-1].any(axis=1).all()
    assert not scores[-1].any()


def test_chance_alone_is_never_said_with_confidence():
    rng = np.random.default_rng(0)
    scores = rng.normal(size=(400, 4)).astype(np.float32)
    assert Blend.of(scores, np.where(rng.random(400) < 0.5, "ask", "tell")).threshold > 0.6


def test_the_threshold_is_the_lowest_that_keeps_its_promise():
    confidence = np.array([0.99, 0.95, 0.9, 0.6, 0.5], dtype=np.float32)
    assert threshold(confidence, np.array([True, True, True, False, False])) == pytest.approx(0.9)
    assert threshold(confidence, np.array([False, False, False, False, False])) == 1.0


def test_hashes_do_not_change_between_processes():
    assert hashed(0, ["what happens"]).tolist() == [1048492002]
    assert hashed(0, ["a"]) != hashed(1, ["a"])
