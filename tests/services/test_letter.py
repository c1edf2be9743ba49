"""The follow-up letter as an exercise."""

from pathlib import Path

from bot.coach.letter import Verdict
from bot.services.letter import _as_written as judge_as_written
from tests.factories import ANNA, texts

from .talking import LATE, PROBLEM, WORTH


def begin(desk, *lines):
    number, _ = desk.talk(*lines)
    return desk.practice.start(ANNA, "letter", {"talk": str(number)}).messages[-1]


def test_without_a_talk_there_is_nothing_to_write(desk):
    assert "no talk to write about" in texts(desk.practice.start(ANNA, "letter"))[0]
    assert desk.practice.place(ANNA).exercise is None


def test_the_draft_is_exported_as_markdown(desk):
    first = begin(desk, PROBLEM, LATE, WORTH)
    reply = desk.practice.press(ANNA, first.buttons[0].action)
    document = next(m.document for m in reply.messages if m.document)
    text = Path(document).read_text(encoding="utf-8")
    assert text.startswith("Dear Ms Chen,")
    assert text.count("## ") == 4


def test_what_the_talk_left_open_is_named(desk):
    first = begin(desk, PROBLEM)
    assert "their next step" in texts(desk.practice.press(ANNA, first.buttons[0].action))[0]


def test_a_weak_letter_is_told_what_is_missing_a_few_at_a_time(desk):
    begin(desk, PROBLEM, LATE)
    text = texts(desk.practice.take(ANNA, "Thank you for the coffee."))[0]
    assert 2 <= len(text.splitlines()) <= 5
    assert "goal is missing" in text


def test_a_letter_is_stored_with_its_verdict(desk):
    begin(desk, PROBLEM)
    desk.practice.take(ANNA, "Thank you for the coffee.")
    with desk.practice.unit() as uow:
        rows = uow.sessions.turns(desk.practice.place(ANNA).session_id)
    assert next(r for r in rows if r.speaker == "rep").evidence["letter"]["goal"] is False


def test_the_end_closes(desk):
    begin(desk, PROBLEM)
    desk.practice.command(ANNA, "end")
    assert desk.practice.place(ANNA).exercise is None


def test_a_draft_in_the_chat_has_headings_without_marks(desk):
    first = begin(desk, PROBLEM, LATE, WORTH)
    said = "\n".join(texts(desk.practice.press(ANNA, first.buttons[0].action)))
    assert "##" not in said
    assert "What is needed\n- " in said


def test_steps_on_both_sides_are_named_as_there(desk):
    begin(desk, PROBLEM)
    text = texts(desk.practice.take(ANNA, "On Friday we will send the sheet, and please send us the data."))[0]
    assert "Next steps" in text.splitlines()[0]


def test_a_letter_is_quoted_in_its_own_script():
    plain, text = "目标。我们的系统最快。", "目標。我們的系統最快。"
    found = judge_as_written(Verdict(*[False] * 7, pitches=("我们的系统最快。",)), plain, text)
    assert found.pitches == ("我們的系統最快。",)
