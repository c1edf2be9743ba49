"""People, roles and teams: who is who, who leads whom, and the changes of it, each in the audit log."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select

from bot.coach.access import ROLES, Owned, Viewer, may_change_roles, may_see
from bot.store.people_tables import ConsoleSession, Leadership, SignInLink
from bot.store.tables import Deal, Session, Team, User
from bot.store.unit import UnitOfWork

from . import audit
from .refusal import Refused

LONGEST_NAME = 120


@dataclass(frozen=True)
class Person:
    """A person as lists and pages show them."""

    id: int
    key: str
    name: str
    """As it is shown: the name, else the key."""
    role: str
    team_id: int | None
    team: str
    """The team's name; empty without a team."""
    leads: tuple[str, ...]
    """Names of the teams that a manager leads."""
    login: str | None
    has_password: bool
    consent_at: datetime | None
    language: str


@dataclass(frozen=True)
class TeamLine:
    """A team with who leads it and how many are in it."""

    id: int
    name: str
    demo: bool
    members: int
    leaders: tuple[str, ...]


def shown_name(user: User) -> str:
    """Return how a person is called: the name, else the key."""
    return user.name or user.key


def viewer_of(uow: UnitOfWork, user: User) -> Viewer:
    """Return the rights of a person, as they stand in this transaction."""
    led = uow.orm.scalars(select(Leadership.team_id).where(Leadership.user_id == user.id)).all()
    return Viewer(user.id, user.role, frozenset(led) if user.role == "manager" else frozenset())


def owned_by(user: User) -> Owned:
    """Return a person (or what is wholly theirs) as the rules of access look at it."""
    return Owned(user.id, user.team_id)


def owned(session: Session) -> Owned:
    """Return a session as the rules of access look at it."""
    withheld = session.private and session.submitted_at is None
    return Owned(session.user_id, session.user.team_id, withheld)


def owned_deal(uow: UnitOfWork, deal: Deal) -> Owned:
    """Return a deal as the rules of access look at it: withheld while practice that is held back worked on it."""
    private = select(Session.id).where(
        Session.deal_id == deal.id, Session.private.is_(True), Session.submitted_at.is_(None)
    )
    user = uow.orm.get_one(User, deal.user_id)
    return Owned(deal.user_id, user.team_id, uow.orm.scalars(private.limit(1)).first() is not None)


def visible_user(uow: UnitOfWork, viewer: Viewer | None, user_id: int) -> User:
    """Return a person whom the viewer may see; raise `Refused("people.not_found")` otherwise."""
    user = uow.orm.get(User, user_id)
    if user is None or (viewer is not None and not may_see(viewer, owned_by(user))):
        raise Refused("people.not_found")
    return user


def leaders(uow: UnitOfWork, team_id: int | None) -> tuple[str, ...]:
    """Return the names of those who lead a team."""
    query = select(User).join(Leadership, Leadership.user_id == User.id).where(Leadership.team_id == team_id)
    return tuple(shown_name(user) for user in uow.orm.scalars(query.where(User.role == "manager").order_by(User.id)))


def sign_out(uow: UnitOfWork, user_id: int) -> None:
    """Close every browser and every open link of a person, in the open transaction."""
    uow.orm.execute(delete(ConsoleSession).where(ConsoleSession.user_id == user_id))
    uow.orm.execute(delete(SignInLink).where(SignInLink.user_id == user_id, SignInLink.used_at.is_(None)))


