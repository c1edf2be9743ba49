"""What comes back: failed quiz items in a new wording, failed drills, and the learner's own failed sentences."""

from __future__ import annotations

from sqlalchemy import select

from bot.coach.lesson.drills import Drill, Write
from bot.coach.lesson.grade import Graded
from bot.coach.lesson.items import Item
from bot.coach.lesson.model import Lesson
from bot.coach.lesson.own import PER_TALK, missed
from bot.coach.lesson.phrase import grade_own
from bot.store.tables import LessonReturn, Session, Turn
from bot.store.unit import UnitOfWork

from ..turn import TurnContext
from . import ask, drill
from .book import Book
from .desk import Desk
from .words import joined, link, t, w

TALKS = ("roleplay", "spin")


def harvest(book: Book) -> None:
    """Let own sentences of talks that missed what was asked come back; each line is looked at once."""
    uow, user = book.uow, book.user
    last = int(user.preferences.get("lessons_harvested", 0))
    query = (
        select(Turn, Session)
        .join(Session, Turn.session_id == Session.id)
        .where(Session.user_id == user.id, Turn.speaker == "rep", Turn.id > last, Session.exercise.in_(TALKS))
        .order_by(Turn.id)
    )
    taken: dict[int, int] = {}
    for line, session in uow.orm.execute(query):
        last = line.id
        wanted = missed(line.text, line.label, line.evidence or {})
        if wanted is None or taken.get(session.id, 0) >= PER_TALK:
            continue
        taken[session.id] = taken.get(session.id, 0) + 1
        data = {"text": line.text, "label": line.label, "wanted": list(wanted), "exercise": session.exercise}
        data |= {"before": _before(uow, line), "day": f"{book.habits.day(line.at)}"}
        book.fail(f"turn/{line.id}", data, at=line.at)
    if last != user.preferences.get("lessons_harvested", 0):
        user.preferences = {**user.preferences, "lessons_harvested": last}


def open_review(turn: TurnContext, desk: Desk, book: Book) -> None:
    """Open what is for today; say when the next comes where nothing is."""
    harvest(book)
    plan = book.plan()
    turn.keep(mode="review", queue=list(plan.today), i=0, right=0)
    if not plan.today:
        turn.reply.say(_when(turn, book, "review_nothing"), link(turn, "button_list", ""))
        turn.close("shown")
        return
    spread = {"n": len(plan.today), "rest": len(plan.moved), "day": f"{plan.last_day}"}
    turn.reply.say(t(turn, "review_spread" if plan.moved else "review_begin", **spread))
    _pose(turn, desk, book)


def again(turn: TurnContext, desk: Desk, book: Book) -> None:
    """Ask again what is open."""
    kind = turn.state["kind"]
    if kind == "item":
        ask.pose_again(turn, desk)
    elif kind == "drill":
        drill.pose_again(turn, desk)
    else:
        _own(turn, desk, book.returns().get(turn.state["queue"][turn.state["i"]]))


def take(turn: TurnContext, desk: Desk, book: Book, text: str) -> None:
    """Take what was written."""
    kind = turn.state["kind"]
    if kind == "item":
        graded = ask.take(turn, desk, text)
        _item_done(turn, desk, book, graded, text)
    elif kind == "drill":
        _done(turn, desk, book, drill.take(turn, desk, text), text)
    else:
        _own_taken(turn, desk, book, text)


def press_(turn: TurnContext, desk: Desk, book: Book, value: str) -> None:
    """Take a button."""
    kind = turn.state["kind"]
    if kind == "item":
        _item_done(turn, desk, book, ask.pick(turn, desk, value), value)
    elif kind == "drill":
        _done(turn, desk, book, drill.pick(turn, desk, value), value)
    else:
        again(turn, desk, book)


def _pose(turn: TurnContext, desk: Desk, book: Book) -> None:
    queue = turn.state["queue"]
    while turn.state["i"] < len(queue):
        ref = queue[turn.state["i"]]
        row = book.returns().get(ref)
        if row is not None and _set(turn, desk, row):
            return
        # Its lesson was taken out of the course meanwhile, or another device answered it.
        if row is not None:
            book.forget(ref)
        turn.keep(i=turn.state["i"] + 1)
    _close(turn, book)


def _set(turn: TurnContext, desk: Desk, row: LessonReturn) -> bool:
    kind, *rest = row.ref.split("/")
    turn.keep(kind=kind)
    head = t(turn, "review", n=turn.state["i"] + 1, total=len(turn.state["queue"]))
    if kind == "turn":
        turn.next_step()
        turn.reply.say(head)
        _own(turn, desk, row)
        return True
    lesson = desk.course.lessons.get(int(rest[0]))
    if lesson is None:
        return False
    try:
        if kind == "item":
            ask.pose(turn, lesson.number, _wording(lesson, rest[1], row.reviews), head)
        else:
            drill.pose(turn, desk, lesson.number, _variant(lesson, rest[1], row.reviews), head, once=True)
    except KeyError:
        return False
    return True


