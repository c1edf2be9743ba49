"""What the sheet does not hold: a short answer of the kind that was asked for, and none of it twice."""

from dataclasses import replace

import pytest

from bot.coach.buyer import Line, Move
from bot.coach.buyer.offhand import PUT_OFF
from bot.language.wants import KINDS

from .talks import Table, lines, scenes, spoken

STRANGE = {"en": "And who feeds the {} every morning?", "zh": "门口那几只{}平时是谁喂？"}
ANIMALS = {
    "en": ("goldfish", "pigeons", "ducks", "cats", "parrots", "rabbits", "turtles", "geese", "swans"),
    "zh": ("鸽子", "鸭子", "猫", "鹦鹉", "兔子", "乌龟", "鹅", "孔雀", "天鹅"),
}


def unasked(scene):
    """A scene for which nobody wrote down how reps ask: only its keywords tell what a question is about."""
    return replace(scenes()[scene], asked={})


def strange(language, n=0):
    return STRANGE[language].format(ANIMALS[language][n])


def offhand(table, kinds=None):
    language = table.state.language
    own = [
        texts for person in table.scene.people for kind, texts in person.offhand.items() if not kinds or kind in kinds
    ]
    return {text for texts in own for text in texts[language]}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("scene", sorted(scenes()))
def test_what_nobody_wrote_down_is_answered_in_the_voice_of_the_scene(scene, language):
    table = Table(unasked(scene), language=language)
    taken = table.say("situation", strange(language))
    assert "offhand" in taken.tags
    assert spoken(taken) in offhand(table, ("doer",))
    assert not taken.released


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_said_off_hand_twice_and_then_the_buyer_says_honestly_no(language):
    table = Table(unasked("plant_manager"), language=language)
    own = len(table.scene.people[0].offhand["doer"][language]) + len(lines()("buyer_offhand.doer", language))
    heard = []
    for n in range(own + 1):
        table.state.patience = 90
        taken = table.say("situation", strange(language, n))
        heard.append(spoken(taken))
    assert len(set(heard)) == len(heard)
    assert "offsheet" in taken.tags


def test_one_such_answer_is_enough_in_a_reply():
    table = Table(unasked("plant_manager"))
    first, second = strange("en"), "How often does the florist come?"
    taken = table.take(Line(f"{first} {second}", (Move(first, "situation", 0.95), Move(second, "situation", 0.95))))
    assert spoken(taken) in offhand(table, ("doer",))


@pytest.mark.parametrize(
    ("language", "question"),
    [("en", "What happened to the goldfish in your lobby that night?"), ("zh", "大堂里那几条金鱼那天晚上出了什么事？")],
)
def test_what_has_no_answer_that_suits_any_matter_is_honestly_put_off(language, question):
    taken = Table(unasked("learning_dip"), language=language).say("situation", question)
    assert "offsheet" in taken.tags
    assert "offhand" not in taken.tags


def test_a_scene_without_lines_of_its_own_has_the_common_ones():
    scene = unasked("plant_manager")
    bare = replace(scene, people=tuple(replace(person, offhand={}) for person in scene.people))
    taken = Table(bare).say("situation", strange("en"))
    assert spoken(taken) in lines()("buyer_offhand.doer", "en")


def test_where_nobody_taught_the_kinds_the_buyer_says_honestly_no():
    scene = replace(unasked("plant_manager"), wants={})
    assert "offsheet" in Table(scene).say("situation", strange("en")).tags


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_kind_of_honest_no_has_its_words(language):
    assert set(PUT_OFF) <= set(KINDS)
    bare = {slot for slot in (*PUT_OFF.values(), "offsheet_what") if len(lines()(f"buyer_common.{slot}", language)) < 3}
    assert not bare


@pytest.mark.parametrize(
    ("language", "form"),
    [
        ("en", "Who is {}?"),
        ("en", "What is {}'s role in all this?"),
        ("zh", "{}是谁？"),
        ("zh", "那{}呢，他是做什么的？"),
        ("zh", "不过我刚才问的是{}，他在里头管什么？"),
    ],
)
def test_whoever_is_named_in_passing_is_known(language, form):
    for scene in scenes().values():
        for name, says in scene.named.get(language, {}).items():
            taken = Table(scene, language=language).say("situation", form.format(name))
            assert spoken(taken) in says, (scene.id, name)
