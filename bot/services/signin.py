"""Ways into the console: a one-time link from the bot, or a login with a password; and the browsers that are in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlalchemy import delete, select

from bot.coach.access import Viewer, may_change_roles
from bot.store.people_tables import ConsoleSession, SignInLink
from bot.store.tables import User
from bot.store.unit import UnitOfWork

from . import attempts, audit
from .people import shown_name, sign_out, viewer_of, visible_user
from .refusal import Refused
from .secret import hashed, new_token

LINK_VALID = timedelta(minutes=10)
STAY = timedelta(hours=12)
"""Without a request for so long a browser is signed out."""
SLIDE = timedelta(minutes=1)
"""How often a request writes that the browser was seen."""
SHORTEST, LONGEST = 10, 200
"""Characters of a password."""
LONGEST_LOGIN = 80


@dataclass(frozen=True)
class SignedIn:
    """A browser that was just let in: `token` goes into the cookie, `csrf` into forms."""

    token: str
    csrf: str
    user_id: int
    expires_at: datetime


@dataclass(frozen=True)
class Browser:
    """Who sits before a browser that is in, with the rights of this moment."""

    viewer: Viewer
    name: str
    language: str
    csrf: str
    expires_at: datetime


@dataclass(frozen=True)
class SignIn:
    """The use cases. `url` is where the console is reached, without a slash at its end.

    `reading` opens units that only read (`unit` without it): most requests only look who is there.
    """

    unit: Callable[[], UnitOfWork]
    url: str = "http://localhost:8080"
    tokens: Callable[[], str] = new_token
    hasher: PasswordHasher = field(default_factory=PasswordHasher)
    reading: Callable[[], UnitOfWork] | None = None

    def link(self, user_id: int, now: datetime) -> str:
        """Return `<url>/enter/<token>`, good for ten minutes and one use; raises `Refused("people.not_found")`."""
        token = self.tokens()
        with self.unit() as uow:
            user = visible_user(uow, None, user_id)
            uow.orm.execute(delete(SignInLink).where(SignInLink.expires_at < now - timedelta(days=1)))
            row = SignInLink(token_hash=hashed(token), user_id=user.id, at=now, expires_at=now + LINK_VALID)
            uow.orm.add(row)
        return f"{self.url}/enter/{token}"

    def look(self, token: str, now: datetime) -> str:
        """Return whose link this is (the name) without using it: messengers fetch links to preview them.

        The page asks to press a button, and that calls `enter`. Raises as `enter` does.
        """
        with self.unit() as uow:
            return shown_name(_link_owner(uow, token, now)[1])

    def enter(self, token: str, now: datetime) -> SignedIn:
        """Use a link and let the browser in. Raises `Refused`: `signin.link_unknown`, `_used` or `_expired`."""
        with self.unit() as uow:
            row, user = _link_owner(uow, token, now)
            row.used_at = now
            return self._open(uow, user, now)

    def password(self, login: str, password: str, address: str, now: datetime) -> SignedIn:
        """Let a browser in by login and password; `address` is where the request came from.

        Raises `Refused("signin.wrong")`, the same words after the same work for an unknown login, or
        `Refused("signin.wait", minutes)` after five failures of the name or the address within 15 minutes.
        """
        login = login.strip().lower()
        with self.unit() as uow:
            attempt = attempts.begin(uow, login, address, now)
            user = uow.orm.scalars(select(User).where(User.login == login)).one_or_none() if login else None
            stored = (user.password_hash if user else None) or _nobodys_hash(self.hasher)
            user_id = user.id if user is not None and user.password_hash else None
        # Outside of the transaction: the check takes its time, and SQLite knows one writer only.
        right = self._matches(stored, password)
        if not right or user_id is None:
            raise Refused("signin.wrong")
        with self.unit() as uow:
            user = uow.orm.get(User, user_id)
            if user is None or user.password_hash != stored:
                raise Refused("signin.wrong")
            attempts.succeeded(uow, attempt)
            if self.hasher.check_needs_rehash(stored):
                user.password_hash = self.hasher.hash(password)
            return self._open(uow, user, now)

    def current(self, token: str, now: datetime) -> Browser | None:
        """Return who is behind a cookie's token, None where it is none of ours, closed or over.

        Each request moves the end twelve hours on.
        """
        with (self.reading or self.unit)() as uow:
            row = uow.orm.get(ConsoleSession, hashed(token))
            user = uow.orm.get(User, row.user_id) if row is not None and row.expires_at > now else None
            if row is None or user is None:
                return None
            found = Browser(viewer_of(uow, user), shown_name(user), user.language, row.csrf, row.expires_at)
            due = now - row.seen_at >= SLIDE
        return self._seen(token, found, now) if due else found

    def _seen(self, token: str, found: Browser, now: datetime) -> Browser | None:
        """Move the end of a browser's stay; None where it was closed in between."""
        with self.unit() as uow:
            row = uow.orm.get(ConsoleSession, hashed(token))
            if row is None:
                return None
            row.seen_at, row.expires_at = now, now + STAY
            return replace(found, expires_at=row.expires_at)

    def sign_out(self, token: str) -> None:
        """Close one browser; an unknown token changes nothing."""
        with self.unit() as uow:
            uow.orm.execute(delete(ConsoleSession).where(ConsoleSession.token_hash == hashed(token)))

    def sign_out_everywhere(self, user_id: int) -> None:
        """Close every browser and open link of a person."""
        with self.unit() as uow:
            sign_out(uow, user_id)

    def set_login(self, by: Viewer | None, user_id: int, login: str, now: datetime) -> None:
        """Give a person a name to sign in with.

        Raises `Refused`: `people.forbidden`, `people.not_found`, `signin.bad_login`, `signin.login_taken`.
        """
        with self.unit() as uow:
            user = _changeable(uow, by, user_id)
            login = _login(login)
            taken = uow.orm.scalars(select(User.id).where(User.login == login, User.id != user_id)).first()
            if taken is not None:
                raise Refused("signin.login_taken", login=login)
            user.login = login
            audit.record(uow, by, "login", {"user": user.id, "name": shown_name(user), "login": login}, now)

    def set_password(self, by: Viewer | None, user_id: int, password: str, now: datetime) -> None:
        """Set a password and sign the person out everywhere.

        Raises `Refused`: `people.forbidden`, `people.not_found`, `signin.needs_login`, `signin.password_short`,
        `signin.password_long`, `signin.password_is_login`.
        """
        check_password(password)
        digest = self.hasher.hash(password)
        with self.unit() as uow:
            user = _changeable(uow, by, user_id)
            if user.login is None:
                raise Refused("signin.needs_login", who=shown_name(user))
            if password.lower() == user.login:
                raise Refused("signin.password_is_login")
            user.password_hash = digest
            sign_out(uow, user.id)
            audit.record(uow, by, "password", {"user": user.id, "name": shown_name(user)}, now)

    def _open(self, uow: UnitOfWork, user: User, now: datetime) -> SignedIn:
        token, csrf = self.tokens(), self.tokens()
        uow.orm.execute(delete(ConsoleSession).where(ConsoleSession.expires_at < now))
        row = ConsoleSession(
            token_hash=hashed(token), user_id=user.id, csrf=csrf, at=now, seen_at=now, expires_at=now + STAY
        )
        uow.orm.add(row)
        uow.orm.flush()
        return SignedIn(token, csrf, user.id, row.expires_at)

    def _matches(self, stored: str, password: str) -> bool:
        try:
            return self.hasher.verify(stored, password[:LONGEST])
        except VerificationError:
            return False


