"""A figure that is played back wrongly is noticed, and the right one is found."""

import pytest

from bot.coach.buyer.figures import figures, wrong

TOLD = {
    "zh": ["三百二十口人，跟我二十年以上的有四十七个。", "去年停了十一分钟，罚了六十二万，丢了三千万的单子。"],
    "en": [
        "Thirty-one in finance, twelve people only reconcile.",
        "It costs us 3.8 million a year, 92 percent of it here.",
    ],
}


@pytest.mark.parametrize(
    ("language", "said", "found"),
    [
        ("zh", "您之前说厂里有八百人，对吧？", ("八百人", "三百二十口人")),
        ("zh", "所以去年停机罚了两百万，是吗？", ("两百万", "六十二万")),
        ("zh", "所以罚了六十二万，是吗？", None),
        ("zh", "所以停机很伤人，是吗？", None),
        ("en", "So twenty people do the matching, right?", ("twenty people", "twelve people")),
        ("en", "So twelve people do it, right?", None),
    ],
)
def test_a_wrong_figure_is_put_beside_the_right_one(language, said, found):
    assert wrong(said, TOLD[language], TOLD[language], language) == found


@pytest.mark.parametrize(
    ("language", "told", "said", "found"),
    [
        (
            "en",
            "2.3 million in air freight and 900 thousand in penalties.",
            "Over three million a year, is that it?",
            None,
        ),
        ("en", "2.3 million in air freight and 900 thousand in penalties.", "Three million a year, right?", None),
        ("en", "2.3 million in air freight.", "Over five million in freight, right?", ("five million", "2.3 million")),
        ("en", "Twelve people only reconcile.", "About ten people, right?", None),
        ("en", "Twelve people only reconcile.", "Ten people, right?", ("Ten people", "Twelve people")),
        ("zh", "空运两百三十万，赔款九十万。", "一年三百多万，对吧？", None),
        ("zh", "空运两百三十万，赔款九十万。", "一年差不多三百万，对吧？", None),
        ("zh", "空运两百三十万。", "空运五百多万，对吧？", ("五百多万", "两百三十万")),
    ],
)
def test_who_rounds_or_adds_up_is_not_corrected(language, told, said, found):
    assert wrong(said, [told], [told], language) == found


def test_a_number_is_read_in_words_and_in_digits():
    assert figures("一百八十六家店", "zh") == figures("186家店", "zh") == {"家": {186.0}}
    assert figures("thirty-one people", "en") == figures("31 people", "en") == {"people": {31.0}}


@pytest.mark.parametrize(
    "told", ["In 91 of the 137 cases the spare was fine.", "Nine of the thirty-four departments have signed."]
)
def test_every_figure_that_was_told_may_be_said_back(told):
    assert wrong(f"You said this: {told}", [told], [told], "en") is None
