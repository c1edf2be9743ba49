"""People of the tests: a manager with a team, reps, an admin; a session with every kind of thing that hangs on one."""

from types import SimpleNamespace

from bot.content import read_content
from bot.services.office import open_office
from bot.settings import ROOT
from bot.store.people_tables import Leadership
from bot.store.tables import Session, Team
from bot.store.unit import units
from tests.factories import NOW, Clock

CATALOG = read_content(ROOT / "data" / "content").catalog


def office(engine, folder, **options):
    """Return the services around people on a database, with a clock that starts at NOW."""
    return open_office(units(engine), CATALOG, Clock(), folder / "exports", **options)


def add(uow, key, role="rep", team=None, name=None, leads=()):
    """Add a person who has agreed."""
    user = uow.users.get_or_add(key, name=name or key.split(":")[1].title(), language="en", now=NOW)
    user.role, user.team_id, user.consent_at = role, team, NOW
    uow.orm.flush()
    uow.orm.add_all(Leadership(user_id=user.id, team_id=each) for each in leads)
    return user


def company(engine):
    """Return the ids of a small company: teams north and south, a manager of north, a rep in each, an admin."""
    with units(engine)() as uow:
        north, south = Team(name="North"), Team(name="South")
        uow.orm.add_all((north, south))
        uow.orm.flush()
        people = {
            "mo": add(uow, "tg:1", "manager", name="Mo", leads=[north.id]),
            "anna": add(uow, "tg:2", team=north.id, name="Anna"),
            "ben": add(uow, "tg:3", team=south.id, name="Ben"),
            "ada": add(uow, "tg:4", "admin", name="Ada"),
        }
        ids = {name: user.id for name, user in people.items()}
        return SimpleNamespace(north=north.id, south=south.id, **ids)


def add_talk(uow, user_id, *lines, at=NOW, **fields):
    """Add an ended role-play with lines of the rep."""
    values = {
        "exercise": "roleplay",
        "language": "en",
        "state": {},
        "status": "ended",
        "started_at": at,
        "ended_at": at,
    }
    session = uow.sessions.add(Session(user_id=user_id, **{**values, **fields}))
    for line in lines:
        uow.sessions.add_turn(session, speaker="rep", text=line, now=at)
    return session
