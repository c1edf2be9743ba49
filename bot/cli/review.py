"""`python -m bot review`: the managers' console."""

from __future__ import annotations

import argparse
import os
import socket
import sys
from collections.abc import Callable
from urllib.parse import urlsplit

from bot.language import Catalog
from bot.settings import ROOT, Settings

from .logs import start_logging


def main(argv: list[str]) -> int:
    """Serve the console until stopped; 1 where the port is taken."""
    options = _parser().parse_args(argv)
    settings = Settings.from_env()
    start_logging(settings.log_level)
    from bot.channels.open import upgrade_database
    from bot.review.server import listen, port_of, serve

    port = options.port or port_of(settings.console_url)
    try:
        made = listen(options.host, port)
    except OSError as error:
        print(trouble(port, error), file=sys.stderr)
        return 1
    upgrade_database(settings)
    url = address(settings, port)
    print(said("console_at", url=url), file=sys.stderr, flush=True)
    hosts = [options.host] if options.host not in ("0.0.0.0", "::") else [socket.gethostname(), *_addresses()]
    serve(settings, made, url, hosts)
    return 0


def open_console(settings: Settings, say: Callable[[str], object]) -> Callable[[], None]:
    """Open the console beside a talk, say where it is, and return what closes it; where it cannot open, say so."""
    from bot.review.server import listen, port_of, serve_beside

    port = port_of(settings.console_url)
    try:
        made = listen("127.0.0.1", port)
    except OSError as error:
        say(trouble(port, error))
        return lambda: None
    url = address(settings, port)
    say(said("console_at", url=url))
    return serve_beside(settings, made, url)


def address(settings: Settings, port: int) -> str:
    """Return where people reach the console: as it is set, else this machine with the port that is listened on."""
    if os.environ.get("PEILIAN_CONSOLE_URL", "").strip():
        return settings.console_url
    return f"http://{urlsplit(settings.console_url).hostname}:{port}"


def trouble(port: int, error: OSError) -> str:
    """Return why the console could not be opened, and what helps."""
    return said("console_port_busy", port=port, other=port + 1 if port < 65535 else 8080, why=error.strerror or "")


def said(key: str, **values: object) -> str:
    """Return a sentence of the console in the language of the terminal."""
    from bot.channels.open import locale_language

    catalog = Catalog.read(ROOT / "data" / "content" / "replies", "review")
    return catalog.say(f"review.{key}", locale_language(os.environ), None, **values)


def _addresses() -> list[str]:
    """Return the addresses of this machine, under which a phone in the same network reaches it."""
    try:
        return [str(found[4][0]) for found in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    except OSError:
        return []


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise argparse.ArgumentTypeError(f"{text!r} is no port; give a number between 1 and 65535")
    return int(text)


def _parser() -> argparse.ArgumentParser:
    found = argparse.ArgumentParser(prog="python -m bot review", description="The managers' console.")
    found.add_argument("--port", type=_port, metavar="N", help="where to listen; as in PEILIAN_CONSOLE_URL without it")
    found.add_argument("--host", default="127.0.0.1", help="the address to listen on (127.0.0.1: this machine only)")
    return found
