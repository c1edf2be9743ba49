"""What the bot says about comments, assignments and teams."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.coach.lesson.clock import Habits
from bot.language import Catalog, base
from bot.store.people_tables import Assignment, Comment
from bot.store.tables import Session, Turn, User

from .assignments import Assignments, Task, command
from .comments import Remark
from .messages import Button, Reply
from .team import Board, NextStep, Standing

QUOTED = 300
"""Characters of a line or comment that are quoted."""
LISTED = 12
"""People of a team on one screen."""


@dataclass(frozen=True)
class Words:
    """The sentences; `assignments` knows the titles."""

    catalog: Catalog
    assignments: Assignments

    def say(self, user: User, key: str, **values: object) -> str:
        """Return the sentence `coaching.<key>` in the person's language."""
        return self.catalog.say(f"coaching.{key}", user.language, None, **values)

    def comment(
        self, user: User, row: Comment, author: str, session: Session, turn: Turn | None, root: Comment | None
    ) -> Reply:
        """Return a comment or an answer as the other side gets it: who wrote it, what about, the words."""
        quote = shortened(turn.text) if turn else ""
        key = "answer" if root is not None else "comment"
        parts = [
            self.say(
                user,
                f"{key}_head",
                author=author or self.say(user, "somebody"),
                session=self.session(user, session),
            )
        ]
        if quote:
            parts.append(
                self.say(user, "quote_own" if turn and self._own(user, session, turn) else "quote", text=quote)
            )
        if root is not None:
            parts.append(self.say(user, "quote_comment", text=shortened(root.text)))
        parts.append(row.text)
        return Reply().say("\n\n".join(parts), self.answer_button(user, row.id))

    def answer_button(self, user: User, comment_id: int) -> Button:
        """Return the button that lets a person answer a comment."""
        return Button(self.say(user, "button_answer"), f"/answer {comment_id}")

    def assigned(self, user: User, row: Assignment, by: str) -> Reply:
        """Return a new assignment with the button that starts it."""
        title = self.assignments.title(row.kind, row.ref, user.language)
        values = {"by": by or self.say(user, "somebody"), "title": title, "day": self.day(user, row.due_at)}
        text = self.say(user, "assigned", **values)
        if row.note:
            text = f"{text}\n\n{row.note}"
        return Reply().say(text, Button(self.say(user, "button_begin"), command(row.kind, row.ref)))

    def tasks(self, user: User, tasks: Sequence[Task]) -> Reply:
        """Return the open assignments of a person, each with its button."""
        still = [task for task in tasks if task.state in ("open", "overdue")]
        if not still:
            return Reply().say(self.say(user, "tasks_none"))
        lines, buttons = [self.say(user, "tasks_head")], []
        for number, task in enumerate(still, 1):
            title = self.assignments.title(task.kind, task.ref, user.language)
            values = {"n": number, "title": title, "day": self.day(user, task.due_at), "by": task.by}
            lines.append(self.say(user, f"task_{task.state}", **values))
            if task.note:
                lines.append(f"   {shortened(task.note)}")
            buttons.append(Button(self.say(user, "button_begin_n", n=number), command(task.kind, task.ref)))
        return Reply().say("\n".join(lines), *buttons)

    def threads(self, user: User, found: Sequence[tuple[Session, Remark]]) -> Reply:
        """Return the newest threads about a person's work, a message each, oldest first."""
        reply = Reply()
        if not found:
            return reply.say(self.say(user, "comments_none"))
        for session, remark in found:
            lines = [self.say(user, "thread_head", session=self.session(user, session)), self._said(user, remark)]
            lines += [self._said(user, answer) for answer in remark.answers]
            reply.say("\n\n".join(lines), self.answer_button(user, remark.id))
        return reply

    def board(self, user: User, board: Board, now: datetime, console: Button) -> Reply:
        """Return a team on one screen: the week, who is where, what goes well and what does not."""
        head = self.say(
            user,
            "team_head",
            team=board.name,
            people=len(board.people),
            sessions=sum(person.last7 for person in board.people),
            active=sum(person.last7 > 0 for person in board.people),
        )
        lines = [head, ""]
        order = sorted(board.people, key=lambda p: (-p.overdue, not p.idle, p.last28, p.name))
        lines += [self._person(user, person, board.lessons) for person in order[:LISTED]]
        if len(order) > LISTED:
            lines.append(self.say(user, "team_more", n=len(order) - LISTED))
        if board.lines:
            best, worst = board.lines[0], board.lines[-1]
            lines += [
                "",
                self.say(user, "team_lines", best=self.line(user, best.line), worst=self.line(user, worst.line)),
            ]
        if board.idle:
            lines.append(self.say(user, "team_idle", names=self.joined(user, [p.name for p in board.idle][:LISTED])))
        return Reply().say("\n".join(lines), console)

    def step(self, language: str, step: NextStep) -> str:
        """Return a proposed next step in words, with its reason."""
        values = dict(step.values)
        if "line" in values:
            values["line"] = self.catalog.say(f"scorecard.dimension_{values['line']}", language)
        kind, ref = (values["kind"], values["ref"]) if step.kind == "task" else (step.kind, step.ref)
        values["title"] = self.assignments.title(kind, ref, language)
        return self.catalog.say(f"coaching.why_{step.why}", language, None, **values)

    def session(self, user: User, session: Session) -> str:
        """Return how a session is called: what it was, and its day."""
        return self.say(
            user, "session", title=self.practised(session, user.language), day=self.day(user, session.started_at)
        )

    def practised(self, session: Session, language: str) -> str:
        """Return what was practised: the scene's title, the lesson, or the exercise's name."""
        if session.exercise == "roleplay" and session.scene:
            return self.assignments.title("scene", session.scene, language)
        number = (session.scene or "").removeprefix("lesson-")
        if session.exercise == "lesson" and number.isdigit():
            return self.assignments.title("lesson", str(int(number)), language)
        key = f"coaching.exercise_{session.exercise}"
        return self.catalog.say(key, language) if key in self.catalog else session.exercise

    def line(self, user: User, name: str) -> str:
        """Return the name of a line of the scorecard."""
        return self.catalog.say(f"scorecard.dimension_{name}", user.language)

    def day(self, user: User, at: datetime) -> str:
        """Return the day of a moment as the person's calendar has it."""
        return shown_day(Habits.of(user.preferences.get("lessons"), user.language).day(at), user.language)

    def joined(self, user: User, names: Sequence[str]) -> str:
        """Return names as a list in a sentence."""
        return (", " if base(user.language) == "en" else "、").join(names)

    def _person(self, user: User, person: Standing, lessons: int) -> str:
        average = f"{person.average:.0f}" if person.average is not None else "–"
        values = {"name": person.name, "passed": person.passed, "lessons": lessons, "sessions": person.last7}
        line = self.say(user, "team_person", average=average, **values)
        if person.overdue:
            line += self.say(user, "team_person_overdue", n=person.overdue)
        return line

    def _said(self, user: User, remark: Remark) -> str:
        return self.say(user, "said", author=remark.author or self.say(user, "somebody"), text=remark.text)

    def _own(self, user: User, session: Session, turn: Turn) -> bool:
        return turn.speaker == "rep" and session.user_id == user.id


def shown_day(day: date, language: str) -> str:
    """Return a day as it is written: `11月22日` or `22 Nov`."""
    return f"{day:%d %b}".lstrip("0") if base(language) == "en" else f"{day.month}月{day.day}日"


def shortened(text: str) -> str:
    """Return a text short enough to be quoted, on one line."""
    text = " ".join(text.split())
    return text if len(text) <= QUOTED else text[: QUOTED - 1] + "…"
