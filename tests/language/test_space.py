"""Texts that ask for the same thing are drawn together, though they share no word."""

import numpy as np

from bot.language import contrast
from bot.language.contrast import Same
from bot.language.shelf import Shelf
from bot.language.space import Space

GROUPS = [
    Same("shop", "staff", ["how many people work here", "what is your headcount", "headcount and people, how many"]),
    Same("shop", "money", ["what is the budget", "how much money is there", "the budget, how much money"]),
    Same("shop", "start", ["when did you begin", "in which year was it founded", "founded in which year, begin when"]),
    Same("mill", "noise", ["is the hall loud", "what noise do you have", "the noise in the hall, how loud"]),
    Same("mill", "", ["who won the match", "did you see the match"]),
]


def space():
    return Space(lambda: GROUPS, "mark")


def nearness(one, other, places):
    first, second = places([one, other])
    return float(first @ second)


def test_what_asks_for_one_thing_lies_nearer_than_what_does_not(monkeypatch):
    monkeypatch.setattr(contrast, "ROUNDS", 2000)
    places = space().places
    assert nearness("headcount", "people", places) > nearness("headcount", "money", places) + 0.3


def test_contrast_draws_together_what_the_beginning_left_apart(monkeypatch):
    near = {}
    for rounds in (0, 2000):
        monkeypatch.setattr(contrast, "ROUNDS", rounds)
        near[rounds] = nearness("how many people work here", "what is your headcount", space().places)
    assert near[2000] > near[0]


def test_a_place_has_length_one_and_nothing_known_has_none():
    known, unknown = space().places(["the budget", "zzz"])
    assert np.isclose(np.linalg.norm(known), 1, atol=1e-5)
    assert not unknown.any()


def test_it_reads_what_it_learns_from_only_once(tmp_path):
    read = []

    def groups():
        read.append(1)
        return GROUPS

    first = Space(groups, "mark", Shelf(tmp_path)).places(["the budget"])
    again = Space(groups, "mark", Shelf(tmp_path)).places(["the budget"])
    assert np.allclose(first, again)
    assert len(read) == 1


def test_the_same_texts_teach_the_same_space():
    assert np.array_equal(space().places(["the hall"]), space().places(["the hall"]))


def test_what_may_ask_for_the_same_answer_is_no_contrast():
    groups = [
        Same("shop", "staff", ["a b", "b c"], frozenset({1})),
        Same("shop", "staff", ["c d", "d e"], frozenset({2})),
        Same("shop", "staff", ["e f", "f g"]),
    ]
    reader, places = contrast.learn(groups)
    of = np.repeat(np.arange(3), 2)
    one = contrast._Contrast(groups, reader.transform(["a b", "b c", "c d", "d e", "e f", "f g"]).tocsr(), of, places)
    alike = one._alike(np.array([0, 2, 4]))
    assert alike.tolist() == [[False, False, True], [False, False, True], [True, True, False]]
