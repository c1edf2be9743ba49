"""The SPIN walk through the practice service."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.content.spin import read_examples
from bot.language import to_simplified
from bot.services.practice import Who
from bot.services.spin import Spin
from bot.settings import ROOT
from tests.factories import FakeJudge, make_practice, texts
from tests.services.spin_talks import EN, TALKS, ZH

EXAMPLES = read_examples(ROOT / "data" / "content" / "spin")
TABLE = {text: label for talk in TALKS.values() for text, label in talk} | {
    "换型有没有什么困难？": "problem",
    "停线会怎样？": "implication",
    "停线以后质量会怎样？": "implication",
    "你们都用什么接口？": "situation",
    "再不换就要被淘汰，对吧？": "problem",
}


def spin(engine, **more):
    return make_practice(engine, [Spin(EXAMPLES)], FakeJudge(TABLE | more))


def who(language="zh-Hans"):
    return Who(f"term:{language}", "Li", language)


def walk_to(practice, person, talk, steps):
    practice.start(person, "spin")
    reply = None
    for text, _ in talk[:steps]:
        reply = practice.take(person, text)
    return reply


def said(reply):
    return "\n".join(texts(reply))


def button(reply, ending):
    return next(b.action for m in reply.messages for b in m.buttons if b.action.endswith(ending))


def state(practice, person):
    with practice.unit() as uow:
        return uow.sessions.get(uow.users.get(person.key).current_session_id).state


@pytest.mark.parametrize("language", list(TALKS))
def test_a_walk_ends_in_a_stored_plan(database, language):
    practice, person = spin(database), who(language)
    reply = walk_to(practice, person, TALKS[language], 99)
    plan = texts(reply)[-1]
    assert practice.place(person).exercise is None
    for text, label in TALKS[language]:
        if label in ("situation", "problem", "implication", "need_payoff"):
            assert text in plan
    with practice.unit() as uow:
        user = uow.users.get(person.key)
        (deal,) = uow.deals.of_user(user.id)
        (session,) = uow.sessions.of_user(user.id)
        sheet = deal.sheets["call_plan"]
        assert session.outcome == "completed"
        assert session.deal_id == deal.id
        assert sheet["open"] == []
        assert [q["kind"][0] for q in sheet["questions"]] == list("ssppiin")
        assert len(plan.splitlines()) <= 26


def test_traditional_is_spoken_throughout(sqlite_engine):
    practice, person = spin(sqlite_engine), who("zh-Hant")
    reply = walk_to(practice, person, TALKS["zh-Hant"], 3)
    assert "難點問題" in said(reply)
    assert to_simplified(said(reply)) != said(reply)


def test_every_line_is_stored_with_its_judgement_and_checks(sqlite_engine):
    practice, person = spin(sqlite_engine), who()
    walk_to(practice, person, ZH, 5)
    with practice.unit() as uow:
        turns = [t for t in uow.sessions.turns(uow.users.get(person.key).current_session_id) if t.speaker == "rep"]
    assert [t.label for t in turns] == ["other", "situation", "situation", "problem", "implied_need"]
    assert turns[3].evidence["checks"]["open"] is True
    assert (turns[4].kind, turns[4].evidence["step"]) == ("customer", "answer")


def test_the_deal_is_asked_for_one_thing_at_a_time(sqlite_engine):
    practice, person = spin(sqlite_engine), who("en")
    practice.start(person, "spin")
    assert "What do you want to sell to Acme" in said(practice.take(person, "Acme"))
    reply = practice.take(person, "infusion pumps")
    assert "Whom do you meet" in said(practice.press(person, button(reply, "stage:doubts")))
    ready = said(practice.take(person, "Ms Okafor, CFO"))
    assert "This close to signing" in ready
    assert "only Ms Okafor can give you" in ready


def test_a_known_deal_is_taken_up_by_its_button_and_stays_one(sqlite_engine):
    practice, person = spin(sqlite_engine), who()
    walk_to(practice, person, ZH, 2)
    practice.command(person, "end")
    reply = practice.start(person, "spin")
    assert "华晨机械" in said(practice.press(person, button(reply, "deal:1")))
    practice.start(person, "spin")
    practice.take(person, ZH[0][0])
    with practice.unit() as uow:
        assert len(uow.deals.of_user(uow.users.get(person.key).id)) == 1


def test_nobody_takes_up_the_deal_of_another(sqlite_engine):
    practice = spin(sqlite_engine)
    walk_to(practice, who(), ZH, 1)
    practice.start(who("en"), "spin", {"deal": "1"})
    assert "customer" in texts(practice.remind(who("en")))[0]
    with practice.unit() as uow:
        assert not uow.deals.of_user(uow.users.get("term:en").id)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("😀", "没有字"),
        ("问" * 4000, "4000 个字"),
        ("今天天气不错", "陈述"),
        ("我们的MES支持毫秒级响应。", "介绍我们自己"),
        ("什么意思", "不满和担心"),
        ("给个例子", "先写一句"),
        ("不知道", "先写一句"),
        ("/deal x", "命令"),
        ("こんにちは、どうすればいいですか教えてください。", "中文和英文"),
        ("再不换就要被淘汰，对吧？", "卖拐"),
        ("换型有没有什么困难？", "有哪些困难"),
    ],
)
def test_bad_input_gets_a_fitting_sentence_and_keeps_the_place(sqlite_engine, text, expected):
    practice, person = spin(sqlite_engine), who()
    walk_to(practice, person, ZH, 3)
    reply = practice.take(person, text)
    assert expected in said(reply)
    assert state(practice, person)["walk"]["at"] == "problem"
    assert reply.messages[-1].buttons


def test_an_example_comes_with_the_second_miss(sqlite_engine):
    practice, person = spin(sqlite_engine), who()
    walk_to(practice, person, ZH, 3)
    assert "举个例子" not in said(practice.take(person, "今天天气不错"))
    assert "举个例子：“插单的时候" in said(practice.take(person, "路上有点堵"))


def test_a_hint_gives_a_push_first_and_an_example_after(sqlite_engine):
    practice, person = spin(sqlite_engine), who()
    walk_to(practice, person, ZH, 3)
    assert "起头" in said(practice.command(person, "hint"))
    assert "举个例子" in said(practice.command(person, "hint"))


def test_after_four_misses_the_coachs_question_stands_in_and_is_marked(sqlite_engine):
    practice, person = spin(sqlite_engine), who()
    walk_to(practice, person, ZH, 3)
    for text in ("今天天气不错", "路上有点堵", "嗯那个", "就这样"):
        reply = practice.take(person, text)
    assert "标明是我的" in said(reply)
    assert state(practice, person)["walk"]["questions"][-1]["ours"]
    assert "教练的参考" in said(practice.command(person, "end"))


def test_the_rep_may_keep_a_question_that_could_be_sharper(sqlite_engine):
    practice, person = spin(sqlite_engine), who()
    walk_to(practice, person, ZH, 3)
    reply = practice.take(person, "换型有没有什么困难？")
    practice.press(person, button(reply, "keep"))
    question = state(practice, person)["walk"]["questions"][-1]
    assert question["improved"] == "换型有哪些困难？"


def test_a_question_of_a_later_kind_is_kept_for_its_step(sqlite_engine):
    practice, person = spin(sqlite_engine), who()
    walk_to(practice, person, ZH, 3)
    assert "先替您记着" in said(practice.take(person, "停线会怎样？"))
    assert state(practice, person)["walk"]["questions"][-1]["kind"] == "implication"
    practice.take(person, "停线以后质量会怎样？")
    assert "problem" in state(practice, person)["walk"]["skipped"]


def test_three_bare_questions_lead_to_something_given(sqlite_engine):
    practice, person = spin(sqlite_engine), who()
    reply = walk_to(practice, person, ZH, 4)
    assert "不是盘问" in said(reply)
    assert "光问不给" in said(practice.take(person, ZH[4][0]))


def test_a_technical_question_to_a_decider_is_noticed_and_remembered(sqlite_engine):
    practice, person = spin(sqlite_engine), who()
    walk_to(practice, person, ZH, 1)
    assert "接口" in said(practice.take(person, "你们都用什么接口？"))
    assert "这个人答得了吗" in said(practice.command(person, "end"))


def test_undo_takes_back_and_restart_begins_again(sqlite_engine):
    practice, person = spin(sqlite_engine), who()
    walk_to(practice, person, ZH, 3)
    practice.command(person, "undo")
    assert len(state(practice, person)["walk"]["questions"]) == 1
    practice.command(person, "restart")
    assert state(practice, person)["walk"]["questions"] == []
    assert state(practice, person)["walk"]["deal"]["customer"] == "华晨机械"
    practice.command(person, "undo")
    assert len(state(practice, person)["walk"]["questions"]) == 1


def test_note_shows_what_there_is(sqlite_engine):
    practice, person = spin(sqlite_engine), who()
    walk_to(practice, person, ZH, 2)
    assert ZH[1][0] in said(practice.command(person, "note"))


def test_a_second_process_goes_on_and_resume_says_where_in_two_lines(database):
    walk_to(spin(database), who("en"), EN, 5)
    other = spin(database)
    (where,) = texts(other.remind(who("en")))
    assert len(where.splitlines()) == 2
    assert where.startswith("Harland Tools: situation 2, problem 1")
    assert "Good. Give that first" in said(other.take(who("en"), EN[5][0]))


def test_ending_early_keeps_what_there_is_and_names_the_gaps(sqlite_engine):
    practice, person = spin(sqlite_engine), who("en")
    walk_to(practice, person, EN, 2)
    reply = said(practice.command(person, "end"))
    assert EN[1][0] in reply
    assert "fewer than two problem questions" in reply


def test_ending_before_a_question_makes_no_plan(sqlite_engine):
    practice, person = spin(sqlite_engine), who("en")
    walk_to(practice, person, EN, 1)
    assert "no plan" in said(practice.command(person, "end"))


def test_skipping_everything_ends_too(sqlite_engine):
    practice, person = spin(sqlite_engine), who("en")
    reply = walk_to(practice, person, EN, 2)
    for _ in range(8):
        if practice.place(person).exercise is None:
            break
        reply = practice.press(person, button(reply, "skip"))
    assert practice.place(person).exercise is None
    assert "Still missing" in said(reply)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(min_size=1, max_size=30), min_size=4, max_size=12), st.sampled_from(list(TALKS)))
def test_no_text_breaks_the_walk(sqlite_engine, lines, language):
    practice = spin(sqlite_engine)
    person = Who(f"term:{abs(hash((*lines, language)))}", "Li", language)
    practice.start(person, "spin")
    for line in ["{customer} *_`[x](y)", *lines]:
        assert practice.take(person, line).messages
    assert practice.command(person, "end").messages


def test_a_product_told_as_a_speech_is_asked_for_again(sqlite_engine):
    practice, person = spin(sqlite_engine), who("en")
    practice.start(person, "spin")
    practice.take(person, "Acme")
    assert "short name" in said(
        practice.take(person, "something that really keeps every single nurse from walking around")
    )
