"""Which kind of answer a question wants: told apart on the lines of an author who taught nothing."""

import pytest
import yaml

from bot.content.wants import FOLDER, read_questions, read_wants
from bot.language.wants import KINDS, Wants

LEAST = {"zh": 0.74, "en": 0.74}
"""Measured with one author left out: see docs/scenes.md."""


def authors(language):
    return sorted(FOLDER.glob(f"*.{language}.yaml"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_kind_is_told_on_the_lines_of_an_author_left_out(language):
    left_out, *others = authors(language)
    taught = {kind: [] for kind in KINDS}
    for path in others:
        for kind, lines in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            taught[kind] += lines
    wants = Wants(taught)
    fresh = yaml.safe_load(left_out.read_text(encoding="utf-8"))
    known = {line for lines in taught.values() for line in lines}
    right = [
        wants.kind(line, clear=0.0) == kind for kind, lines in fresh.items() for line in lines if line not in known
    ]
    assert sum(right) / len(right) >= LEAST[language]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_kind_is_taught_and_no_line_teaches_two(language):
    lines = read_questions(FOLDER, language)
    assert min(len(texts) for texts in lines.values()) >= 60
    kinds = {(text, kind) for kind, texts in lines.items() for text in texts}
    assert len(kinds) == len({text for text, _ in kinds})


def test_a_text_without_a_known_word_has_no_kind():
    assert read_wants()["en"].kind("…") == ""


@pytest.mark.parametrize(
    ("language", "question", "kind"),
    [
        ("en", "Who does the updates then?", "doer"),
        ("en", "What does that lead to?", "then"),
        ("en", "How often does it happen?", "howoften"),
        ("zh", "这事最后谁拍板？", "decider"),
        ("zh", "为什么没人用？", "why"),
        ("zh", "多久出一次？", "howoften"),
    ],
)
def test_plain_questions(language, question, kind):
    assert read_wants()[language].kind(question) == kind


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_question_shares_itself_out_among_the_kinds(language):
    shares = read_wants()[language].shares(["为什么？", "多久一次？", "Why?", "How often is that?", "…"])
    assert shares.shape == (5, len(KINDS))
    assert shares.sum(axis=1) == pytest.approx(1.0)
    assert shares.min() >= 0
