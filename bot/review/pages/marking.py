"""What a manager writes on a session: comments, answers, verdicts on labels and score lines."""

from __future__ import annotations

from starlette.responses import Response

from bot.review.visit import Visit
from bot.services.refusal import Refused

from .transcript import turn


def comment(visit: Visit) -> Response:
    """Comment on a turn, or on the whole session."""
    number, wanted = visit.number("session"), visit.sent("turn")
    on = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 10 else None
    visit.room.coaching.comments.write(visit.viewer, number, visit.sent("text"), visit.now, turn_number=on)
    if visit.partial and on is not None:
        return turn(visit, number, on)
    place = f"turn-{on}" if on is not None else "comments"
    return visit.redirect(f"/sessions/{number}#{place}", "review.comment_kept")


def answer(visit: Visit) -> Response:
    """Answer a comment."""
    said = visit.room.coaching.comments.answer(visit.viewer, visit.number("comment"), visit.sent("text"), visit.now)
    if visit.partial and said.turn_number is not None:
        return turn(visit, said.session_id, said.turn_number)
    place = f"turn-{said.turn_number}" if said.turn_number is not None else "comments"
    return visit.redirect(f"/sessions/{said.session_id}#{place}", "review.comment_kept")


def label(visit: Visit) -> Response:
    """Give a turn another label, or confirm the judge's."""
    number, on = visit.number("session"), visit.number("turn")
    name, _, level = visit.sent("label").partition(":")
    sampled = visit.sent("sampled") == "1"
    verdict = visit.room.coaching.corrections.label(
        visit.viewer, number, on, name, visit.sent("reason"), visit.now, level=level or None, sampled=sampled
    )
    notice = "review.verdict_confirmed" if verdict.confirms else "review.verdict_kept"
    if sampled:
        return visit.redirect("/trust#queue", notice)
    return visit.redirect(f"/sessions/{number}#turn-{on}", notice)


def line(visit: Visit) -> Response:
    """Give a line of the scorecard another score, or confirm the scorer's."""
    number, name = visit.number("session"), visit.request.path_params["line"]
    wanted = visit.sent("score")
    if not (wanted.isascii() and wanted.isdigit() and len(wanted) < 4):
        raise Refused("coaching.wrong_score")
    verdict = visit.room.coaching.corrections.score(
        visit.viewer, number, name, float(wanted), visit.sent("reason"), visit.now
    )
    notice = "review.verdict_confirmed" if verdict.confirms else "review.verdict_kept"
    return visit.redirect(f"/sessions/{number}#line-{name}", notice)


def withdraw(visit: Visit) -> Response:
    """Take a verdict back."""
    verdict = visit.room.coaching.corrections.withdraw(visit.viewer, visit.number("correction"), visit.now)
    place = f"turn-{verdict.turn_number}" if verdict.what == "label" else f"line-{verdict.item}"
    return visit.redirect(f"/sessions/{verdict.session_id}#{place}", "review.verdict_withdrawn")
