"""Loading the demo team and removing it again, with everything that hangs on it and nothing else."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from argon2 import PasswordHasher
from sqlalchemy import delete, select, update

from bot.coach.buyer import Lines
from bot.coach.judgement import Judge
from bot.content import Content
from bot.content.lessons import read_course
from bot.services.belongings import of_person, traces
from bot.services.coaching import coaching
from bot.services.people import viewer_of
from bot.services.practice import Practice
from bot.services.roleplay import RolePlay
from bot.services.turn import Exercise
from bot.settings import ROOT
from bot.store.people_tables import Invitation, Leadership
from bot.store.tables import Team, User
from bot.store.unit import UnitOfWork

from .cast import Cast, read_cast
from .play import DAYS, Player
from .room import lead
from .stage import Remembering, SetClock

SEED = 20
CONTENT = ROOT / "data" / "content"


@dataclass(frozen=True)
class Loaded:
    """What was loaded; `password` is None where the team was there already."""

    team: str
    login: str
    password: str | None
    people: int
    sessions: int


@dataclass(frozen=True)
class Demo:
    """The use cases."""

    unit: Callable[[], UnitOfWork]
    content: Content

    def load(
        self,
        judge: Judge,
        exercises: Callable[[Path], dict[str, Exercise]],
        lines: Lines,
        now: datetime,
        *,
        say: Callable[[str], object] = print,
        seed: int = SEED,
        cast: Cast | None = None,
    ) -> Loaded:
        """Play the team into the store; where it is there already nothing is done.

        `exercises` returns what can be practised, with its files in the folder that it is given; `lines` are the
        buyer's common sentences.
        """
        cast = cast or read_cast()
        with self.unit() as uow:
            if uow.orm.scalars(select(Team.id).where(Team.demo)).first() is not None:
                return Loaded(cast.team, cast.manager.login, None, len(cast.members), 0)
        password = secrets.token_urlsafe(9)
        people = self._people(cast, password, now)
        with tempfile.TemporaryDirectory() as folder:
            sessions = self._play(judge, exercises(Path(folder)), lines, cast, now, say, seed)
        clock = SetClock(now)
        roleplay = RolePlay(CONTENT / "scenes")
        room = coaching(self.unit, self.content, lambda: roleplay.scenes, read_course(CONTENT / "lessons"), clock=clock)
        with self.unit() as uow:
            viewer = viewer_of(uow, uow.orm.get_one(User, people.pop(cast.manager.key)))
        lead(room, cast, viewer, people, now, Random(seed))
        return Loaded(cast.team, cast.manager.login, password, len(cast.members), sessions)

    def clear(self, cast: Cast | None = None) -> int:
        """Remove the demo team with all that hangs on it; return how many people it had."""
        cast = cast or read_cast()
        with self.unit() as uow:
            teams = list(uow.orm.scalars(select(Team.id).where(Team.demo)))
            keys = [member.who.key for member in cast.members]
            ids = list(uow.orm.scalars(select(User.id).where(User.team_id.in_(teams), User.key.in_(keys))))
            for number in ids:
                for table, column in traces():
                    uow.orm.execute(update(table).where(column == number).values({column: None}))
            for number in ids:
                uow.orm.execute(update(User).where(User.id == number).values(current_session_id=None))
                for table, mine in of_person(number):
                    uow.orm.execute(delete(table).where(mine).execution_options(synchronize_session=False))
            # A real person who was put into the team stays, without a team.
            uow.orm.execute(update(User).where(User.team_id.in_(teams)).values(team_id=None))
            uow.orm.execute(delete(Leadership).where(Leadership.team_id.in_(teams)))
            uow.orm.execute(delete(Invitation).where(Invitation.team_id.in_(teams)))
            uow.orm.execute(delete(Team).where(Team.id.in_(teams)))
            return len(ids)

    def _people(self, cast: Cast, password: str, now: datetime) -> dict[str, int]:
        began = now - timedelta(days=DAYS + 2)
        with self.unit() as uow:
            team = Team(name=cast.team, demo=True)
            uow.orm.add(team)
            uow.orm.flush()
            for member in cast.members:
                user = uow.users.get_or_add(member.who.key, name=member.name, language=member.language, now=began)
                user.role, user.team_id, user.consent_at, user.language_fixed = member.role, team.id, began, True
                if member.login:
                    user.login, user.password_hash = member.login, PasswordHasher().hash(password)
                    uow.orm.add(Leadership(user_id=user.id, team_id=team.id))
            uow.orm.flush()
            rows = uow.orm.execute(select(User.key, User.id).where(User.team_id == team.id).order_by(User.id)).tuples()
            return {key.removeprefix("term:"): number for key, number in rows}

    def _play(
        self,
        judge: Judge,
        exercises: dict[str, Exercise],
        lines: Lines,
        cast: Cast,
        now: datetime,
        say: Callable[[str], object],
        seed: int,
    ) -> int:
        clock, seeds = SetClock(now), Random(seed)
        roleplay = exercises["roleplay"]
        assert isinstance(roleplay, RolePlay)
        # No pictures: drawing them would take longer than the talks.
        exercises = {**exercises, "roleplay": RolePlay(roleplay.folder)}
        practice = Practice(
            self.unit, Remembering(judge), self.content, exercises, clock, lambda: seeds.randrange(2**31)
        )
        course = read_course(CONTENT / "lessons")
        player = Player(practice, clock, cast, roleplay.scenes, course, lines)
        count = 0
        for number, member in enumerate(cast.reps):
            count += player.play(member, number, now, seed)
            say(f"demo: {member.name}")
        return count
