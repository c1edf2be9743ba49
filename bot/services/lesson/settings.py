"""What a learner sets: how much comes back a day, the time zone, quiet hours, the time of the reminder."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.coach.lesson.cities import OFFERED
from bot.coach.lesson.clock import read_hours, read_time, read_zone
from bot.coach.lesson.figures import figure
from bot.language import to_simplified

from ..messages import Button
from ..turn import TurnContext
from . import zone
from .book import Book
from .words import label_of, press, t

NAMES = ("per_day", "zone", "quiet", "time")
PER_DAY = (3, 5, 8, 10)
MOST_PER_DAY = 30
OFF = re.compile(r"^(?:不要|不用|关|关闭|关掉|取消|off|none|no|never|stop)\W*$", re.IGNORECASE)


def open_settings(turn: TurnContext, book: Book) -> None:
    """Show what is set and what can be changed."""
    turn.keep(mode="settings", await_="")
    turn.next_step()
    show(turn, book)


def show(turn: TurnContext, book: Book) -> None:
    """Show the settings with their buttons, or ask again what is awaited."""
    waiting = turn.state.get("await_")
    if waiting:
        turn.reply.say(t(turn, f"set_{waiting}_ask"), *_choices(turn, waiting))
        return
    habits = book.habits
    at = habits.remind_at or t(turn, "set_off")
    values = {"per_day": habits.per_day, "zone": zone.called(turn, habits.zone), "at": at}
    quiet = t(turn, "set_hours", start=habits.quiet_from, end=habits.quiet_to)
    turn.reply.say(
        t(turn, "settings", quiet=quiet, **values),
        *(press(turn, f"button_set_{name}", name) for name in NAMES),
        press(turn, "button_set_done", "done"),
    )


def take(turn: TurnContext, book: Book, text: str) -> None:
    """Take a typed setting."""
    waiting = turn.state.get("await_") or ""
    labels = {f"button_set_{name}": name for name in (*NAMES, "done")}
    if value := label_of(turn, text, labels):
        press_(turn, book, value)
        return
    changed = _read(waiting, text)
    if waiting and changed is not None:
        _set(turn, book, changed)
    elif waiting:
        turn.reply.say(t(turn, f"set_{waiting}_wrong"))
    else:
        show(turn, book)


def press_(turn: TurnContext, book: Book, value: str) -> None:
    """Take a button."""
    waiting = turn.state.get("await_") or ""
    turn.next_step()
    if value == "done":
        turn.reply.say(t(turn, "settings_done"))
        turn.close("shown")
    elif value in NAMES:
        turn.keep(await_=value)
        show(turn, book)
    elif waiting == "zone" and value[:1] == "z" and value[1:].isdecimal():
        zones = OFFERED[turn.language]
        _set(turn, book, {"zone": zones[min(int(value[1:]), len(zones) - 1)]})
    elif (changed := _read(waiting, value.removeprefix("v"))) is not None:
        _set(turn, book, changed)
    else:
        show(turn, book)


def _set(turn: TurnContext, book: Book, changed: dict[str, int | str]) -> None:
    book.set_habits(replace(book.habits, **changed))  # type: ignore[arg-type]
    turn.keep(await_="")
    turn.next_step()
    turn.reply.say(t(turn, "set_changed"))
    show(turn, book)


def _read(waiting: str, text: str) -> dict[str, int | str] | None:
    """Return what the text changes, or None where it does not read as the setting that is awaited."""
    text = to_simplified(text)
    if waiting == "per_day":
        found = figure(text)
        good = found is not None and 1 <= found.value <= MOST_PER_DAY and found.value == int(found.value)
        return {"per_day": int(found.value)} if found is not None and good else None
    if waiting == "zone":
        named = read_zone(text)
        return {"zone": named} if named else None
    if waiting == "quiet":
        if OFF.match(text.strip()):
            return {"quiet_from": 0, "quiet_to": 0}
        hours = read_hours(text)
        return {"quiet_from": hours[0], "quiet_to": hours[1]} if hours else None
    if waiting == "time":
        if OFF.match(text.strip()):
            return {"remind_at": ""}
        at = read_time(text)
        return {"remind_at": at} if at else None
    return None


def _choices(turn: TurnContext, waiting: str) -> list[Button]:
    if waiting == "per_day":
        return [Button(str(n), turn.press_code(f"v{n}")) for n in PER_DAY]
    if waiting == "zone":
        return zone.offered(turn)
    if waiting == "time":
        return [Button(at, turn.press_code(f"v{at}")) for at in ("08:30", "12:30", "18:00")] + [
            press(turn, "set_off", "voff")
        ]
    return []
