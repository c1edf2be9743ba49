"""People, roles, teams and invitations, for who may change them; and the audit log."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from bot.coach.access import ROLES
from bot.review.visit import Visit
from bot.services.refusal import Refused


def listed(visit: Visit) -> Response:
    """Show the people whom the viewer may see, and the invitations that wait."""
    return _page(visit)


def invite(visit: Visit) -> Response:
    """Make an invitation and show its link once."""
    team = visit.sent("team")
    number = int(team) if team.isascii() and team.isdigit() and len(team) < 10 else None
    made = visit.room.office.invitations.make(visit.viewer, visit.sent("role") or "rep", number, visit.now)
    return _page(visit, made=made, link=made.link(visit.room.bot_name()))


def uninvite(visit: Visit) -> Response:
    """Take a waiting invitation back."""
    visit.room.office.invitations.withdraw(visit.viewer, visit.number("invitation"), visit.now)
    return visit.redirect("/people", "review.invitation_withdrawn")


def role(visit: Visit) -> Response:
    """Give a person another role."""
    who = visit.room.office.people.set_role(visit.viewer, visit.number("person"), visit.sent("role"), visit.now)
    return visit.redirect("/people", "review.role_changed", person=who.name)


def move(visit: Visit) -> Response:
    """Put a person into a team, or into none."""
    who = visit.room.office.people.move(visit.viewer, visit.number("person"), visit.sent("team") or None, visit.now)
    return visit.redirect("/people", "review.team_changed", person=who.name)


def lead(visit: Visit) -> Response:
    """Let a manager lead a team, or no longer."""
    leads = visit.sent("leads")
    if leads not in ("yes", "no"):
        raise Refused("people.no_team", team="")
    who = visit.room.office.people.lead(
        visit.viewer, visit.number("person"), visit.sent("team"), leads == "yes", visit.now
    )
    return visit.redirect("/people", "review.team_changed", person=who.name)


def log(visit: Visit) -> Response:
    """Show who changed rights, exported or deleted."""
    return visit.page("audit.html", entries=visit.room.office.audit.since(visit.viewer, visit.now, days=90, limit=300))


def _page(visit: Visit, **values: Any) -> Response:
    return visit.page(
        "people.html",
        people=visit.room.read_people.listed(visit.viewer),
        teams=visit.room.read_people.teams(visit.viewer),
        invitations=visit.room.office.invitations.open(visit.viewer, visit.now),
        roles=ROLES if visit.viewer.role == "admin" else ("rep",),
        **{"made": None, "link": "", **values},
    )
