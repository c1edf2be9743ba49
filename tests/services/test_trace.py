"""T, tracing: from a pasted list to a ledger, with a fake judge."""

import csv
from pathlib import Path

import pytest

from bot.services.practice import Who
from bot.services.trace import Trace
from tests.factories import FakeJudge, make_practice, texts

LABELS = {
    "内存不低于16G": "requirement",
    "三天交货": "requirement",
    "三天交貨": "requirement",
    "单价不超过五千": "requirement",
    "單價不超過五千": "requirement",
    "delivery in three days": "requirement",
    "under 5,000 each": "requirement",
    "上个月断料停线": ("implied_need", "business"),
    "上個月斷料停線": ("implied_need", "business"),
    "the line stood still last month": ("implied_need", "business"),
    "不再停线": ("explicit_need", "business"),
    "每到月底财务都要通宵": ("implied_need", "business"),
}
WALKS = {
    "zh-Hans": [
        "三天交货；单价不超过五千",
        "上个月断料停线",
        "厂长",
        "六月旺季",
        "不再停线",
        "他们的客户",
        "他亲口说的",
    ],
    "zh-Hant": [
        "三天交貨；單價不超過五千",
        "上個月斷料停線",
        "廠長",
        "六月旺季",
        "不再停線",
        "他們的客戶",
        "他親口說的",
    ],
    "en": [
        "delivery in three days; under 5,000 each",
        "the line stood still last month",
        "the plant manager",
        "the season starts in June",
        "no more stops",
        "their customers",
        "he said so",
    ],
}


class Rep:
    """A rep who talks with a practice service and presses buttons by value."""

    def __init__(self, practice, language="zh-Hans"):
        self.practice, self.who, self.reply = practice, Who("term:rep", "Rep", language), None

    def start(self, **options):
        self.reply = self.practice.start(self.who, "trace", options)
        return self

    def say(self, *lines):
        for line in lines:
            self.reply = self.practice.take(self.who, line)
        return "\n".join(texts(self.reply))

    def press(self, value):
        self.reply = self.practice.press(self.who, self.button(value).action)
        return "\n".join(texts(self.reply))

    def button(self, value):
        found = [b for m in self.reply.messages for b in m.buttons if b.action.split(".", 2)[-1] == value]
        return found[-1]

    def command(self, name):
        self.reply = self.practice.command(self.who, name)
        return "\n".join(texts(self.reply))

    def ledger(self):
        with self.practice.unit() as uow:
            user = uow.users.get(self.who.key)
            deal = uow.deals.of_user(user.id)[0]
            return deal.sheets["ledger"]

    def rows(self):
        return self.ledger()["rows"]

    def files(self):
        return [Path(m.document) for m in self.reply.messages if m.document]


@pytest.fixture
def rep(sqlite_engine, tmp_path):
    practice = make_practice(sqlite_engine, [Trace(tmp_path / "exports")], FakeJudge(LABELS, default="information"))
    return lambda language="zh-Hans": Rep(practice, language)


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_a_requirement_is_led_to_its_need_in_every_language(rep, language):
    talk = rep(language).start()
    talk.say("Acme", *WALKS[language])
    row = talk.rows()[0]
    assert row["status"] == "done"
    assert row["why"] == row["now"] == WALKS[language][1]
    assert (row["role"], row["level"], row["source"], row["heard"]) == ("operations", "business", "chain", "said")
    end = talk.press("finish")
    assert row["wanted"] in end
    assert all(path.exists() for path in talk.files())
    assert talk.practice.place(talk.who).exercise is None


def test_a_line_that_came_along_is_kept_until_the_deal_has_a_name(rep):
    talk = rep().start(line="三天交货")
    assert "三天交货" in texts(talk.reply)[0]
    assert "要求" in talk.say("华东电机")
    assert [row["requirement"] for row in talk.rows()] == ["三天交货"]


def test_a_list_pasted_where_the_name_was_asked_is_kept(rep):
    talk = rep().start()
    talk.say("三天交货；单价不超过五千", "华东电机")
    assert len(talk.rows()) == 2


