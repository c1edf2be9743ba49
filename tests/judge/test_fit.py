"""Learning, calibrating, saving: on lines small enough to see through."""

import numpy as np
import pytest

from bot.judge.cues import Cues
from bot.judge.features import features, view
from bot.judge.fit import LEXICON, Counts, Lesson, calibrate, fit, folds, held_out, threshold
from bot.judge.linear import Linear, hashed
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


def test_it_learns_what_lines_share(counts):
    model, _ = fit(counts, everything(counts))
    chances = dict(zip(model.labels, model.probabilities(seen("how many robots"))))
    assert chances["ask"] > chances["tell"]


def test_scores_of_training_and_of_use_are_the_same(counts):
    model, scores = fit(counts, everything(counts))
    assert np.allclose(model.scores(seen(ASKS[2])), scores[2], atol=1e-5)


def test_a_saved_model_answers_the_same(counts, tmp_path):
    model, _ = fit(counts, everything(counts))
    model.save(tmp_path)
    again = Linear.open(tmp_path)
    assert again.labels == model.labels
    assert np.allclose(again.probabilities(seen("how many")), model.probabilities(seen("how many")), atol=1e-2)


def test_a_line_without_known_words_has_probabilities(counts):
    model, _ = fit(counts, everything(counts))
    assert model.probabilities(seen("嗯")).sum() == pytest.approx(1, abs=1e-5)


def test_authors_are_held_out_whole(counts):
    masks = list(folds(counts.authors))
    assert sum(masks).tolist() == [1] * len(counts.authors)
    for mask in masks:
        assert set(counts.authors[mask]).isdisjoint(counts.authors[~mask])


def test_phrases_are_never_held_out():
    lessons = [
        *(Lesson(label, f"author {n}") for n in range(3) for label in ("ask", "tell")),
        Lesson("ask", LEXICON, 0.1),
    ]
    texts = [text for pair in zip(ASKS[:3], TELLS[:3]) for text in pair]
    scores = held_out(Counts.of([seen(text) for text in [*texts, "how many"]], lessons))
    assert scores[:-1].any(axis=1).all()
    assert not scores[-1].any()


def test_calibration_is_fitted_to_held_out_scores(counts):
    model, scores = fit(counts, everything(counts))
    rng = np.random.default_rng(0)
    noisy = rng.normal(size=(400, 2)).astype(np.float32)
    labels = np.where(rng.random(400) < 0.5, "ask", "tell")
    assert calibrate(model, noisy, labels).threshold == 1.0  # chance alone: nothing may be said with confidence
    assert calibrate(model, scores, counts.labels).threshold < 1.0


def test_the_threshold_is_the_lowest_that_keeps_its_promise():
    confidence = np.array([0.99, 0.95, 0.9, 0.6, 0.5], dtype=np.float32)
    assert threshold(confidence, np.array([True, True, True, False, False])) == pytest.approx(0.9)
    assert threshold(confidence, np.array([False, False, False, False, False])) == 1.0


def test_hashes_do_not_change_between_processes():
    assert hashed(0, ["what happens"]).tolist() == [1048492002]
    assert hashed(0, ["a"]) != hashed(1, ["a"])