def check_password(password: str) -> None:
    """Raise `Refused` where a password is too short or too long."""
    if len(password) < SHORTEST:
        raise Refused("signin.password_short", least=SHORTEST)
    if len(password) > LONGEST:
        raise Refused("signin.password_long", most=LONGEST)


_nobodys: dict[PasswordHasher, str] = {}


def _nobodys_hash(hasher: PasswordHasher) -> str:
    """Return a hash that fits no password, made with the same work: an unknown login costs what a known one does."""
    if hasher not in _nobodys:
        _nobodys[hasher] = hasher.hash(new_token())
    return _nobodys[hasher]


def _link_owner(uow: UnitOfWork, token: str, now: datetime) -> tuple[SignInLink, User]:
    row = uow.orm.scalars(
        select(SignInLink).where(SignInLink.token_hash == hashed(token)).with_for_update()
    ).one_or_none()
    user = uow.orm.get(User, row.user_id) if row is not None else None
    if row is None or user is None:
        raise Refused("signin.link_unknown")
    if row.used_at is not None:
        raise Refused("signin.link_used")
    if row.expires_at <= now:
        raise Refused("signin.link_expired")
    return row, user


def _changeable(uow: UnitOfWork, by: Viewer | None, user_id: int) -> User:
    if by is not None and by.user_id != user_id and not may_change_roles(by):
        raise Refused("people.forbidden")
    return visible_user(uow, by, user_id)


def _login(login: str) -> str:
    login = login.strip().lower()
    if not login or len(login) > LONGEST_LOGIN or any(c.isspace() or not c.isprintable() for c in login):
        raise Refused("signin.bad_login", most=LONGEST_LOGIN)
    return login
