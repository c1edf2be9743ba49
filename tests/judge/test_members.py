"""Each way of learning is linear, and finds what speaks for a label."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from bot.judge.members import complement, machine, ratios

ROWS = csr_matrix(np.array([[1, 0, 1], [1, 0, 0], [0, 1, 1], [0, 1, 0]], dtype=np.float32))
COUNTS = np.ones(4, dtype=np.float32)


@pytest.mark.parametrize("learn", [machine, ratios, complement])
@pytest.mark.parametrize("labels", [("ask", "ask", "tell", "tell"), ("ask", "tell", "a", "b")])
def test_what_it_learns_labels_the_lines_it_learnt_from(learn, labels):
    rows = ROWS if len(set(labels)) == 2 else csr_matrix(np.eye(4, dtype=np.float32))
    weights, bias = learn(rows, np.array(labels), COUNTS)
    assert weights.shape == (rows.shape[1], len(set(labels)))
    assert np.unique(labels)[(rows @ weights + bias).argmax(axis=1)].tolist() == list(labels)


@pytest.mark.parametrize("learn", [ratios, complement])
def test_what_comes_with_both_labels_says_little(learn):
    weights, _ = learn(ROWS, np.array(["ask", "ask", "tell", "tell"]), COUNTS)
    spread = np.abs(weights[:, 0] - weights[:, 1])
    assert spread[2] < min(spread[0], spread[1])


@pytest.mark.parametrize("learn", [machine, ratios, complement])
def test_a_line_that_counts_little_teaches_little(learn):
    rows = csr_matrix(np.array([[1, 0], [1, 0], [0, 1], [0, 1]], dtype=np.float32))
    labels = np.array(["ask", "tell", "ask", "tell"])
    weights, _ = learn(rows, labels, np.array([1, 0.05, 0.05, 1], dtype=np.float32))
    assert weights[0, 0] > weights[0, 1]
    assert weights[1, 0] < weights[1, 1]
