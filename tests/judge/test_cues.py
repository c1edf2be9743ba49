"""The lexicon: phrases with gaps, numbers and endings, and the files of the checkout."""

import pytest

from bot.coach.judgement import LABELS
from bot.judge import cues
from bot.judge.errors import JudgeError
from bot.judge.features import view
from bot.judge.text import read


def found(phrase, text):
    return [cue for _, _, cue in view(read(text), cues.Cues([("cue", phrase)])).cues]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("多少钱", "停一次多少钱？"),
        ("多少钱", "停一次多少錢?"),
        ("what happens to", "And WHAT HAPPENS to your renewals?"),
        ("fail*", "when the pump failed again"),
        ("under #", "It has to be under 40k"),
        ("至少#台", "至少五台"),
        ("what does … cost", "What does an idle crane cost you?"),
        ("what is behind", "What's behind the date?"),
        ("把…降下来", "想把次品率降下来"),
    ],
)
def test_a_phrase_is_found(phrase, text):
    assert "cue" in found(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("cost", "costly"),
        ("under #", "under the table"),
        ("what does … cost", "What does it do. The cost is known."),
        ("what does … cost", "what does a b c d e f g cost"),
    ],
)
def test_a_phrase_is_not_found(phrase, text):
    assert found(phrase, text) == []


def test_every_phrase_of_the_checkout_teaches_a_label_of_the_guide():
    for folder in (cues.FOLDER, cues.PHRASES):
        for kind, labels in LABELS.items():
            assert {label for label, _ in cues.lessons(folder, kind)} <= set(labels)


def test_every_label_is_taught():
    for kind, labels in LABELS.items():
        assert {label for label, _ in cues.lessons(cues.PHRASES, kind)} == set(labels)


def test_a_file_that_is_no_lexicon_is_named(tmp_path):
    (tmp_path / "odd.yaml").write_text("cue: [a, b]", encoding="utf-8")
    with pytest.raises(JudgeError, match=r"odd\.yaml: cue"):
        cues.Cues.read(tmp_path)
