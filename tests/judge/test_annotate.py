"""`python -m bot annotate`: JSON lines in, the same lines labelled out."""

import json

import pytest

from bot.coach.judgement import Judgement
from bot.judge import annotate


class FakeJudge:
    """A judge that finds every need implied and every other line unsure."""

    version = "fake"

    def judge(self, kind, text, before=None):
        if kind == "customer":
            ranked = (("implied_need", 0.9), ("information", 0.1))
            return Judgement(kind, text, "implied_need", 0.9, False, "personal", ranked)
        return Judgement(kind, text, "other", 0.4, True, None, (("other", 0.4), ("pitch", 0.35)))


def labelled(*rows):
    return list(annotate.annotate([row if isinstance(row, str) else json.dumps(row) for row in rows], FakeJudge()))


def test_other_fields_are_passed_through():
    (row,) = labelled({"id": 7, "kind": "rep", "text": "Hello", "deal": {"stage": 2}})
    assert (row["id"], row["deal"], row["text"]) == (7, {"stage": 2}, "Hello")


def test_an_unsure_line_still_has_the_best_label_of_the_guide():
    (row,) = labelled({"kind": "rep", "text": "Hm"})
    assert (row["label"], row["unsure"], row["confidence"], row["level"]) == ("other", True, 0.4, None)
    assert row["alternatives"] == [{"label": "other", "confidence": 0.4}, {"label": "pitch", "confidence": 0.35}]


def test_a_need_has_its_level():
    (row,) = labelled({"kind": "customer", "text": "我周末都在对账"})
    assert (row["label"], row["level"], row["unsure"]) == ("implied_need", "personal", False)


def test_the_reason_stands_with_the_label_where_it_is_asked_for():
    line = json.dumps({"kind": "customer", "text": "我周末都在对账"})
    (row,) = annotate.annotate([line], FakeJudge(), lambda judgement: f"because {judgement.label}")
    assert row["why"] == "because implied_need"
    assert "why" not in labelled({"kind": "rep", "text": "Hm"})[0]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "not JSON"),
        ("[1]", "not a JSON object"),
        ({"id": 1, "text": "Hi"}, "kind is missing"),
        ({"id": 1, "kind": "boss", "text": "Hi"}, "boss"),
        ({"id": 1, "kind": ["rep"], "text": "Hi"}, "kind is"),
        ({"id": 1, "kind": "rep"}, "text is missing"),
        ({"id": 1, "kind": "rep", "text": 3}, "not a string"),
        ({"id": 1, "kind": "rep", "text": " \u3000"}, "empty"),
    ],
)
def test_a_bad_line_gets_an_error_in_its_place(line, fault):
    first, bad, last = labelled({"kind": "rep", "text": "a"}, line, {"kind": "rep", "text": "b"})
    assert fault in bad["error"]
    assert bad["line"] == 2
    assert "label" not in bad
    assert (first["label"], last["label"]) == ("other", "other")
    if isinstance(line, dict):
        assert bad["id"] == 1


def test_blank_lines_are_passed_over():
    assert labelled("", "  \n") == []


@pytest.fixture
def no_training(monkeypatch):
    monkeypatch.setattr(annotate, "_judge", lambda models: FakeJudge())


def test_files_in_and_out(no_training, tmp_path):
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"kind": "rep", "text": "路上有点堵"}\n', encoding="utf-8")
    assert annotate.main([str(source), "--out", str(target)]) == 0
    assert json.loads(target.read_text(encoding="utf-8"))["text"] == "路上有点堵"


def test_one_bad_line_makes_the_status_one(no_training, tmp_path, capsys):
    source = tmp_path / "in.jsonl"
    source.write_text('{"kind": "rep", "text": "a"}\nnonsense\n', encoding="utf-8")
    assert annotate.main([str(source)]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_a_missing_file_is_one_clear_line(no_training, tmp_path, capsys):
    assert annotate.main([str(tmp_path / "none.jsonl")]) == 2
    assert "none.jsonl" in capsys.readouterr().err


def test_a_missing_judge_is_one_clear_line(tmp_path, capsys):
    assert annotate.main([], models=tmp_path) == 2
    assert "make train" in capsys.readouterr().err
