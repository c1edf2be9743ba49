"""Serving the console: on a socket of its own, in front or beside a talk."""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from urllib.parse import urlsplit

import uvicorn

from bot.services.sweeping import keep_sweeping
from bot.settings import Settings, SettingsError

from .app import application
from .room import Room, open_room

log = logging.getLogger(__name__)


def listen(host: str, port: int) -> socket.socket:
    """Return a listening socket; raises OSError where the port is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
        made.listen(128)
    except OSError:
        made.close()
        raise
    return made


def port_of(url: str) -> int:
    """Return the port on which to listen for a console at `url`; behind https a proxy stands, and 8080 is ours."""
    parts = urlsplit(url)
    try:
        return parts.port if parts.port and parts.scheme == "http" else 8080
    except ValueError as error:
        raise SettingsError(f"PEILIAN_CONSOLE_URL is {url!r}; its port is no number between 1 and 65535") from error


def server(room: Room, hosts: Sequence[str] = ()) -> uvicorn.Server:
    """Return a server of the console."""
    # No access log: addresses of pages and what is searched for are nobody's business.
    config = uvicorn.Config(
        application(room, hosts),
        # Rasa holds back the library of websockets to a release that uvicorn cannot use, and nothing here needs it.
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=room.secure,
        forwarded_allow_ips="127.0.0.1",
        timeout_graceful_shutdown=3,
    )
    return uvicorn.Server(config)


def serve(settings: Settings, made: socket.socket, url: str, hosts: Sequence[str] = ()) -> None:
    """Serve until the process is asked to end; what is past its time is swept away besides."""
    room = open_room(settings, url)

    async def run() -> None:
        sweeping = asyncio.create_task(keep_sweeping(room.office.retention, room.clock))
        try:
            await server(room, hosts).serve(sockets=[made])
        finally:
            sweeping.cancel()
            with suppress(asyncio.CancelledError):
                await sweeping

    asyncio.run(run())


def serve_beside(settings: Settings, made: socket.socket, url: str) -> Callable[[], None]:
    """Serve in a thread of its own beside a talk, and return what ends it; reading the content delays no prompt."""
    running: list[uvicorn.Server] = []

    def run() -> None:
        try:
            running.append(server(open_room(settings, url)))
            running[0].run(sockets=[made])
        except Exception:
            # The talk goes on without its console.
            log.exception("the console could not be opened")

    def end() -> None:
        for found in running:
            found.should_exit = True

    threading.Thread(target=run, name="console", daemon=True).start()
    return end
