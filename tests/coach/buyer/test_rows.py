"""Whose each row of a scene's tables is."""

import numpy as np
import pytest

from bot.coach.buyer.rows import NOTHING, rows_of

from .talks import scenes


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_answer_has_a_row_and_so_has_every_item_without_any_and_nothing(language):
    scene = scenes()["finance_chief"]
    rows = rows_of(scene, language)
    texts = [text for item in scene.items for text in item.says.get(language, ())]
    assert [text for item in scene.items for text in item.says.get(language, ())[: len(rows.of[item.id])]] == texts
    assert sorted(row for own in rows.of.values() for row in own) == list(range(rows.size))
    assert rows.of[NOTHING] == range(rows.size - 1, rows.size)
    assert rows.said == len(texts)


def test_the_owner_of_a_row_is_the_item_that_has_it():
    scene = scenes()["two_in_room"]
    rows = rows_of(scene, "en")
    for number, item in enumerate(scene.items):
        assert set(rows.owners[list(rows.of[item.id])]) == {number}
        assert rows.answers[item.id] == slice(*_span(item, rows))
    assert rows.owners[-1] == len(scene.items)
    assert np.array_equal(rows.owners[: rows.said], np.sort(rows.owners[: rows.said]))


def _span(item, rows):
    own = rows.of[item.id]
    return (own.start, own.stop) if item.says.get("en") else (rows.answers[item.id].start,) * 2
