"""How a line is read: one script, one width, and the way back to the raw characters."""

import pytest

from bot.judge.cues import lexicon
from bot.judge.features import features, view
from bot.judge.text import read, sentences


def test_scripts_widths_and_cases_are_one():
    assert read("ＡＢＣ，報價多少錢？").text == read("abc,报价多少钱?").text


@pytest.mark.parametrize("raw", ["報價③天內", "It’s ﬁne…", "㎡多少", "", "😀 ok", "a\u0000b"])
def test_every_character_knows_its_raw_place(raw):
    line = read(raw)
    assert len(line.offsets) == len(line.text) + 1
    assert list(line.offsets) == sorted(line.offsets)
    for place in range(len(line.text)):
        start, end = line.span(place, place + 1)
        assert 0 <= start < end <= len(raw)


def test_a_number_does_not_end_a_sentence():
    line = read("It is 2.5 mm. Is that right? 好。那什么时候给？")
    assert [line.text[a:b] for a, b in sentences(line.text)] == [
        "it is 2.5 mm.",
        "is that right?",
        "好。",
        "那什么时候给?",
    ]


@pytest.mark.parametrize(
    ("text", "decides"),
    [
        ("We serve nine banks. How many branches do you have?", "how many branches do you have ?"),
        ("How many branches? We serve nine banks, by the way, and always have.", "how many branches ?"),
        ("您说得对。那三天交货是谁提的？", "那 三 天 交 货 是 谁 提 的 ?"),
        ("What counts is the date. Right?", "what counts is the date . right ?"),
    ],
)
def test_the_last_question_decides_with_its_tag(text, decides):
    seen = view(read(text), lexicon())
    start, end = seen.decides
    assert " ".join(seen.tokens[start:end]) == decides


@pytest.mark.parametrize("text", ["", " ", "?", "😀", "。。。", "\n\n"])
def test_a_line_without_words_has_features(text):
    assert features(view(read(text), lexicon()))


def test_a_title_does_not_end_a_sentence():
    assert len(sentences("why does mr. ding put so much weight on that? ms. lü wrote it.")) == 2
