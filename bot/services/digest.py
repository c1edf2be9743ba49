"""The weekly letter to those who lead a team: Monday at nine in their zone; a short line where nothing happened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import aliased

from bot.coach.lesson.clock import Habits
from bot.store.people_tables import Comment, Leadership
from bot.store.tables import Session, User
from bot.store.unit import UnitOfWork

from .coaching_words import Words, shortened
from .messages import Button, Reply
from .people import viewer_of
from .sight import name_of
from .team import Board, TeamView

Wanted = Callable[[User], bool]
"""Says whether somebody can be told something now."""
HOUR = 9
WEEK = timedelta(days=7)
ANSWERS = 5
"""Answers that are quoted."""
PREFERENCE = "digest"
"""Where the week of the last letter is kept: `2026-W47`."""


@dataclass(frozen=True)
class Digest:
    """Who gets the letter, and what stands in it."""

    team: TeamView
    words: Words

    def due(self, uow: UnitOfWork, now: datetime, wanted: Wanted) -> Iterator[tuple[str, User, Reply]]:
        """Return the letters that are due to the managers that are `wanted`: reference, manager, words."""
        leads = select(Leadership.user_id).distinct()
        query = select(User).where(User.role == "manager", User.id.in_(leads)).order_by(User.id)
        for user in uow.orm.scalars(query).all():
            monday, week = this_week(user, now)
            if (
                not wanted(user)
                or now < monday
                or user.created_at >= monday
                or user.preferences.get(PREFERENCE) == week
            ):
                continue
            yield f"digest/{user.id}/{week}", user, self.letter(uow, user, now)

    def sent(self, uow: UnitOfWork, rest: str) -> None:
        """Write down that a letter (`<user>/<week>`) was delivered."""
        number, _, week = rest.partition("/")
        if user := uow.orm.get(User, int(number)):
            user.preferences = {**user.preferences, PREFERENCE: week}

    def letter(self, uow: UnitOfWork, user: User, now: datetime) -> Reply:
        """Return the letter about the last seven days."""
        say = self.words.say
        parts = [say(user, "digest_head")]
        for team_id in sorted(viewer_of(uow, user).leads):
            parts.append(self._team(user, self.team.board_in(uow, team_id, now)))
        answers = self._answers(uow, user, now)
        if answers:
            lines = [say(user, "digest_answer", author=name, text=shortened(text)) for name, text in answers]
            parts.append("\n".join([say(user, "digest_answers"), *lines]))
        return Reply().say("\n\n".join(parts), Button(say(user, "button_team"), "/team"), self._console(user))

    def _team(self, user: User, board: Board) -> str:
        say, people = self.words.say, board.people
        sessions = sum(person.last7 for person in people)
        if not sessions and not any(person.overdue for person in people):
            return say(user, "digest_nothing", team=board.name)
        active = sum(person.last7 > 0 for person in people)
        lines = [say(user, "digest_team", team=board.name, sessions=sessions, active=active, people=len(people))]
        names = {
            "digest_busy": [p.name for p in sorted(people, key=lambda p: -p.last7)[:3] if p.last7],
            "team_idle": [p.name for p in board.idle],
            "digest_overdue": [p.name for p in people if p.overdue],
        }
        lines += [say(user, key, names=self.words.joined(user, found[:12])) for key, found in names.items() if found]
        return "\n".join(lines)

    def _answers(self, uow: UnitOfWork, user: User, now: datetime) -> list[tuple[str, str]]:
        root = aliased(Comment)
        query = (
            select(User, Comment.text)
            .join(root, Comment.parent_id == root.id)
            .join(User, Comment.author_id == User.id)
            .join(Session, Comment.session_id == Session.id)
            .where(root.author_id == user.id, Comment.author_id == Session.user_id, Comment.at >= now - WEEK)
            .order_by(Comment.id.desc())
            .limit(ANSWERS)
        )
        return [(name_of(author), text) for author, text in uow.orm.execute(query).tuples()]

    def _console(self, user: User) -> Button:
        return Button(self.words.say(user, "button_console"), "/console")


def this_week(user: User, now: datetime) -> tuple[datetime, str]:
    """Return Monday, nine o'clock, of the person's week, and the week's name (`2026-W47`)."""
    habits = Habits.of(user.preferences.get("lessons"), user.language)
    today = habits.day(now)
    monday = habits.start_of(today - timedelta(days=today.weekday())) + timedelta(hours=HOUR)
    year, week, _ = today.isocalendar()
    return monday, f"{year}-W{week:02d}"
