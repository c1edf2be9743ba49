"""What the pages need, wired once: services that read, services that write, the content, the time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import Engine

from bot.coach.buyer import Scene
from bot.coach.lesson.model import Course
from bot.content import Content, read_content
from bot.content.lessons import read_course
from bot.content.scenes import sound_scenes
from bot.language import Catalog
from bot.services.coaching import Coaching, coaching
from bot.services.office import Office, open_office
from bot.services.people import People
from bot.services.readings import Readings
from bot.settings import ROOT, Settings
from bot.store.unit import UnitOfWork, reading_units, units


@dataclass(frozen=True)
class Room:
    """The services of the console. Those named `read…` never take SQLite's write lock."""

    unit: Callable[[], UnitOfWork]
    reading: Callable[[], UnitOfWork]
    content: Content
    scenes: Mapping[str, Scene]
    course: Course
    clock: Callable[[], datetime]
    url: str
    """Where the console is reached, without a slash at its end."""
    office: Office
    read_people: People
    read_readings: Readings
    coaching: Coaching
    read: Coaching
    bot_name: Callable[[], str | None] = lambda: None
    """The name of the Telegram bot, where it is known: for links of invitation."""

    @property
    def catalog(self) -> Catalog:
        """The wordings."""
        return self.content.catalog

    @property
    def host(self) -> str:
        """The host name under which the console is reached."""
        return urlsplit(self.url).hostname or "localhost"

    @property
    def secure(self) -> bool:
        """True where browsers reach the console by https: cookies are then sent on no other way."""
        return self.url.startswith("https://")


def furnish(
    engine: Engine,
    content: Content,
    scenes: Mapping[str, Scene],
    course: Course,
    *,
    url: str,
    var: Path,
    clock: Callable[[], datetime] = lambda: datetime.now(timezone.utc),
    threshold: float = 0.8,
    days: int = 365,
) -> Room:
    """Return a room on `engine`; files are written under `var`."""
    unit, reading = units(engine), reading_units(engine)
    return Room(
        unit=unit,
        reading=reading,
        content=content,
        scenes=scenes,
        course=course,
        clock=clock,
        url=url,
        office=open_office(unit, content.catalog, clock, var / "exports", console_url=url, days=days, reading=reading),
        read_people=People(reading),
        read_readings=Readings(reading),
        coaching=coaching(unit, content, lambda: scenes, course, threshold),
        read=coaching(reading, content, lambda: scenes, course, threshold),
    )


def open_room(settings: Settings, url: str) -> Room:
    """Return the room of this process; raises what database and content raise, each with a clear line."""
    from bot.store.database import open_engine

    folder = ROOT / "data" / "content"
    return furnish(
        open_engine(settings.database_url),
        read_content(folder),
        sound_scenes(folder / "scenes"),
        read_course(folder / "lessons"),
        url=url,
        var=settings.var,
        threshold=settings.trusted,
        days=settings.retention_days,
    )
