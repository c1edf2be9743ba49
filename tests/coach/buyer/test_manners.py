"""Leave that is asked for, nods, and what belongs to a proposal or an answer and asks for nothing."""

import pytest

from bot.coach.buyer import manners
from bot.coach.buyer.cues import ATTACK

from .talks import Table, said, spoken


@pytest.mark.parametrize(
    ("language", "moves"),
    [
        (
            "en",
            [
                ("I'd rather start with your situation than with my product.", "other"),
                ("Is that all right?", "confirm"),
            ],
        ),
        ("zh", [("今天我想先多听听医院的情况，您看可以吗？", "commitment")]),
    ],
)
def test_who_comes_to_listen_is_given_leave(language, moves):
    taken = Table("hospital_director", language=language).take(said(*moves))
    assert taken.tags == ("permission",)


def test_a_day_that_is_named_makes_it_a_proposal():
    taken = Table("hospital_director").take(
        said(("I would like to listen to your coders next Tuesday.", "commitment"), ("Is that all right?", "confirm"))
    )
    assert "permission" not in taken.tags


def test_a_nod_is_no_sympathy():
    taken = Table().take(said(("Fair enough.", "acknowledge"), ("How many people are in finance?", "situation")))
    assert [r.item for r in taken.released] == ["team"]
    assert not any(tag.startswith("ack") for tag in taken.tags)


def test_would_you_support_that_belongs_to_the_proposal():
    taken = Table().take(
        said(("I suggest a pilot with one shop.", "commitment"), ("Would you support that?", "situation"))
    )
    assert not taken.released
    assert "offsheet" not in taken.tags


def test_what_only_passes_the_time_does_not_stand_beside_an_answer():
    taken = Table().take(
        said(
            ("How many people are in finance?", "situation"),
            ("And who waters the plants in the lobby?", "situation"),
        )
    )
    told = Table("finance_chief").scene.by_id["team"].says["en"]
    assert spoken(taken) in told


def test_a_playback_in_many_sentences_is_answered_as_one():
    table = Table()
    table.say("situation", "How many people are in finance?")
    taken = table.take(
        said(
            ("Let me sum up: thirty-one people in finance.", "confirm"),
            ("Twelve of them only reconcile.", "problem"),
            ("Is that right?", "confirm"),
        )
    )
    assert taken.labels == ("confirm",) * 3
    assert "confirm_yes" in taken.tags


@pytest.mark.parametrize(
    ("language", "text", "slot"),
    [
        ("en", "What would you like to talk about today?", "you_begin"),
        ("zh", "您想先聊哪一块？", "you_begin"),
        ("en", "What do you think of us?", "counter"),
        ("zh", "您觉得我们怎么样？", "counter"),
    ],
)
def test_who_asks_for_our_view_and_who_leaves_the_beginning_to_us_are_answered_each_in_kind(language, text, slot):
    assert slot in Table(language=language).say("other", text).tags


@pytest.mark.parametrize(
    ("text", "introduced"),
    [
        ("What do you do here?", True),
        ("And what do you do exactly, if I may ask?", True),
        ("What do you do with a press that is down at night?", False),
    ],
)
def test_what_somebody_does_with_a_thing_is_no_question_for_his_post(text, introduced):
    assert ("intro" in Table("plant_manager").say("situation", text).tags) is introduced


def test_what_the_buyer_thinks_of_a_thing_is_no_question_about_us():
    assert "counter" not in Table("plant_manager").say("situation", "What do you think of that eight percent?").tags


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Suppose we run it on one line for three weeks, free of charge, and you watch the pump?"),
        ("zh", "我们先在一台机上装两个礼拜，一分钱不收，您看着数据再说，行吗？"),
    ],
)
def test_a_trial_that_costs_nothing_is_no_discount(language, text):
    taken = Table("plant_manager", language=language).say("commitment", text)
    assert "discount_free" not in taken.tags


def test_a_price_cut_for_nothing_still_is_one():
    taken = Table("plant_manager").say("commitment", "We could give you ten percent off, and I can do that today.")
    assert "discount_free" in taken.tags