def test_leaving_before_the_deal_has_a_name_loses_nothing(rep):
    talk = rep().start(line="三天交货")
    talk.command("end")
    assert [row["requirement"] for row in talk.rows()] == ["三天交货"]


def test_not_knowing_says_whom_to_ask_and_keeps_the_question(rep):
    talk = rep().start()
    answer = talk.say("华东电机", "单价不超过五千", "不清楚")
    assert "财务" in answer
    assert "单价不超过五千" in answer
    assert talk.rows()[0]["open"][0]["link"] == "why"


def test_a_document_is_pressed_once_and_then_counts_as_missing(rep):
    talk = rep().start()
    assert "出处" in talk.say("华东电机", "三天交货", "标书里这么写的")
    talk.say("标书里就这么写的")
    assert talk.rows()[0]["weak"] == ["why"]
    assert "为什么" in talk.press("finish")


def test_who_is_contradicted_is_said_and_chosen(rep):
    talk = rep().start()
    said = talk.say("华东电机", "三天交货", "财务总监坚持要的", "厂长")
    assert "财务总监" in said
    assert "厂长" in said
    talk.press("1")
    assert talk.rows()[0]["who"] == "厂长"


@pytest.mark.parametrize("text", ["不清楚", "跳过"])
def test_who_is_contradicted_can_be_left_as_it_was(rep, text):
    talk = rep().start()
    said = talk.say("华东电机", "三天交货", "财务总监坚持要的", "厂长", text)
    assert "当面核一句" in said
    assert "财务总监" in talk.rows()[0]["who"]


def test_a_contradiction_does_not_keep_anybody_in(rep):
    talk = rep().start()
    assert "台账" in talk.say("华东电机", "三天交货", "财务总监坚持要的", "厂长", "收尾")


def test_procurement_is_asked_who_stood_behind(rep):
    talk = rep().start()
    assert "传话" in talk.say("华东电机", "三天交货", "断料停过线", "采购")


def test_two_needs_in_one_cell_are_parted_and_both_kept(rep):
    talk = rep().start()
    talk.say("华东电机", "三天交货", "断料停过线", "厂长", "六月旺季", "现在要等七天；还想少填两张表")
    talk.press("0")
    assert talk.rows()[0]["now"] == "现在要等七天"
    assert [line["text"] for line in talk.ledger()["lines"]] == ["想少填两张表"]


def test_one_reason_for_two_requirements_is_pointed_out(rep):
    talk = rep().start()
    talk.say("华东电机", *WALKS["zh-Hans"], "同上")
    assert talk.rows()[1]["why"] == "上个月断料停线"
    assert "同一句原因" in talk.press("finish")


def test_a_guess_makes_an_invented_link(rep):
    talk = rep().start()
    talk.say("华东电机", "三天交货", "上个月断料停线", "厂长", "六月旺季", "不再停线", "他们的客户")
    assert "我们推的" in talk.press("guess")


def test_a_pasted_need_bears_out_the_need_of_a_row(rep):
    talk = rep().start()
    talk.say("华东电机", "三天交货。每到月底财务都要通宵", "断料停过线", "厂长", "六月旺季", "月底财务通宵")
    talk.say("财务月底不通宵", "内部目标")
    assert talk.rows()[0]["heard"] == "line"
    assert talk.rows()[0]["quote"] == "每到月底财务都要通宵"


def test_undo_takes_the_last_answer_back_and_restart_can_be_undone(rep):
    talk = rep().start()
    talk.say("华东电机", "三天交货", "上个月断料停线", "厂长")
    talk.command("undo")
    assert talk.rows()[0]["who"] == ""
    talk.command("restart")
    assert talk.rows()[0]["why"] == ""
    talk.command("undo")
    assert talk.rows()[0]["why"] == "上个月断料停线"


