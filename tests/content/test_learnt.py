"""What is learnt from the scenes is kept, and learnt anew when what teaches it changes."""

import os
import shutil
import time

import pytest

from bot.coach.buyer.finding import finding
from bot.content import learnt, scenes
from bot.content.scenes import read_scene
from bot.content.wants import read_wants

SCENES = learnt.CONTENT / "scenes"


@pytest.fixture
def small(tmp_path, monkeypatch):
    """A house with one scene, whose models lie in a folder of their own."""
    for name in learnt.ASKED:
        (tmp_path / "content" / "scenes" / name).mkdir(parents=True)
    (tmp_path / "content" / "questions").mkdir()
    beside = [path for name in learnt.ASKED for path in (SCENES / name).glob("finance_chief.*.yaml")]
    for path in (SCENES / "finance_chief.yaml", *beside):
        shutil.copy(path, tmp_path / "content" / "scenes" / path.relative_to(SCENES))
    monkeypatch.setattr(learnt, "CONTENT", tmp_path / "content")
    monkeypatch.setenv("PEILIAN_MODELS", str(tmp_path / "models"))
    monkeypatch.setattr("bot.language.contrast.ROUNDS", 0)
    forget_all()
    yield tmp_path
    forget_all()


def forget_all():
    """Begin as another process would."""
    for cached in (finding, learnt._space, scenes._read, read_wants):
        cached.cache_clear()


def learn_all():
    started = time.time() - 1
    for language in ("zh", "en"):
        learnt.learn(language)
    learnt.finish(started)


def test_a_house_that_has_learnt_is_fresh(small):
    models = small / "models"
    assert not learnt.is_fresh(models)
    learn_all()
    assert learnt.is_fresh(models)
    names = {path.name.rsplit("-", 1)[0] for path in (models / "scenes").glob("*.joblib")}
    assert {"finance_chief.zh", "finance_chief.en.places", "finance_chief.zh.followed", "space"} <= names


@pytest.mark.parametrize("name", learnt.ASKED)
def test_a_line_more_anywhere_is_learnt_anew(small, name):
    learn_all()
    path = small / "content" / "scenes" / name / "finance_chief.en.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# another line\n", encoding="utf-8")
    assert not learnt.is_fresh(small / "models")


def test_what_nobody_uses_any_more_is_removed(small):
    learn_all()
    left = {path.name for path in (small / "models" / "scenes").iterdir()}
    own = len({name.rsplit("-", 1)[0] for name in left})
    assert len(left) == own + 2, "the spaces and the kinds of question of two languages bear one name each"
    again = small / "models" / "scenes" / "old-1234.joblib"
    again.write_bytes(b"")
    os.utime(again, (1000, 1000))
    learn_all()
    assert not again.exists()


def test_what_the_first_line_needs_is_kept_though_learning_again_does_without_it(small):
    learn_all()
    kept = sorted((small / "models" / "scenes").iterdir())
    for path in kept:
        os.utime(path, (1000, 1000))
    forget_all()
    learn_all()
    assert sorted((small / "models" / "scenes").iterdir()) == kept


def test_all_scenes_of_a_folder_share_one_space():
    one, other = (read_scene(SCENES / f"{name}.yaml") for name in ("finance_chief", "plant_manager"))
    assert one.spaces["zh"] is other.spaces["zh"]
    assert one.spaces["zh"] is not one.spaces["en"]


def test_a_folder_without_wordings_has_no_space(tmp_path):
    shutil.copy(SCENES / "finance_chief.yaml", tmp_path)
    assert read_scene(tmp_path / "finance_chief.yaml").spaces == {}


def test_what_is_forgotten_is_learnt_anew(small):
    learn_all()
    learnt.forget(small / "models")
    assert not list((small / "models" / "scenes").iterdir())
    assert not learnt.is_fresh(small / "models")
