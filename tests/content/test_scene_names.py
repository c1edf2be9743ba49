"""Who is only named in passing: reading the file beside a scene, and the faults that are named."""

import pytest

from bot.content.scene_names import FOLDER, read_names
from bot.content.scenes import SceneError
from bot.content.wants import read_questions

SCENE = "finance_chief"


def written(tmp_path, text):
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / f"{SCENE}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_names_have_their_lines_by_language(tmp_path):
    named = read_names(written(tmp_path, 'en:\n  Ge: ["Wages."]\nzh: {小葛: [管工资的。]}\n'), SCENE)
    assert named == {"en": {"Ge": ("Wages.",)}, "zh": {"小葛": ("管工资的。",)}}


def test_a_scene_without_the_file_names_nobody(tmp_path):
    assert read_names(tmp_path, SCENE) == {}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("fr: {}\n", "fr is not a field"),
        ("en: [Ge]\n", "should be a mapping of names"),
        ("en: {Ge: 3}\n", "en.Ge: "),
        ("en: [", "not YAML"),
    ],
)
def test_a_fault_names_file_and_place(tmp_path, text, fault):
    with pytest.raises(SceneError, match=f"{FOLDER}/{SCENE}.yaml: .*{fault}"):
        read_names(written(tmp_path, text), SCENE)


def test_a_kind_that_there_is_not_is_named(tmp_path):
    (tmp_path / "mine.en.yaml").write_text("whoever:\n- Who?\n", encoding="utf-8")
    with pytest.raises(SceneError, match="whoever is not a kind of question"):
        read_questions(tmp_path, "en")
