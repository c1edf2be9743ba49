"""The time zone: asked once, before the first reminder is planned."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.coach.lesson.cities import OFFERED
from bot.coach.lesson.clock import Habits, read_zone
from bot.language import to_simplified

from ..messages import Button
from ..turn import TurnContext
from .book import Book
from .said import NO
from .words import label_of, press, t

NONE = "none"
GO_ON = re.compile(r"下一步|继续|跳过|开始(吧|上课)?|随便|next|skip|continue|go on|start|whatever", re.IGNORECASE)
"""Who says this wants the lesson, not the question."""


def ask(turn: TurnContext, then: str) -> None:
    """Ask for the zone before `then` is opened (`3`, `placement`)."""
    turn.keep(mode="zone", then=then, zone_missed=False)
    show(turn)


def show(turn: TurnContext) -> None:
    """Show the question with the zones of this language, each with its time now."""
    turn.next_step()
    turn.reply.say(t(turn, "zone_ask"), *offered(turn), press(turn, "button_zone_none", NONE))


def take(turn: TurnContext, book: Book, text: str) -> str | None:
    """Take a typed city; return what is to be opened now, None where the text names no zone."""
    if label_of(turn, text, {"button_zone_none": NONE}) or text.strip().lower().strip("。.!") in NO:
        return _without(turn, book)
    zone = read_zone(to_simplified(text))
    if zone is None:
        # Asked twice in vain: the lesson matters more than the reminder, which can be set any time.
        if turn.state.get("zone_missed") or GO_ON.fullmatch(to_simplified(text).strip()):
            return _without(turn, book)
        turn.keep(zone_missed=True)
        turn.reply.say(t(turn, "set_zone_wrong"), *offered(turn), press(turn, "button_zone_none", NONE))
        return None
    return _set(turn, book, zone)


def pressed(turn: TurnContext, book: Book, value: str) -> str | None:
    """Take a button of the question."""
    if value == NONE:
        return _without(turn, book)
    zones = OFFERED[turn.language]
    place = int(value[1:]) if value[:1] == "z" and value[1:].isdecimal() else len(zones)
    if place >= len(zones):
        show(turn)
        return None
    return _set(turn, book, zones[place])


def offered(turn: TurnContext) -> list[Button]:
    """Return a button for each zone of this language."""
    return [
        Button(called(turn, zone), turn.press_code(f"z{place}")) for place, zone in enumerate(OFFERED[turn.language])
    ]


def called(turn: TurnContext, zone: str) -> str:
    """Return the name of a zone as people say it, and the time there now."""
    key = f"zone_{zone.lower().replace('/', '_')}"
    name = t(turn, key) if f"lesson.{key}" in turn.catalog else zone
    return t(turn, "zone_now", name=name, now=f"{turn.now.astimezone(Habits(zone=zone).tz):%H:%M}")


def _set(turn: TurnContext, book: Book, zone: str) -> str:
    book.set_habits(replace(book.habits, zone=zone))
    habits = book.habits
    quiet = t(turn, "set_hours", start=habits.quiet_from, end=habits.quiet_to)
    turn.reply.say(t(turn, "zone_set", zone=called(turn, zone), at=habits.remind_at or t(turn, "set_off"), quiet=quiet))
    return str(turn.state["then"])


def _without(turn: TurnContext, book: Book) -> str:
    book.set_habits(replace(book.habits, remind_at=""))
    turn.reply.say(t(turn, "zone_none"))
    return str(turn.state["then"])