@pytest.mark.parametrize(
    ("text", "treated"),
    [("周三我来车间站半天，志远也一起，看完再跟您喝茶聊聊，行吗？", False), ("改天请您吃顿便饭，赏个脸？", True)],
)
def test_tea_after_the_work_is_no_invitation(text, treated):
    taken = Table("family_owner", language="zh").say("commitment", text)
    assert ("treat" in taken.tags) is treated


@pytest.mark.parametrize(("text", "asks"), [("我是问龚主任这个人。", True), ("这个我问过老陈了。", False)])
def test_who_says_again_what_he_asked_has_asked(text, asks):
    taken = Table("hospital_director", language="zh").say("other", text)
    assert (taken.labels == ("situation",)) is asks


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("下周二我带工程师来。", True),
        ("十二月五号我提上定价会。", True),
        ("人到了直接进车间找我，七号机让你们测。", False),
        ("六号线的成果先整理出来。", False),
        ("On the eighteenth of May you answer questions.", True),
        ("He hears budgets on the twenty-sixth.", True),
        ("The third of my questions is about the first.", False),
        ("Bring your man on Tuesday.", True),
    ],
)
def test_a_day_is_told_from_a_number(text, day):
    assert bool(manners.DAY.search(text)) is day


@pytest.mark.parametrize(
    ("language", "text"),
    [("zh", "切换附件按您说的改完，这周我们就把合同签了，您看行吗？"), ("zh", "照您说的顺序先做东厂，您看可以吗？")],
)
def test_who_does_as_the_buyer_said_proposes_and_asks_no_leave(language, text):
    assert "permission" not in Table("presign_fear", language=language).say("commitment", text).tags


@pytest.mark.parametrize(
    ("text", "adopts"),
    [
        ("Is that so here too?", True),
        ("你们这儿也是这样吗？", True),
        ("Would you support that?", False),
        ("您看行吗？", False),
    ],
)
def test_asking_whether_it_is_so_here_too_asks_for_an_answer(text, adopts):
    assert (manners.HERE_TOO.search(text) is not None) is adopts


@pytest.mark.parametrize(
    "text",
    [
        "What would a new system have to leave alone so your people don't turn against it?",
        "您以前是不是碰到过外行，吃过亏？",
    ],
)
def test_who_speaks_of_others_slights_nobody(text):
    assert not manners.SLIGHT.search(text)


@pytest.mark.parametrize("text", ["Your people just don't understand it.", "您也太外行了。"])
def test_a_slight_stays_one(text):
    assert manners.SLIGHT.search(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Then tell me: what have I not understood yet?"),
        ("en", "What am I missing?"),
        ("zh", "那您说，我没问到的是什么？"),
        ("zh", "有哪些是我还没弄明白的？"),
    ],
)
def test_who_asks_what_he_has_missed_gets_a_hint(language, text):
    table = Table("it_director", language=language)
    hints = [hint for item in table.scene.of_kind("problem") for hint in item.surface[language]]
    taken = table.say("situation", text)
    assert any(hint in spoken(taken) for hint in hints)
    assert not taken.released


def test_who_has_found_all_that_hurts_is_told_what_he_never_asked_the_reason_of():
    table = Table("it_director")
    wanted = table.scene.of_kind("requirement")[0]
    table.state.revealed = [*(item.id for item in table.scene.of_kind("problem", "fear")), wanted.id]
    assert wanted.meant["en"] in spoken(table.say("situation", "What have I not understood yet?"))


@pytest.mark.parametrize(
    "text", ["That was all from my side. Goodbye, Mr Gu.", "Goodbye then, and I will send the page on Thursday."]
)
def test_who_says_goodbye_is_seen_off_and_asked_nothing_more(text):
    table = Table("government_lead")
    table.state.turn = 12
    taken = table.take(said(*[(part, "other") for part in text.split(". ")]))
    assert taken.tags == ("goodbye",)


@pytest.mark.parametrize(("text", "attacks"), [("The pages lie in front of them.", False), ("They lied.", True)])
def test_what_lies_somewhere_attacks_nobody(text, attacks):
    assert bool(ATTACK.search(text)) is attacks
