"""The trained judge has no certain objection to any example that the coach gives."""

import pytest

from bot.content.spin import read_examples
from bot.judge import load_judge
from bot.settings import ROOT, Settings

EXAMPLES = read_examples(ROOT / "data" / "content" / "spin")
KINDS = {"s": "situation", "p": "problem", "i": "implication", "d": "implication", "n": "need_payoff"}


@pytest.mark.trained
def test_no_example_is_surely_of_another_kind():
    judge = load_judge(Settings.from_env().models / "judge")
    wrong = []
    for field in EXAMPLES.fields.values():
        for language in ("zh", "en"):
            for key, kind in KINDS.items():
                for line in field.lines[language][key]:
                    judgement = judge.judge("rep", line.replace("{customers}", field.customers[language]))
                    if judgement.label != kind and not judgement.unsure:
                        wrong.append((field.id, key, judgement.label, line))
    assert wrong == []
