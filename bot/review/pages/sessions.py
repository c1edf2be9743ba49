"""The list of sessions: filtered, searched, sorted, saved, as a page or as a file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from starlette.responses import Response

from bot.review.present.csvs import csv_answer
from bot.review.visit import Visit
from bot.review.words import EXERCISES, LOCAL
from bot.services import audit, readings
from bot.services.saved_filters import SavedFilters
from bot.store.session_lists import (
    OPEN,
    SORTS,
    Row,
    Wanted,
    everything,
    hits,
    outcomes_in_use,
    page,
    scenes_in_use,
)

FIELDS = ("q", "person", "team", "exercise", "scene", "from", "to", "low", "high", "outcome", "mine", "unread", "sort")
"""The fields of the filter, as they stand in the address."""
COLUMNS = ("number", "person", "team", "day", "exercise", "scene", "outcome", "score", "comments")


def listed(visit: Visit) -> Response:
    """Show a page of the list; a script that filters gets the list alone."""
    fields = asked(visit.request.query_params)
    wanted = wish(fields)
    number = _whole(visit.query("page")) or 1
    with visit.room.reading() as uow:
        found = page(uow.orm, visit.viewer, wanted, number)
        shown = hits(uow.orm, visit.viewer, [row.id for row in found.rows], wanted.words) if wanted.words else {}
    _log_searched(visit, found.rows, set(shown))
    values: dict[str, Any] = {"page": found, "hits": shown, "fields": fields, "narrowed": set(fields) - {"sort"}}
    if visit.partial and visit.request.headers.get("hx-target") == "list":
        return visit.page("_session_list.html", **values)
    saved = SavedFilters(visit.room.reading).listed(visit.viewer)
    more = bool(values["narrowed"] - {"q", "person", "exercise", "scene"})
    return visit.page("sessions.html", **values, **_choices(visit), saved=saved, more=more)


def as_csv(visit: Visit) -> Response:
    """Return the whole list as it is filtered."""
    t = visit.words
    with visit.room.unit() as uow:
        rows = everything(uow.orm, visit.viewer, wish(asked(visit.request.query_params)))
        audit.record(uow, visit.viewer, "export", {"list": "sessions", "rows": len(rows)}, visit.now)
    return csv_answer("sessions.csv", [t(f"column_{name}") for name in COLUMNS], [_cells(visit, row) for row in rows])


def save(visit: Visit) -> Response:
    """Keep the filter that is set under a name."""
    fields = asked(visit.form)
    saved = SavedFilters(visit.room.unit).save(visit.viewer, visit.sent("name"), fields)
    return visit.redirect(visit.back("/sessions"), "review.filter_saved", name=saved.name)


def remove(visit: Visit) -> Response:
    """Throw a saved filter away."""
    SavedFilters(visit.room.unit).remove(visit.viewer, visit.number("filter"))
    return visit.redirect("/sessions", "review.filter_removed")


def asked(given: Mapping[str, Any]) -> dict[str, str]:
    """Return the fields of the filter that say something."""
    found = {name: str(given.get(name, "")).replace("\x00", "").strip()[:200] for name in FIELDS}
    return {name: value for name, value in found.items() if value}


def wish(fields: Mapping[str, str]) -> Wanted:
    """Return what the fields ask for; what cannot be read asks for nothing."""
    until = day_of(fields.get("to"))
    sort = fields.get("sort", "")
    return Wanted(
        person=_whole(fields.get("person")),
        team=_whole(fields.get("team")),
        exercise=fields.get("exercise", ""),
        scene=fields.get("scene", ""),
        since=day_of(fields.get("from")),
        until=until + timedelta(days=1) if until else None,
        low=_whole(fields.get("low")),
        high=_whole(fields.get("high")),
        outcome=fields.get("outcome", ""),
        commented="mine" in fields,
        unread="unread" in fields,
        words=fields.get("q", ""),
        sort=sort if sort in SORTS else SORTS[0],
    )


def _choices(visit: Visit) -> dict[str, Any]:
    with visit.room.reading() as uow:
        scenes, outcomes = scenes_in_use(uow.orm, visit.viewer), outcomes_in_use(uow.orm, visit.viewer)
    leading = visit.viewer.role != "rep"
    return {
        "people": visit.room.read_people.listed(visit.viewer) if leading else [],
        "teams": visit.room.read_people.teams(visit.viewer) if leading else [],
        "exercises": EXERCISES,
        "scenes": scenes,
        "outcomes": [OPEN, *outcomes],
        "sorts": SORTS,
    }


def _log_searched(visit: Visit, rows: tuple[Row, ...], shown: set[int]) -> None:
    """Write that words of these sessions were read: a snippet is a reading too."""
    others = [row.id for row in rows if row.id in shown and row.user_id != visit.viewer.user_id]
    with visit.room.reading() as uow:
        logged = readings.lately(uow, visit.viewer, others, "search", visit.now)
    if fresh := [number for number in others if number not in logged]:
        with visit.room.unit() as uow:
            for number in fresh:
                readings.log(uow, visit.viewer, number, "search", visit.now)


def _cells(visit: Visit, row: Row) -> list[str]:
    t = visit.words
    return [
        str(row.id),
        row.person,
        row.team,
        t.minute(row.started_at),
        t.named("exercise", row.exercise),
        visit.title("", row.scene),
        t("withheld_short") if row.withheld else t.named("outcome", row.outcome or row.status),
        "" if row.total is None else f"{row.total:.1f}",
        str(row.comments),
    ]


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else None


def day_of(text: str | None) -> datetime | None:
    """Return the beginning of a day that was written as 2026-03-02; None for what is no day."""
    try:
        return datetime.strptime(text or "", "%Y-%m-%d").replace(tzinfo=LOCAL)
    except ValueError:
        return None