@dataclass(frozen=True)
class People:
    """The use cases. `by` is who acts; None is the command line, which may do everything."""

    unit: Callable[[], UnitOfWork]

    def viewer(self, user_id: int) -> Viewer:
        """Return the rights of a person; raise `Refused("people.not_found")` for an unknown one."""
        with self.unit() as uow:
            return viewer_of(uow, visible_user(uow, None, user_id))

    def person(self, viewer: Viewer | None, user_id: int) -> Person:
        """Return a person whom the viewer may see; raise `Refused("people.not_found")` otherwise."""
        with self.unit() as uow:
            return _person(uow, visible_user(uow, viewer, user_id))

    def find(self, wanted: str) -> Person:
        """Return the person with this id, key, terminal name, login or (if it is one only) name, for the command line.

        Raises `Refused("people.unknown", who)` or `Refused("people.ambiguous", who)`.
        """
        with self.unit() as uow:
            return _person(uow, found_user(uow, wanted))

    def listed(self, viewer: Viewer | None, team_id: int | None = None) -> list[Person]:
        """Return the people whom the viewer may see, by name; with `team_id` of one team only."""
        with self.unit() as uow:
            query = select(User) if team_id is None else select(User).where(User.team_id == team_id)
            users = uow.orm.scalars(query.order_by(User.name, User.id)).all()
            return _persons(uow, [u for u in users if viewer is None or may_see(viewer, owned_by(u))])

    def teams(self, viewer: Viewer | None) -> list[TeamLine]:
        """Return the teams that the viewer leads (an admin and the command line: all), by name; a rep gets none."""
        with self.unit() as uow:
            query = select(Team).order_by(Team.name)
            if viewer is not None and viewer.role != "admin":
                query = query.where(Team.id.in_(viewer.leads if viewer.role == "manager" else ()))
            rows = uow.orm.execute(select(User.team_id, func.count()).group_by(User.team_id)).all()
            counts = {team_id: int(count) for team_id, count in rows}
            return [
                TeamLine(team.id, team.name, team.demo, counts.get(team.id, 0), leaders(uow, team.id))
                for team in uow.orm.scalars(query).all()
            ]

    def add(
        self,
        by: Viewer | None,
        key: str,
        *,
        name: str = "",
        role: str = "rep",
        team: str | None = None,
        language: str = "zh-Hans",
        now: datetime,
    ) -> Person:
        """Add a person before they first write; `team` is made where it is new. Consent is still asked of them.

        Raises `Refused` `people.forbidden`, `people.bad_key`, `people.exists`, `people.bad_role`, `people.bad_name`.
        """
        with self.unit() as uow:
            _may_change(by)
            _check_role(role)
            key = _key(key)
            if uow.users.get(key) is not None:
                raise Refused("people.exists", who=key)
            user = uow.users.get_or_add(key, name=_name(name, empty=True), language=language, now=now)
            user.role, user.team_id = role, _team(uow, team, now, by).id if team else None
            uow.orm.flush()
            audit.record(uow, by, "add", {**_about(user), "role": role, "team": team}, now)
            return _person(uow, user)

    def set_role(self, by: Viewer | None, user_id: int, role: str, now: datetime) -> Person:
        """Give a person another role and sign them out everywhere; who stops being a manager leads no team any more.

        Raises `Refused` `people.forbidden`, `people.not_found`, `people.bad_role`, and `people.last_admin` where
        nobody would be left who may change roles.
        """
        with self.unit() as uow:
            _may_change(by)
            _check_role(role)
            user = visible_user(uow, by, user_id)
            old = user.role
            if old != role:
                keep_an_admin(uow, user)
                change_role(uow, by, user, role, now)
            return _person(uow, user)

    def move(self, by: Viewer | None, user_id: int, team: str | None, now: datetime) -> Person:
        """Put a person into the team of that name (made where it is new), or with None into no team.

        Raises `Refused` `people.forbidden`, `people.not_found`, `people.bad_name`.
        """
        with self.unit() as uow:
            _may_change(by)
            user = visible_user(uow, by, user_id)
            user.team_id = _team(uow, team, now, by).id if team else None
            uow.orm.flush()
            audit.record(uow, by, "team", {**_about(user), "team": team}, now)
            return _person(uow, user)

    def lead(self, by: Viewer | None, user_id: int, team: str, leads: bool, now: datetime) -> Person:
        """Let a manager lead the team of that name (made where it is new), or lead it no longer.

        Raises `Refused` `people.forbidden`, `people.not_found`, `people.no_team`, `people.not_a_manager`.
        """
        with self.unit() as uow:
            _may_change(by)
            user = visible_user(uow, by, user_id)
            if leads and user.role != "manager":
                raise Refused("people.not_a_manager", who=shown_name(user))
            row = _team(uow, team, now, by, make=leads)
            there = uow.orm.get(Leadership, (user.id, row.id))
            if leads and there is None:
                uow.orm.add(Leadership(user_id=user.id, team_id=row.id))
            elif not leads and there is not None:
                uow.orm.delete(there)
            uow.orm.flush()
            audit.record(uow, by, "lead", {**_about(user), "team": row.name, "leads": leads}, now)
            return _person(uow, user)

    def rename(self, by: Viewer | None, user_id: int, name: str, now: datetime) -> Person:
        """Change how a person is called; everybody may rename themselves.

        Raises `Refused` `people.forbidden`, `people.not_found`, `people.bad_name`.
        """
        with self.unit() as uow:
            if by is None or by.user_id != user_id:
                _may_change(by)
            user = visible_user(uow, by, user_id)
            user.name = _name(name)
            audit.record(uow, by, "name", _about(user), now)
            return _person(uow, user)

    def rename_team(self, by: Viewer | None, team_id: int, name: str, now: datetime) -> None:
        """Give a team another name; raises `Refused` `people.forbidden`, `people.no_team`, `people.team_exists`."""
        with self.unit() as uow:
            _may_change(by)
            team = uow.orm.get(Team, team_id)
            if team is None:
                raise Refused("people.no_team", team=team_id)
            new = _name(name)
            if uow.orm.scalars(select(Team.id).where(Team.name == new, Team.id != team_id)).first() is not None:
                raise Refused("people.team_exists", team=new)
            audit.record(uow, by, "team", {"team": new, "was": team.name}, now)
            team.name = new


