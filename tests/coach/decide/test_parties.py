"""Cases about two customers."""

import pytest

from bot.coach.decide.parties import says_two, two_customers


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("一个客户说价格高，还在比。另一个客户已经定了我们，要再送维保", "另一个客户已经定了我们，要再送维保"),
        ("甲客户嫌贵还在比三家，乙客户中标了又拖着不签", "乙客户中标了又拖着不签"),
        (
            "One customer went quiet. Another customer picked us and wants a guarantee.",
            "Another customer picked us and wants a guarantee.",
        ),
    ],
)
def test_the_second_begins_where_it_is_named(text, second):
    assert two_customers(text)[1] == second


@pytest.mark.parametrize(
    "text", ["客户拿另一家的报价来压我们", "采购把落选通知发给了另外两家", "they compare us with another vendor"]
)
def test_another_supplier_is_no_second_customer(text):
    assert two_customers(text) is None


def test_two_that_are_only_announced_are_noticed():
    assert says_two("两个客户都说太贵")
    assert not says_two("客户说太贵")


@pytest.mark.parametrize(
    "text",
    [
        "Two deals: Acme picked us but stalls on signing, Bolt says no budget",
        "我有两个客户：A客户说预算没了，B客户已经中标了但老板一直不签",
    ],
)
def test_an_announced_pair_is_parted(text):
    first, second = two_customers(text)
    assert first.startswith(("A",))
    assert second.startswith("B")
