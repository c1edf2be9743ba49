"""Questions that were taken for something else: what clearly asks for something of the scene is answered."""

import pytest

from bot.coach.buyer.settle import feels_with

from .talks import Table, said

PLANT = "plant_manager"


@pytest.mark.parametrize(
    ("label", "language", "text", "item"),
    [
        ("commitment", "en", "Would your lead fitter Tian work with outsiders?", "tian"),
        ("commitment", "en", "Do you keep a log of the stops that one could look at?", "records"),
        ("pitch", "en", "Who does the maintenance on your presses, and since when?", "provider"),
        ("acknowledge", "en", "I'd be curious who does the maintenance on your presses, and since when.", "provider"),
        ("commitment", "zh", "田师傅这人好不好打交道，外面的人他肯带吗？", "tian"),
        ("pitch", "zh", "现在压机是哪家公司在做保养？", "provider"),
    ],
)
def test_what_clearly_asks_is_answered_whatever_its_label(label, language, text, item):
    table = Table(PLANT, language=language)
    table.state.trust = dict.fromkeys(table.state.trust, 70)
    taken = table.say(label, text)
    assert item in [release.item for release in taken.released]


@pytest.mark.parametrize(
    "text",
    [
        "Could we look at number seven together on Tuesday?",
        "Shall I bring our service head to meet your people next week?",
    ],
)
def test_a_proposal_stays_a_proposal(text):
    taken = Table(PLANT).say("commitment", text)
    assert taken.labels == ("commitment",)


def test_a_playback_that_asks_whether_it_is_right_stays_one():
    table = Table(PLANT)
    table.say("situation", "Who does the maintenance on your presses, and since when?")
    taken = table.say("confirm", "So Hengxiu does the maintenance, for the third year, is that right?")
    assert "confirm_yes" in taken.tags


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "And the last desk in the row is yours, I suppose, with your signature on it?"),
        ("en", "Even if I came down eight percent on Monday, would you sleep better?"),
        ("zh", "就算下周一我把八个点降了，您就放心了吗？"),
        ("zh", "最后一个签字的人，是您吧，名字落在您头上？"),
    ],
)
def test_a_question_that_proposes_nothing_never_ends_the_talk(language, text):
    table = Table("government_lead", language=language)
    table.state.trust = dict.fromkeys(table.state.trust, 90)
    table.state.revealed = [item.id for item in table.scene.items]
    table.say("commitment", text)
    assert table.state.ended is None


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Back to those corners, though: whose is the heaviest?", True),
        ("I'd rather hear how the presses are running at the moment.", True),
        ("What a lovely view you have from here.", False),
    ],
)
def test_an_open_question_is_one_whatever_it_was_taken_for(text, asks):
    table = Table(PLANT)
    table.state.turn = 5
    assert (table.say("other", text).labels != ("other",)) is asks


def test_asking_whether_something_will_do_attacks_nobody():
    taken = Table("receptive_engineer", language="zh").say("commitment", "您看这样行不行，把数摆给他们看？")
    assert "attack_rival" not in taken.tags
    assert "attack_rival" in Table("receptive_engineer", language="zh").say("pitch", "他们那套真不行。").tags


def test_who_says_that_he_asks_plays_nothing_back():
    text = "Let me ask it differently: has there been one outage this year that really hurt?"
    taken = Table("it_director").say("confirm", text, confidence=0.95)
    assert taken.labels != ("confirm",)
    assert not any(tag.startswith("confirm_") for tag in taken.tags)


@pytest.mark.parametrize(
    ("language", "text", "taken"),
    [
        ("zh", "您刚才说这数没人让您讲，是没往上报过，还是报了没人听？", "situation"),
        ("en", "You said nobody asks for that figure: was it never reported, or did nobody listen?", "situation"),
        ("zh", "您的意思是质量还是要先保证，对吗？", "confirm"),
    ],
)
def test_two_things_put_up_for_choice_are_no_playback(language, text, taken):
    table = Table("receptive_engineer", language=language)
    table.state.turn = 3
    labels = table.say("confirm", text, confidence=0.99).labels
    assert ("confirm" in labels) is (taken == "confirm")


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("具体哪几家我得先征得客户同意才能报名字，回去三天内给您准信，能去看现场的我来安排。", False),
        ("今年的客诉里头，有几件跟涂布有关？", True),
    ],
)
def test_a_statement_with_a_full_stop_asks_nothing(text, asks):
    labels = Table("receptive_engineer", language="zh").say("commitment", text, confidence=0.96).labels
    assert ("commitment" not in labels) is asks


