"""Which scene a line means."""

import pytest

from bot.services.roleplay_words import find_scene
from tests.coach.buyer.talks import scenes


@pytest.mark.parametrize(
    ("line", "language", "scene"),
    [
        ("I want to practise against an IT director", "en", "it_director"),
        ("against the friendly engineer", "en", "receptive_engineer"),
        ("a hospital director, please", "en", "hospital_director"),
        ("hospital", "en", "hospital_director"),
        ("practise with Helen Chen", "en", "finance_chief"),
        ("我想跟科技部老总练一场", "zh-Hans", "it_director"),
        ("我想找個財務總監練練", "zh-Hant", "finance_chief"),
        ("想练练谈判", "zh-Hans", "negotiation_zone"),
        ("我想跟工厂的生产负责人练一练", "zh-Hans", "plant_manager"),
    ],
)
def test_a_scene_is_found_by_what_it_is_called(line, language, scene):
    found = find_scene(scenes(), line, language)
    assert found is not None
    assert found.id == scene


@pytest.mark.parametrize(
    ("line", "language"),
    [("director", "en"), ("I want to practise against somebody", "en"), ("来一场", "zh-Hans"), ("x", "en")],
)
def test_what_could_be_several_is_none(line, language):
    assert find_scene(scenes(), line, language) is None
