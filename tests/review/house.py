"""A small firm before the console: Anna and Bo in the team that Max leads, Zoe in Eva's, Ada as admin.

Anna and Zoe have each talked with a real scene, have a deal, a comment on their talk, a correction, a task.
"""

import re
from copy import copy
from datetime import timedelta

from starlette.testclient import TestClient

from bot.content import read_content
from bot.content.lessons import read_course
from bot.content.scenes import sound_scenes
from bot.review.app import application
from bot.review.room import furnish
from bot.services.people import viewer_of
from bot.services.practice import Who
from bot.services.roleplay import RolePlay
from bot.store.people_tables import Leadership
from bot.store.tables import Deal, Session, Team, User
from tests.factories import NOW, Clock, FakeJudge, make_practice
from tests.services.talking import CONTENT, FACT, LATE, PITCH, PROBLEM, TALK

LATER = NOW + timedelta(hours=1)
URL = "http://localhost"
SCENE = "finance_chief"
PASSWORD = "correct horse battery"

_read = {}


def content():
    """Read the content once: it does not change between tests."""
    if not _read:
        _read.update(content=read_content(CONTENT), course=read_course(CONTENT / "lessons"))
        _read["scenes"] = sound_scenes(CONTENT / "scenes")
    return _read


class House:
    """The firm, its console and browsers into it."""

    def __init__(self, engine, folder, lines=(PROBLEM, LATE, PITCH, FACT), url=URL):
        self._open(engine, folder, url)
        self.ids, self.sessions, self.comments, self.corrections, self.tasks, self.deals = {}, {}, {}, {}, {}, {}
        self._people()
        roleplay = RolePlay(CONTENT / "scenes")
        roleplay._scenes = content()["scenes"]
        self.practice = make_practice(engine, [roleplay], FakeJudge(TALK), content()["content"])
        for name, key in (("anna", "term:anna"), ("zoe", "term:zoe")):
            self.sessions[name] = self.talk(key, lines)
        self._marks()

    def copied(self, engine, folder):
        """Return the same firm on `engine`, which is on a copy of its database."""
        found = copy(self)
        found._open(engine, folder, URL)
        return found

    def _open(self, engine, folder, url):
        self.clock = Clock(LATER)
        read = content()
        self.room = furnish(
            engine, read["content"], read["scenes"], read["course"], url=url, var=folder, clock=self.clock
        )
        self.app = application(self.room, ["testserver"])
        self.unit = self.room.unit

    def talk(self, key, lines):
        """Have a whole talk and return its session's id."""
        who = Who(key, "", "en")
        self.practice.start(who, "roleplay", {"scene": SCENE, "difficulty": "normal"})
        number = self.practice.place(who).session_id
        for line in lines:
            self.practice.take(who, line)
        self.practice.command(who, "end")
        return number

    def _people(self):
        firm = (
            ("anna", "rep", "North"), ("bo", "rep", "North"), ("max", "manager", "North"),
            ("zoe", "rep", "South"), ("eva", "manager", "South"), ("ada", "admin", None),
        )  # fmt: skip
        with self.unit() as uow:
            self.teams = {}
            for name in ("North", "South"):
                team = Team(name=name)
                uow.orm.add(team)
                uow.orm.flush()
                self.teams[name] = team.id
            for name, role, team in firm:
                user = uow.users.get_or_add(f"term:{name}", name=name.title(), language="en", now=NOW)
                user.role, user.consent_at, user.language_fixed = role, NOW, True
                user.team_id = self.teams.get(team)
                if role == "manager":
                    uow.orm.add(Leadership(user_id=user.id, team_id=self.teams[team]))
                uow.orm.flush()
                self.ids[name] = user.id
            self.viewers = {name: viewer_of(uow, uow.orm.get(User, n)) for name, n in self.ids.items()}

    def _marks(self):
        coaching = self.room.coaching
        for rep, manager in (("anna", "max"), ("zoe", "eva")):
            viewer, number = self.viewers[manager], self.sessions[rep]
            turn = self.said(number)
            self.comments[rep] = coaching.comments.write(viewer, number, "Good question.", NOW, turn_number=turn).id
            verdict = coaching.corrections.label(viewer, number, turn, "situation", "It asks for a fact.", NOW)
            self.corrections[rep] = verdict.id
            due = LATER + timedelta(days=3)
            self.tasks[rep] = coaching.assignments.give(viewer, self.ids[rep], "lesson", "1", due, LATER).id
            with self.unit() as uow:
                deal = Deal(
                    user_id=self.ids[rep], customer=f"Customer of {rep}", sheets={}, created_at=NOW, updated_at=NOW
                )
                self.deals[rep] = uow.deals.add(deal).id

    def said(self, number):
        """Return the number of the first turn that was judged."""
        with self.unit() as uow:
            return next(turn.number for turn in uow.sessions.turns(number) if turn.label)

    def change(self, number, **fields):
        """Set fields of a session."""
        with self.unit() as uow:
            for name, value in fields.items():
                setattr(uow.orm.get(Session, number), name, value)

    def browser(self, name=None):
        """Return a browser, signed in as `name` where one is given."""
        client = Browser(self)
        if name is not None:
            signed = self.room.office.signin.enter(self.link(name), self.clock())
            client.cookies.set("peilian", signed.token)
            client.csrf = signed.csrf
        return client

    def link(self, name):
        """Return the token of a link into the console."""
        return self.room.office.signin.link(self.ids[name], self.clock()).rsplit("/", 1)[1]


class Browser(TestClient):
    """A browser that follows nothing by itself and fills in the secret of forms."""

    csrf = ""

    def __init__(self, house):
        super().__init__(house.app, base_url="http://testserver", follow_redirects=False)

    def fill(self, path, **fields):
        """Send a form."""
        return self.post(path, data={"csrf": self.csrf, **fields})


def secret(page):
    """Return the secret of a page's first form."""
    return re.search(r'name="csrf" value="([^"]*)"', page.text)[1]
