"""What the rep says to a question or an objection of the buyer's is weighed."""

import pytest

from .talks import Table, lines, said, spoken


def objected():
    table = Table("presign_fear")
    challenge = next(c for c in table.scene.challenges if c.kind == "objection")
    table.state.raised.append(challenge.id)
    table.state.pending = challenge.id
    return table


def test_who_asks_who_says_so_takes_an_objection_up():
    taken = objected().take(said(("Who is saying that?", "situation")))
    assert "objection_taken_up" in taken.tags
    assert "objection_missed" not in taken.tags


def test_who_goes_on_to_something_else_passes_it_over():
    taken = objected().take(said(("How many warehouses do you run today?", "situation")))
    assert "objection_missed" in taken.tags


@pytest.mark.parametrize(
    ("text", "raised"),
    [
        ("费部长，下周三我再来您这儿一趟，行吗？", False),
        ("费部长，下周三我直接去车间找何总和苗青聊，行吗？", True),
    ],
)
def test_an_objection_that_wants_a_word_is_called_forth_by_it_alone(text, raised):
    table = Table("procurement_price", language="zh")
    table.state.turn = 9
    table.state.raised = [c.id for c in table.scene.challenges if c.id != "obj_doors"]
    taken = table.say("commitment", text)
    assert ("obj_doors" in table.state.raised) is raised, taken


@pytest.mark.parametrize(
    ("text", "reproached"),
    [("Is it dear or not, and who goes about with that?", False), ("How many warehouses?", True)],
)
def test_nobody_is_reproached_who_may_have_taken_it_up_in_other_words(text, reproached):
    table = objected()
    taken = table.say("situation", text)
    passed = lines()("buyer_common.ask_passed", "en")
    assert any(line in spoken(taken) for line in passed) is reproached, taken.replies
