"""A session as a file: Markdown, JSON or PDF. It is a reading, and it is written into the audit log."""

from __future__ import annotations

import json

from starlette.responses import Response

from bot.review.present.csvs import file_answer
from bot.review.present.files import as_data, as_markdown
from bot.review.visit import Visit
from bot.services import audit, readings
from bot.services.refusal import Refused

from .transcript import read

KINDS = {"md": "text/markdown; charset=utf-8", "json": "application/json", "pdf": "application/pdf"}


def session(visit: Visit) -> Response:
    """Return a session as a file of the kind that the address ends in."""
    number, kind = visit.number("session"), visit.request.path_params["kind"]
    if kind not in KINDS:
        raise Refused("people.not_found")
    with visit.room.unit() as uow:
        found = readings.readable(uow, visit.viewer, number)
        readings.log(uow, visit.viewer, number, "export", visit.now)
        if found.user_id != visit.viewer.user_id:
            about = {"session": number, "user": found.user_id, "kind": kind}
            audit.record(uow, visit.viewer, "export", about, visit.now)
    talk = read(visit, number)
    if kind == "json":
        content = json.dumps(as_data(talk), ensure_ascii=False, indent=2).encode()
    elif kind == "md":
        content = as_markdown(talk, visit.words).encode()
    else:
        # fpdf2 and its font take a moment to load: only who wants a PDF waits for it.
        from bot.review.present.pdf import as_pdf

        content = as_pdf(talk, visit.words)
    return file_answer(f"session-{number}.{kind}", content, KINDS[kind])
