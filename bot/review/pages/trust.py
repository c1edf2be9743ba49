"""How far the judge and the scorer can be trusted, and the lines that wait for a second pair of eyes."""

from __future__ import annotations

from starlette.responses import Response

from bot.coach.judgement import LABELS, LEVELS, NEEDS
from bot.review.visit import Visit
from bot.services import readings
from bot.services.trust import Agreement


def table(visit: Visit) -> Response:
    """Show the agreement for each label and line, and the queue of lines drawn at random."""
    found = visit.room.read.trust.table()
    queue = visit.room.read.trust.queue(visit.viewer, visit.now)
    if queue:
        # What is drawn is shown with its words: that is a reading.
        with visit.room.unit() as uow:
            for number in {sample.session_id for sample in queue}:
                readings.log(uow, visit.viewer, number, "page", visit.now)
    return visit.page(
        "trust.html",
        labels={kind: [found.labels[kind, name] for name in names] for kind, names in LABELS.items()},
        lines=list(found.lines.values()),
        queue=queue,
        choices={kind: choices(kind) for kind in LABELS},
        threshold=visit.room.read.trust.threshold,
    )


def choices(kind: str) -> list[str]:
    """Return the labels of a kind as a form offers them; those of needs once for each level."""
    found = []
    for name in LABELS.get(kind, ()):  # type: ignore[call-overload]
        found += [f"{name}:{level}" for level in LEVELS] if name in NEEDS else [name]
    return found


def unreliable(visit: Visit) -> list[Agreement]:
    """Return the labels and lines with cases enough to say that they are not reliable."""
    found = visit.room.read.trust.table()
    return [each for each in (*found.labels.values(), *found.lines.values()) if each.reliable is False]
