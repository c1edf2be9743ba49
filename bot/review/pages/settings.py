"""Own settings: language, look, password, who read me, what is stored for me."""

from __future__ import annotations

from starlette.responses import Response

from bot.language import LANGUAGES
from bot.review.present.csvs import file_answer
from bot.review.visit import LANGUAGE, LOOK, THEMES, YEAR, Visit
from bot.services.refusal import Refused


def show(visit: Visit) -> Response:
    """Show what can be set."""
    return visit.page("settings.html", who=visit.person(visit.viewer.user_id), languages=LANGUAGES, themes=THEMES)


def look(visit: Visit) -> Response:
    """Keep language and look in this browser."""
    answer = visit.redirect(visit.back("/settings"))
    for name, field, known in ((LANGUAGE, "language", LANGUAGES), (LOOK, "theme", THEMES)):
        if visit.sent(field) in known:
            visit.cookie(answer, name, visit.sent(field), YEAR)
    return answer


def password(visit: Visit) -> Response:
    """Change the own password: the old one is asked where there is one, and everybody else is signed out."""
    who = visit.person(visit.viewer.user_id)
    new, again = str(visit.form.get("new", "")), str(visit.form.get("again", ""))
    if new != again:
        raise Refused("review.password_differs")
    if who.has_password:
        visit.room.office.signin.password(who.login or "", str(visit.form.get("old", "")), visit.address, visit.now)
    visit.room.office.signin.set_password(visit.viewer, who.id, new, visit.now)
    return visit.redirect("/sign-in")


def takeout(visit: Visit) -> Response:
    """Return everything that is stored about the viewer, as one archive."""
    path = visit.room.office.takeout.write(visit.viewer, visit.viewer.user_id, visit.now)
    return file_answer(path.name if path.name.isascii() else "export.zip", path.read_bytes(), "application/zip")


def readings(visit: Visit) -> Response:
    """Show who read the viewer's own practice."""
    return visit.page("readings.html", readings=visit.room.read_readings.of_owner(visit.viewer.user_id, 200))
