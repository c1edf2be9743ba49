"""D, deciding: cases, questions, plays and the drill, with a fake judge."""

import pytest

from bot.content.decide import read_cases
from bot.services.decide import Decide
from bot.services.practice import Who
from bot.settings import ROOT
from tests.factories import FakeJudge, make_practice, texts

CASES = read_cases(ROOT / "data" / "content" / "decide")
CHOSEN = "评标结束，选的是我们，老板忽然要再送一年维保"
LABELS = {CHOSEN: "concern", "第一次上门就说我们贵": "objection", "They picked us and want 10% off": "concern"}
MORE = "他主要怕以后出事没人管"
LABELS[f"{CHOSEN}\n{MORE}"] = "concern"


class Rep:
    """A rep who talks with a practice service and presses buttons by value."""

    def __init__(self, practice, language="zh-Hans"):
        self.practice, self.who, self.reply = practice, Who("term:rep", "Rep", language), None

    def start(self, **options):
        self.reply = self.practice.start(self.who, "decide", options)
        return self

    def say(self, *lines):
        for line in lines:
            self.reply = self.practice.take(self.who, line)
        return "\n".join(texts(self.reply))

    def values(self):
        return [b.action.split(".", 2)[-1] for m in self.reply.messages for b in m.buttons]

    def press(self, value):
        found = [b for m in self.reply.messages for b in m.buttons if b.action.split(".", 2)[-1] == value]
        self.reply = self.practice.press(self.who, found[-1].action)
        return "\n".join(texts(self.reply))

    def command(self, name):
        self.reply = self.practice.command(self.who, name)
        return "\n".join(texts(self.reply))

    def state(self):
        with self.practice.unit() as uow:
            return dict(uow.sessions.of_user(uow.users.get(self.who.key).id)[0].state)

    def confusion(self):
        with self.practice.unit() as uow:
            return uow.users.get(self.who.key).preferences["decide_confusion"]


@pytest.fixture
def rep(sqlite_engine):
    practice = make_practice(sqlite_engine, [Decide(CASES)], FakeJudge(LABELS, default="unclear"))
    return lambda language="zh-Hans": Rep(practice, language)


def test_a_concern_gets_its_play_with_evidence_and_no_discount_first(rep):
    said = rep().start().say(CHOSEN)
    assert "“选的是我们”" in said
    for part in ("疑虑", "怕的是什么", "目标和利益", "高层互访", "先别做"):
        assert part in said


def test_an_objection_is_played_by_its_stage(rep):
    said = rep().start().say("第一次上门就说我们贵")
    assert "异议" in said
    assert "他在比" in said


def test_an_unclear_case_is_asked_the_question_that_tells_most(rep):
    talk = rep().start()
    assert "评完了没有" in talk.say("客户说太贵，再考虑考虑")
    assert "他在比" in talk.press("open")


def test_what_is_known_is_not_asked_again(rep):
    assert "谁在前面" in rep().start().say("评标已经结束了，客户说太贵")


def test_three_questions_at_most_then_an_honest_not_known(rep):
    talk = rep().start()
    talk.say("客户说太贵，再考虑考虑")
    for _ in range(2):
        assert "unknown" in talk.values()
        talk.press("unknown")
    said = talk.press("unknown")
    assert "不硬猜" in said
    assert "不让价" in said


def test_answers_are_merged_and_quoted(rep):
    talk = rep().start()
    talk.say("客户说太贵，再考虑考虑", "评完了")
    said = talk.say("听说对手领先")
    assert "“听说对手领先”" in said
    assert "干净退出" in said
    assert "说对手的坏话" in said


@pytest.mark.parametrize(
    ("language", "case", "answer", "word"),
    [
        ("zh-Hans", "客户嫌贵", "还没评完", "异议"),
        ("zh-Hant", "客戶嫌貴，再考慮看看", "還沒評完", "異議"),
        ("en", "They say it is too expensive", "not yet, still comparing", "objection"),
    ],
)
def test_a_case_is_decided_in_every_language(rep, language, case, answer, word):
    talk = rep(language).start()
    talk.say(case)
    assert word in talk.say(answer)
    talk.press("finish")
    assert talk.practice.place(talk.who).exercise is None


def test_an_answer_that_tells_something_else_is_used(rep):
    talk = rep().start()
    talk.say("法务在看合同草案")
    said = talk.say("其实老板昨天口头答应了我们")
    assert "签约前的疑虑" in said
    assert "回去问" not in said


def test_a_line_that_came_along_is_the_case_so_far(rep):
    talk = rep().start(line="你们太贵了")
    assert "“你们太贵了”" in texts(talk.reply)[0]
    assert "over" in talk.values()


def test_two_customers_are_taken_one_after_the_other(rep):
    said = rep().start().say("一个客户第一次见就嫌贵，还在比三家。另一个客户说太贵，再考虑考虑")
    assert "两个客户" in said
    assert "先看第一个" in said


def test_the_second_customer_follows_when_the_first_is_decided(rep):
    talk = rep().start()
    talk.say("一个客户说太贵，再考虑考虑。另一个客户说要推迟到明年")
    said = talk.press("open")
    assert "现在看第二个" in said
    assert "评完了没有" in said


