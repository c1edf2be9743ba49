"""The application: who asks is found, their role and the form's secret are checked, then the page is made."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from hmac import compare_digest
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from bot.services.refusal import Refused

from .guard import LOOPBACK, Guard
from .room import Room
from .routes import PUBLIC, ROUTES, Way
from .templating import STATIC
from .visit import FORM_HEADER, SESSION, Visit


def application(room: Room, hosts: Sequence[str] = ()) -> ASGIApp:
    """Return the console; it answers under the host of its address, under loopback, and under `hosts`."""
    known = frozenset(name.lower() for name in (room.host, *LOOPBACK, *hosts))
    routes = [Route(way.path, _endpoint(room, way), methods=[way.method], name=way.name) for way in ROUTES]
    app = Starlette(
        routes=[*routes, Mount("/static", Cached(directory=STATIC))],
        exception_handlers={404: _not_found(room), 405: _not_found(room), 500: _broken(room)},
    )
    # Around everything, so that the page of a fault carries the headers too.
    return Guard(app, known, room.secure)


class Cached(StaticFiles):
    """Static files; their addresses change with their content, so that browsers may keep them."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        """Return the file, to be kept for a year."""
        answer = super().file_response(*args, **kwargs)  # type: ignore[arg-type]
        answer.headers["cache-control"] = "public, max-age=31536000, immutable"
        return answer


def _endpoint(room: Room, way: Way) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            form = await request.form(max_files=0, max_fields=100) if way.method == "POST" else FormData()
        except ClientDisconnect:
            return Response(status_code=413)
        return await run_in_threadpool(answer, room, way, request, form)

    return endpoint


def answer(room: Room, way: Way, request: Request, form: FormData) -> Response:
    """Answer a request by its way: sign-in first, then role, then the form's secret, then the page."""
    token = request.cookies.get(SESSION, "")
    browser = room.office.signin.current(token, room.clock()) if token else None
    visit = Visit(room, request, browser, form)
    if way.roles != PUBLIC:
        if browser is None:
            return visit.redirect("/sign-in")
        if browser.viewer.role not in way.roles:
            return visit.missing()
    if way.method == "POST" and not trusted(visit):
        return visit.page("refused.html", status=403, text=visit.words("form_too_old"), back="/")
    try:
        return way.page(visit)
    except Refused as refused:
        return visit.refused(refused)


def trusted(visit: Visit) -> bool:
    """Say whether a form was filled in on one of our pages, in this browser."""
    origin = visit.request.headers.get("origin")
    if origin not in (None, "null"):
        own = {visit.request.headers.get("host"), urlsplit(visit.room.url).netloc}
        if urlsplit(origin).netloc not in own:
            return False
    sent = visit.request.headers.get(FORM_HEADER) or visit.sent("csrf")
    return bool(visit.csrf) and compare_digest(sent.encode(), visit.csrf.encode())


def _not_found(room: Room) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def missing(request: Request, _error: Exception) -> Response:
        return await run_in_threadpool(lambda: _visit(room, request).missing())

    return missing


def _broken(room: Room) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def broken(request: Request, _error: Exception) -> Response:
        visit = Visit(room, request, None)
        return visit.page("refused.html", status=500, text=visit.words("broken"), back="/")

    return broken


def _visit(room: Room, request: Request) -> Visit:
    token = request.cookies.get(SESSION, "")
    return Visit(room, request, room.office.signin.current(token, room.clock()) if token else None)
