"""Small factories and fakes that tests share."""

from datetime import datetime, timedelta, timezone
from functools import lru_cache

from bot.coach.judgement import Judgement
from bot.content import read_content
from bot.services.practice import Practice, Who
from bot.settings import ROOT
from bot.store.unit import units

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=timezone.utc)
ANNA = Who("term:anna", "Anna", "en")


class Clock:
    """A clock that moves on by a second with every look."""

    def __init__(self, now=NOW):
        self.now = now

    def __call__(self):
        self.now += timedelta(seconds=1)
        return self.now


class FakeJudge:
    """A judge that labels by a table of text → label (or (label, level)); everything else is `default`."""

    version = "fake"

    def __init__(self, table=None, default="other", confidence=0.99):
        self.table, self.default, self.confidence = dict(table or {}), default, confidence

    def judge(self, kind, text, before=None):
        found = self.table.get(text, self.default)
        label, level = found if isinstance(found, tuple) else (found, None)
        return Judgement(kind, text, label, self.confidence, level=level, alternatives=((label, self.confidence),))

    def moves(self, text, before=None):
        return (self.judge("rep", text, before),)


@lru_cache(maxsize=1)
def content_of_house():
    """Return the house's content, read once: nobody writes into it."""
    return read_content(ROOT / "data" / "content")


def make_practice(engine, exercises, judge=None, content=None, seed=7):
    """Return a practice service on `engine` with a clock that starts at NOW and a fixed seed."""
    return Practice(
        unit=units(engine),
        judge=judge or FakeJudge(),
        content=content or content_of_house(),
        exercises={exercise.name: exercise for exercise in exercises},
        clock=Clock(),
        seeds=lambda: seed,
    )


def texts(reply):
    """Return the texts of a reply."""
    return [message.text for message in reply.messages]
