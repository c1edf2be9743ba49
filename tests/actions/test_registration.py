"""Actions, domain and rules name the same things."""

import yaml
from rasa_sdk.executor import ActionExecutor

from bot.settings import ROOT


def read(name):
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def test_the_executor_finds_exactly_the_actions_of_the_domain():
    executor = ActionExecutor()
    executor.register_package("actions")
    assert set(executor.actions) == set(read("domain.yml")["actions"])


def test_no_two_actions_share_a_name():
    from actions.base import CoachAction

    classes = CoachAction.__subclasses__()
    assert len({each().name() for each in classes}) == len(classes)


def test_every_intent_has_its_rule_in_the_lobby():
    ruled = {rule["steps"][0]["intent"] for rule in read("data/rules/lobby.yml")["rules"]}
    intents = {intent for intent in read("domain.yml")["intents"] if isinstance(intent, str)}
    assert ruled == intents | {"nlu_fallback"}


def test_importing_the_actions_opens_nothing():
    import subprocess
    import sys

    code = "import actions.turn, bot.services.house as h; print(h.house.cache_info().currsize)"
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "0"
