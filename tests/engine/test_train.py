"""When the dialogue is trained again, and when not."""

import pytest

from bot.engine.train import ARCHIVE, FINGERPRINT, LEARNS_FROM, fingerprint, is_fresh, training_files


@pytest.fixture
def root(tmp_path):
    for name in LEARNS_FROM:
        path = tmp_path / name
        if path.suffix:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("a")
        else:
            path.mkdir(parents=True)
    (tmp_path / "data/nlu/talk.yml").write_text("b")
    return tmp_path


def trained(root):
    models = root / "models"
    (models / "rasa").mkdir(parents=True)
    (models / "rasa" / ARCHIVE).write_bytes(b"")
    (models / "rasa" / FINGERPRINT).write_text(fingerprint(root))
    return models


def test_nothing_is_trained_again_while_nothing_changes(root):
    assert is_fresh(trained(root), root)


@pytest.mark.parametrize("name", ["config.yml", "data/nlu/talk.yml", "bot/engine/normaliser.py"])
def test_a_change_of_anything_it_learns_from_is_seen(root, name):
    models = trained(root)
    (root / name).write_text("changed")
    assert not is_fresh(models, root)


def test_a_file_that_moves_is_seen(root):
    models = trained(root)
    (root / "data/nlu/talk.yml").rename(root / "data/nlu/other.yml")
    assert not is_fresh(models, root)


def test_a_training_that_was_cut_off_is_done_again(root):
    models = trained(root)
    (models / "rasa" / FINGERPRINT).unlink()
    assert not is_fresh(models, root)


def test_content_is_no_training_data():
    assert not any("content" in name or "utterances" in name for name in training_files())
