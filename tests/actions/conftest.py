"""A house with small exercises of the tests' own."""

import pytest

from bot.services import house
from tests.factories import FakeJudge, make_practice
from tests.services.test_practice import Echo


class Spin(Echo):
    name = "spin"


class Trace(Echo):
    name = "trace"

    def start(self, turn, options):
        turn.keep(heard=0)
        turn.reply.say(f"started with {options}")


class RolePlay(Trace):
    name = "roleplay"


@pytest.fixture
def practice(sqlite_engine, tmp_path):
    made = make_practice(sqlite_engine, [Spin(), Trace(), RolePlay()], FakeJudge(default="requirement"))
    house.use(house.furnished(made, tmp_path))
    yield made
    house.use(None)
