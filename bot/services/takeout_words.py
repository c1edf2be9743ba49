"""The readable pages of what a person takes away: talks with comments and corrections, deals, lessons, readers."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from bot.coach.lesson.clock import Habits
from bot.language import Catalog
from bot.store.people_tables import Assignment, Comment, Correction, Reading
from bot.store.tables import Deal, LessonAnswer, LessonProgress, Session, Turn, User
from bot.store.unit import UnitOfWork

from .belongings import sessions_of
from .people import shown_name
from .plans import escape


@dataclass(frozen=True)
class Words:
    """Writes the pages of one person in their language and time zone, in an open transaction."""

    uow: UnitOfWork
    user: User
    catalog: Catalog

    def talk(self, session: Session) -> str:
        """Return a session: its lines with labels, what was commented and corrected there, the scores."""
        about = " · ".join(filter(None, (session.exercise, session.scene, session.outcome)))
        lines = [f"# {self._say('talk', number=session.id, about=about, when=self._when(session.started_at))}", ""]
        if session.private:
            key = "submitted" if session.submitted_at else "private"
            lines += [self._say(key), ""]
        if session.swept_at is not None:
            lines += [self._say("swept", when=self._when(session.swept_at)), ""]
        notes = self._notes(session)
        for turn in self.uow.sessions.turns(session.id):
            lines += [*self._turn(turn), *(f"> {note}" for note in notes.get(turn.id, ())), ""]
        lines += [f"> {note}" for note in notes.get(None, ())]
        lines += ["", *(self._say("score", total=f"{s.total:.0f}", version=s.version) for s in session.scores)]
        return _page(lines)

    def deals(self) -> str:
        """Return the deals with their sheets."""
        lines = []
        for deal in self.uow.orm.scalars(select(Deal).where(Deal.user_id == self.user.id).order_by(Deal.id)):
            lines += [f"# {escape(' / '.join(filter(None, (deal.customer, deal.product, deal.stage, deal.meets))))}"]
            for name, sheet in deal.sheets.items():
                lines += ["", f"## {name}", "", "```json", json.dumps(sheet, ensure_ascii=False, indent=2), "```"]
            lines.append("")
        return _page(lines) if lines else ""

    def lessons(self) -> str:
        """Return how the person stands with each lesson, and the answers."""
        mine = select(LessonProgress).where(LessonProgress.user_id == self.user.id).order_by(LessonProgress.lesson)
        lines = [self._lesson(row) for row in self.uow.orm.scalars(mine)]
        answers = select(LessonAnswer).where(LessonAnswer.user_id == self.user.id).order_by(LessonAnswer.id)
        for answer in self.uow.orm.scalars(answers):
            mark = "+" if answer.right else "-"
            lines.append(f"- {self._when(answer.at)} {mark} {answer.purpose} {answer.item}: {escape(answer.text)}")
        return _page([f"# {self._say('lessons')}", "", *lines]) if lines else ""

    def assignments(self) -> str:
        """Return what the person was given to do."""
        query = select(Assignment).where(Assignment.user_id == self.user.id).order_by(Assignment.id)
        lines = [
            f"- {self._when(row.at)} {self._name(row.by_id)}: {row.kind} {row.ref}"
            f" · {self._say('due', when=self._when(row.due_at))}"
            + (f" · {self._say('done', when=self._when(row.done_at))}" if row.done_at else "")
            + (f" · {escape(row.note)}" if row.note else "")
            for row in self.uow.orm.scalars(query)
        ]
        return _page([f"# {self._say('assignments')}", "", *lines]) if lines else ""

    def readers(self) -> str:
        """Return who read which session, and when."""
        query = select(Reading).where(Reading.session_id.in_(sessions_of(self.user.id))).order_by(Reading.id)
        lines = [
            f"- {self._when(row.at)} {escape(row.reader) or self._say('former')} · {row.how} · #{row.session_id}"
            for row in self.uow.orm.scalars(query)
        ]
        return _page([f"# {self._say('readers')}", "", *lines]) if lines else ""

    def written(self) -> str:
        """Return the comments that the person wrote, on whatever session."""
        query = select(Comment).where(Comment.author_id == self.user.id).order_by(Comment.id)
        lines = [
            f"- {self._when(row.at)} · #{row.session_id}: {escape(row.text)}" for row in self.uow.orm.scalars(query)
        ]
        return _page([f"# {self._say('written')}", "", *lines]) if lines else ""

    def _turn(self, turn: Turn) -> list[str]:
        label = (
            f" `{turn.label}{f' {turn.confidence:.2f}' if turn.confidence is not None else ''}`" if turn.label else ""
        )
        return [
            f"**{turn.number}. {self._say(f'speaker_{turn.speaker}')}**{label}",
            "",
            turn.text.replace("\n", "  \n"),
        ]

    def _notes(self, session: Session) -> dict[int | None, list[str]]:
        """Return the comments and corrections by the turn that they stand on; None holds those of the whole."""
        notes: dict[int | None, list[str]] = {}
        for row in self._of(Comment, session):
            said = self._say("comment", who=self._name(row.author_id), when=self._when(row.at), text=escape(row.text))
            notes.setdefault(row.turn_id, []).append(said)
        for row in self._of(Correction, session):
            values = {"old": _short(row.old), "new": _short(row.new), "reason": escape(row.reason)}
            said = self._say("correction", who=self._name(row.by_id), when=self._when(row.at), item=row.item, **values)
            notes.setdefault(row.turn_id, []).append(said)
        return notes

    def _of(self, table: Any, session: Session) -> Iterable[Any]:
        return self.uow.orm.scalars(select(table).where(table.session_id == session.id).order_by(table.id)).all()

    def _lesson(self, row: LessonProgress) -> str:
        best = f"{row.best:.0%}" if row.best is not None else "–"
        passed = self._when(row.passed_at) if row.passed_at else "–"
        return f"- {self._say('lesson', number=row.lesson, tries=row.tries, best=best, passed=passed)}"

    def _name(self, user_id: int | None) -> str:
        user = self.uow.orm.get(User, user_id) if user_id is not None else None
        return escape(shown_name(user)) if user is not None else self._say("former")

    def _when(self, at: datetime) -> str:
        habits = Habits.of(self.user.preferences.get("lessons"), self.user.language)
        return f"{at.astimezone(habits.tz):%Y-%m-%d %H:%M}"

    def _say(self, key: str, **values: object) -> str:
        return self.catalog.say(f"takeout.{key}", self.user.language, None, **values)


def _short(verdict: dict[str, Any]) -> str:
    return " ".join(str(verdict[key]) for key in ("label", "level", "score") if verdict.get(key) is not None)


def _page(lines: Iterable[str]) -> str:
    return "\n".join(lines).rstrip() + "\n"
