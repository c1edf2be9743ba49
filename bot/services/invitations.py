"""Invitations: one-time links that give a role in a team. The token is shown once; its hash is stored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from bot.coach.access import ROLES, Viewer, leads, may_invite
from bot.store.people_tables import Invitation, Leadership
from bot.store.tables import Team, User
from bot.store.unit import UnitOfWork

from . import audit
from .people import change_role, leaders, shown_name, sign_out, visible_user
from .refusal import Refused
from .secret import hashed, new_token

VALID = timedelta(days=7)


@dataclass(frozen=True)
class Made:
    """An invitation that was just made; `token` cannot be shown again."""

    token: str
    role: str
    team: str
    """Empty without a team (only admins)."""
    expires_at: datetime

    def link(self, bot: str | None) -> str:
        """Return what the invited person opens: the deep link of the Telegram bot named `bot`, else a command line."""
        return f"https://t.me/{bot}?start={self.token}" if bot else f"/start {self.token}"


@dataclass(frozen=True)
class Open:
    """An invitation that waits: for lists. `by` is empty for the command line."""

    id: int
    role: str
    team: str
    by: str
    at: datetime
    expires_at: datetime


@dataclass(frozen=True)
class Joined:
    """What an invitation gave: the role now held, the team (empty without one), and who leads it."""

    role: str
    team: str
    leaders: tuple[str, ...]


@dataclass(frozen=True)
class Invitations:
    """The use cases. `by` is who acts; None is the command line."""

    unit: Callable[[], UnitOfWork]
    tokens: Callable[[], str] = new_token

    def make(self, by: Viewer | None, role: str, team_id: int | None, now: datetime) -> Made:
        """Make a link that is good for seven days and one person.

        Raises `Refused`: `people.bad_role`; `people.no_team` for a team that is not there or not the viewer's;
        `invitations.needs_team` for a rep or manager without a team; `people.forbidden` for a role that is not theirs
        to give.
        """
        with self.unit() as uow:
            team = self._team(uow, by, role, team_id)
            token = self.tokens()
            row = Invitation(
                token_hash=hashed(token),
                role=role,
                team_id=team.id if team else None,
                by_id=by.user_id if by else None,
                at=now,
                expires_at=now + VALID,
            )
            uow.orm.add(row)
            uow.orm.flush()
            name = team.name if team else ""
            audit.record(uow, by, "invite", {"role": role, "team": name, "invitation": row.id}, now)
            return Made(token, role, name, row.expires_at)

    def open(self, by: Viewer | None, now: datetime) -> list[Open]:
        """Return the invitations that wait and that the viewer may give or withdraw, newest first."""
        query = select(Invitation).where(Invitation.used_at.is_(None), Invitation.expires_at > now)
        with self.unit() as uow:
            rows = uow.orm.scalars(query.order_by(Invitation.id.desc())).all()
            return [_open(uow, row) for row in rows if by is None or may_invite(by, row.team_id, row.role)]

    def withdraw(self, by: Viewer | None, invitation_id: int, now: datetime) -> None:
        """Make a waiting invitation useless; raises `Refused("invitations.unknown")` where it is not theirs."""
        with self.unit() as uow:
            row = uow.orm.get(Invitation, invitation_id)
            if row is None or row.used_at is not None or (by is not None and not may_invite(by, row.team_id, row.role)):
                raise Refused("invitations.unknown")
            row.expires_at = min(row.expires_at, now)
            audit.record(uow, by, "invite", {"invitation": row.id, "withdrawn": True}, now)

    def look(self, token: str, now: datetime) -> Joined:
        """Return what a token would give, without using it; raises as `accept` does."""
        with self.unit() as uow:
            return about(uow, good(uow, hashed(token), now))

    def accept(self, user_id: int, token: str, now: datetime) -> Joined:
        """Take an invitation: the person enters the team in the role; a higher role that they hold is kept.

        A manager's invitation makes them lead the team. Raises `Refused`: `invitations.unknown`, `invitations.used`,
        `invitations.expired`, `people.not_found`.
        """
        with self.unit() as uow:
            return take(uow, visible_user(uow, None, user_id), hashed(token), now)

    def _team(self, uow: UnitOfWork, by: Viewer | None, role: str, team_id: int | None) -> Team | None:
        if role not in ROLES:
            raise Refused("people.bad_role", role=role)
        team = uow.orm.get(Team, team_id) if team_id is not None else None
        if team_id is not None and (team is None or (by is not None and not leads(by, team_id))):
            raise Refused("people.no_team", team=team_id)
        if team is None and role != "admin":
            raise Refused("invitations.needs_team")
        if by is not None and not may_invite(by, team_id, role):
            raise Refused("people.forbidden")
        return team


def good(uow: UnitOfWork, token_hash: str, now: datetime) -> Invitation:
    """Return the invitation with this hash; raise `Refused` where it is unknown, used or expired."""
    row = uow.orm.scalars(select(Invitation).where(Invitation.token_hash == token_hash).with_for_update()).one_or_none()
    if row is None:
        raise Refused("invitations.unknown")
    if row.used_at is not None:
        raise Refused("invitations.used")
    if row.expires_at <= now:
        raise Refused("invitations.expired")
    return row


def about(uow: UnitOfWork, row: Invitation) -> Joined:
    """Return what an invitation would give."""
    return Joined(row.role, _team_name(uow, row.team_id), leaders(uow, row.team_id))


def take(uow: UnitOfWork, user: User, token_hash: str, now: datetime) -> Joined:
    """Use an invitation in the open transaction (see `Invitations.accept`)."""
    row = good(uow, token_hash, now)
    row.used_at, row.used_by_id = now, user.id
    by = Viewer(row.by_id, "admin") if row.by_id is not None else None
    role = max(user.role, row.role, key=ROLES.index)
    if role != user.role:
        change_role(uow, by, user, role, now)
    if row.team_id is not None:
        _enter(uow, user, row.team_id, leading=row.role == "manager")
    team = _team_name(uow, row.team_id)
    facts = {"user": user.id, "name": shown_name(user), "team": team, "role": role, "invitation": row.id}
    audit.record(uow, by, "join", facts, now)
    return Joined(role, team, leaders(uow, row.team_id))


def _enter(uow: UnitOfWork, user: User, team_id: int, *, leading: bool) -> None:
    if not leading:
        user.team_id = team_id
    elif user.role == "manager" and uow.orm.get(Leadership, (user.id, team_id)) is None:
        uow.orm.add(Leadership(user_id=user.id, team_id=team_id))
        sign_out(uow, user.id)
    uow.orm.flush()


def _team_name(uow: UnitOfWork, team_id: int | None) -> str:
    team = uow.orm.get(Team, team_id) if team_id is not None else None
    return team.name if team is not None else ""


def _open(uow: UnitOfWork, row: Invitation) -> Open:
    by = uow.orm.get(User, row.by_id) if row.by_id is not None else None
    team = _team_name(uow, row.team_id)
    return Open(row.id, row.role, team, shown_name(by) if by else "", row.at, row.expires_at)
