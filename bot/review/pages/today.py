"""The first page: what needs the person today."""

from __future__ import annotations

from datetime import timedelta

from starlette.responses import Response

from bot.coach.access import may_read
from bot.review.visit import Visit
from bot.services.people import TeamLine, owned, shown_name
from bot.services.team import Standing
from bot.store.answers import unread_answers
from bot.store.session_lists import Wanted, page
from bot.store.tables import User

from .trust import unreliable

RECENT = timedelta(days=14)
FEW = 6


def today(visit: Visit) -> Response:
    """Show a manager what waits, a rep how they stand."""
    return _rep(visit) if visit.viewer.role == "rep" else _manager(visit)


def _manager(visit: Visit) -> Response:
    since = visit.now - RECENT
    with visit.room.reading() as uow:
        unread = page(uow.orm, visit.viewer, Wanted(unread=True, since=since, sort="weakest"), size=FEW)
        answers = []
        for comment, number in unread_answers(uow.orm, visit.viewer.user_id, since):
            session = uow.sessions.get(number)
            author = uow.orm.get(User, comment.author_id) if comment.author_id else None
            if session is not None and may_read(visit.viewer, owned(session)):
                answers.append((comment, session, shown_name(author) if author else visit.words("somebody")))
    boards = [visit.room.coaching.team.board(visit.viewer, team.id, visit.now) for team in _teams(visit)]
    idle: list[Standing] = [person for board in boards for person in board.idle if person.role == "rep"]
    overdue: list[Standing] = [person for board in boards for person in board.people if person.overdue]
    return visit.page(
        "today.html",
        answers=answers,
        unread=unread,
        idle=idle,
        overdue=overdue,
        unreliable=unreliable(visit),
        queue=visit.room.read.trust.queue(visit.viewer, visit.now),
        teams=boards,
    )


def _rep(visit: Visit) -> Response:
    with visit.room.reading() as uow:
        newest = page(uow.orm, visit.viewer, Wanted(), size=FEW)
    return visit.page(
        "today_rep.html",
        newest=newest,
        standing=visit.room.coaching.team.person(visit.viewer, visit.viewer.user_id, visit.now),
        tasks=[
            task
            for task in visit.room.coaching.assignments.of_person(visit.viewer, visit.viewer.user_id, visit.now)
            if task.state in ("open", "overdue")
        ],
        readings=visit.room.read_readings.of_owner(visit.viewer.user_id, FEW),
    )


def _teams(visit: Visit) -> list[TeamLine]:
    return [team for team in visit.room.read_people.teams(visit.viewer) if team.members]
