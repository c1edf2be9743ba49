"""How close a question comes to each answer, in the order in which aims are weighed."""

import numpy as np
import pytest

from bot.coach.buyer.closeness import MEASURES, Closeness
from bot.coach.buyer.finding import finding

from .talks import scenes

SCENE = scenes()["finance_chief"]


class Places:
    """A space in which the first word of a text is all that counts: a direction each."""

    mark = "first words"

    def places(self, texts):
        found = np.zeros((len(texts), 512), dtype=np.float32)
        for row, text in enumerate(texts):
            word = text.split()[0].lower() if text.split() else ""
            found[row, sum(map(ord, word)) % 512] = 1.0
        return found


def closeness(language="en"):
    return finding(SCENE, language).closeness


@pytest.mark.parametrize("language", ["zh", "en"])
def test_there_is_a_row_for_each_answer_each_item_without_one_and_nothing(language):
    answers = sum(len(item.says.get(language, ())) for item in SCENE.items)
    silent = sum(not item.says.get(language) for item in SCENE.items)
    assert silent > 0
    assert closeness(language).measures("?", "?").shape == (answers + silent + 1, len(MEASURES))


def test_a_taught_question_is_as_close_as_can_be_to_its_answer():
    line = next(one for one in SCENE.asked["en"] if one.answers == (1,))
    item = SCENE.by_id[line.item]
    before = sum(len(one.says.get("en", ())) for one in SCENE.items[: SCENE.items.index(item)])
    found = closeness().measures(line.text, "Thanks.")
    assert found[before + 1, MEASURES.index("close")] == pytest.approx(1.0, abs=1e-4)
    assert found[before + 1, MEASURES.index("line_close")] < 0.99


def test_the_nearest_few_are_three_different_ones_in_the_mean():
    found = closeness().measures("How many people are in finance?", "How many people are in finance?")
    close, few = found[:, MEASURES.index("close")], found[:, MEASURES.index("close_few")]
    assert (few <= close + 1e-9).all()
    assert (few < close).any()


def test_an_item_that_nobody_asks_for_is_close_to_nothing():
    asked = {one.item for one in SCENE.asked["en"]}
    silent = [item.id for item in SCENE.items if not item.says.get("en")]
    answers = sum(len(item.says.get("en", ())) for item in SCENE.items)
    found = closeness().measures("How many people are in finance?", "How many people are in finance?")
    unasked = [answers + n for n, name in enumerate(silent) if name not in asked]
    assert unasked
    assert not found[unasked].any()


def test_what_nothing_answers_is_close_to_the_last_row():
    line = next(one for one in SCENE.asked["en"] if not one.item)
    assert closeness().measures(line.text, line.text)[-1, 0] == pytest.approx(1.0, abs=1e-4)


def test_any_space_will_do():
    from dataclasses import replace

    from bot.language.shelf import Shelf

    bare = Closeness(replace(SCENE, shelf=Shelf()), "en", Places())
    line = next(one for one in SCENE.asked["en"] if not one.item)
    assert bare.measures(line.text, line.text)[-1, 0] == 1.0