def change_role(uow: UnitOfWork, by: Viewer | None, user: User, role: str, now: datetime) -> None:
    """Set a role in the open transaction: signed out everywhere, written into the audit log."""
    audit.record(uow, by, "role", {**_about(user), "role": role, "was": user.role}, now)
    user.role = role
    if role != "manager":
        uow.orm.execute(delete(Leadership).where(Leadership.user_id == user.id))
    sign_out(uow, user.id)
    uow.orm.flush()


def keep_an_admin(uow: UnitOfWork, user: User) -> None:
    """Raise `Refused("people.last_admin")` where `user` is the only admin."""
    others = select(func.count()).select_from(User).where(User.role == "admin", User.id != user.id)
    if user.role == "admin" and not uow.orm.scalar(others):
        raise Refused("people.last_admin", who=shown_name(user))


def found_user(uow: UnitOfWork, wanted: str) -> User:
    """Return the person that `wanted` names on the command line (see `People.find`)."""
    wanted = wanted.strip()
    for column in (User.key, User.login, User.name):
        values = (wanted, f"term:{wanted}") if column is User.key else (wanted,)
        rows = uow.orm.scalars(select(User).where(column.in_(values)).limit(2)).all()
        if len(rows) > 1:
            raise Refused("people.ambiguous", who=wanted)
        if rows:
            return rows[0]
    number = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 10 else 0
    user = uow.orm.get(User, number)
    if user is None:
        raise Refused("people.unknown", who=wanted)
    return user


def _person(uow: UnitOfWork, user: User) -> Person:
    return _persons(uow, [user])[0]


def _persons(uow: UnitOfWork, users: Iterable[User]) -> list[Person]:
    names = {team.id: team.name for team in uow.orm.scalars(select(Team)).all()}
    led: dict[int, list[str]] = {}
    for row in uow.orm.scalars(select(Leadership)).all():
        led.setdefault(row.user_id, []).append(names[row.team_id])
    return [
        Person(
            id=user.id,
            key=user.key,
            name=shown_name(user),
            role=user.role,
            team_id=user.team_id,
            team=names.get(user.team_id, "") if user.team_id else "",
            leads=tuple(sorted(led.get(user.id, ()))),
            login=user.login,
            has_password=user.password_hash is not None,
            consent_at=user.consent_at,
            language=user.language,
        )
        for user in users
    ]


def _about(user: User) -> dict[str, object]:
    return {"user": user.id, "name": shown_name(user)}


def _may_change(by: Viewer | None) -> None:
    if by is not None and not may_change_roles(by):
        raise Refused("people.forbidden")


def _check_role(role: str) -> None:
    if role not in ROLES:
        raise Refused("people.bad_role", role=role)


def _name(name: str, *, empty: bool = False) -> str:
    name = " ".join(name.split())
    if (not name and not empty) or len(name) > LONGEST_NAME:
        raise Refused("people.bad_name", limit=LONGEST_NAME)
    return name


def _key(key: str) -> str:
    """Return the channel's key; a bare name is one of the terminal."""
    key = key.strip()
    key = key if ":" in key else f"term:{key}"
    channel, _, rest = key.partition(":")
    fits = channel in ("tg", "term") and rest.strip() and len(key) <= LONGEST_NAME
    if not fits or (channel == "tg" and not (rest.isascii() and rest.isdigit())):
        raise Refused("people.bad_key", who=key)
    return key


def _team(uow: UnitOfWork, name: str, now: datetime, by: Viewer | None, *, make: bool = True) -> Team:
    """Return the team of that name; made where it is new, or refused where it must be there."""
    name = _name(name)
    team = uow.orm.scalars(select(Team).where(Team.name == name)).one_or_none()
    if team is None:
        if not make:
            raise Refused("people.no_team", team=name)
        team = Team(name=name)
        uow.orm.add(team)
        uow.orm.flush()
        audit.record(uow, by, "team", {"team": name, "new": True}, now)
    return team
