"""The drill cases."""

from collections import Counter

import pytest

from bot.coach.text import shared
from bot.content.decide import CaseError, read_cases
from bot.settings import ROOT

CASES = read_cases(ROOT / "data" / "content" / "decide")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_there_are_enough_of_every_label_and_industry(language):
    labels = Counter(case.label for case in CASES[language])
    assert len(CASES[language]) >= 24
    assert min(labels[label] for label in ("objection", "concern", "unclear")) >= 6
    assert len({case.industry for case in CASES[language]}) >= 20


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_two_cases_are_alike(language):
    cases = CASES[language]
    assert max(shared(a.text, b.text) for i, a in enumerate(cases) for b in cases[:i]) < 0.5


def test_evidence_that_is_not_in_the_text_is_refused(tmp_path):
    entry = "- {id: a, industry: b, label: concern, text: they chose us, evidence: [we won], why: c}"
    for language in ("zh", "en"):
        (tmp_path / f"cases-{language}.yaml").write_text(entry, encoding="utf-8")
    with pytest.raises(CaseError, match=r"cases-zh.yaml: a: .*we won"):
        read_cases(tmp_path)
