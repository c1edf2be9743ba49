"""The console's words in one language: sentences, names of things, figures, days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from bot.coach.buyer import Scene
from bot.language import Catalog, base, localise

EXERCISES = ("roleplay", "spin", "trace", "decide", "lesson", "letter")
LOCAL = timezone(timedelta(hours=8))
"""Days are shown as in China; the company's people are there."""


@dataclass(frozen=True)
class Words:
    """The catalogue in one language."""

    catalog: Catalog
    language: str

    def __call__(self, key: str, **values: object) -> str:
        """Return the console's sentence `review.<key>`, or that of another file where the key names one."""
        return self.catalog.say(key if "." in key else f"review.{key}", self.language, None, **values)

    def named(self, group: str, name: str | None) -> str:
        """Return the name of one of a group (`exercise`, `outcome`, `label`, …); what is unknown stays as it is."""
        key = f"review.{group}_{name}"
        return self.catalog.say(key, self.language) if key in self.catalog else str(name or "")

    def line(self, dimension: str) -> str:
        """Return the name of a line of the scorecard."""
        return self("scorecard.dimension_" + dimension)

    def scene(self, scene: Scene | None, scene_id: str | None) -> str:
        """Return a scene's title; its id where it is not there any more."""
        return localise(scene.title[base(self.language)], self.language) if scene is not None else scene_id or ""

    def local(self, text: str) -> str:
        """Return a text of the content as the reader should see it."""
        return localise(text, self.language)

    def day(self, at: datetime | None) -> str:
        """Return a day: 2026-03-02."""
        return at.astimezone(LOCAL).strftime("%Y-%m-%d") if at else ""

    def minute(self, at: datetime | None) -> str:
        """Return a day and a time: 2026-03-02 17:05."""
        return at.astimezone(LOCAL).strftime("%Y-%m-%d %H:%M") if at else ""

    def ago(self, at: datetime | None, now: datetime) -> str:
        """Return how many days ago something was."""
        if at is None:
            return self("never")
        days = (now.astimezone(LOCAL).date() - at.astimezone(LOCAL).date()).days
        return self("today_word") if days <= 0 else self("yesterday") if days == 1 else self("days_ago", days=days)

    def percent(self, share: float | None) -> str:
        """Return a share as a whole percentage."""
        return "–" if share is None else f"{100 * share:.0f}%"

    def points(self, total: float | None) -> str:
        """Return a score without a needless decimal."""
        return "–" if total is None else f"{total:.0f}"
