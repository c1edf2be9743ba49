"""All that concerns people, ways in and privacy, wired together; it needs a database and sentences, no judge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.language import Catalog
from bot.store.unit import UnitOfWork

from .audit import Audit
from .consent import Consent
from .entrance import Entrance
from .files import Files
from .forget import Forget
from .invitations import Invitations
from .people import People
from .privacy import Privacy
from .readings import Readings
from .retention import Retention
from .signin import SignIn
from .takeout import Takeout

CONSOLE_URL = "http://localhost:8080"
DAYS = 365


@dataclass(frozen=True)
class Office:
    """The services around people."""

    people: People
    invitations: Invitations
    signin: SignIn
    readings: Readings
    audit: Audit
    consent: Consent
    privacy: Privacy
    entrance: Entrance
    takeout: Takeout
    leaving: Forget
    retention: Retention


def open_office(
    unit: Callable[[], UnitOfWork],
    catalog: Catalog,
    clock: Callable[[], datetime],
    exports: Path,
    *,
    console_url: str = CONSOLE_URL,
    days: int = DAYS,
    reading: Callable[[], UnitOfWork] | None = None,
) -> Office:
    """Wire the services; `exports` is where files are written, `days` how long words are kept (see the settings).

    `reading` opens units that only read, where the caller has them.
    """
    files = Files(exports)
    invitations, signin = Invitations(unit), SignIn(unit, console_url, reading=reading)
    takeout, leaving = Takeout(unit, catalog, exports), Forget(unit, files)
    return Office(
        people=People(unit),
        invitations=invitations,
        signin=signin,
        readings=Readings(unit),
        audit=Audit(unit),
        consent=Consent(unit, catalog, clock, days),
        privacy=Privacy(unit, catalog, clock, takeout, leaving),
        entrance=Entrance(unit, catalog, clock, invitations, signin),
        takeout=takeout,
        leaving=leaving,
        retention=Retention(unit, days, files),
    )
