"""Looking things up as a viewer: what may not be seen is as if it did not exist."""

from __future__ import annotations

from collections.abc import Callable

from bot.coach import access
from bot.coach.access import Owned, Viewer
from bot.store.tables import Session, Team, Turn, User
from bot.store.unit import UnitOfWork

from .people import owned, owned_by, shown_name
from .refusal import Refused

Right = Callable[[Viewer, Owned], bool]


def session_for(uow: UnitOfWork, viewer: Viewer, session_id: int, right: Right) -> Session:
    """Return the session where `right` allows it; raise `Refused("people.not_found")` otherwise."""
    session = uow.sessions.get(session_id)
    if session is None or not right(viewer, owned(session)):
        raise Refused("people.not_found")
    return session


def turn_of(uow: UnitOfWork, session: Session, number: int) -> Turn:
    """Return a turn of a session by its number; raise `Refused("people.not_found")` where there is none."""
    found = next((turn for turn in uow.sessions.turns(session.id) if turn.number == number), None)
    if found is None:
        raise Refused("people.not_found")
    return found


def person_for(uow: UnitOfWork, viewer: Viewer, user_id: int, right: Right = access.may_see) -> User:
    """Return a person where `right` allows it; raise `Refused("people.not_found")` otherwise."""
    user = uow.orm.get(User, user_id)
    if user is None or not right(viewer, owned_by(user)):
        raise Refused("people.not_found")
    return user


def team_for(uow: UnitOfWork, viewer: Viewer, team_id: int) -> Team:
    """Return a team that the viewer leads; raise `Refused("people.not_found")` otherwise."""
    team = uow.orm.get(Team, team_id)
    if team is None or not access.leads(viewer, team_id):
        raise Refused("people.not_found")
    return team


def name_of(user: User | None) -> str:
    """Return how a person is shown; empty where the person is gone."""
    return "" if user is None else shown_name(user)
