"""Other approaches are measured on the same held-out authors as the judge."""

import pytest

from bot.judge.compare import by_folds, first_fold
from bot.judge.lines import Example

EXAMPLES = [
    Example(f"{author}-{label}", "case", label, None, "en", f"author {author}", "steel", f"{label} by {author}")
    for author in "abcdef"
    for label in ("objection", "concern")
]


class Oracle:
    """Says what the texts say, and keeps what it was taught and asked."""

    def __init__(self):
        self.asked = []

    def __call__(self, texts, labels, unseen):
        self.asked.append((texts, unseen))
        return [text.split()[0] for text in unseen]


def author(text):
    return text.split()[-1]


@pytest.mark.parametrize(("number", "lines"), [(4, 12), (1, 4)])
def test_the_lines_of_the_folds_asked_for_are_measured(number, lines):
    verdicts = by_folds(Oracle(), "case", EXAMPLES, number)
    assert len(verdicts.true) == lines
    assert (verdicts.said == verdicts.true).all()


def test_no_author_is_taught_and_asked():
    oracle = Oracle()
    by_folds(oracle, "case", EXAMPLES)
    for texts, unseen in oracle.asked:
        assert {author(text) for text in texts}.isdisjoint(author(text) for text in unseen)


def test_ours_is_cut_to_the_fold_of_the_networks():
    whole, part = by_folds(Oracle(), "case", EXAMPLES), by_folds(Oracle(), "case", EXAMPLES, 1)
    assert first_fold(whole).authors.tolist() == part.authors.tolist()
