"""Reading scenes, and the faults that the check finds in a planted one."""

import copy

import pytest
import yaml

from bot.content.scenes import SceneError, check_scene, main, read_scene, read_scenes, sound_scenes
from bot.settings import ROOT

SCENES = ROOT / "data" / "content" / "scenes"
GOOD = yaml.safe_load((SCENES / "finance_chief.yaml").read_text(encoding="utf-8"))


def written(tmp_path, data):
    path = tmp_path / "planted.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    return path


def planted(tmp_path, change):
    data = copy.deepcopy(GOOD)
    change(data)
    return check_scene(written(tmp_path, data))


@pytest.mark.parametrize("path", sorted(SCENES.glob("*.yaml")), ids=lambda p: p.stem)
def test_every_scene_of_the_house_is_good(path):
    assert check_scene(path) == []
    assert read_scene(path).id == path.stem


def test_scenes_come_in_their_order():
    assert next(iter(read_scenes(SCENES))) == "finance_chief"


def rename_need(data):
    data["problems"][0]["payoffs"][0]["gives"] = "need_nobody"


def strand_need(data):
    data["needs"].append({"id": "need_far", "level": "business", "name": {"zh": "远", "en": "far"}})


def distrust(data):
    data["needs"][-1]["trust"] = 100


def drop_language(data):
    del data["facts"][0]["says"]["en"]


def unknown_after(data):
    data["problems"][0]["payoffs"][1]["after"] = ["nothing_here"]


def one_question(data):
    data["facts"][2]["asks"]["zh"] = ["你们用什么系统？"]


def clash(data):
    data["facts"][2]["words"]["en"] = list(data["facts"][3]["words"]["en"])


def same_sentence(data):
    data["facts"][4]["says"]["zh"] = data["facts"][5]["says"]["zh"]


def stray_field(data):
    data["facts"][0]["anwser"] = "typo"


def no_surface(data):
    del data["problems"][0]["surface"]


def nobody(data):
    data["facts"][0]["person"] = "ghost"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (rename_need, "need_nobody"),
        (strand_need, "nothing gives this need"),
        (distrust, "does not reach need_standing"),
        (drop_language, "needs exactly zh and en"),
        (unknown_after, "nothing_here"),
        (one_question, "at least 2 example questions"),
        (clash, "every keyword also belongs"),
        (same_sentence, "is also said in"),
        (stray_field, "anwser is not a field"),
        (no_surface, "surface is missing"),
        (nobody, "ghost, who is not among the people"),
    ],
)
def test_a_planted_fault_is_found(tmp_path, change, fault):
    found = planted(tmp_path, change)
    assert any(fault in line for line in found), found


def test_what_is_not_yaml_is_said_in_one_line(tmp_path):
    path = tmp_path / "broken.yaml"
    path.write_text("id: [", encoding="utf-8")
    with pytest.raises(SceneError, match=r"broken\.yaml: not YAML"):
        read_scene(path)


def test_the_command_counts_the_scenes_and_fails_on_a_bad_file(tmp_path, capsys, monkeypatch):
    folder = tmp_path / "data" / "content" / "scenes"
    folder.mkdir(parents=True)
    for name in ("upsell_hotels.yaml", "learning_dip.yaml"):
        (folder / name).write_bytes((SCENES / name).read_bytes())
    (tmp_path / "data" / "content" / "replies").symlink_to(ROOT / "data" / "content" / "replies")
    monkeypatch.setattr("bot.content.scenes.ROOT", tmp_path)
    assert main([]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "2 scenes"
    assert main([str(written(tmp_path, {"id": "x"}))]) == 1
    assert main([str(tmp_path / "missing.yaml")]) == 1


def test_a_broken_file_takes_only_itself_away(tmp_path, caplog):
    for path in SCENES.glob("f*.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "broken.yaml").write_text("id: broken\nstage: nowhere\n", encoding="utf-8")
    assert set(sound_scenes(tmp_path)) == {path.stem for path in SCENES.glob("f*.yaml")}
    assert "broken.yaml" in caplog.text
