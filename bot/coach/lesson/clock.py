"""A learner's own time: zone, day, quiet hours, when to remind."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from .cities import CITIES, OFFERED

AROUND = re.compile(r"^(?:(?:i am|i'm|i live) in |in |我在|我住)|[。.!！]+$", re.IGNORECASE)
"""What people say around their city."""
REGIONS = ("Asia", "Europe", "America", "Australia", "Africa", "Pacific", "Atlantic", "Indian")
OFFSET = re.compile(r"(?:utc|gmt)?\s*([+\-−])\s*(\d{1,2})(?::?(\d{2}))?", re.IGNORECASE)


@dataclass(frozen=True)
class Habits:
    """What a learner set: how much comes back a day, and when it may."""

    per_day: int = 5
    zone: str = "Asia/Shanghai"
    quiet_from: int = 21
    """Hours of the learner's day, 0–23: from then on no reminders."""
    quiet_to: int = 8
    remind_at: str = "09:00"
    """Local time of the daily reminder; empty where none is wanted."""

    @classmethod
    def of(cls, data: dict[str, Any] | None, language: str = "zh-Hans") -> Habits:
        """Read what `to_json` wrote; what is missing or unknown stands at its default."""
        known = {k: v for k, v in (data or {}).items() if k in cls.__dataclass_fields__}
        return cls(**{"zone": OFFERED.get(language, OFFERED["zh-Hans"])[0], **known})

    def to_json(self) -> dict[str, Any]:
        """Return the habits as plain data."""
        return asdict(self)

    @property
    def tz(self) -> tzinfo:
        """Return the zone; an unknown one counts as UTC."""
        return zone_of(self.zone) or timezone.utc

    def day(self, now: datetime) -> date:
        """Return the learner's calendar day."""
        return now.astimezone(self.tz).date()

    def is_quiet(self, now: datetime) -> bool:
        """Say whether `now` lies in the quiet hours; equal ends mean that there are none."""
        hour = now.astimezone(self.tz).hour
        if self.quiet_from <= self.quiet_to:
            return self.quiet_from <= hour < self.quiet_to
        return hour >= self.quiet_from or hour < self.quiet_to

    def next_reminder(self, after: datetime) -> datetime | None:
        """Return the first moment later than `after` at which to remind, never in quiet hours; None where off."""
        if not self.remind_at:
            return None
        hour, minute = (int(part) for part in self.remind_at.split(":"))
        day = self.day(after)
        for offset in range(3):
            moment = self._outside_quiet(datetime.combine(day + timedelta(offset), time(hour, minute), self.tz))
            if moment > after:
                return moment.astimezone(timezone.utc)
        return None

    def after_quiet(self, now: datetime) -> datetime:
        """Return the first moment from `now` on that lies outside the quiet hours, in UTC."""
        return self._outside_quiet(now.astimezone(self.tz)).astimezone(timezone.utc)

    def _outside_quiet(self, moment: datetime) -> datetime:
        for _ in range(25):
            if not self.is_quiet(moment):
                break
            moment = (moment + timedelta(hours=1)).replace(minute=0)
        return moment

    def start_of(self, day: date) -> datetime:
        """Return the first moment of a calendar day, in UTC."""
        return datetime.combine(day, time(), self.tz).astimezone(timezone.utc)


def zone_of(name: str) -> tzinfo | None:
    """Return the zone of a name that `read_zone` returned."""
    if match := OFFSET.fullmatch(name.strip()):
        sign = -1 if match[1] in "-−" else 1
        delta = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
        return timezone(sign * delta) if delta <= timedelta(hours=14) else None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def read_zone(text: str) -> str | None:
    """Return the zone that a person names (`北京`, `I am in Berlin`, `Europe/Berlin`, `UTC+8`, `+8`), or None."""
    text = AROUND.sub("", text.strip()).strip()
    lower = text.lower()
    for city, zone in CITIES.items():
        if city in lower:
            return zone
    if OFFSET.fullmatch(text):
        sign, hours, minutes = OFFSET.fullmatch(text).groups()  # type: ignore[union-attr]
        name = f"UTC{'-' if sign in '-−' else '+'}{int(hours)}" + (f":{minutes}" if minutes else "")
        return name if zone_of(name) else None
    if lower in ("utc", "gmt"):
        return "UTC"
    word = "_".join(part.capitalize() for part in re.split(r"[\s_]+", text))
    names = [text] if "/" in text else [f"{region}/{word}" for region in REGIONS]
    return next((name for name in names if zone_of(name) is not None), None)


def read_hours(text: str) -> tuple[int, int] | None:
    """Return the quiet hours that a person names (`22-8`, `22:00 到 8:00`, `10 pm to 8 am`), or None."""
    found = [_hour(match) for match in re.finditer(r"(\d{1,2})(?:[:：]\d{2})?\s*(am|pm)?", text.lower())]
    if len(found) != 2 or not all(0 <= hour <= 24 for hour in found):
        return None
    return found[0] % 24, found[1] % 24


def read_time(text: str) -> str | None:
    """Return a time of day (`9`, `9:30`, `21点半`, `8 pm`) as `HH:MM`, or None."""
    match = re.search(r"(\d{1,2})(?:\s*[:：点點]\s*(\d{2}|半)?)?\s*(am|pm)?", text.lower())
    if not match:
        return None
    hour = int(match[1]) % 12 + (12 if match[3] == "pm" else 0) if match[3] else int(match[1])
    if ("下午" in text or "晚上" in text) and hour < 12:
        hour += 12
    minute = 30 if match[2] == "半" else int(match[2] or 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def _hour(match: re.Match[str]) -> int:
    hour = int(match[1])
    return hour % 12 + (12 if match[2] == "pm" else 0) if match[2] else hour
