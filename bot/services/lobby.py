"""The lobby: greeting, help, progress, language, and everything else that is said between exercises."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.language import LANGUAGES
from bot.store.tables import Deal, Session, User
from bot.store.unit import UnitOfWork

from .lesson.exercise import LessonExercise
from .messages import Button, Message, Reply
from .plans import SHEET, plan_text, write_plan
from .practice import Practice, Who
from .progress import screen, snapshot

EXERCISES = ("spin", "roleplay", "trace", "decide", "worksheet", "lesson")
"""In the order in which they are offered; what the practice service does not know is left out."""
NOTES = ("off", "brief", "full")
"""How much the coach says beside a role-play; kept in `preferences["note"]`."""
SHOWN = 5
"""Sessions or deals in a list."""
OFFERED = timedelta(minutes=30)
"""How long `/trace` without a line means the line that was just offered."""


@dataclass(frozen=True)
class Lobby:
    """What is answered outside exercises, and settings that hold everywhere."""

    practice: Practice
    exports: Path
    """Where files for people are written."""

    def greet(self, who: Who) -> Reply:
        """Welcome a new person with what there is, a known one by name and with what was left open."""

        def work(uow: UnitOfWork, user: User) -> Reply:
            known = bool(uow.sessions.of_user(user.id, limit=1))
            key = "greeting_known" if known else "greeting_new"
            return self._say(user, key, *self._offers(uow, user), name=_called(user))

        return self._with_user(who, work)

    def help(self, who: Who) -> Reply:
        """Show on one screen what can be done."""

        def work(uow: UnitOfWork, user: User) -> Reply:
            lines = [self._text(user, f"help_{name}") for name in self._exercises()]
            text = "\n".join([self._text(user, "help_intro"), *lines, "", self._text(user, "help_always")])
            return Reply().say(text, *self._offers(uow, user))

        return self._with_user(who, work)

    def plain(self, who: Who, key: str, **values: object) -> Reply:
        """Say the sentence `lobby.<key>` and offer the exercises."""
        return self._with_user(
            who, lambda uow, user: self._say(user, key, *self._offers(uow, user), name=_called(user), **values)
        )

    def progress(self, who: Who) -> Reply:
        """Tell how often each exercise was done, and which sessions came last."""

        def work(uow: UnitOfWork, user: User) -> Reply:
            lessons = self._lessons(uow, user)
            # What was only looked at (the list of lessons, settings) is no practice.
            sessions = [s for s in uow.sessions.of_user(user.id, limit=1000) if s.outcome != "shown"]
            if not sessions:
                return self._say(user, "progress_none", *self._offers(uow, user))
            lines = [self._text(user, "progress_intro"), *self._counts(user, sessions), ""]
            lines += [self._text(user, "progress_last"), *(self._line(user, s) for s in sessions[:SHOWN])]
            return Reply([*lessons, *Reply().say("\n".join(lines), *self._offers(uow, user)).messages])

        return self._with_user(who, work)

    def language(self, who: Who, choice: str = "") -> Reply:
        """Fix the language, also of the open exercise; without a choice of `LANGUAGES` offer them."""

        def work(uow: UnitOfWork, user: User) -> Reply:
            if choice not in LANGUAGES:
                return self._say(user, "language_which", *self._languages(user))
            user.language, user.language_fixed = choice, True
            session = uow.sessions.get(user.current_session_id) if user.current_session_id else None
            if session is not None and session.status == "open":
                session.language = choice
            return self._say(user, "language_set")

        return self._with_user(who, work)

    def note(self, who: Who, level: str) -> Reply:
        """Set how much the coach says beside a role-play; without a level of `NOTES` offer them."""

        def work(_uow: UnitOfWork, user: User) -> Reply:
            if level not in NOTES:
                buttons = [Button(self._text(user, f"note_{each}"), f"/note {each}") for each in NOTES]
                return self._say(user, "note_which", *buttons)
            user.preferences = {**user.preferences, "note": level}
            return self._say(user, f"note_set_{level}")

        return self._with_user(who, work)

    def deals(self, who: Who) -> Reply:
        """List the person's deals, last touched first, each with what is there to look at."""

        def work(uow: UnitOfWork, user: User) -> Reply:
            deals = uow.deals.of_user(user.id, limit=SHOWN)
            if not deals:
                return self._say(user, "deals_none", *self._buttons(user, ("spin",)))
            lines = [self._text(user, "deals_intro")]
            lines += ["· " + " / ".join(filter(None, (d.customer, d.product, d.stage))) for d in deals]
            plans = [
                Button(self._text(user, "deals_plan", customer=d.customer[:20]), f"/plan {d.id}")
                for d in deals
                if d.sheets.get(SHEET)
            ]
            return Reply().say("\n".join(lines), *plans)

        return self._with_user(who, work)

    def plan(self, who: Who, wish: str = "") -> Reply:
        """Show a call plan: of the deal that `wish` numbers, else the newest; with the word `export` as a file."""

        def work(uow: UnitOfWork, user: User) -> Reply:
            deal = self._planned(uow, user, wish)
            if deal is None:
                return self._say(user, "plan_none", *self._buttons(user, ("spin",)))
            catalog = self.practice.content.catalog
            if "export" in wish.split():
                path = write_plan(self.exports, catalog, user.language, deal)
                return Reply([Message(self._text(user, "plan_file"), document=str(path))])
            export = Button(self._text(user, "plan_export"), f"/plan {deal.id} export")
            return Reply().say(plan_text(catalog, user.language, deal.sheets[SHEET]), export)

        return self._with_user(who, work)

    def keep_line(self, who: Who, line: str) -> None:
        """Keep a customer's line until an exercise takes it: a button's code is too short to carry it."""

        def work(uow: UnitOfWork, user: User) -> Reply:
            offer = {"at": self.practice.clock().isoformat(), "session": _newest(uow, user)}
            user.preferences = {**user.preferences, "pending_line": line, "pending_offer": offer}
            return Reply()

        self._with_user(who, work)

    def take_line(self, who: Who) -> str | None:
        """Return the customer's line that was kept, if any; it stays for another exercise."""
        lines: list[str | None] = []

        def work(_uow: UnitOfWork, user: User) -> Reply:
            lines.append(user.preferences.get("pending_line"))
            return Reply()

        self._with_user(who, work)
        return lines[0]

    def offered_line(self, who: Who) -> str | None:
        """Return the line whose exercise was just offered: nothing was begun since then, and it is not long ago."""
        lines: list[str | None] = []

        def work(uow: UnitOfWork, user: User) -> Reply:
            offer = user.preferences.get("pending_offer")
            fresh = (
                offer is not None
                and offer["session"] == _newest(uow, user)
                and self.practice.clock() - datetime.fromisoformat(offer["at"]) <= OFFERED
            )
            lines.append(user.preferences.get("pending_line") if fresh else None)
            return Reply()

        self._with_user(who, work)
        return lines[0]

    def _with_user(self, who: Who, work: Callable[[UnitOfWork, User], Reply]) -> Reply:
        with self.practice.unit() as uow:
            language = who.language if who.language in LANGUAGES else LANGUAGES[0]
            user = uow.users.get_or_add(who.key, name=who.name, language=language, now=self.practice.clock())
            return work(uow, user)

    def _planned(self, uow: UnitOfWork, user: User, wish: str) -> Deal | None:
        number = next((word for word in wish.split() if word.isascii() and word.isdigit() and len(word) < 10), None)
        deals = uow.deals.of_user(user.id, limit=100) if number is None else [uow.deals.get(int(number))]
        return next((deal for deal in deals if deal and deal.user_id == user.id and deal.sheets.get(SHEET)), None)

    def _exercises(self) -> list[str]:
        return [name for name in EXERCISES if name in self.practice.exercises]

    def _offers(self, uow: UnitOfWork, user: User) -> list[Button]:
        sessions = uow.sessions.of_user(user.id, limit=50)
        paused = any(session.status == "paused" for session in sessions) and user.current_session_id is None
        resume = [Button(self._text(user, "button_resume"), "/resume")] if paused else []
        return resume + self._buttons(user, self._exercises())

    def _buttons(self, user: User, names: Sequence[str]) -> list[Button]:
        known = self.practice.exercises
        return [Button(self._text(user, f"button_{name}"), f"/{name}") for name in names if name in known]

    def _languages(self, user: User) -> list[Button]:
        # Each language is named in itself, whatever the reader's language is.
        say = self.practice.content.catalog.say
        return [Button(say(f"lobby.language_{each}", "en"), f"/language {each}") for each in LANGUAGES]

    def _lessons(self, uow: UnitOfWork, user: User) -> list[Message]:
        """Return how far the person is in the lessons, with the picture; nothing where none was begun."""
        exercise = self.practice.exercises.get("lesson")
        if not isinstance(exercise, LessonExercise):
            return []
        course = exercise.desk.course
        shot = snapshot(uow, user, course, self.practice.clock())
        if not shot.passed and not shot.begun:
            return []
        text, picture = screen(shot, course, self.practice.content.catalog, user.language, self.exports)
        return [Message(text, image=picture)]

    def _counts(self, user: User, sessions: Sequence[Session]) -> list[str]:
        started = Counter(each.exercise for each in sessions)
        ended = Counter(each.exercise for each in sessions if each.status == "ended")
        return [
            self._text(
                user, "progress_count", exercise=self._name(user, name), started=started[name], ended=ended[name]
            )
            for name in sorted(started, key=lambda each: -started[each])
        ]

    def _line(self, user: User, session: Session) -> str:
        status = self._text(user, f"status_{session.status}")
        day = f"{session.started_at:%Y-%m-%d}"
        return self._text(user, "progress_line", day=day, exercise=self._name(user, session.exercise), status=status)

    def _name(self, user: User, exercise: str) -> str:
        key = f"lobby.button_{exercise}"
        return self._text(user, f"button_{exercise}") if key in self.practice.content.catalog else exercise

    def _text(self, user: User, key: str, **values: object) -> str:
        return self.practice.content.catalog.say(f"lobby.{key}", user.language, None, **values)

    def _say(self, user: User, key: str, *buttons: Button, **values: object) -> Reply:
        return Reply().say(self._text(user, key, **values), *buttons)


def _newest(uow: UnitOfWork, user: User) -> int:
    """Return the number of the person's newest session, 0 where there is none."""
    return next((session.id for session in uow.sessions.of_user(user.id, limit=1)), 0)


def _called(user: User) -> str:
    """Return the name as it follows a greeting: with its comma, or nothing."""
    if not user.name:
        return ""
    return f", {user.name}" if user.language == "en" else f"{user.name}，"
