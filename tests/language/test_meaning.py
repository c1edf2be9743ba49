"""Words that ask for the same thing lie near each other."""

import numpy as np

from bot.language.finder import Finder, Wording
from bot.language.meaning import Meaning

MEANING = Meaning(
    [
        ["人手够吗", "员工多少", "编制多少人手", "员工够吗", "现在编制"],
        ["人手几个", "员工几个", "编制几个"],
        ["预算多少", "投入多少钱", "花多少钱", "预算批了吗", "投入批了吗"],
        ["预算有吗", "投入有吗", "花钱"],
        ["哪年办厂", "创业哪年", "办厂创业"],
    ]
)


def nearness(one, other):
    first, second = MEANING.places([one, other])
    return float(first @ second)


def test_words_of_one_question_are_near_though_they_share_nothing():
    assert nearness("人手", "编制") > nearness("人手", "预算")


def test_a_place_has_length_one_and_nothing_known_has_none():
    known, unknown = MEANING.places(["员工", "zzz"])
    assert np.isclose(np.linalg.norm(known), 1)
    assert not unknown.any()


def test_a_finder_with_meaning_finds_a_word_that_it_was_not_fitted_to():
    wordings = [
        Wording("员工多少", "people"),
        Wording("员工几个", "people"),
        Wording("投入多少", "money"),
        Wording("投入几个", "money"),
        Wording("办厂多少", "history"),
        Wording("办厂几个", "history"),
    ]
    assert Finder(wordings, MEANING).rank("预算")[0].topic == "money"
    assert Finder(wordings, MEANING).rank("编制")[0].topic == "people"
