"""The demo team is played, is there once, and goes without a trace; others are not touched."""

import shutil

import pytest

from bot.content.decide import read_cases
from bot.content.scene_check import common_lines
from bot.demo.cast import Cast, Member, read_cast
from bot.demo.demo import Demo
from bot.services.decide import Decide
from bot.services.roleplay import RolePlay
from bot.settings import ROOT
from bot.store.tables import Base, Session, Team, User
from bot.store.unit import units
from tests.factories import NOW, FakeJudge, content_of_house

CONTENT = ROOT / "data" / "content"
SMALL = Cast(
    "Demo",
    (
        Member("demo-boss", "Boss", "en", role="manager", login="demo-boss"),
        Member("demo-rep", "Rep", "en", skills=("pitch-first", "average"), sheets=("decide",), private=True),
    ),
    ("finance_chief",),
    read_cast().words,
)


class AnyJudge(FakeJudge):
    """Takes each line of a rep for a pitch, each case for a concern."""

    def judge(self, kind, text, before=None):
        self.default = {"rep": "pitch", "case": "concern"}.get(kind, "information")
        return super().judge(kind, text, before)


@pytest.fixture
def demo(database):
    """Return the demo on a store that holds somebody else's work."""
    unit = units(database)
    with unit() as uow:
        user = uow.users.get_or_add("term:anna", name="Anna", language="en", now=NOW)
        user.team_id = None
        uow.orm.add(Session(user_id=user.id, exercise="spin", language="en", state={}, started_at=NOW))
        uow.orm.add(Team(name="North"))
    return Demo(unit, content_of_house())


def load(demo, tmp_path):
    scenes = tmp_path / "scenes"
    scenes.mkdir(exist_ok=True)
    shutil.copy(CONTENT / "scenes" / "finance_chief.yaml", scenes)

    def exercises(_folder):
        every = (RolePlay(scenes), Decide(read_cases(CONTENT / "decide")))
        return {exercise.name: exercise for exercise in every}

    lines = common_lines(CONTENT / "replies")
    return demo.load(AnyJudge(), exercises, lines, NOW, say=lambda line: None, cast=SMALL)


def counts(demo):
    with demo.unit() as uow:
        return {table.name: len(uow.orm.execute(table.select()).all()) for table in Base.metadata.sorted_tables}


def test_it_is_played_once_and_goes_without_a_trace(demo, tmp_path):
    before = counts(demo)
    loaded = load(demo, tmp_path)
    assert (loaded.people, loaded.sessions) == (2, 3)
    with demo.unit() as uow:
        sessions = uow.orm.query(Session).join(User).filter(User.key == "term:demo-rep").order_by(Session.id).all()
        talks = [s for s in sessions if s.exercise == "roleplay"]
        assert [s.private for s in talks] == [False, True]
        assert all(s.total is not None and s.started_at < NOW for s in talks)
    assert load(demo, tmp_path).password is None
    assert demo.clear(SMALL) == 2
    assert counts(demo) == before


def test_a_person_who_was_put_into_the_team_stays(demo, tmp_path):
    load(demo, tmp_path)
    with demo.unit() as uow:
        uow.users.get("term:anna").team_id = uow.orm.query(Team).filter_by(demo=True).one().id
    demo.clear(SMALL)
    with demo.unit() as uow:
        assert uow.users.get("term:anna").team_id is None


def test_nothing_to_clear_is_no_fault(demo):
    assert demo.clear(SMALL) == 0