def test_an_idea_that_asks_whether_it_will_do_is_a_proposal():
    text = "我有个想法：先不谈二十三家，就拿青岛这四十来间闷热房做个六周试点，到时候看差评，您看合适吗？"
    assert Table("upsell_hotels", language="zh").say("commitment", text).labels == ("commitment",)


@pytest.mark.parametrize(
    ("scene", "language", "label", "text"),
    [
        ("two_in_room", "en", "confirm", "If the fines stay as they are, would your operators accept being timed?"),
        ("plant_manager", "zh", "confirm", "六十二万罚款加上每月的报废，孙总监有没有见过这两笔放在一张纸上？"),
        ("finance_chief", "zh", "pitch", "要是我们的系统碰上渠道改格式，您希望怎么保证不会重蹈覆辙？"),
        ("family_owner", "zh", "confirm", "您刚才说三个人各对一半，是哪三个人，各自怎么说的？"),
        ("hospital_director", "zh", "confirm", "连值三十六个小时，开车追尾，人没事吧？"),
        ("negotiation_zone", "en", "confirm", "You said the bath is tested badly: who does the testing?"),
    ],
)
def test_what_plainly_asks_is_neither_playback_nor_pitch(scene, language, label, text):
    table = Table(scene, language=language)
    table.state.turn = 5
    labels = table.say(label, text, confidence=0.94 if label == "confirm" else 0.59).labels
    assert not {"confirm", "pitch"}.intersection(labels)


def test_a_playback_may_ask_whether_something_is_missing():
    text = "So the records cost you the rating. Is that how you see it, or do I miss something?"
    assert Table("hospital_director").say("confirm", text, confidence=0.97).labels == ("confirm",)


@pytest.mark.parametrize(
    ("language", "text", "feels"),
    [
        ("zh", "您自己顶上去排，那滋味不好受吧？", True),
        ("zh", "老梁替您担了这一下，您这两年一直觉得欠他的吧？", True),
        ("zh", "您当时是怎么熬过来的？", False),
        ("en", "That must be hard on you, isn't it?", True),
        ("en", "Who carries it for you when you are away?", False),
    ],
)
def test_who_guesses_a_feeling_feels_with_him(language, text, feels):
    assert feels_with(text, language) is feels


def test_hearsay_that_asks_whether_it_is_so_is_a_question():
    taken = Table("hospital_director").take(
        said(("I've heard that some of the doctors have been leaving.", "acknowledge"), ("Is that right?", "confirm"))
    )
    assert taken.labels[0] == "situation"
    assert not any(tag.startswith("confirm_") for tag in taken.tags)


@pytest.mark.parametrize(
    ("language", "moves"),
    [
        ("zh", [("我提议十天之内请韩科长和龚主任一起坐四十分钟。", "commitment"), ("您愿意来主持吗？", "situation")]),
        ("en", [("I suggest the three of us sit down next week.", "commitment"), ("Would you chair it?", "situation")]),
    ],
)
def test_whether_he_takes_his_part_belongs_to_what_was_proposed(language, moves):
    taken = Table("hospital_director", language=language).take(said(*moves))
    assert set(taken.labels) == {"commitment"}
    assert "offsheet" not in taken.tags


@pytest.mark.parametrize(
    ("language", "text"),
    [("zh", "我说得准不准？"), ("zh", "我有没有听漏的，或者听错的？"), ("en", "Is that the chain?")],
)
def test_more_ways_of_asking_whether_a_playback_is_right(language, text):
    played = "所以最缺人的是夜班。" if language == "zh" else "So it is the night shift that lacks people."
    table = Table(PLANT, language=language)
    table.state.turn = 9
    taken = table.take(said((played, "confirm"), (text, "confirm")))
    assert set(taken.labels) == {"confirm"}
