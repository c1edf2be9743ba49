"""How reps ask in a scene: reading the wordings beside it, and the faults that are named."""

import pytest

from bot.content.scene_wordings import FOLDER, read_wordings
from bot.content.scenes import SceneError, read_scene, read_scenes
from bot.settings import ROOT

from .beside import written

SCENES = ROOT / "data" / "content" / "scenes"
SCENE = read_scene(SCENES / "finance_chief.yaml")


def test_a_line_names_its_item_and_answers(tmp_path):
    asked = read_wordings(
        written(tmp_path, FOLDER, 'close_days.1,2:\n- "How long until the books are shut?"\n'), SCENE
    )["en"]
    assert [(line.text, line.item, line.answers) for line in asked] == [
        ("How long until the books are shut?", "close_days", (0, 1))
    ]


def test_none_surface_and_step_are_told_apart(tmp_path):
    step = SCENE.steps[0].id
    text = f"none:\n- Who won the match?\nhand_matching.surface:\n- Does it balance?\nstep:{step}:\n- Shall we meet?\n"
    none, bare, meet = read_wordings(written(tmp_path, FOLDER, text), SCENE)["en"]
    assert (none.item, bare.item, bare.surface, meet.item) == ("", "hand_matching", True, f"step:{step}")


def test_a_scene_without_wordings_has_none(tmp_path):
    assert read_wordings(tmp_path, SCENE) == {"zh": (), "en": ()}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("nobody:\n- Who?\n", "nobody is not in the scene"),
        ("close_days.9:\n- How long?\n", "close_days has no answer 9"),
        ("close_days.surface:\n- How long?\n", "close_days has no surface"),
        ("step:moon:\n- Shall we fly?\n", "moon is not a step of the scene"),
        ("close_days:\n  a: b\n", "should be a list of texts"),
        ("- How long?\n", "should be a mapping"),
        ("close_days: [How\n", "not YAML"),
    ],
)
def test_a_fault_names_file_and_key(tmp_path, text, fault):
    with pytest.raises(SceneError, match=fault):
        read_wordings(written(tmp_path, FOLDER, text), SCENE)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_scene_of_the_house_is_asked_about_in_many_ways(language):
    for scene in read_scenes(SCENES).values():
        asked = scene.asked[language]
        assert len(asked) >= 600, scene.id
        lacking = {item.id for item in scene.of_kind("fact")} - {line.item for line in asked}
        assert not lacking, scene.id
