"""What was learnt is read from the shelf, and whatever is wrong with a file costs only time."""

import logging
import os

import numpy as np
import pytest

from bot.language.shelf import Shelf


class Learning:
    """Learns an array and counts how often."""

    def __init__(self):
        self.times = 0

    def __call__(self):
        self.times += 1
        return np.arange(3), {"名": "字"}


def test_what_was_learnt_is_not_learnt_again(tmp_path):
    learn = Learning()
    for _ in range(2):
        numbers, words = Shelf(tmp_path / "new").keep("thing", ["a", 1], learn)
        assert (numbers.tolist(), words) == ([0, 1, 2], {"名": "字"})
    assert learn.times == 1


@pytest.mark.parametrize(("name", "taught"), [("thing", ["a", 2]), ("other", ["a", 1])])
def test_what_is_taught_otherwise_or_called_otherwise_is_another_thing(tmp_path, name, taught):
    learn = Learning()
    Shelf(tmp_path).keep("thing", ["a", 1], learn)
    Shelf(tmp_path).keep(name, taught, learn)
    assert learn.times == 2


def test_without_a_folder_all_is_learnt_anew():
    learn = Learning()
    Shelf().keep("thing", "x", learn)
    Shelf().keep("thing", "x", learn)
    assert learn.times == 2


def test_a_broken_file_is_learnt_anew_and_said_so(tmp_path, caplog):
    learn = Learning()
    Shelf(tmp_path).keep("thing", "x", learn)
    next(tmp_path.iterdir()).write_bytes(b"\x80broken")
    with caplog.at_level(logging.WARNING):
        assert Shelf(tmp_path).keep("thing", "x", learn)[0].tolist() == [0, 1, 2]
    assert learn.times == 2
    assert "thing-" in caplog.text
    Shelf(tmp_path).keep("thing", "x", learn)
    assert learn.times == 2


def test_where_nothing_can_be_kept_it_is_still_learnt(tmp_path, caplog):
    (tmp_path / "file").write_text("in the way")
    with caplog.at_level(logging.WARNING):
        assert Shelf(tmp_path / "file").keep("thing", "x", Learning())[0].tolist() == [0, 1, 2]
    assert "cannot be" in caplog.text


def test_what_nobody_used_is_cleared(tmp_path):
    shelf, learn = Shelf(tmp_path), Learning()
    shelf.keep("old", "x", learn)
    os.utime(next(tmp_path.iterdir()), (1000, 1000))
    shelf.keep("used", "x", learn)
    for path in tmp_path.glob("used*"):
        os.utime(path, (1000, 1000))
    shelf.keep("used", "x", learn)
    shelf.clear(before=2000)
    assert [path.name.split("-")[0] for path in tmp_path.iterdir()] == ["used"]
