"""The rehearsal of a scene: what good and bad reps would say."""

from dataclasses import replace

import pytest

from bot.coach.buyer.rehearsal import Rehearsal
from bot.content.scene_fields import SceneError
from bot.content.scene_rehearsal import read_rehearsal, rehearsal_faults
from tests.coach.scorecard.talks import finance_chief

WORDS = {"zh": ("好",), "en": ("Good",)}


def faults(**changes):
    scene = finance_chief()
    return list(rehearsal_faults(replace(scene, rehearsal=replace(scene.rehearsal, **changes))))


def test_a_scene_of_the_house_has_none():
    assert faults() == []


def test_a_scene_without_is_told_where_to_read():
    scene = replace(finance_chief(), rehearsal=Rehearsal())
    assert "docs/scenes.md" in next(rehearsal_faults(scene))


@pytest.mark.parametrize("name", ["trace", "answer"])
def test_what_is_missing_is_named(name):
    assert any(f.startswith(f"rehearsal.{name}:") and "missing" in f for f in faults(**{name: {}}))


def test_what_is_not_in_the_scene_is_named():
    own = finance_chief().rehearsal
    assert any("nobody" in f for f in faults(confirm={**own.confirm, "nobody": WORDS}))


def test_an_unknown_field_is_refused():
    with pytest.raises(SceneError, match="smalltalk"):
        read_rehearsal({"smalltalk": {"zh": "好", "en": "Good"}})
