"""The training lines: their schema, their number, and nothing twice. The test lines stay strangers to them."""

from collections import Counter
from pathlib import Path

import pytest

from bot.coach.judgement import LABELS, LEVELS, NEEDS
from bot.judge import lines, near
from bot.judge.errors import JudgeError
from bot.judge.train import DATA

HELD_OUT = Path(__file__).with_name("held_out")
LEAST = {"rep": 350, "customer": 350, "case": 300}
LEAST_TRADITIONAL = 100


@pytest.fixture(scope="module")
def examples():
    return lines.load(DATA)


@pytest.fixture(scope="module")
def strangers():
    return lines.load(HELD_OUT)


def test_ids_are_unique_and_name_the_author(examples):
    assert max(Counter(example.id for example in examples).values()) == 1
    assert [example.id for example in examples if not example.id.startswith(f"{example.author}-")] == []


def test_the_author_is_the_file_and_the_language_is_one_of_three(examples):
    assert {example.author for example in examples} == {path.stem for path in lines.files(DATA)}
    assert {example.lang for example in examples} == {"zh-Hans", "zh-Hant", "en"}


@pytest.mark.parametrize("lang", ["zh-Hans", "en", "zh-Hant"])
def test_each_label_has_lines_enough(examples, lang):
    count = Counter((example.kind, example.label) for example in examples if example.lang == lang)
    for kind, labels in LABELS.items():
        least = LEAST_TRADITIONAL if lang == "zh-Hant" else LEAST[kind]
        assert {label: count[kind, label] for label in labels if count[kind, label] < least} == {}


def test_both_levels_of_need_are_there(examples):
    count = Counter((example.label, example.level, example.lang) for example in examples if example.label in NEEDS)
    assert min(count[need, level, lang] for need in NEEDS for level in LEVELS for lang in ("zh-Hans", "en")) >= 100


def test_the_lines_come_from_twenty_industries(examples):
    assert len({example.industry for example in examples}) >= 20


@pytest.mark.parametrize("kind", list(LABELS))
def test_no_line_comes_twice_nor_nearly(examples, kind):
    mine = [example for example in examples if example.kind == kind]
    pairs = near.near([example.text for example in mine])
    assert [f"{mine[a].id} and {mine[b].id}: {similarity:.2f}" for a, b, similarity in pairs] == []


def test_no_line_has_two_labels(examples):
    labels = {}
    for example in examples:
        labels.setdefault((example.kind, near.key(example.text)), set()).add((example.label, example.level))
    assert {key: found for key, found in labels.items() if len(found) > 1} == {}


@pytest.mark.parametrize("kind", list(LABELS))
def test_no_test_line_is_in_the_training_lines(examples, strangers, kind):
    training = [example for example in examples if example.kind == kind]
    unseen = [example for example in strangers if example.kind == kind]
    pairs = near.near([example.text for example in [*training, *unseen]])
    assert [(a, b) for a, b, _ in pairs if a < len(training) <= b] == []
    assert {example.author for example in unseen}.isdisjoint(example.author for example in training)


def test_near_duplicates_are_found():
    texts = [
        "目前一条线配几个质检员？",
        "目前一條線配幾個質檢員",
        "How many chairs have you got?",
        "how many chairs have you got",
    ]
    assert [(a, b) for a, b, _ in near.near(texts)] == [(0, 1), (2, 3)]


def test_different_lines_are_no_duplicates():
    assert list(near.near(["停一次要亏多少", "停一次是什么时候", "Why sixteen gigabytes?", "Why sixty people?"])) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"label": "praise"}, "no label"),
        ({"kind": "boss"}, "no label"),
        ({"level": "business"}, "level"),
        ({"text": "  "}, "empty"),
    ],
)
def test_a_line_that_breaks_the_schema_is_named(tmp_path, change, fault):
    row = {"id": "a-1", "kind": "rep", "label": "trace", "lang": "en", "author": "a", "industry": "x", "text": "Why?"}
    (tmp_path / "a.jsonl").write_text(str({**row, **change}).replace("'", '"'), encoding="utf-8")
    with pytest.raises(JudgeError, match=f"a.jsonl, line 1.*{fault}"):
        lines.load(tmp_path)


def test_a_folder_without_lines_is_refused(tmp_path):
    with pytest.raises(JudgeError, match="no training lines"):
        lines.load(tmp_path)
