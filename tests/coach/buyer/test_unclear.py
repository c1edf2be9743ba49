"""Questions whose aim is not clear: answered by their form, or honestly not."""

from random import Random

import pytest

from bot.coach.buyer import Line, Move
from bot.coach.buyer.aim import Aim
from bot.coach.buyer.talk import Talk
from bot.coach.buyer.unclear import answer

from .talks import Table, lines


def taken(text, language, p=0.3):
    """Answer a question for trouble that may, with the probability `p`, ask for either of two things."""
    table = Table("finance_chief", language=language)
    move = Move(text, "problem", 1.0, ())
    talk = Talk(table.scene, table.state, table.scene.levels["normal"], lines(), Line(text, (move,)), Random(1))
    scene = table.scene
    found = Aim(((scene.by_id["hand_matching"], p), (scene.by_id["chairman_fact"], p)), 1 - 2 * p)
    answer(talk, move, "problem", found)
    return talk


@pytest.mark.parametrize(
    ("language", "text"), [("en", "What bothers you most about all this?"), ("zh", "这里头您最头疼的是什么？")]
)
def test_what_bothers_the_buyer_most_is_a_trouble_of_his(language, text):
    assert [item.kind for item in taken(text, language).released] == ["problem"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "What bothers the chairman most about all this?"),
        ("en", "And what is the worst of it for him?"),
        ("zh", "董事长现在最急的是什么？"),
        ("zh", "他最怕的是哪一块？"),
    ],
)
def test_what_bothers_somebody_else_is_not_answered_with_the_buyers_own_trouble(language, text):
    talk = taken(text, language)
    assert not [item for item in talk.released if item.kind == "problem"]
    assert talk.said
