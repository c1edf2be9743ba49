"""The way through one lesson: cards, questions to think on, quiz, drills, result. The place is kept at every step."""

from __future__ import annotations

from typing import Any

from bot.coach.lesson import unlock
from bot.coach.lesson.answers import gives_up
from bot.coach.lesson.grade import QUIZ_PASS, Graded, quiz_passed, share
from bot.coach.lesson.model import Lesson

from ..turn import TurnContext
from . import ask, drill
from .book import Book
from .desk import Desk
from .said import LABELS, meant
from .words import joined, label_of, link, press, t, w

KEPT = ("stage", "i", "rights", "order", "redone")
"""What of the state is the place in a lesson."""


def open_lesson(turn: TurnContext, desk: Desk, book: Book, number: int) -> None:
    """Open a lesson where it was left, or at its first card."""
    lesson = desk.course.lessons[number]
    row = book.row(number)
    place: dict[str, Any] = dict(row.place)
    turn.keep(mode="lesson", lesson=number, stage="card", i=0, rights=[], order=[], q=None, d=None, redone=[])
    turn.session.scene = f"lesson-{number:02d}"
    if place and place.get("stage") != "done":
        turn.keep(**place)
        turn.reply.say(t(turn, "back", number=number, title=w(turn, lesson.title)))
    else:
        turn.reply.say(t(turn, "begin", number=number, title=w(turn, lesson.title), goal=w(turn, lesson.goal)))
    show(turn, desk, book)


def show(turn: TurnContext, desk: Desk, book: Book) -> None:
    """Show what the present stage is about, anew."""
    lesson, stage, at = _lesson(turn, desk), turn.state["stage"], turn.state["i"]
    if stage == "card":
        turn.next_step()
        card = lesson.cards[at]
        head = t(turn, "card", n=at + 1, total=len(lesson.cards), title=w(turn, card.title))
        buttons = [press(turn, "button_next", "next")] + ([press(turn, "button_back", "back")] if at else [])
        turn.reply.say(f"{head}\n\n{w(turn, card.text)}", *buttons)
    elif stage == "think":
        turn.next_step()
        head = t(turn, "think", n=at + 1, total=len(lesson.think))
        turn.reply.say(f"{head}\n{w(turn, lesson.think[at].ask)}", press(turn, "button_view", "view"))
    elif stage == "quiz":
        item = lesson.item(turn.state["order"][at])
        ask.pose(turn, lesson.number, item, t(turn, "quiz", n=at + 1, total=len(turn.state["order"])))
    elif stage == "missed":
        turn.next_step()
        score = round(share(turn.state["rights"]) * 100)
        again, cards = press(turn, "button_again", "again"), press(turn, "button_cards", "cards")
        turn.reply.say(t(turn, "quiz_missed", score=score, needed=round(QUIZ_PASS * 100)), again, cards)
    elif stage == "drill":
        _show_drill(turn, desk, book, lesson)
    elif stage == "drill_missed":
        turn.next_step()
        turn.reply.say(
            t(turn, "drill_missed"), press(turn, "button_again", "again"), press(turn, "button_cards", "cards")
        )
    _keep_place(turn, book)


def again(turn: TurnContext, desk: Desk, book: Book) -> None:
    """Say again what the lesson waits for, with the same layout."""
    stage = turn.state["stage"]
    if stage == "quiz":
        ask.pose_again(turn, desk)
    elif stage == "drill":
        drill.pose_again(turn, desk)
    else:
        show(turn, desk, book)


def restart(turn: TurnContext, desk: Desk, book: Book) -> None:
    """Begin the lesson anew at its first card; what was passed stays passed."""
    _go(turn, desk, book, "card")


def take(turn: TurnContext, desk: Desk, book: Book, text: str) -> None:
    """Take what was written at any stage."""
    stage = turn.state["stage"]
    label = label_of(turn, text, LABELS.get(stage, {}))
    if label:
        press_(turn, desk, book, label)
    elif stage == "think":
        _after_think(turn, desk, book, "" if meant(stage, text) or gives_up(text) else t(turn, "think_kept"))
    elif stage == "quiz":
        graded = ask.take(turn, desk, text)
        if graded is not None:
            _answered(turn, desk, book, graded, text)
    elif stage == "drill":
        _drilled(turn, desk, book, drill.take(turn, desk, text), text)
    else:
        press_(turn, desk, book, meant(stage, text))


def press_(turn: TurnContext, desk: Desk, book: Book, value: str) -> None:
    """Take a button at any stage."""
    stage, at = turn.state["stage"], turn.state["i"]
    if stage == "card" and value == "next":
        _go(turn, desk, book, "card", at + 1) if at + 1 < len(_lesson(turn, desk).cards) else _go(
            turn, desk, book, "think"
        )
    elif stage == "card" and value == "back" and at:
        _go(turn, desk, book, "card", at - 1)
    elif stage == "think":
        _after_think(turn, desk, book, "")
    elif stage == "quiz":
        graded = ask.pick(turn, desk, value)
        if graded is not None:
            _answered(turn, desk, book, graded, value)
    elif stage == "drill":
        _drilled(turn, desk, book, drill.pick(turn, desk, value), value)
    elif stage in ("missed", "drill_missed") and value == "cards":
        _go(turn, desk, book, "card")
    elif stage == "missed" and value == "again":
        _quiz(turn, desk, book, shuffled=True)
    elif stage == "drill_missed" and value == "again":
        _go(turn, desk, book, "drill")
    else:
        turn.reply.say(t(turn, f"use_buttons_{'card' if stage == 'card' else 'other'}"))
        again(turn, desk, book)


