"""The training lines themselves: enough, in both languages, each in one place."""

import re
from collections import Counter

import pytest
import yaml

from bot.engine.prepare import prepare
from bot.settings import ROOT

HAN = re.compile(r"[\u4e00-\u9fff]")
IMPORTANT = ("start_spin", "start_trace", "start_decide", "start_roleplay", "help", "greet", "stop", "customer_said")


def lines(*paths):
    """Return (intent, line) of the files."""
    return [
        (block["intent"], line.removeprefix("- ").strip())
        for path in paths
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
        if "intent" in block
        for line in block["examples"].strip().splitlines()
    ]


TRAINED = lines(*sorted((ROOT / "data" / "nlu").glob("*.yml")))
HELD_OUT = lines(ROOT / "tests" / "stories" / "nlu_test.yml")
INTENTS = [
    i for i in yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["intents"] if isinstance(i, str)
]


@pytest.mark.parametrize("intent", INTENTS)
def test_every_intent_has_lines_in_both_languages(intent):
    chinese = sum(1 for name, line in TRAINED if name == intent and HAN.search(line))
    english = sum(1 for name, line in TRAINED if name == intent and not HAN.search(line))
    assert min(chinese, english) >= (40 if intent in (*IMPORTANT, "ask_method", "out_of_scope") else 25)


def test_no_line_stands_twice():
    prepare()
    from bot.engine.normaliser import normalise

    counts = Counter(normalise(line) for _, line in TRAINED)
    twice = {line for line, count in counts.items() if count > 1}
    intents = {line: {name for name, each in TRAINED if normalise(each) == line} for line in twice}
    assert {line: names for line, names in intents.items() if len(names) > 1} == {}


def test_no_held_out_line_is_trained_on():
    trained = {line.lower() for _, line in TRAINED}
    assert [line for _, line in HELD_OUT if line.lower() in trained] == []


def test_commands_and_buttons_are_never_learned():
    assert not {"command", "press"} & {intent for intent, _ in TRAINED}