def test_a_ledger_is_taken_up_again_with_its_open_rows(rep):
    talk = rep().start()
    talk.say("华东电机", "三天交货；单价不超过五千", "不清楚")
    talk.press("finish")
    talk.start()
    talk.reply = talk.practice.press(talk.who, next(b.action for m in talk.reply.messages for b in m.buttons))
    assert "2" in "\n".join(texts(talk.reply))
    assert "三天交货" in talk.press("continue")
    talk.say("上个月断料停线")
    assert talk.rows()[0]["why"] == "上个月断料停线"
    assert talk.rows()[0]["open"] == []


def test_nobody_opens_the_deal_of_another(rep):
    talk = rep().start()
    talk.say("华东电机", "三天交货")
    with talk.practice.unit() as uow:
        deal = uow.deals.of_user(uow.users.get(talk.who.key).id)[0].id
    talk.who = Who("term:other", "Other", "zh-Hans")
    talk.start()
    session = talk.practice.place(talk.who).session_id
    talk.reply = talk.practice.press(talk.who, f"{session}.0.d{deal}")
    with talk.practice.unit() as uow:
        assert uow.sessions.get(session).deal_id is None


def test_two_hundred_requirements_are_all_kept_and_a_few_lead(rep):
    talk = rep().start()
    talk.practice.judge.default = "requirement"
    talk.say("华东电机")
    said = talk.say("\n".join(f"{n}. 第{n}项不低于{n}毫米" for n in range(1, 200)) + "\n200. 六月前到货")
    assert len(talk.rows()) == 200
    assert "200 条" in said
    assert talk.reply.messages[-1].text.startswith("第 200 条")
    for _ in range(8):
        said = talk.press("next")
    assert "192" in said
    assert talk.button("more")


def test_a_second_list_in_the_middle_is_added_and_the_question_stays(rep):
    talk = rep().start()
    talk.say("华东电机", "三天交货")
    talk.practice.judge.default = "requirement"
    said = talk.say("1. 五百台\n2. 十六G内存\n3. 质保三年")
    assert [row["requirement"] for row in talk.rows()] == ["三天交货", "五百台", "十六G内存", "质保三年"]
    assert talk.rows()[0]["why"] == ""
    assert "为什么" in said


def test_items_are_sorted_anew_on_the_reps_word(rep):
    talk = rep().start()
    talk.say("华东电机", "三天交货；单价不超过五千；我们有三个厂")
    talk.say("2是需求", "a是要求")
    assert [row["requirement"] for row in talk.rows()] == ["三天交货", "我们有三个厂"]
    assert [line["text"] for line in talk.ledger()["lines"]] == ["单价不超过五千"]


def test_letters_mean_the_lines_that_were_shown_last(rep):
    talk = rep().start()
    talk.say("华东电机", "三天交货；我们有三个厂")
    talk.practice.judge.table["五百台"] = "requirement"
    talk.press("next")
    talk.start()
    talk.reply = talk.practice.press(talk.who, next(b.action for m in talk.reply.messages for b in m.buttons))
    talk.say("五百台；老板姓王", "a是要求")
    assert talk.rows()[-1]["requirement"] == "老板姓王"


def test_a_need_is_not_traced_unless_the_rep_insists(rep):
    talk = rep().start()
    assert "/spin" in talk.say("华东电机", "每到月底财务都要通宵")
    talk.press("force")
    assert talk.rows()[0]["requirement"] == "每到月底财务都要通宵"


@pytest.mark.parametrize(
    "line",
    ["……", "🙂", "Wir brauchen das bis Freitag, können Sie das bitte machen?", "什么意思", "你好", "今天天气不错"],
)
def test_bad_input_gets_a_sentence_and_the_question_again(rep, line):
    talk = rep().start()
    talk.say("华东电机", "三天交货")
    said = talk.say(line)
    assert len(talk.reply.messages) == 2
    assert "为什么" in said
    assert talk.rows()[0]["why"] == ""


def test_a_long_answer_is_kept_whole(rep):
    talk = rep().start()
    answer = "上个月断料，" + "现场等了又等，" * 600
    talk.say("华东电机", "三天交货", answer)
    assert talk.rows()[0]["why"] == answer
    assert all(len(text) < 4096 for text in texts(talk.reply))


