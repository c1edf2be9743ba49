"""What people ask about coaching in the chat: `/comments`, `/tasks`, `/team`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select

from bot.store.people_tables import Comment
from bot.store.tables import Session, Team, User
from bot.store.unit import UnitOfWork

from .assignments import Assignments
from .coaching_words import Words
from .comments import remarks
from .messages import Button, Reply
from .people import viewer_of
from .practice import Who
from .team import TeamView

THREADS = 5
"""Threads in a list, the newest."""


@dataclass(frozen=True)
class CoachingChat:
    """The answers."""

    unit: Callable[[], UnitOfWork]
    words: Words
    assignments: Assignments
    team_view: TeamView
    clock: Callable[[], datetime]

    def comments(self, who: Who) -> Reply:
        """Show the newest threads about the person's own work, and those that they began."""
        with self.unit() as uow:
            user = self._user(uow, who)
            mine = or_(Session.user_id == user.id, Comment.author_id == user.id)
            newest = (
                select(func.coalesce(Comment.parent_id, Comment.id).label("root"))
                .join(Session, Comment.session_id == Session.id)
                .where(mine)
                .group_by("root")
                .order_by(func.max(Comment.id).desc())
                .limit(THREADS)
            )
            roots = list(uow.orm.scalars(newest))
            found = []
            for row in sorted(uow.orm.scalars(select(Comment).where(Comment.id.in_(roots))), key=lambda c: c.id):
                session = uow.sessions.get(row.session_id)
                remark = next((r for r in remarks(uow, row.session_id) if r.id == row.id), None)
                if session is not None and remark is not None:
                    found.append((session, remark))
            return self.words.threads(user, found)

    def tasks(self, who: Who) -> Reply:
        """List the person's own open assignments, each with the button that begins it."""
        with self.unit() as uow:
            user = self._user(uow, who)
            viewer = viewer_of(uow, user)
        return self.words.tasks(user, self.assignments.of_person(viewer, user.id, self.clock()))

    def team(self, who: Who, wish: str = "") -> Reply:
        """Show a team that the person leads on one screen; the choice, where there are several."""
        with self.unit() as uow:
            user = self._user(uow, who)
            viewer = viewer_of(uow, user)
            query = select(Team).order_by(Team.name)
            query = query if user.role == "admin" else query.where(Team.id.in_(viewer.leads))
            teams = uow.orm.scalars(query).all() if user.role in ("manager", "admin") else []
        if not teams:
            return Reply().say(self.words.say(user, "team_none"))
        chosen = next((team for team in teams if str(team.id) == wish), teams[0] if len(teams) == 1 else None)
        if chosen is None:
            buttons = [Button(team.name[:40], f"/team {team.id}") for team in teams[:20]]
            return Reply().say(self.words.say(user, "team_which"), *buttons)
        now = self.clock()
        console = Button(self.words.say(user, "button_console"), "/console")
        return self.words.board(user, self.team_view.board(viewer, chosen.id, now), now, console)

    def _user(self, uow: UnitOfWork, who: Who) -> User:
        return uow.users.get_or_add(who.key, name=who.name, language=who.language or "zh-Hans", now=self.clock())
