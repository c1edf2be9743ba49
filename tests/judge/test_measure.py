"""Figures about predictions."""

import numpy as np
import pytest

from bot.judge import measure, report
from bot.judge.measure import Verdicts


def verdicts(true, said, confidence=None, unsure=None):
    size = len(true)
    return Verdicts(
        ("a", "b"),
        np.array(list(true)),
        np.array(list(said)),
        np.array(confidence or [0.9] * size, dtype=np.float32),
        np.array(unsure or [False] * size),
        np.array(["en"] * size),
        np.array(["x", "y"] * (size // 2)),
    )


def test_confusion_has_the_true_label_in_rows():
    assert measure.confusion(verdicts("aabb", "abbb")).tolist() == [[1, 1], [0, 2]]


def test_macro_f1_is_the_mean_over_labels():
    assert measure.macro_f1(verdicts("aabb", "abbb")) == pytest.approx((2 / 3 + 4 / 5) / 2)
    assert measure.macro_f1(verdicts("aabb", "aabb")) == 1


def test_the_interval_holds_the_figure():
    found = verdicts("ab" * 50, "ab" * 40 + "ba" * 10)
    low, high = measure.interval(found)
    assert low < measure.macro_f1(found) < high


def test_calibration_error_is_the_distance_of_confidence_and_truth():
    assert measure.calibration_error(verdicts("aaaa", "aabb", [0.95] * 4)) == pytest.approx(0.45)
    assert measure.calibration_error(verdicts("aaaa", "aabb", [0.5] * 4)) == pytest.approx(0)


def test_what_is_unsure_does_not_count_as_said():
    assert measure.when_sure(verdicts("aabb", "aaba", unsure=[False, False, True, True])) == (0.5, 1.0)


def test_the_page_keeps_what_is_written_by_hand(tmp_path):
    page = tmp_path / "judge.md"
    page.write_text("# Judge\n\n<!-- compared: old -->\nold\n<!-- /compared -->\n\nBy hand.\n", encoding="utf-8")
    report.write_comparison(tmp_path, {"ours": {"rep": verdicts("aabb", "aabb")}})
    text = page.read_text(encoding="utf-8")
    assert "| ours | 1.000 |" in text
    assert "old\n" not in text
    assert text.endswith("By hand.\n")
