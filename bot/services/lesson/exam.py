"""The exam after a part, and the placement test: items one by one, each with its explanation, a result at the end."""

from __future__ import annotations

from bot.coach.lesson import unlock
from bot.coach.lesson.exam import draw_exam, exam_passed, place
from bot.coach.lesson.grade import EXAM_PASS, Graded, share

from ..turn import TurnContext
from . import ask
from .book import Book
from .desk import Desk
from .words import link, t, w


def open_exam(turn: TurnContext, desk: Desk, book: Book, part: int) -> None:
    """Open the exam of a part, drawn from what was not seen."""
    queue = draw_exam(desk.course, part, book.seen(), turn.rng)
    turn.keep(mode="exam", part=part, queue=[list(ref) for ref in queue], rights=[])
    title = w(turn, desk.course.part(part).title)
    turn.reply.say(t(turn, "exam_begin", part=part, title=title, total=len(queue), needed=round(EXAM_PASS * 100)))
    _pose(turn, desk)


def open_placement(turn: TurnContext, desk: Desk, book: Book) -> None:
    """Open the placement test over the parts that are not done."""
    done = book.exams()
    todo = [part.number for part in desk.course.parts if part.number not in done and desk.course.of_part(part.number)]
    if not todo:
        turn.reply.say(t(turn, "placement_nothing"), link(turn, "button_list", ""))
        turn.close("shown")
        return
    seen = sorted([lesson, item] for lesson, item in book.seen())
    turn.keep(mode="placement", todo=todo, answered=[], seen=seen)
    turn.reply.say(t(turn, "placement_begin"))
    _place(turn, desk, book)


def again(turn: TurnContext, desk: Desk) -> None:
    """Ask the open item again."""
    ask.pose_again(turn, desk)


def answered(turn: TurnContext, desk: Desk, book: Book, graded: Graded, text: str) -> None:
    """Go on after an answer."""
    question, mode = turn.state["q"], turn.state["mode"]
    ask.explain(turn, desk, graded)
    book.answer(mode, question["lesson"], question["id"], graded.right, text, turn.session.id)
    if mode == "placement":
        turn.keep(answered=[*turn.state["answered"], [question["lesson"], question["id"], graded.right]])
        _place(turn, desk, book)
        return
    if not graded.right:
        book.fail(f"item/{question['lesson']}/{question['id']}")
    turn.keep(rights=[*turn.state["rights"], graded.right])
    if len(turn.state["rights"]) < len(turn.state["queue"]):
        _pose(turn, desk)
    else:
        _result(turn, desk, book)


def _pose(turn: TurnContext, desk: Desk) -> None:
    at, queue = len(turn.state["rights"]), turn.state["queue"]
    lesson, item_id = queue[at]
    head = t(turn, "exam", n=at + 1, total=len(queue))
    ask.pose(turn, lesson, desk.course.lessons[lesson].item(item_id), head)


def _result(turn: TurnContext, desk: Desk, book: Book) -> None:
    part, rights = turn.state["part"], turn.state["rights"]
    passed, score = exam_passed(rights), round(share(rights) * 100)
    book.add_exam(part, how="exam", score=share(rights), passed=passed)
    values = {"part": part, "score": score, "needed": round(EXAM_PASS * 100)}
    if not passed:
        again_ = link(turn, "button_exam_again", f"exam {part}")
        turn.reply.say(t(turn, "exam_missed", **values), again_, link(turn, "button_list", ""))
        turn.close("missed")
        return
    done, following = book.passed(), unlock.next_lesson(desk.course, book.passed())
    if unlock.finished(desk.course, done, book.exams()):
        button = link(turn, "button_certificate", "certificate")
    elif following is not None:
        button = link(turn, "button_lesson", str(following), number=following)
    else:
        button = link(turn, "button_list", "")
    turn.reply.say(t(turn, "exam_passed", **values), button)
    turn.close("passed")


def _place(turn: TurnContext, desk: Desk, book: Book) -> None:
    state = turn.state
    answered_ = [((lesson, item), bool(right)) for lesson, item, right in state["answered"]]
    seen = {(lesson, item) for lesson, item in state["seen"]}
    placed = place(desk.course, state["todo"], answered_, seen, turn.session.seed)
    known = state.get("proved", [])
    for part in placed.proved:
        if part not in known:
            book.place_part(part, [lesson.number for lesson in desk.course.of_part(part)])
            turn.reply.say(t(turn, "placement_proved", part=part, title=w(turn, desk.course.part(part).title)))
    turn.keep(proved=list(placed.proved))
    if placed.ask is not None:
        lesson, item_id = placed.ask
        head = t(turn, "placement", part=placed.part, n=len(answered_) + 1)
        ask.pose(turn, lesson, desk.course.lessons[lesson].item(item_id), head)
        return
    following = unlock.next_lesson(desk.course, book.passed())
    key = "placement_some" if placed.proved else "placement_none"
    parts = ", ".join(str(part) for part in placed.proved)
    button = (
        link(turn, "button_lesson", str(following), number=following)
        if following is not None
        else link(turn, "button_list", "")
    )
    turn.reply.say(t(turn, key, parts=parts), button)
    turn.close("placed" if placed.proved else "not placed")
