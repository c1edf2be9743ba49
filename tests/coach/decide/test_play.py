"""Which play fits."""

import pytest

from bot.coach.decide.play import Play, choose_play


@pytest.mark.parametrize(
    ("label", "text", "facts", "play"),
    [
        ("concern", "定了我们，又问能不能再降", {}, Play("concern", "price")),
        ("concern", "picked us, what if it fails", {}, Play("concern", "failure")),
        ("concern", "他们很客气", {}, Play("concern", "unsaid")),
        ("objection", "今年没有预算", {}, Play("no_need")),
        ("objection", "三家还在比", {}, Play("evaluating")),
        ("objection", "老客户，合同到期", {}, Play("renewal")),
        ("objection", "they ranked us third", {}, Play("behind")),
        ("objection", "嫌贵", {"leader": "rival"}, Play("behind")),
        ("unclear", "嫌贵", {}, Play("unclear")),
    ],
)
def test_label_and_stage_choose_the_play(label, text, facts, play):
    assert choose_play(label, text, facts) == play
