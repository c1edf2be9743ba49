"""A small firm: Anna and Bo in one team that Max leads, Zoe in another; Anna can talk with a real scene."""

from datetime import timedelta

from bot.content.lessons import read_course
from bot.services.coaching import coaching
from bot.services.people import viewer_of
from bot.services.practice import Who
from bot.store.people_tables import Leadership
from bot.store.tables import Session, Team, User
from bot.store.unit import units
from tests.factories import NOW
from tests.services.talking import CONTENT, FACT, LATE, PITCH, PROBLEM, Desk

MAX = Who("tg:9", "Max", "en")
BO = Who("tg:2", "Bo", "zh-Hans")


class House:
    """The desk of Anna, and the services around it."""

    def __init__(self, engine, folder):
        self.desk = Desk(engine, folder, pictures=False)
        self.unit = units(engine)
        self.course = read_course(CONTENT / "lessons")
        clock, scenes = self.desk.practice.clock, lambda: self.desk.scenes
        self.coaching = coaching(self.unit, self.desk.practice.content, scenes, self.course, clock=clock)
        # The first talk lies an hour back: what tests do begins at NOW.
        clock.now = NOW - timedelta(hours=1)
        self.talked, _ = self.desk.talk(PROBLEM, LATE, PITCH, FACT)
        clock.now = NOW
        with self.unit() as uow:
            anna = uow.users.get("term:anna")
            add = lambda key, name, role="rep": uow.users.get_or_add(  # noqa: E731
                key, name=name, language="en", now=NOW
            )
            people = {"anna": anna, "max": add("tg:9", "Max"), "bo": add("tg:2", "Bo"), "zoe": add("tg:8", "Zoe")}
            people["eva"] = add("tg:7", "Eva")
            people["max"].role = people["eva"].role = "manager"
            north, south = Team(name="North"), Team(name="South")
            uow.orm.add_all([north, south])
            uow.orm.flush()
            for name, team in (("anna", north), ("bo", north), ("max", north), ("zoe", south), ("eva", south)):
                people[name].team_id = team.id
            uow.orm.add_all([Leadership(user_id=people["max"].id, team_id=north.id)])
            uow.orm.add_all([Leadership(user_id=people["eva"].id, team_id=south.id)])
            uow.orm.flush()
            self.ids = {name: user.id for name, user in people.items()}
            self.team = north.id
            self.viewers = {name: viewer_of(uow, user) for name, user in people.items()}

    def __getattr__(self, name):
        """Return the viewer of that name: `house.max`."""
        if name in self.__dict__.get("viewers", {}):
            return self.viewers[name]
        raise AttributeError(name)

    def user(self, name):
        with self.unit() as uow:
            return uow.orm.get(User, self.ids[name])

    def session(self, number):
        with self.unit() as uow:
            session = uow.orm.get(Session, number)
            assert session is not None
            return session

    def change(self, number, **fields):
        """Set fields of a session."""
        with self.unit() as uow:
            session = uow.orm.get(Session, number)
            for name, value in fields.items():
                setattr(session, name, value)

    def scores(self, number):
        with self.unit() as uow:
            return [(s.version, s.total) for s in uow.sessions.get(number).scores]

    def turn(self, text):
        """Return the number of Anna's turn with this text."""
        with self.unit() as uow:
            return next(t.number for t in uow.sessions.turns(self.talked) if t.text == text)


def days(n):
    return NOW + timedelta(days=n)
