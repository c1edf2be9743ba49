"""What reps ask after an answer: reading the lines beside a scene, and the faults that are named."""

import pytest

from bot.coach.buyer.ways import Asked, FollowUp
from bot.content.scene_followups import FOLDER, read_followups, ways_of_asking
from bot.content.scenes import SceneError, read_scene, read_scenes
from bot.settings import ROOT

from .beside import written

SCENES = ROOT / "data" / "content" / "scenes"
SCENE = read_scene(SCENES / "finance_chief.yaml")


def test_a_line_names_the_answer_before_it_and_what_meets_it(tmp_path):
    text = 'team.2:\n- "close_days.1,2 | duty": "That many? How long does the close take?"\n- none: Who won?\n'
    first, second = read_followups(written(tmp_path, FOLDER, text), SCENE)["en"]
    assert (first.item, first.answer, first.text) == ("team", 1, "That many? How long does the close take?")
    assert [(want.item, want.answers) for want in first.wants] == [("close_days", (0, 1)), ("duty", ())]
    assert [want.item for want in second.wants] == [""]


def test_a_scene_without_follow_ups_has_none(tmp_path):
    assert read_followups(tmp_path, SCENE) == {"zh": (), "en": ()}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("nobody.1:\n- none: Who?\n", "nobody is not in the scene"),
        ("team:\n- none: Who?\n", "should be one answer of an item, such as team.1"),
        ("team.1,2:\n- none: Who?\n", "should be one answer"),
        ("team.1:\n- close_days.9: How long?\n", "close_days has no answer 9"),
        ("team.1:\n- How long?\n", "should be one line behind what meets it"),
        ("team.1:\n- none: Who?\n  duty: What?\n", "should be one line behind what meets it"),
        ("team.1: Who?\n", "should be a list of lines"),
        ("- Who?\n", "should be a mapping"),
    ],
)
def test_a_fault_names_file_and_key(tmp_path, text, fault):
    with pytest.raises(SceneError, match=fault):
        read_followups(written(tmp_path, FOLDER, text), SCENE)


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Thirty-one, that is a lot. How long does the close take?", "How long does the close take?"),
        ("Thirty-one, that is a lot. Since when?", "Thirty-one, that is a lot. Since when?"),
    ],
)
def test_a_follow_up_teaches_its_question_and_a_bare_one_with_what_leads_to_it(line, asked):
    want = Asked(line, "close_days", (1,))
    (way,) = ways_of_asking((FollowUp(line, "team", 0, (want,)),), "en")
    assert (way.text, way.item, way.answers) == (asked, "close_days", (1,))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nearly_every_answer_of_the_house_has_follow_ups(language):
    for scene in read_scenes(SCENES).values():
        after = {(one.item, one.answer) for one in scene.followups[language]}
        told = {(item.id, n) for item in scene.items for n in range(len(item.says.get(language, ())))}
        assert len(told & after) >= 0.9 * len(told), scene.id
