"""Deals and the sheets that the exercises filled for them."""

from __future__ import annotations

from sqlalchemy import select
from starlette.responses import Response

from bot.coach.access import Owned, may_read, may_see
from bot.review.present.sheets import sheets
from bot.review.visit import Visit
from bot.services.people import owned_by, owned_deal, shown_name
from bot.services.refusal import Refused
from bot.store.session_lists import PAGE
from bot.store.tables import Deal, Session, User
from bot.store.unit import UnitOfWork

MOST = 400
"""Deals that are looked through for a list."""


def listed(visit: Visit) -> Response:
    """Show the deals of all whom the viewer may see, last touched first."""
    wanted = visit.query("q").casefold()
    person = visit.query("person")
    query = select(Deal, User).join(User, User.id == Deal.user_id).order_by(Deal.updated_at.desc(), Deal.id.desc())
    if person.isdigit() and len(person) < 10:
        query = query.where(Deal.user_id == int(person))
    if visit.viewer.role == "rep":
        query = query.where(Deal.user_id == visit.viewer.user_id)
    elif visit.viewer.role == "manager":
        query = query.where((Deal.user_id == visit.viewer.user_id) | User.team_id.in_(sorted(visit.viewer.leads)))
    with visit.room.reading() as uow:
        held = held_back(uow)
        found = [
            (deal, shown_name(user), may_read(visit.viewer, Owned(user.id, user.team_id, deal.id in held)))
            for deal, user in uow.orm.execute(query.limit(MOST)).tuples()
        ]
    # A customer's name is a word of the practice: where that is held back it is neither shown nor searched.
    shown = [row for row in found if not wanted or (row[2] and wanted in _named(row[0]))]
    return visit.page("deals.html", deals=shown[: 4 * PAGE], wanted=visit.query("q"), more=len(shown) > 4 * PAGE)


def show(visit: Visit) -> Response:
    """Show a deal with its sheets; sheets that private practice filled are held back."""
    with visit.room.reading() as uow:
        deal, user = _seen(uow, visit, visit.number("deal"))
        readable = may_read(visit.viewer, owned_deal(uow, deal))
        person = shown_name(user)
    return visit.page(
        "deal.html",
        deal=deal,
        person=person,
        readable=readable,
        sheets=sheets(deal.sheets, visit.words) if readable else [],
    )


def _named(deal: Deal) -> str:
    return f"{deal.customer} {deal.product}".casefold()


def held_back(uow: UnitOfWork) -> set[int | None]:
    """Return the ids of the deals that practice worked on which is held back."""
    private = select(Session.deal_id).where(Session.private.is_(True), Session.submitted_at.is_(None))
    return set(uow.orm.scalars(private))


def _seen(uow: UnitOfWork, visit: Visit, number: int) -> tuple[Deal, User]:
    deal = uow.deals.get(number)
    user = uow.orm.get(User, deal.user_id) if deal is not None else None
    if deal is None or user is None or not may_see(visit.viewer, owned_by(user)):
        raise Refused("people.not_found")
    return deal, user
