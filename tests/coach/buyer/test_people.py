"""Whom a sentence names, and whom "he" or "she" means."""

from bot.coach.buyer.people import last_named, means, names
from tests.coach.buyer.talks import scenes


def test_names_with_a_title_are_found():
    assert names("贺总定，老邵来办。", "zh") == ["贺总", "老邵"]
    assert names("Mr Shao runs it, and Ms Liu signs.", "en") == ["Shao", "Liu"]


def test_the_one_named_last_is_meant():
    assert means("What does she want?", "en", "Liu") == "What does she want? Liu"
    assert means("他怎么看？", "zh", "贺总") == "贺总，他怎么看？"


def test_a_question_that_names_somebody_is_left_alone():
    assert means("贺总他怎么看？", "zh", "老邵") == "贺总他怎么看？"
    assert means("What do they want?", "en", "Liu") == "What do they want?"


def test_who_sits_at_the_table_is_not_spoken_of():
    scene = scenes()["plant_manager"]
    assert last_named(scene, "这事贺总定。", "zh") == "贺总"
    assert last_named(scene, "好的，谢谢。", "zh") is None
