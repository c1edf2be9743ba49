"""Getting in and out: a link from the bot, a login with a password."""

from __future__ import annotations

import secrets

from starlette.responses import Response

from bot.review.visit import FORM, SESSION, Visit
from bot.services.refusal import Refused
from bot.services.signin import STAY, SignedIn


def form(visit: Visit) -> Response:
    """Show the sign-in form; who is in already goes on to the first page."""
    if visit.browser is not None:
        return visit.redirect("/")
    return _with_secret(visit, "sign_in.html", text="")


def sign_in(visit: Visit) -> Response:
    """Take login and password."""
    password = str(visit.form.get("password", ""))
    try:
        signed = visit.room.office.signin.password(visit.sent("login"), password, visit.address, visit.now)
    except Refused as refused:
        text = refused.words(visit.room.catalog, visit.language)
        return _with_secret(visit, "sign_in.html", status=422, text=text, login=visit.sent("login"))
    return _let_in(visit, signed)


def link(visit: Visit) -> Response:
    """Show whose link it is, with a button: messengers fetch links to preview them, and a link works once."""
    name = visit.room.office.signin.look(visit.request.path_params["token"], visit.now)
    return _with_secret(visit, "enter.html", name=name)


def enter(visit: Visit) -> Response:
    """Use a link."""
    return _let_in(visit, visit.room.office.signin.enter(visit.request.path_params["token"], visit.now))


def sign_out(visit: Visit) -> Response:
    """Close this browser."""
    visit.room.office.signin.sign_out(visit.request.cookies.get(SESSION, ""))
    answer = visit.redirect("/sign-in")
    answer.delete_cookie(SESSION, path="/")
    return answer


def _let_in(visit: Visit, signed: SignedIn) -> Response:
    answer = visit.redirect("/")
    visit.cookie(answer, SESSION, signed.token, int(STAY.total_seconds()))
    answer.delete_cookie(FORM, path="/")
    return answer


def _with_secret(visit: Visit, template: str, *, status: int = 200, **values: str) -> Response:
    """Return a page whose form carries a secret that a cookie holds as well: nobody else can fill it in."""
    fresh = "" if visit.csrf else secrets.token_urlsafe(24)
    visit.csrf = visit.csrf or fresh
    answer = visit.page(template, status=status, **{"login": "", **values})
    if fresh:
        visit.cookie(answer, FORM, fresh, 3600)
    return answer
