"""`python -m bot people …`: roles, teams, ways in. What is changed here goes into the audit log."""

from __future__ import annotations

import argparse
import asyncio
import getpass
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from bot.coach.access import ROLES
from bot.services.clock import utc_now
from bot.services.people import Person

from .office import Desk, Said, open_desk

Act = Callable[[Desk, argparse.Namespace], int]


def main(argv: list[str]) -> int:
    """Carry out one of the commands; the status is 1 where a rule forbids it, 2 for wrong usage."""
    options = parser().parse_args(argv)
    desk = open_desk()
    act: Act = ACTS[options.what]
    return desk.run(lambda: act(desk, options))


def parser() -> argparse.ArgumentParser:
    """Return the parser; WHO is a number, a key (`tg:123`), a terminal's name, a login or a name."""
    found = argparse.ArgumentParser(prog="python -m bot people", description="Care for people, roles and teams.")
    what = found.add_subparsers(dest="what", required=True, metavar="COMMAND")
    listing = what.add_parser("list", help="show everybody")
    listing.add_argument("--team", metavar="TEAM", help="only this team")
    add = _command(what, "add", "add a person: a terminal's name, or tg: and the number of a Telegram account")
    add.add_argument("--name", default="", help="how the person is called")
    add.add_argument("--role", default="rep", metavar="ROLE", help=f"one of {', '.join(ROLES)}; rep without it")
    add.add_argument("--team", metavar="TEAM", help="made where it is new")
    _command(what, "role", "change a role").add_argument("role", metavar="ROLE", help=", ".join(ROLES))
    _command(what, "team", "put somebody into a team").add_argument("team", metavar="TEAM", help="- for none")
    lead = _command(what, "lead", "let a manager lead a team")
    lead.add_argument("team", metavar="TEAM")
    lead.add_argument("--stop", action="store_true", help="lead it no longer")
    _command(what, "name", "change how somebody is called").add_argument("name", metavar="NAME")
    _command(what, "login", "give a name to sign in with").add_argument("login", metavar="LOGIN")
    _command(what, "password", "set a password: it is asked for, or read from standard input")
    invite = what.add_parser("invite", help="make a link that works once, for seven days")
    invite.add_argument("role", metavar="ROLE", help=", ".join(ROLES))
    invite.add_argument("team", nargs="?", metavar="TEAM", help="needed for a rep and a manager")
    export = _command(what, "export", "write everything that is stored of somebody into a file")
    export.add_argument("--out", type=Path, required=True, metavar="FILE", help="the zip")
    _command(what, "remove", "delete everything of somebody").add_argument("--yes", action="store_true", help="do it")
    return found


def _command(
    what: argparse._SubParsersAction[argparse.ArgumentParser], name: str, text: str
) -> argparse.ArgumentParser:
    found = what.add_parser(name, help=text)
    found.add_argument("who", metavar="WHO")
    return found


def _list(desk: Desk, options: argparse.Namespace) -> int:
    team = _team_id(desk, options.team) if options.team else None
    people = desk.office.people.listed(None, team)
    if not people:
        print(desk.say("people_none"))
    for person in people:
        print(_line(desk, person))
    return 0


def _add(desk: Desk, options: argparse.Namespace) -> int:
    values = {"name": options.name, "role": options.role, "team": options.team, "language": desk.language}
    print(_line(desk, desk.office.people.add(None, options.who, now=utc_now(), **values)))
    return 0


def _role(desk: Desk, options: argparse.Namespace) -> int:
    return _changed(desk, lambda who: desk.office.people.set_role(None, who, options.role, utc_now()), options)


def _team(desk: Desk, options: argparse.Namespace) -> int:
    team = None if options.team == "-" else options.team
    return _changed(desk, lambda who: desk.office.people.move(None, who, team, utc_now()), options)


def _lead(desk: Desk, options: argparse.Namespace) -> int:
    leads = not options.stop
    return _changed(desk, lambda who: desk.office.people.lead(None, who, options.team, leads, utc_now()), options)


def _name(desk: Desk, options: argparse.Namespace) -> int:
    return _changed(desk, lambda who: desk.office.people.rename(None, who, options.name, utc_now()), options)


def _login(desk: Desk, options: argparse.Namespace) -> int:
    person = desk.office.people.find(options.who)
    desk.office.signin.set_login(None, person.id, options.login, utc_now())
    print(_line(desk, desk.office.people.person(None, person.id)))
    return 0


def _password(desk: Desk, options: argparse.Namespace) -> int:
    person = desk.office.people.find(options.who)
    desk.office.signin.set_password(None, person.id, _read_password(desk), utc_now())
    print(desk.say("password_set", who=person.name))
    return 0


def _read_password(desk: Desk) -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass(desk.say("password_ask"))
    if getpass.getpass(desk.say("password_again")) != first:
        raise Said(desk.say("password_differs"))
    return first


def _invite(desk: Desk, options: argparse.Namespace) -> int:
    team = _team_id(desk, options.team) if options.team else None
    made = desk.office.invitations.make(None, options.role, team, utc_now())
    from bot.channels.telegram.name import bot_name

    name = asyncio.run(bot_name(desk.settings))
    print(made.link(name))
    print(desk.say("invite_until", day=f"{made.expires_at:%Y-%m-%d}"), file=sys.stderr)
    return 0


def _export(desk: Desk, options: argparse.Namespace) -> int:
    person = desk.office.people.find(options.who)
    shutil.move(desk.office.takeout.write(None, person.id, utc_now()), options.out)
    print(options.out)
    return 0


def _remove(desk: Desk, options: argparse.Namespace) -> int:
    person = desk.office.people.find(options.who)
    told = desk.office.leaving.told(person.id)
    print(desk.say("remove_told", who=person.name, sessions=told.sessions, turns=told.turns, deals=told.deals))
    if not options.yes:
        print(desk.say("remove_yes"), file=sys.stderr)
        return 1
    desk.office.leaving.forget(None, person.id, utc_now())
    print(desk.say("removed", who=person.name))
    return 0


ACTS: dict[str, Act] = {
    "list": _list,
    "add": _add,
    "role": _role,
    "team": _team,
    "lead": _lead,
    "name": _name,
    "login": _login,
    "password": _password,
    "invite": _invite,
    "export": _export,
    "remove": _remove,
}


def _changed(desk: Desk, change: Callable[[int], Person], options: argparse.Namespace) -> int:
    print(_line(desk, change(desk.office.people.find(options.who).id)))
    return 0


def _line(desk: Desk, person: Person) -> str:
    parts = [str(person.id), person.key, person.name, person.role, person.team or "-"]
    if person.leads:
        parts.append(desk.say("leads", teams=", ".join(person.leads)))
    if person.login:
        parts.append(desk.say("login" if person.has_password else "login_only", login=person.login))
    if person.consent_at is None:
        parts.append(desk.say("no_consent"))
    return "\t".join(parts)


def _team_id(desk: Desk, name: str) -> int:
    found = next((team.id for team in desk.office.people.teams(None) if team.name == name), None)
    if found is None:
        raise Said(desk.catalog.say("people.no_team", desk.language, None, team=name))
    return found
