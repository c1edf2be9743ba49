"""Requirements that the rep grants instead of asking what is behind them."""

import pytest

from .talks import Table, scenes, spoken

ASK = {"en": "Whom do you want us to send, and for how long?", "zh": "驻厂的人要几个，要多久？"}
GRANT = {
    "en": "Agreed: two people on site for a month, both shifts, at no charge.",
    "zh": "派两个人来驻厂一个月、不收费，这个我答应。",
}
OTHER = {"en": "Agreed, we paint your gate next week.", "zh": "没问题，大门我们下周就给您刷好漆。"}


def stated(language):
    table = Table("learning_dip", language=language)
    table.state.revealed.append("req_people")
    return table


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_requirement_that_is_granted_is_taken_as_settled_once(language):
    table = stated(language)
    taken = table.say("commitment", GRANT[language])
    assert "granted" in taken.tags
    assert "commit_early" not in taken.tags
    assert "granted" not in table.say("commitment", GRANT[language].replace("month", "full month")).tags


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_nobody_required_is_not_granted(language):
    assert "granted" not in stated(language).say("commitment", OTHER[language]).tags


def test_what_was_not_stated_yet_is_not_granted():
    assert "granted" not in Table("learning_dip").say("commitment", GRANT["en"]).tags


@pytest.mark.parametrize(
    ("language", "offer", "playback"),
    [
        ("en", "If you go to sixty days, I can do 18200.", "So sixty days are settled between us, right?"),
        ("zh", "账期改到六十天，我可以到18200。", "账期咱们说定六十天了，对吧？"),
    ],
)
def test_what_was_traded_is_not_demanded_any_more_and_may_be_played_back(language, offer, playback):
    table = Table("negotiation_zone", language=language)
    table.say("commitment", offer)
    assert "confirm_yes" in table.say("confirm", playback).tags
    demand = scenes()["negotiation_zone"].by_id["req_ninety"].says[language]
    said = [spoken(table.say("situation", f"{n}?")) for n in ("One", "Two", "Three", "Four", "Five", "Six", "Seven")]
    assert not any(text in reply for text in demand for reply in said)
    assert "req_ninety" not in table.state.revealed