def test_a_contradiction_is_named_and_settled(rep):
    talk = rep().start()
    said = talk.say("他们选定了我们，可是还没定用谁")
    assert "“选定了我们”" in said
    assert "“还没定”" in said
    assert "疑虑" in talk.press("0")


def test_the_other_statement_can_be_kept_in_words(rep):
    talk = rep().start()
    talk.say("他们选定了我们，可是还没定用谁")
    assert "异议" in talk.say("后一句")


def test_what_is_added_to_a_decided_case_is_merged(rep):
    talk = rep().start()
    talk.say("第一次上门就说我们贵")
    talk.say("其实我们已经中标了")
    assert "中标" in talk.state()["text"]
    assert "第一次上门" in talk.state()["text"]


@pytest.mark.parametrize(
    "line", ["……", "🙂", "Dürfen wir mit Ihnen über die Preise sprechen, bitte?", "你好", "什么意思", "嗯"]
)
def test_bad_input_gets_a_sentence_and_the_case_stays_open(rep, line):
    talk = rep().start()
    talk.say("客户说太贵，再考虑考虑")
    talk.say(line)
    assert len(talk.reply.messages) == 2
    assert talk.state()["phase"] == "ask"


def test_four_thousand_characters_are_read_whole(rep):
    talk = rep().start()
    said = talk.say("客户说太贵。" * 660)
    assert "从头到尾" in said
    assert all(len(text) < 4096 for text in texts(talk.reply))


def test_braces_are_only_text(rep):
    assert "{label}" in rep().start().say("客户说{label}太贵{0}，再考虑考虑")


def test_undo_restart_hint_and_resume(rep):
    talk = rep().start()
    talk.say("客户说太贵，再考虑考虑", "不清楚")
    assert "落选" in talk.command("hint")
    talk.command("undo")
    assert talk.state()["asked"] == []
    talk.practice.command(talk.who, "pause")
    assert "客户说太贵" in talk.command("resume")
    talk.command("restart")
    assert talk.state()["text"] == ""


def test_every_line_is_judged_as_a_case(rep):
    talk = rep().start()
    talk.say("客户说太贵，再考虑考虑", "不清楚")
    with talk.practice.unit() as uow:
        turns = uow.sessions.turns(talk.practice.place(talk.who).session_id)
        assert [turn.kind for turn in turns if turn.speaker == "rep"] == ["case", "case"]


def case_of(talk):
    return next(case for cases in CASES.values() for case in cases if case.id == talk.state()["case"])


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_in_the_drill_the_rep_decides_first_and_is_told_afterwards(rep, language):
    talk = rep(language).start(mode="drill")
    case = case_of(talk)
    assert case.id.startswith("en" if language == "en" else "zh")
    before = "\n".join(texts(talk.reply))
    assert talk.values()[:3] == ["objection", "concern", "unclear"]
    after = talk.press(case.label)
    if language != "zh-Hant":
        assert case.why not in before
        assert case.why in after
        assert all(quote in after for quote in case.evidence)
    assert talk.confusion() == {"pairs": [[case.label, case.label]], "seen": [case.id]}


def test_a_decision_can_be_written(rep):
    talk = rep("en").start(mode="drill")
    case = case_of(talk)
    talk.say({"objection": "an objection", "concern": "cold feet", "unclear": "can't tell"}[case.label])
    assert talk.state()["hits"] == 1


def test_what_is_confused_is_counted_and_shown(rep):
    talk = rep().start(mode="drill")
    shown = ""
    for _ in range(12):
        case = case_of(talk)
        shown += talk.press("objection" if case.label == "concern" else case.label)
        talk.press("next")
    pairs = [tuple(pair) for pair in talk.confusion()["pairs"]]
    wrong = pairs.count(("concern", "objection"))
    assert wrong >= 2
    assert f"最近 {wrong} 个“签约前的疑虑”里，您有 {wrong} 次当成了“异议”" in shown
    assert f"判断对 {12 - wrong} 题" in talk.command("end")


def test_no_case_comes_again_before_all_were_seen(rep):
    talk = rep().start(mode="drill")
    seen = []
    for _ in CASES["zh"]:
        seen.append(case_of(talk).id)
        talk.press("unclear")
        talk.press("next")
    assert len(set(seen)) == len(CASES["zh"])


def test_words_that_decide_nothing_leave_the_case_open(rep):
    talk = rep().start(mode="drill")
    case = case_of(talk)
    assert "三种" in talk.say("我再想想")
    assert case_of(talk) == case


def test_an_own_case_between_two_drill_cases_is_taken(rep):
    talk = rep().start(mode="drill")
    talk.press("unclear")
    assert "疑虑" in talk.say(CHOSEN)


def test_more_of_the_same_case_is_read_with_it_and_counted_once(rep):
    talk = rep().start()
    talk.say(CHOSEN)
    said = talk.say(MORE)
    assert "后话" in said
    assert "签约前的疑虑" in said
    assert "1 个单子" in talk.press("finish")


@pytest.mark.parametrize("text", ["结束了", "已经结束了"])
def test_an_evaluation_that_has_ended_does_not_end_the_exercise(rep, text):
    talk = rep().start()
    talk.say("客户说太贵了，让我再等等")
    talk.say(text)
    assert talk.practice.place(talk.who).exercise == "decide"
