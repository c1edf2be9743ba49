"""What is held back, what is told once more, and what a question beside a statement is answered with."""

import pytest

from bot.coach.buyer import Line, Move, aimed
from bot.coach.buyer.voice import prints, sentences

from .talks import Table, lines, scenes, spoken

HIDDEN = ("implication", "payoff", "fear", "goal")


def said(*moves):
    return Line(" ".join(text for text, _ in moves), tuple(Move(text, label, 0.95) for text, label in moves))


@pytest.mark.parametrize("scene", sorted(scenes()))
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_hidden_can_be_held_back_in_its_own_words(scene, language):
    bare = [i.id for i in scenes()[scene].items if i.kind in HIDDEN and not i.held.get(language)]
    assert not bare


def test_a_worth_that_is_not_earned_is_held_back_in_its_own_words():
    table = Table("it_director")
    taken = table.say("need_payoff", "If the lines switched by themselves, what would that change for your people?")
    item = table.scene.by_id["unnoticed"]
    assert "held" in taken.tags
    assert any(text in spoken(taken) for text in item.held["en"])
    assert not table.state.revealed


@pytest.mark.parametrize(
    ("language", "question"), [("en", "How many people are in finance?"), ("zh", "财务一共多少人？")]
)
def test_a_fact_that_was_told_in_full_is_told_again_by_its_core(language, question):
    table = Table("finance_chief", language=language)
    item = table.scene.by_id["team"]
    table.state.revealed.append(item.id)
    table.state.said += [mark for text in item.says[language] for mark in prints(text)]
    reply = spoken(table.say("situation", question)).lower()
    leads = [lead.strip(" ,，").lower() for lead in lines()("buyer_common.recap", language)]
    cores = [part.lower() for text in item.says[language] for part in sentences(text)]
    assert any(reply.startswith(lead) for lead in leads)
    assert any(reply.endswith(core) for core in cores)


@pytest.mark.parametrize(
    ("language", "reaction", "question"),
    [
        ("en", ("That must be hard on everybody.", "acknowledge"), "How many people are in finance?"),
        ("zh", ("那可真够折腾的。", "acknowledge"), "财务一共多少人？"),
        ("en", ("Our platform is the leading one.", "pitch"), "How many people are in finance?"),
    ],
)
def test_a_question_decides_the_reply(language, reaction, question):
    table = Table("finance_chief", language=language)
    taken = table.take(said(reaction, (question, "situation")))
    assert spoken(taken) in table.scene.by_id["team"].says[language]


def test_a_question_beside_sympathy_opens_no_need():
    table = Table("family_owner", language="en")
    table.state.trust = dict.fromkeys(table.state.trust, 95)
    table.state.revealed = [i.id for i in table.scene.items if i.kind in ("problem", "implication")]
    table.state.pain, table.state.topic = 40, "late_orders"
    taken = table.take(said(("That must be hard on you.", "acknowledge"), ("How old is Chen?", "situation")))
    assert "need" not in {r.kind for r in taken.released}


def test_two_questions_for_one_thing_have_one_answer():
    table = Table("finance_chief", language="en")
    taken = table.take(
        said(("How many people are in finance?", "situation"), ("What is the headcount of finance?", "situation"))
    )
    assert spoken(taken) in table.scene.by_id["team"].says["en"]


@pytest.mark.parametrize(
    ("language", "text", "label"),
    [
        ("en", "If the same thing fails again, what would that mean for the company?", "implication"),
        ("zh", "要是年底这个数完不成，对您这边会怎么样？", "implication"),
        ("en", "If the matching were done overnight, what would that be worth to you?", "need_payoff"),
    ],
)
def test_a_trouble_that_is_supposed_is_no_remedy(language, text, label):
    assert Table("finance_chief", language=language).say("need_payoff", text).labels == (label,)


def test_what_would_help_is_no_next_step():
    taken = Table("presign_fear").say(
        "commitment", "Would it help you to sign if both systems ran side by side until you say so?"
    )
    assert taken.labels == ("need_payoff",)
    assert not taken.state.agreed


def test_an_echo_is_no_pitch():
    assert Table().say("pitch", "Fifty minutes.").labels == ("other",)
    assert Table().say("pitch", "Our platform does it in fifty minutes.").labels == ("pitch",)


def test_who_is_offered_a_day_is_not_given_another():
    table = Table("plant_manager", language="en")
    table.state.trust = dict.fromkeys(table.state.trust, 95)
    table.state.revealed = [i.id for i in table.scene.items if i.kind in ("problem", "need")]
    taken = table.say("commitment", "Shall I bring an engineer next Thursday to diagnose number seven?")
    assert taken.state.agreed == "trial"
    assert not any(day in spoken(taken) for day in ("Monday", "Tuesday", "Wednesday", "Friday"))


@pytest.mark.parametrize(
    ("language", "ask"), [("en", "How much do you pay for the lines in a year?"), ("zh", "专线一年租金多少钱？")]
)
@pytest.mark.parametrize("sure", [True, False])
def test_nothing_is_refused_in_words_on_a_matter_that_was_hardly_asked_for(language, ask, sure, monkeypatch):
    monkeypatch.setattr(aimed, "HELD", 0.0 if sure else 1.1)
    table = Table("it_director", language=language)
    table.state.trust = dict.fromkeys(table.state.trust, 0)
    taken = table.say("situation", ask)
    held = table.scene.by_id["line_cost"].held[language]
    assert any(text in spoken(taken) for text in held) is sure
    assert spoken(taken)


@pytest.mark.parametrize(("language", "text"), [("zh", "您请说，我听着。"), ("en", "Please go on, I'm listening.")])
def test_who_wants_to_hear_the_rest_hears_it(language, text):
    table = Table("finance_chief", language=language)
    table.say("situation", {"zh": "财务一共多少人？", "en": "How many people are in finance?"}[language])
    assert spoken(table.say("other", text)) in table.scene.by_id["team"].says[language]
