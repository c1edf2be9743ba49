"""What a buyer says off-hand: reading the file beside a scene, and the faults that are named."""

import pytest

from bot.coach.buyer.offhand import SPOKEN
from bot.content.scene_offhand import FOLDER, read_offhand
from bot.content.scenes import SceneError, read_scene, read_scenes
from bot.content.wants import read_questions
from bot.settings import ROOT

SCENES = ROOT / "data" / "content" / "scenes"
SCENE = read_scene(SCENES / "finance_chief.yaml")
WHO = SCENE.people[0].id


def written(tmp_path, text):
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "finance_chief.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_lines_belong_to_a_person_and_a_kind(tmp_path):
    lines = 'doer:\n      en: ["Whoever is in."]\n      zh: ["谁在谁做。"]'
    text = f'people:\n  {WHO}:\n    {lines}\nnames:\n  en: {{Ge: ["Wages."]}}\n'
    people, named = read_offhand(written(tmp_path, text), SCENE)
    assert people[0].offhand["doer"]["en"] == ("Whoever is in.",)
    assert named["en"] == {"Ge": ("Wages.",)}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("people:\n  nobody: {}\n", "nobody is not a field"),
        (f'people:\n  {WHO}:\n    whoever:\n      en: ["A."]\n      zh: ["甲。"]\n', "whoever is not a field"),
        (f'people:\n  {WHO}:\n    doer:\n      en: ["A."]\n', "needs exactly zh and en"),
        (f"people:\n  {WHO}: {{}}\nnames:\n  en: [Ge]\n", "should be a mapping of names"),
        ("people: [", "not YAML"),
        ("names: {}\n", "people is missing"),
    ],
)
def test_a_fault_names_file_and_place(tmp_path, text, fault):
    with pytest.raises(SceneError, match=f"{FOLDER}/finance_chief.yaml: .*{fault}"):
        read_offhand(written(tmp_path, text), SCENE)


def test_a_kind_that_there_is_not_is_named(tmp_path):
    (tmp_path / "mine.en.yaml").write_text("whoever:\n- Who?\n", encoding="utf-8")
    with pytest.raises(SceneError, match="whoever is not a kind of question"):
        read_questions(tmp_path, "en")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_everybody_in_the_house_answers_every_kind_twice_at_least(language):
    for scene in read_scenes(SCENES).values():
        for person in scene.people:
            thin = [kind for kind in SPOKEN if len(person.offhand.get(kind, {}).get(language, ())) < 2]
            assert not thin, (scene.id, person.id)