def test_braces_in_what_the_rep_writes_are_only_text(rep):
    talk = rep().start()
    talk.say("{name} {0}", "三天交货{item}；单价不超过五千 {who}")
    assert "{item}" in texts(talk.reply)[0]


def test_every_line_of_the_rep_is_judged(rep):
    talk = rep().start()
    talk.say("华东电机", "三天交货", "不清楚")
    with talk.practice.unit() as uow:
        turns = uow.sessions.turns(talk.practice.place(talk.who).session_id)
        assert [turn.kind for turn in turns if turn.speaker == "rep"] == ["customer"] * 3


def test_resume_says_where_we_are(rep):
    talk = rep().start()
    talk.say("华东电机", "三天交货；单价不超过五千")
    talk.practice.command(talk.who, "pause")
    said = talk.command("resume")
    assert "三天交货" in said
    assert "1 条" in said


def test_the_files_hold_the_ledger_and_run_no_formula(rep):
    talk = rep().start()
    talk.practice.judge.default = "requirement"
    talk.say("华东|电机", "=SUM(1;2) 五百台")
    talk.press("finish")
    markdown, sheet = talk.files()
    table = list(csv.reader(sheet.read_text(encoding="utf-8-sig").splitlines()))
    assert table[0][:2] == ["编号", "要求"]
    assert table[1][1].startswith("'=SUM(1")
    assert markdown.read_text(encoding="utf-8").splitlines()[0] == "# 华东|电机"


def test_a_name_given_for_the_reason_is_kept_whole_and_not_asked_again(rep):
    talk = rep().start()
    said = talk.say("华东电机", "三天交货", "生产副总周建国提的")
    assert "生产副总周建国" in said
    said = talk.say("上个月断料停线")
    assert talk.rows()[0]["who"] == "生产副总周建国"
    assert "谁说的" not in said


def test_a_reason_given_for_who_is_kept_and_who_is_asked_again(rep):
    talk = rep().start()
    talk.say("华东电机", "三天交货", "不清楚", "因为去年被罚过")
    assert talk.rows()[0]["why"] == "因为去年被罚过"
    talk.say("老孙")
    assert talk.rows()[0]["who"] == "老孙"


@pytest.mark.parametrize(
    ("language", "skip", "finish"), [("zh-Hans", "跳过", "收尾"), ("zh-Hant", "跳過", "收尾"), ("en", "skip", "done")]
)
def test_typed_buttons_do_what_they_say(rep, language, skip, finish):
    talk = rep(language).start()
    talk.say("Acme", {"zh-Hans": "三天交货", "zh-Hant": "三天交貨", "en": "delivery in three days"}[language], skip)
    assert talk.rows()[0]["passed"] == ["why"]
    talk.say(finish)
    assert talk.files()


def test_a_deal_may_go_without_a_name(rep):
    talk = rep().start()
    talk.say("随便")
    assert "未命名" in talk.say("三天交货", "收尾")


def test_two_answers_that_the_coach_put_together_are_no_fault_of_the_rep(rep):
    talk = rep().start()
    talk.say("华东电机", "三天交货", "上个月断料停线", "厂长", "六月旺季")
    talk.say("现在每周停两次")
    talk.say("不再停线")
    assert "装了两个需求" not in talk.press("finish")


def test_who_wants_it_is_no_document(rep):
    said = rep("en").start().say("Acme", "delivery in three days", "they just want it")
    assert "document" not in said
    assert "somebody wants it, not why" in said


@pytest.mark.parametrize(
    ("words", "heard"), [("my boss", "guess"), ("我们老板", "guess"), ("the plant manager", "said")]
)
def test_a_person_is_no_quote_and_our_own_boss_no_customer(rep, words, heard):
    talk = rep().start()
    talk.say("华东电机", "三天交货", "上个月断料停线", "厂长", "六月旺季", "不再停线", "他们的客户", words)
    row = talk.ledger()["rows"][0]
    assert (row["heard"], row["quote"]) == (heard, "")


def test_a_property_is_shown_as_one(rep):
    said = rep().start().say("华东电机", "内存不低于16G")
    assert "参数：16G" in said