def _after_think(turn: TurnContext, desk: Desk, book: Book, head: str) -> None:
    lesson, at = _lesson(turn, desk), turn.state["i"]
    turn.reply.say(joined(turn, head, t(turn, "view", view=w(turn, lesson.think[at].view))))
    if at + 1 < len(lesson.think):
        _go(turn, desk, book, "think", at + 1)
    else:
        _quiz(turn, desk, book)


def _quiz(turn: TurnContext, desk: Desk, book: Book, *, shuffled: bool = False) -> None:
    order = [item.id for item in _lesson(turn, desk).quiz]
    if shuffled:
        turn.rng.shuffle(order)
    turn.keep(order=order, rights=[])
    _go(turn, desk, book, "quiz")


def _answered(turn: TurnContext, desk: Desk, book: Book, graded: Graded, text: str) -> None:
    lesson, item_id = _lesson(turn, desk), turn.state["q"]["id"]
    ask.explain(turn, desk, graded)
    book.answer("quiz", lesson.number, item_id, graded.right, text, turn.session.id)
    if not graded.right:
        book.fail(f"item/{lesson.number}/{item_id}")
    rights = [*turn.state["rights"], graded.right]
    turn.keep(rights=rights)
    if len(rights) < len(turn.state["order"]):
        _go(turn, desk, book, "quiz", len(rights))
        return
    row = book.row(lesson.number)
    row.tries, row.best = row.tries + 1, max(row.best or 0.0, share(rights))
    if not quiz_passed(rights):
        _go(turn, desk, book, "missed")
        return
    turn.reply.say(t(turn, "quiz_passed", score=round(share(rights) * 100)))
    _go(turn, desk, book, "drill")


def _show_drill(turn: TurnContext, desk: Desk, book: Book, lesson: Lesson) -> None:
    row = book.row(lesson.number)
    # Who takes a passed lesson again does all its drills again.
    done = row.drilled if row.passed_at is None else turn.state.get("redone", [])
    todo = [d for d in lesson.drills if d.id not in done]
    if not todo:
        _passed(turn, desk, book, lesson)
        return
    number = len(lesson.drills) - len(todo) + 1
    drill.pose(turn, desk, lesson.number, todo[0], t(turn, "drill", n=number, total=len(lesson.drills)))


def _drilled(turn: TurnContext, desk: Desk, book: Book, passed: bool | None, text: str) -> None:
    lesson, open_ = _lesson(turn, desk), turn.state["d"]
    ref = f"drill/{lesson.number}/{open_['id']}"
    if open_.get("missed") and not open_.get("noted"):
        # A line that needed a second try comes back, though the drill is not over.
        book.fail(ref)
        turn.keep(d={**open_, "noted": True})
    if passed is None:
        return
    book.answer("drill", lesson.number, open_["id"], passed, text, turn.session.id)
    if not passed:
        book.fail(ref)
        _go(turn, desk, book, "drill_missed")
        return
    row = book.row(lesson.number)
    row.drilled = sorted({*row.drilled, open_["id"]})
    turn.keep(redone=sorted({*turn.state.get("redone", []), open_["id"]}))
    _go(turn, desk, book, "drill")


def _passed(turn: TurnContext, desk: Desk, book: Book, lesson: Lesson) -> None:
    row = book.row(lesson.number)
    row.passed_at, row.how = row.passed_at or turn.now, "learned"
    row.place = {}
    turn.keep(stage="done")
    turn.reply.say(t(turn, "passed", number=lesson.number, title=w(turn, lesson.title)))
    turn.reply.say(f"{t(turn, 'summary')}\n{w(turn, lesson.summary)}")
    turn.reply.say(f"{t(turn, 'tomorrow')}\n{w(turn, lesson.tomorrow)}")
    passed, exams = book.passed(), book.exams()
    buttons = [
        link(turn, "button_exam", f"exam {part.number}", part=part.number)
        for part in unlock.exams_open(desk.course, passed, exams)
    ]
    following = unlock.next_lesson(desk.course, passed)
    if following is not None:
        title = w(turn, desk.course.lessons[following].title)
        turn.reply.say(
            t(turn, "unlocked", number=following, title=title),
            link(turn, "button_lesson", str(following), number=following),
            *buttons,
            link(turn, "button_list", ""),
        )
    else:
        turn.reply.say(t(turn, "no_more"), *buttons, link(turn, "button_list", ""))
    turn.close("passed")


def _go(turn: TurnContext, desk: Desk, book: Book, stage: str, at: int = 0) -> None:
    turn.keep(stage=stage, i=at)
    show(turn, desk, book)


def _keep_place(turn: TurnContext, book: Book) -> None:
    if turn.state["stage"] != "done":
        book.row(turn.state["lesson"]).place = {key: turn.state[key] for key in KEPT}


def _lesson(turn: TurnContext, desk: Desk) -> Lesson:
    return desk.course.lessons[turn.state["lesson"]]