def _wording(lesson: Lesson, item_id: str, reviews: int) -> Item:
    """Return the item in the wording of this return: first the reserve item, then by turns."""
    item: Item = lesson.item(item_id)
    if reviews % 2 == 0 and item in lesson.quiz:
        reserve: Item = lesson.reserve_of(item_id)
        return reserve
    return item


def _variant(lesson: Lesson, drill_id: str, reviews: int) -> Drill:
    """Return another drill of the same kind where the lesson has one, by turns."""
    first = lesson.drill(drill_id)
    same = [d for d in lesson.drills if d.kind == first.kind]
    return same[(same.index(first) + 1 + reviews) % len(same)]


def _item_done(turn: TurnContext, desk: Desk, book: Book, graded: Graded | None, text: str) -> None:
    if graded is not None:
        ask.explain(turn, desk, graded)
        _done(turn, desk, book, graded.right, text)


def _own(turn: TurnContext, desk: Desk, row: LessonReturn | None) -> None:
    if row is None:
        return
    data = row.data
    _hold_back(turn, row)
    wanted = t(turn, "or").join(t(turn, f"label_{label}") for label in data["wanted"])
    if data.get("before"):
        turn.reply.say(t(turn, "own_before", day=data["day"], before=data["before"]))
    turn.reply.say(
        t(turn, "own", day=data["day"], text=data["text"], read=t(turn, f"label_{data['label']}"), wanted=wanted)
    )
    other = _other_scene(desk, row)
    # The old talk is over: what was missed there is tried on another customer, each time a new one.
    turn.reply.say(t(turn, "own_new", scene=w(turn, other.scene)) if other else t(turn, "own_again"))


def _other_scene(desk: Desk, row: LessonReturn) -> Write | None:
    """Return a situation of the lessons that wants the same kind of line, another one at each return."""
    drills = [drill for _, lesson in sorted(desk.course.lessons.items()) for drill in lesson.drills]
    fitting = [drill for drill in drills if isinstance(drill, Write) and drill.wanted in row.data["wanted"]]
    return fitting[(int(row.ref.removeprefix("turn/")) + row.reviews) % len(fitting)] if fitting else None


def _hold_back(turn: TurnContext, row: LessonReturn) -> None:
    """Hold this exercise back from managers where it quotes a line of private practice."""
    line = turn.uow.orm.get(Turn, int(row.ref.removeprefix("turn/")))
    if line is not None and line.session.private and line.session.submitted_at is None:
        turn.session.private = True


def _own_taken(turn: TurnContext, desk: Desk, book: Book, text: str) -> None:
    row = book.returns().get(turn.state["queue"][turn.state["i"]])
    if row is None:
        _done(turn, desk, book, True, text)
        return
    wanted = tuple(row.data["wanted"])
    judgement = turn.judge.judge("rep", text)
    turn.judged(judgement, wanted=list(wanted))
    verdict = grade_own(wanted, row.data["text"], judgement)
    if verdict.fault in ("empty", "same"):
        turn.reply.say(t(turn, f"own_{verdict.fault}"))
        return
    read = t(turn, f"label_{verdict.label}")
    wanted_ = t(turn, "or").join(t(turn, f"label_{label}") for label in wanted)
    key = "line_unsure" if verdict.right and verdict.unsure else "own_right" if verdict.right else "fault_label"
    turn.reply.say(t(turn, key, read=read, wanted=wanted_, label=read))
    _done(turn, desk, book, verdict.right, text)


def _done(turn: TurnContext, desk: Desk, book: Book, right: bool | None, text: str) -> None:
    if right is None:
        return
    ref = turn.state["queue"][turn.state["i"]]
    kind, *rest = ref.split("/")
    lesson, item = (None, ref) if kind == "turn" else (int(rest[0]), rest[1])
    if kind == "item":
        item = turn.state["q"]["id"]
    book.answer("return", lesson, item, right, text, turn.session.id)
    book.reviewed(ref, right)
    turn.keep(i=turn.state["i"] + 1, right=turn.state["right"] + right)
    _pose(turn, desk, book)


def _close(turn: TurnContext, book: Book) -> None:
    values = {"right": turn.state["right"], "total": len(turn.state["queue"])}
    turn.reply.say(
        joined(turn, t(turn, "review_done", **values), _when(turn, book, "review_next")), link(turn, "button_list", "")
    )
    turn.close("reviewed")


def _when(turn: TurnContext, book: Book, key: str) -> str:
    days = sorted(book.habits.day(row.due_at) for row in book.returns().values() if row.due_at is not None)
    # What is due today and over the day's measure was moved by the plan; nothing of today is left.
    return t(turn, key, day=f"{days[0]}") if days else t(turn, f"{key}_ever")


def _before(uow: UnitOfWork, line: Turn) -> str:
    query = select(Turn).where(
        Turn.session_id == line.session_id, Turn.number < line.number, Turn.speaker == "customer"
    )
    row = uow.orm.scalars(query.order_by(Turn.number.desc()).limit(1)).first()
    return row.text if row is not None else ""
