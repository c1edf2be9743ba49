"""A team: who practised, how far each is, what goes well, what next; and giving something to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from starlette.responses import Response

from bot.review.present.csvs import csv_answer
from bot.review.visit import Visit
from bot.review.words import LOCAL
from bot.services import audit
from bot.services.refusal import Refused
from bot.services.team import Standing
from bot.store.session_lists import Wanted, page

from .sessions import day_of
from .text import step_words

DUE = timedelta(days=7)
COLUMNS = (
    "person", "lessons", "last7", "last28", "last", "average", "strongest", "weakest", "open", "overdue", "next"
)  # fmt: skip


def first(visit: Visit) -> Response:
    """Go to the first team; where there is none say what to do."""
    teams = visit.room.read_people.teams(visit.viewer)
    if not teams:
        return visit.page("no_team.html")
    best = max(teams, key=lambda team: team.members)
    return visit.redirect(f"/teams/{best.id}")


def team(visit: Visit) -> Response:
    """Show a team."""
    board = visit.room.coaching.team.board(visit.viewer, visit.number("team"), visit.now)
    sort = visit.query("sort")
    people = sorted(board.people, key=ORDERS[sort]) if sort in ORDERS else list(board.people)
    return visit.page(
        "team.html",
        board=board,
        people=people,
        sort=sort,
        teams=visit.room.read_people.teams(visit.viewer),
        tasks=visit.room.coaching.assignments.of_team(visit.viewer, board.team_id, visit.now)[:40],
        choices=visit.room.coaching.assignments.choices(visit.language),
        due=visit.words.day(visit.now + DUE),
        step=lambda standing: step_words(visit, standing),
    )


def as_csv(visit: Visit) -> Response:
    """Return how a team stands as a file."""
    t = visit.words
    board = visit.room.coaching.team.board(visit.viewer, visit.number("team"), visit.now)
    rows = [
        [
            person.name,
            f"{person.passed}/{board.lessons}",
            str(person.last7),
            str(person.last28),
            t.day(person.last_at),
            "" if person.average is None else f"{person.average:.1f}",
            t.line(person.strongest.line) if person.strongest else "",
            t.line(person.weakest.line) if person.weakest else "",
            str(person.open),
            str(person.overdue),
            step_words(visit, person)[0],
        ]
        for person in board.people
    ]
    with visit.room.unit() as uow:
        audit.record(uow, visit.viewer, "export", {"list": "team", "team": board.name, "rows": len(rows)}, visit.now)
    return csv_answer("team.csv", [t(f"column_{name}") for name in COLUMNS], rows)


def person(visit: Visit) -> Response:
    """Show a person: how they stand, what they have to do, their practice, their deals."""
    user_id = visit.number("person")
    who = visit.person(user_id)
    with visit.room.reading() as uow:
        practice = page(uow.orm, visit.viewer, Wanted(person=user_id), size=10)
        deals = list(uow.deals.of_user(user_id, limit=20))
    standing = visit.room.coaching.team.person(visit.viewer, user_id, visit.now)
    return visit.page(
        "person.html",
        who=who,
        standing=standing,
        practice=practice,
        deals=deals,
        tasks=visit.room.coaching.assignments.of_person(visit.viewer, user_id, visit.now)[:30],
        choices=visit.room.coaching.assignments.choices(visit.language),
        due=visit.words.day(visit.now + DUE),
        step=step_words(visit, standing),
        lessons=len(visit.room.course.lessons),
    )


def assign(visit: Visit) -> Response:
    """Give a person something to do by a day."""
    user_id = visit.number("person")
    kind, _, ref = visit.sent("what").partition("|")
    if kind == "scene" and visit.sent("difficulty") in ("easy", "hard"):
        ref = f"{ref}:{visit.sent('difficulty')}"
    day = day_of(visit.sent("due"))
    if day is None:
        raise Refused("review.due_missing")
    # The whole day counts: until its last minute.
    due = day.astimezone(LOCAL).replace(hour=23, minute=59)
    task = visit.room.coaching.assignments.give(
        visit.viewer, user_id, kind, ref, due, visit.now, note=visit.sent("note")
    )
    title = visit.room.coaching.assignments.title(task.kind, task.ref, visit.language)
    return visit.redirect(visit.back(f"/people/{user_id}"), "review.task_given", person=task.person, title=title)


def withdraw(visit: Visit) -> Response:
    """Take an assignment back."""
    task = visit.room.coaching.assignments.withdraw(visit.viewer, visit.number("task"), visit.now)
    return visit.redirect(visit.back(f"/people/{task.user_id}"), "review.task_withdrawn")


def _average(person: Standing) -> float:
    return person.average if person.average is not None else 1000.0


ORDERS: dict[str, Callable[[Standing], tuple[float, str]]] = {
    "practice": lambda person: (person.last28, person.name),
    "score": lambda person: (_average(person), person.name),
    "lessons": lambda person: (-person.passed, person.name),
}
