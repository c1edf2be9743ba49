"""What a person decides about their own words, as the bot answers it: private practice, readers, leaving."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from bot.coach.access import Viewer
from bot.coach.lesson.clock import Habits
from bot.language import LANGUAGES, Catalog
from bot.store.tables import Session, User
from bot.store.unit import UnitOfWork

from .forget import Forget, Told
from .messages import Button, Message, Reply
from .practice import Who
from .readings import Readings
from .refusal import Refused
from .takeout import Takeout

SHOWN = 8
"""Sessions in a list with buttons."""
READ = 15
"""Lines of the reading log that are shown."""
SURE_FOR = timedelta(minutes=15)
"""How long the button that confirms a deletion works."""


@dataclass(frozen=True)
class Privacy:
    """The use cases of the bot. `codes` draws what a confirming button carries."""

    unit: Callable[[], UnitOfWork]
    catalog: Catalog
    clock: Callable[[], datetime]
    takeout: Takeout
    leaving: Forget
    codes: Callable[[], str] = lambda: secrets.token_hex(4)

    def private(self, who: Who, choice: str = "") -> Reply:
        """Set whether the next exercises are private (`on`, `off`), or say how it stands and offer both."""
        with self.unit() as uow:
            user = self._user(uow, who)
            if choice in ("on", "off"):
                user.preferences = {**user.preferences, "private": choice == "on"}
                return self._say(user, f"private_{choice}")
            now = "on" if user.preferences.get("private") else "off"
            buttons = [Button(self._text(user, f"button_private_{each}"), f"/private {each}") for each in ("on", "off")]
            return self._say(user, f"private_is_{now}", *buttons)

    def submit(self, who: Who, wish: str = "") -> Reply:
        """List private sessions; with a number ask whether to show that one to managers, with `yes` behind it do so."""
        number, _, sure = wish.partition(" ")
        with self.unit() as uow:
            user = self._user(uow, who)
            waiting = _withheld(uow, user)
            if not waiting:
                return self._say(user, "submit_none")
            session = next((each for each in waiting if str(each.id) == number), None)
            if session is None:
                buttons = [Button(self._name(user, each), f"/submit {each.id}") for each in waiting[:SHOWN]]
                return self._say(user, "submit_which" if not number else "submit_unknown", *buttons)
            if sure.strip() != "yes":
                button = Button(self._text(user, "button_submit"), f"/submit {session.id} yes")
                return self._say(user, "submit_sure", button, session=self._name(user, session))
            session.submitted_at = self.clock()
            return self._say(user, "submitted", session=self._name(user, session))

    def readers(self, who: Who) -> Reply:
        """Show who read which of the person's sessions, and when."""
        with self.unit() as uow:
            user = self._user(uow, who)
        lines = Readings(self.unit).of_owner(user.id, READ)
        if not lines:
            return self._say(user, "readers_none")
        said = [
            self._text(
                user,
                "readers_line",
                when=_when(user, line.at),
                reader=line.reader or self._text(user, "former"),
                how=self._text(user, f"how_{line.how}"),
                exercise=self._exercise(user, line.exercise),
                day=_day(user, line.started_at),
            )
            for line in lines
        ]
        return Reply().say("\n".join([self._text(user, "readers_intro"), *said]))

    def export(self, who: Who) -> Reply:
        """Send everything that is stored of the person as a file."""
        with self.unit() as uow:
            user = self._user(uow, who)
        path = self.takeout.write(Viewer(user.id, user.role), user.id, self.clock())
        return Reply([Message(self._text(user, "export"), document=str(path))])

    def forget(self, who: Who, code: str = "", *, update_id: int | None = None) -> Reply:
        """Say what would be deleted and offer the button that does it; with the button's code delete it."""
        now = self.clock()
        with self.unit() as uow:
            user = self._user(uow, who)
            asked = user.preferences.get("forget") or {}
            right = bool(code) and asked.get("code") == code and now < datetime.fromisoformat(asked["until"])
            if not right:
                asked = {"code": self.codes(), "until": (now + SURE_FOR).isoformat()}
                user.preferences = {**user.preferences, "forget": asked}
        if not right:
            return self._warning(user, self.leaving.told(user.id), asked["code"])
        try:
            self.leaving.forget(Viewer(user.id, user.role), user.id, now, update_id=update_id)
        except Refused as refused:
            return Reply().say(refused.words(self.catalog, user.language))
        return self._say(user, "forgotten")

    def _warning(self, user: User, told: Told, code: str) -> Reply:
        lines = [self._text(user, "forget_intro")]
        for name in ("sessions", "comments", "deals", "lessons", "files"):
            count = getattr(told, name)
            if count:
                lines.append(self._text(user, f"forget_{name}", count=count, turns=told.turns))
        lines += [self._text(user, "forget_you"), "", self._text(user, "forget_stays")]
        if told.kept_comments or told.kept_corrections:
            counts = {"comments": told.kept_comments, "corrections": told.kept_corrections}
            lines.append(self._text(user, "forget_kept", **counts))
        lines += ["", self._text(user, "forget_sure")]
        buttons = (
            Button(self._text(user, "button_forget"), f"/forget {code}"),
            Button(self._text(user, "button_export"), "/export"),
        )
        return Reply().say("\n".join(lines), *buttons)

    def _user(self, uow: UnitOfWork, who: Who) -> User:
        language = who.language if who.language in LANGUAGES else LANGUAGES[0]
        return uow.users.get_or_add(who.key, name=who.name, language=language, now=self.clock())

    def _name(self, user: User, session: Session) -> str:
        values = {"day": _day(user, session.started_at), "exercise": self._exercise(user, session.exercise)}
        return self._text(user, "session", number=session.id, **values)

    def _exercise(self, user: User, exercise: str) -> str:
        key = f"privacy.exercise_{exercise}"
        return self.catalog.say(key, user.language) if key in self.catalog else exercise

    def _say(self, user: User, key: str, *buttons: Button, **values: object) -> Reply:
        return Reply().say(self._text(user, key, **values), *buttons)

    def _text(self, user: User, key: str, **values: object) -> str:
        return self.catalog.say(f"privacy.{key}", user.language, None, **values)


def _withheld(uow: UnitOfWork, user: User) -> list[Session]:
    """Return a person's private sessions that wait to be submitted, newest first; what is empty is left out."""
    query = select(Session).where(
        Session.user_id == user.id,
        Session.private.is_(True),
        Session.submitted_at.is_(None),
        Session.swept_at.is_(None),
    )
    rows = uow.orm.scalars(query.order_by(Session.id.desc()).limit(100)).all()
    return [row for row in rows if row.outcome != "shown"]


def _habits(user: User) -> Habits:
    return Habits.of(user.preferences.get("lessons"), user.language)


def _day(user: User, at: datetime) -> str:
    return f"{_habits(user).day(at)}"


def _when(user: User, at: datetime) -> str:
    return f"{at.astimezone(_habits(user).tz):%Y-%m-%d %H:%M}"
