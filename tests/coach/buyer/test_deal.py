"""In a negotiation a question about a term trades nothing."""

import pytest

from .talks import Table, said, spoken


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "什么情况下冷总肯松到六十天？"),
        ("zh", "六十天的账期，当年是谁点的头？"),
        ("en", "What would have to happen for Ms Leng to go to sixty days?"),
    ],
)
def test_who_asks_under_what_conditions_is_given_nothing(language, text):
    table = Table("negotiation_zone", language=language)
    assert "traded" not in table.say("situation", text).tags
    assert not table.state.traded


def test_who_asks_for_the_term_gets_it():
    table = Table("negotiation_zone", language="zh")
    table.say("commitment", "账期改到六十天，我可以到18200。")
    assert table.state.traded


@pytest.mark.parametrize(
    ("language", "offer", "text"),
    [
        ("en", "I could go to 18000.", "Thank you. Where does that leave you on the price?"),
        ("zh", "我可以到18000。", "好。那您这边现在到多少？"),
    ],
)
def test_who_asks_for_the_figure_of_the_buyer_hears_it(language, offer, text):
    table = Table("negotiation_zone", language=language)
    table.say("commitment", offer)
    taken = table.say("situation", text)
    assert f"{table.state.bid:.0f}" in spoken(taken)


def test_a_package_with_a_figure_stays_an_offer_whatever_is_asked_after_it():
    table = Table("negotiation_zone")
    table.take(
        said(("17800 a ton, and sixty days instead of ninety.", "commitment"), ("What do you think?", "situation"))
    )
    assert table.state.offer == 17800
    assert table.state.traded == ["sixty_days"]


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("17800 a ton, and you would sign two years. How does that sit with you?", False),
        ("17800 a ton, and in return you let us into the tank room.", False),
        ("17800 a ton, as a sign of good will.", True),
    ],
)
def test_what_is_offered_in_exchange_is_no_gift(text, given):
    taken = Table("negotiation_zone").say("pitch", text)
    assert ("discount_free" in taken.tags) is given


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kerun at 15200, then: have they run a trial on your lines as well?"),
        ("zh", "科润一万五千二，也就是15200，那他们在您线上试过没有？"),
    ],
)
def test_a_price_of_a_rival_is_no_offer(language, text):
    table = Table("negotiation_zone", language=language)
    rival = table.scene.rival[language][0]
    table.say("pitch", text.replace("Kerun", rival).replace("科润", rival))
    assert table.state.offer is None
    assert not table.state.ended


def test_who_has_traded_before_is_not_told_that_nothing_was_given():
    table = Table("negotiation_zone")
    table.say("commitment", "18200 a ton, and sixty days instead of ninety.")
    assert table.state.traded
    taken = table.say("commitment", "All right, 17900 a ton.")
    pocket = [
        text.format(offer="17900", bid=f"{table.state.bid:.0f}") for text in table.scene.price.lines["pocket"]["en"]
    ]
    assert spoken(taken) not in pocket
